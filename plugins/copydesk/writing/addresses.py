"""Addresses of links: which may be written at all, and in which characters. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

SAFE_SCHEMES = ("http", "https", "mailto")
"""Schemes a link of a story may have. Everything else ("javascript", "data", "file") is written as its text alone."""

_UNSEEN = str.maketrans("", "", "\t\r\n")
"""What browsers take out of an address before they read it (WHATWG URL), as does `urlsplit`."""

_UNSAFE = frozenset('<>"\\^`{|} ')

_MAILTO = "mailto:"
_MAILBOX = re.compile(r"[^\s\x00-\x1f\x7f@,;:?&%<>()\[\]\\\"]+@[^\s\x00-\x1f\x7f@,;:?&%<>()\[\]\\\"/]+")
"""A mail address as people have them, not all that RFC 5322 allows: nothing that could begin a field of a letter."""

_WEB = re.compile(r"https?://(?![^/?#]*@)", re.IGNORECASE)
"""How an address of the web begins. One with a name of a user before its host ("https://bank.example@evil.example/")
says one host and leads to another, or has a reader say a stranger's password to a machine of their own network."""

_FIRST_PART = re.compile(r"[^/?#]*")
_PLAIN_PATH = re.compile(r"(?![/\\]{2})(?:[^<>\"\\\s\x00-\x1f\x7f-\x9f]| )*")


def safe_href(href: str | None) -> str | None:
    """``href`` as it may stand in a story, or ``None`` where it is no absolute web or mail address.

    Characters that act in Markdown, HTML or Pelican's link syntax are percent-encoded, the others left as they are. Of
    a mail address stays what `mail_address` leaves.
    """
    if href is None:
        return None
    href = href.strip().translate(_UNSEEN)
    try:
        parts = urlsplit(href)
    except ValueError:  # "http://[" and the like
        return None
    if is_mail(href):
        return mail_address(href)
    if parts.scheme.lower() not in SAFE_SCHEMES or not parts.netloc or "@" in parts.netloc:
        return None
    if href.isprintable() and _UNSAFE.isdisjoint(href):
        return href
    return "".join(map(_encoded, href))


def _encoded(character: str) -> str:
    if character in _UNSAFE or not character.isprintable():
        return quote(character, errors="replace")
    return character


def is_mail(href: str) -> bool:
    """Whether an address is of the scheme of mail."""
    return href[: len(_MAILTO)].lower() == _MAILTO


def mail_address(href: str) -> str | None:
    """Of a ``mailto:`` address the mailboxes and the subject, ``None`` where it names no mailbox, or something else.

    What else it may say (RFC 6068: "cc", "bcc", "body", "attach") would have readers send a stranger's words, or send
    to somebody they do not see.
    """
    to, _, query = href[len(_MAILTO) :].partition("#")[0].partition("?")
    mailboxes = [unquote(each).strip() for each in to.removeprefix("//").split(",")]
    if not all(each.isprintable() and _MAILBOX.fullmatch(each) for each in mailboxes):
        return None
    fields = (field.partition("=") for field in query.split("&"))
    subject = next((unquote(value).strip() for name, _, value in fields if name.lower() == "subject"), "")
    said = f"?subject={quote(subject, safe='')}" if subject.isprintable() and subject else ""
    return f"{_MAILTO}{','.join(quote(each, safe=_IN_MAILBOX, errors='replace') for each in mailboxes)}{said}"


_IN_MAILBOX = "@+!$'/=~"


def is_target(href: str) -> bool:
    """Whether a link by hand may lead there: the web, a mailbox, or a plain path of this site, as browsers read it.

    A path is plain where it has, its escapes decoded, no bracket, quotation mark or white space but the space of a
    file's name, and no colon before its first slash. What is something else is no link: it is a mistake, or words that
    a stranger had put there.
    ``//host/path`` is none either: it is on the web only while the page is, and a file of another machine where the
    page is opened from a folder.
    """
    if is_mail(href):
        return mail_address(href) is not None
    if _WEB.match(href):
        return True  # one that names a user has a colon before its first slash
    first = _FIRST_PART.match(href)
    return (first is None or ":" not in unquote(first[0])) and _PLAIN_PATH.fullmatch(unquote(href)) is not None
