"""A story's place in the site: a readable slug that no page, no other story and no file system trips over. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from unidecode import unidecode

from copydesk.writing.escaping import visible

LONGEST = 80
"""Bytes of a slug: readable in an address bar, and far under what file systems and feed readers cut."""

RESERVED = frozenset(
    "404 about archive archives atom author authors categories category cname content feed feeds files images img "
    "index json page pages policies policy publisher publishers robots rss search section sections sitemap static "
    "stories story tag tags theme".split()
)
"""Names that pages of the site, or of most sites, have."""

WINDOWS = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Names that Windows keeps for devices, with any suffix: a checkout would fail there."""

_APOSTROPHES = re.compile("['`]")  # what `unidecode` makes of ’ and of sounds that have no letter here
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(headline: str | None, guid: str) -> str:
    """The slug a headline gives, in ASCII; the start of the GUID where it gives none."""
    ascii_only = _APOSTROPHES.sub("", unidecode(visible(headline or ""))).lower()
    written = _OTHER.sub("-", ascii_only).strip("-")
    short = _shortened(written)
    if not short:
        return f"story-{guid.removeprefix('urn:uuid:')[:8]}"
    if short in RESERVED | WINDOWS or short.replace("-", "").isdigit():
        return f"{short}-story"
    return short


def unique(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, with the first number behind it that no other story has."""
    number, name = 2, wanted
    while name in taken:
        name = f"{wanted}-{number}"
        number += 1
    return name


def story_path(day: date, name: str) -> str:
    """Where a story is written, relative to ``content/``."""
    return f"stories/{day.year:04}/{day.month:02}/{name}.md"


def _shortened(text: str) -> str:
    """At most `LONGEST` characters, cut between words where there is a word to cut at."""
    if len(text) <= LONGEST:
        return text
    head, _, _ = text[: LONGEST + 1].rpartition("-")
    return head or text[:LONGEST]
