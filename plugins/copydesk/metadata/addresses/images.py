"""The picture a page gives for its story."""

from __future__ import annotations

import re

from copydesk.metadata.addresses.canonical import base_address
from copydesk.metadata.addresses.urls import clean_address
from copydesk.metadata.evidence import Evidence, Finding, best_text, fact_of

_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:logo|logos|favicon|placeholder|fallback|blank|spacer|pixel|avatar|icon)(?:[/_.-]|\d*\.\w{3,4}$)",
    re.IGNORECASE,
)
"""Words in the addresses of stand-ins."""
_DEFAULT = re.compile(r"(?:^|[_.-])default(?:[_.-]|\d*\.\w{3,4}$)", re.IGNORECASE)
"""A word that says so only in the name of a file: Drupal has all its files in sites/default/."""


def resolve_image(evidence: Evidence) -> Finding[str]:
    """The most trusted picture that is the story's, not the site's logo."""
    base = base_address(evidence)
    for clue in evidence.ranked("image"):
        address = clean_address(clue.value, base)
        if address and (clue.origin == "override" or not is_placeholder(address)):
            return Finding(fact_of("image", address, clue.origin))
    return Finding()


def resolve_caption(evidence: Evidence) -> Finding[str]:
    """What the story's picture shows."""
    return Finding(best_text(evidence, "image_caption"))


def resolve_credit(evidence: Evidence) -> Finding[str]:
    """Whose the picture is."""
    return Finding(best_text(evidence, "image_credit"))


def is_placeholder(address: str) -> bool:
    """Whether an address is that of a logo or a stand-in."""
    path = address.partition("://")[2].partition("/")[2]
    return bool(_PLACEHOLDER.search(path) or _DEFAULT.search(path.rpartition("/")[2]))
