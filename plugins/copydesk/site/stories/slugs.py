"""Slugs: the part of an address that is made from a name. Never empty, never long, never shared by two names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from unidecode import unidecode

from copydesk.batch.stories.slugs import WINDOWS
from copydesk.text import fold
from copydesk.writing.escaping import visible

LONGEST = 80
"""Bytes of a slug; with an extension and a page number far below what a file name may have."""

RESERVED = frozenset({"index", "page"}) | WINDOWS
"""Names that are pages of ours in every folder, or devices on some systems."""

_BETWEEN = re.compile(r"[^a-z0-9]+")


def plain_slug(name: str) -> str:
    """The slug a name would have if it were the only one: its letters in ASCII, lower case, hyphens between words;
    "" for a name without a letter or digit that can be put into ASCII."""
    slug = _BETWEEN.sub("-", unidecode(visible(name)).lower()).strip("-")
    return shortened(slug)


def shortened(slug: str) -> str:
    """A slug of at most `LONGEST` bytes, cut between two words where there is such a place."""
    if len(slug) <= LONGEST:
        return slug
    cut = slug[: LONGEST + 1]
    head, hyphen, _ = cut.rpartition("-")
    return head if hyphen and len(head) > LONGEST // 2 else slug[:LONGEST]


def marked(slug: str, name: str) -> str:
    """The slug with a mark made from the name, for a second name that would have the same."""
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug[: LONGEST - 9].rstrip('-')}-{mark}" if slug else mark


def slug_table(names: Iterable[str], settled: Mapping[str, str] | None = None) -> dict[str, str]:
    """A slug for each name. Spellings that differ in case, width, quotes or spaces share one; of different names that
    would share one ("C", "C++") the first keeps it and the others are marked. The slugs of ``settled`` names stand."""
    known = {fold(name): slug for name, slug in (settled or {}).items()}
    owners = {slug: key for key, slug in known.items()}
    slugs: dict[str, str] = {}
    for name in names:
        key = fold(name)
        slug = known.get(key) or plain_slug(name)
        if not slug or (slug in RESERVED and key not in known) or owners.setdefault(slug, key) != key:
            slug = marked(slug, key)
        slugs[name] = slug
    return slugs
