"""Bare bylines of a saved page whose names are the alternative texts of the portraits beside them."""

from __future__ import annotations

from typing import Final

from copydesk.editing.bylines.judge import Pick
from copydesk.editing.bylines.names import read_names
from copydesk.editing.bylines.page import Page
from copydesk.editing.bylines.words import PORTRAITS
from copydesk.editing.shapes import folded, length
from copydesk.editing.story import tells
from copydesk.given_names import GIVEN_NAMES
from copydesk.model import Block

NEAR: Final = 6
"""How many lines above a name its portrait stands, or under it."""
OVER_HEADLINE, UNDER_HEADLINE = 12, 12
"""How many lines over and under the headline such a name stands."""
STANDFIRSTS: Final = 1
"""How many paragraphs stand above it that tell as the story does."""
WRITERS: Final = frozenset("author authors avatar byline bio profile writer".split())
CLASS_WORDS: Final = 8
"""Class words beside the names of writers, and how many of a line are looked at."""
MOST_WORDS: Final = 14
"""Words of the longest such line."""
BEHIND: Final = 3
"""Words that an alternative text may have more than the name: "Jane Doe profile picture"."""


def portrayed(page: Page) -> list[Pick]:
    """The line beside the headline, above the story, that gives the names of people whose portraits stand beside it."""
    headline = page.headline
    if headline is None:
        return []
    alts = {page.position[id(cut.block)]: cut.block.text for cut in page.draft.cuts if cut.rule == "alt_text"}
    told = 0
    for at, block in enumerate(page.draft.blocks):
        line = page.position[id(block)]
        if line < headline - OVER_HEADLINE or block.markup is None or "figure" in block.markup.path:
            continue
        told += tells(block)
        if line > headline + UNDER_HEADLINE or told > STANDFIRSTS:
            break
        shown = [text for place, text in alts.items() if abs(place - line) <= NEAR]
        named = read_names(block.text, page.desk) if shown and length(block.text) <= MOST_WORDS else None
        names = named.names if named is not None else ()
        if names and all(any(_shows(text, name) for text in shown) for name in names) and _are_people(block, names):
            return [Pick(at, ", ".join(names), 1.0)]
    return []


def _are_people(block: Block, names: tuple[str, ...]) -> bool:
    """Whether one of some names begins with a given name or leads to a page called so, or the page says that they are
    of writers: banners are described by what is said beside them too."""
    called = block.markup is not None and not WRITERS.isdisjoint(block.markup.words[:CLASS_WORDS])
    given = any(folded(name.split()[0]) in GIVEN_NAMES for name in names)
    addresses = [folded(span.href).replace("-", "") for span in block.spans if span.href is not None]
    return called or given or any(folded(name).replace(" ", "") in href for name in names for href in addresses)


def _shows(text: str, name: str) -> bool:
    """Whether an alternative text is a name, or says that it is the portrait of one."""
    said = folded(text)
    start = next((start for start in PORTRAITS if said.startswith(start)), "")
    rest = said[len(start) :].strip()
    return rest == folded(name) or rest.startswith(folded(name)) and length(rest) <= length(name) + BEHIND
