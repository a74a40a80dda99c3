"""Addresses as feeds need them: absolute, and in the characters of RFC 3986, which RSS asks for and Atom takes."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from copydesk.site.hosts import sent

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")
"""What a host may be: a name as the domain name system has it, or an address of version 4 or 6. RFC 3986 (3.2.2) allows
more, which no reader of feeds could ask for."""
_TRIPLET = re.compile(r"%[0-9a-fA-F]{2}")

KEPT = "!$%&'()*+,/:;=?@~"
"""Characters that may stand in the path, query or fragment of a URI beside letters, digits and ``-._`` (RFC 3986, 3.3
to 3.5): not brackets, which are for addresses of hosts alone, and no second ``#``."""

PLAIN = r"https?://(?:[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,2}\.){1,4}[a-z]{2,30}/[A-Za-z0-9._~/-]*"
"""Most addresses: a host of ASCII letters and a path without any mark. They are written as they are."""

_PLAIN = re.compile(PLAIN)

MOST = 4096
"""Addresses that are remembered: a site names the same publishers, licences and stories again and again."""

DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=MOST)
def ascii_uri(address: str | None) -> str | None:
    """The address as a URI: its host in punycode, everything else percent-encoded; ``None`` for what can be none."""
    if not address:
        return None
    return address if is_plain(address) else _written(address)


def is_plain(address: str) -> bool:
    """Whether the address is a URI as it is, and the same from wherever it is linked. Not all that are can be told."""
    return _PLAIN.fullmatch(address) is not None


def _written(address: str) -> str | None:
    try:
        parts = urlsplit(address.strip())
        host = (sent(parts.hostname or "") or "") if parts.netloc else ""
        port = parts.port
    except ValueError:  # a host or a port that cannot be
        return None
    if parts.netloc and (not _HOST.fullmatch(host) or "[" in parts.netloc and ":" not in host):
        return None
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, DEFAULT_PORTS.get(parts.scheme.lower())) else f"{shown}:{port}"
    return urlunsplit((parts.scheme.lower(), place, *map(_encoded, (parts.path, parts.query, parts.fragment))))


@lru_cache(maxsize=MOST)
def canonical_uri(address: str | None) -> str | None:
    """The URI in the one form that two of the same compare equal in (RFC 3986, 6.2; RFC 4287, 4.2.6.1)."""
    uri = ascii_uri(address)
    if uri is None or is_plain(uri):
        return uri
    parts = urlsplit(_TRIPLET.sub(lambda triplet: triplet[0].upper(), uri))
    return urlunsplit(parts._replace(path=parts.path or "/")) if parts.netloc else urlunsplit(parts)


def is_uri(text: str) -> bool:
    """Whether a text can stand as an ``atom:id``: an absolute URI (RFC 3986), whose host could be one."""
    if not _URI.fullmatch(text):
        return False
    if "://" not in text:  # it names no host
        return True
    try:
        parts = urlsplit(text)
        return not parts.netloc or bool(_HOST.fullmatch(parts.hostname or ""))
    except ValueError:
        return False


def _encoded(part: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", part), safe=KEPT, errors="replace")
