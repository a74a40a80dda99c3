"""Addresses of stories: cleaned of what only tracks readers, checked, and read for what they tell."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from copydesk.tracking import without_tracking

VARIANT_HOSTS = ("m.", "mobile.", "amp.")
"""Hosts of a site's pages for phones."""

ARCHIVES = frozenset(
    ("web.archive.org", "archive.org", "archive.is", "archive.ph", "archive.today", "webcache.googleusercontent.com")
)
"""Hosts that keep copies of others' pages."""

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?:/{1,2}.+)", re.IGNORECASE)
_AMP_PATH = re.compile(r"(?:/amp/?|\.amp(?:\.html)?)$", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_][\w-]{1,62}", re.IGNORECASE)
_REMEMBERED = 256
"""Addresses of which an answer is remembered: a page gives its own in six places."""


@lru_cache(maxsize=_REMEMBERED)
def clean_address(address: str, base: str | None = None) -> str | None:
    """A story's address without tracking and fragment, ``None`` for what is no web address. A copy in an archive gives
    the address it is a copy of; ``base`` completes a relative address."""
    parts = _split(_unarchived(_completed(address.strip(), base)))
    if parts is None or not parts.hostname:
        return None
    host = parts.hostname.rstrip(".")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    return urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", without_tracking(parts.query), ""))


@lru_cache(maxsize=_REMEMBERED)
def host_of(address: str | None) -> str | None:
    """The host of an address, without "www."."""
    parts = _split(address or "")
    return parts.hostname.removeprefix("www.") if parts and parts.hostname else None


def is_front_page(address: str) -> bool:
    """Whether an address is that of a site, not of a story in it."""
    parts = urlsplit(address)
    return parts.path.strip("/").lower() in ("", "index.html", "index.php", "index.htm") and not parts.query


def is_variant(address: str) -> bool:
    """Whether an address is of a page made for phones (AMP, "m."), which stands for another."""
    parts = urlsplit(address)
    return (parts.hostname or "").startswith(VARIANT_HOSTS) or bool(_AMP_PATH.search(parts.path))


def belongs_to(host: str, domain: str) -> bool:
    """Whether a host is a domain or lies under it."""
    domain = domain.casefold().removeprefix("www.")
    return host == domain or host.endswith("." + domain)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:  # "http://[": not an address at all
        return None
    if parts.scheme.lower() not in ("http", "https") or "@" in parts.netloc:
        return None
    if " " in address or not address.isprintable():  # the other spaces are not printable either
        return None
    return parts if parts.hostname and _HOST.fullmatch(parts.hostname.rstrip(".")) else None


def _completed(address: str, base: str | None) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:  # "//[", which `_split` refuses
        return address


def _unarchived(address: str) -> str:
    match = _WAYBACK.match(address)
    return re.sub(r"^(https?):/+", r"\1://", match[1]) if match else address
