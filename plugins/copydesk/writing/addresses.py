"""Addresses of scraped links: which may be written at all, and in which characters. Pure."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SAFE_SCHEMES = ("http", "https", "mailto")
"""Schemes a link of a story may have. Everything else ("javascript", "data", "file") is written as its text alone."""

_UNSEEN = str.maketrans("", "", "\t\r\n")
"""What browsers take out of an address before they read it (WHATWG URL), as does `urlsplit`."""

_UNSAFE = frozenset('<>"\\^`{|} ')


def safe_href(href: str | None) -> str | None:
    """``href`` as it may stand in a story, or ``None`` where it is no absolute web or mail address.

    Characters that act in Markdown, HTML or Pelican's link syntax are percent-encoded, the others left as they are.
    """
    if href is None:
        return None
    href = href.strip().translate(_UNSEEN)
    try:
        parts = urlsplit(href)
    except ValueError:  # "http://[" and the like
        return None
    if parts.scheme.lower() not in SAFE_SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
        return None
    if href.isprintable() and _UNSAFE.isdisjoint(href):
        return href
    return "".join(map(_encoded, href))


def _encoded(character: str) -> str:
    if character in _UNSAFE or not character.isprintable():
        return quote(character, errors="replace")
    return character
