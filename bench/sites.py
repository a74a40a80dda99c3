"""Which pages belong together: all of one site fall on the same side of every split.

A site is known by the name its owner registered, without what follows: bbc.co.uk and bbc.com are one. A tenth of all
sites, chosen by a hash of that name, is set aside for ever: no shipped weights were trained on it.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "go", "or", "ne", "gob", "gouv", "in", "web"))


def site_name(site: str | None, url: str | None) -> str:
    """The registered name of a page's site: "bbc" for "www.bbc.co.uk"."""
    host = site or ""
    if url and "::" in url:
        host = ".".join(re.split(r"[.-]", url.split("::", 1)[1])[:2])
    elif url and not host:
        host = urlsplit(url).hostname or ""
    labels = [label for label in host.lower().split(".") if label]
    while len(labels) > 1 and labels[0] == "www":
        labels.pop(0)
    if len(labels) > 1:
        labels.pop()
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else "unknown"


def _number(name: str, purpose: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{purpose}:{name}".encode()).digest()[:8], "big")


def set_aside(name: str) -> bool:
    """Whether a site is one of the tenth that no weights are trained on."""
    return _number(name, "copydesk set aside") % 10 == 0


def fold(name: str, folds: int) -> int:
    """The part of a cross-validation a site falls into."""
    return _number(name, "copydesk fold") % folds
