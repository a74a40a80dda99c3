"""The host of an address, as readers may see it."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(address: str | None) -> str | None:
    """The host of an absolute address without "www.", as it is sent: a name in another script as punycode, so that it
    cannot pass for one it is not."""
    try:
        name = urlsplit(address or "").hostname or ""
    except ValueError:  # brackets around what is no address
        return None
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:  # no name that could be sent
        name = name.encode("ascii", "backslashreplace").decode("ascii")
    return name.removeprefix("www.") or None
