"""The host of an address: as it is sent, and as readers may see it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import idna

FORBIDDEN = frozenset("\x00\t\n\r #/:<>?@[\\]^|%\x7f")
"""Characters no host may have once it is read (WHATWG URL, "forbidden domain code point"). An address of version 6 has
colons, and comes without its brackets."""


def sent(name: str) -> str | None:
    """A host as browsers send it, ``None`` for one that they refuse. Names in other scripts become punycode by the
    rules of browsers (UTS 46), where "faß" stays itself; Python's own codec has the older ones and makes "fass" of it,
    which is somebody else's name. Raises UnicodeError for what is no name."""
    name = unquote(name, errors="strict") if "%" in name else name
    if FORBIDDEN.intersection(name) and not _is_version_6(name):
        return None
    mapped = name.lower() if name.isascii() else idna.uts46_remap(name, std3_rules=False, transitional=False)
    return ".".join(map(_ascii, mapped.split(".")))


def host(address: str | None) -> str | None:
    """The host of an absolute address without "www.", as it is sent: a name in another script as punycode, so that it
    cannot pass for one it is not."""
    try:
        name = urlsplit(address or "").hostname or ""
    except ValueError:  # brackets around what is no address
        return None
    try:
        shown = sent(name)
    except UnicodeError:  # no name that could be sent
        shown = None
    return (shown or name.encode("ascii", "backslashreplace").decode("ascii")).removeprefix("www.") or None


def _ascii(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def _is_version_6(name: str) -> bool:
    return ":" in name and not name.strip("0123456789abcdef:.")
