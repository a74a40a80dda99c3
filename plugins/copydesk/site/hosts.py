"""The host of an address: as it is sent, and as readers may see it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import idna

FORBIDDEN = frozenset("\x00\t\n\r #/:<>?@[\\]^|%\x7f")
"""Characters no host may have once it is read (WHATWG URL, "forbidden domain code point"). An address of version 6 has
colons, and comes without its brackets."""

LONGEST = 40
"""Digits of a number that could be an address, zeros before it and all."""

_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def sent(name: str) -> str | None:
    """A host as browsers send it, ``None`` for one that they refuse. Names in other scripts become punycode by the
    rules of browsers (UTS 46), where "faß" stays itself; Python's own codec has the older ones and makes "fass" of it,
    which is somebody else's name. Raises UnicodeError for what is no name."""
    name = unquote(name, errors="strict") if "%" in name else name
    if FORBIDDEN.intersection(name) and not _is_version_6(name):
        return None
    mapped = name.lower() if name.isascii() else idna.uts46_remap(name, std3_rules=False, transitional=False)
    shown = ".".join(map(_ascii, mapped.split(".")))
    is_number = ":" not in shown and _NUMBER.fullmatch(shown.removesuffix(".").rpartition(".")[2])
    return _version_4(shown) if is_number else shown


def _version_4(name: str) -> str | None:
    """The address that browsers take a name for which ends in a number, ``None`` where it is none: "0x7f.1" is
    127.0.0.1 (WHATWG URL, "IPv4 parser")."""
    *parts, last = (_read(part) for part in name.removesuffix(".").split("."))
    whole = [part for part in parts if part is not None and part < 256]
    if len(whole) < len(parts) or len(parts) > 3 or last is None or last >= 256 ** (4 - len(parts)):
        return None
    return ".".join(map(str, (*whole, *last.to_bytes(4 - len(parts), "big"))))


def _read(part: str) -> int | None:
    """A number as addresses have it: with "0x" to the base of sixteen, with "0" to that of eight."""
    if not _NUMBER.fullmatch(part) or len(part) > LONGEST:
        return None
    digits, base = (part[2:] or "0", 16) if part.startswith("0x") else (part, 8 if part.startswith("0") else 10)
    try:
        return int(digits, base)
    except ValueError:  # "09"
        return None


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
