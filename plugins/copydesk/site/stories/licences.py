"""Licences as people name them and where their words stand."""

from __future__ import annotations

import re

from copydesk.writing.addresses import safe_href

_NAMED = re.compile(r"cc[ -](by(?:-(?:sa|nd|nc|nc-sa|nc-nd))?)(?:[ -](\d\.\d))?(?: [a-z ]*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)/?", re.IGNORECASE)

LATEST = "4.0"
"""The version meant where a page names none."""

DEDICATIONS = {"zero": "CC0", "mark": "Public Domain Mark"}


def licence_name(stated: str) -> str:
    """A licence as it is called: "CC BY 4.0" for its address, anything else as it was stated."""
    found = _ADDRESS.match(stated)
    if not found:
        return stated
    family, code, number = found.groups()
    name = f"CC {code.upper()}" if family.lower() == "licenses" else DEDICATIONS.get(code.lower(), code)
    return f"{name} {number}"


def licence_address(stated: str) -> str | None:
    """Where the words of the licence stand, ``None`` where that is not known."""
    if stated.lower().startswith(("http://", "https://")):
        return safe_href(stated)
    found = _NAMED.fullmatch(stated.strip())
    if not found:
        return None
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2] or LATEST}/"
