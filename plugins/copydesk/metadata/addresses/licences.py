"""Licences that are stated: their address and the short name people know them by."""

from __future__ import annotations

import re

from copydesk.metadata.addresses.urls import clean_address
from copydesk.metadata.evidence import Evidence, Finding, fact_of
from copydesk.model import Publisher

_ADDRESS = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?|sa|nc|nd)/(?P<version>\d\.\d)(?:/(?P<port>[a-z]{2}))?"
    r"|publicdomain/(?P<free>zero|mark)/\d\.\d)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\bCC[\s-]+(?P<kind>BY(?:[\s-]NC)?(?:[\s-](?:ND|SA))?)(?:[\s-]+(?P<version>\d(?:\.\d)?))?(?![\w-])"
)
_ZERO = re.compile(r"\bCC0\b|\bCC Zero\b")
_LONG = re.compile(
    r"creative commons(?: license| licence)?[\s,:(-]+"
    r"(?P<words>(?:attribution|non-?commercial|no-?deriv\w*|share-?alike|[\s,/-])+)(?:(?P<version>\d\.\d))?",
    re.IGNORECASE,
)
PARTS = (("attribution", "BY"), ("noncommercial", "NC"), ("noderiv", "ND"), ("sharealike", "SA"))
"""Words of the long names, in the order of the short one."""


def resolve_licence(evidence: Evidence, publisher: Publisher | None) -> Finding[str]:
    """The licence the page states for the story, else its publisher's; "all rights reserved" is none."""
    for clue in evidence.ranked("licence"):
        value = clue.value.strip() if clue.origin == "override" else read_licence(clue.value)
        if value:
            return Finding(fact_of("licence", value, clue.origin))
    if publisher and publisher.licence and not evidence.is_settled("licence"):
        return Finding(fact_of("licence", publisher.licence, "publisher table"))
    return Finding()


def read_licence(text: str) -> str | None:
    """The short name of the licence a text or address names ("CC BY-NC 4.0"), the address of one unknown to us,
    ``None`` where none is named."""
    return _from_address(text) or _from_short_name(text) or _from_long_name(text) or _unknown(text)


def _from_address(text: str) -> str | None:
    match = _ADDRESS.search(text)
    if not match:
        return None
    if match["free"]:
        return "CC0 1.0" if match["free"].lower() == "zero" else "Public Domain Mark 1.0"
    port = f" {match['port'].upper()}" if match["port"] else ""
    return f"CC {match['kind'].upper()} {match['version']}{port}"


def _from_short_name(text: str) -> str | None:
    if _ZERO.search(text):
        return "CC0 1.0"
    match = _SHORT.search(text)
    return _named(match["kind"].replace(" ", "-"), match["version"]) if match else None


def _from_long_name(text: str) -> str | None:
    match = _LONG.search(text)
    if not match:
        return None
    flat = re.sub(r"[^a-z]", "", match["words"].lower())
    kinds = [short for word, short in PARTS if word in flat]
    return _named("-".join(kinds), match["version"]) if kinds and kinds[0] == "BY" else None


def _named(kind: str, version: str | None) -> str:
    return f"CC {kind} {version if '.' in version else version + '.0'}" if version else f"CC {kind}"


def _unknown(text: str) -> str | None:
    return clean_address(text) if text.strip().startswith("http") else None
