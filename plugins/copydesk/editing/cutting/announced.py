"""Lists that a line with a colon announces amid the story of a dump, which has lost their bullets: streets that close,
who takes part. Each line on its own looks like one of a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from copydesk.editing.bylines.dates import is_only_date
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, lead, length
from copydesk.editing.story import tells
from copydesk.model import Block, ListItem

COLONS: Final = (":", "：")
ANNOUNCING: Final = range(4, 41)
"""Words of the line that announces a list."""
ITEM_WORDS: Final = 12
"""The most words of a line of the list."""
ITEMS: Final = range(2, 26)
"""How many lines the list may have."""
COUNTED_ITEMS: Final = 3
"""The fewest items counted from one under a line with a colon that belong to the story whatever they say."""
COUNTED: Final = 2
"""Lines with a quantity from which a list is that of a recipe."""
CODE: Final = "{}=;<>"
"""Characters that tell lines of a program, which are left to the judge."""


def with_announced_lists(blocks: tuple[Block, ...], kept: list[bool], desk: Desk) -> list[bool]:
    """The choice with the lists between two kept paragraphs of a dump, and the lines that announce them: "The following
    streets will be shut:" over "Harbour Street"."""
    second = list(kept)
    for at, block in enumerate(blocks):
        if block.markup is not None or not block.text.endswith(COLONS):
            continue
        if at and kept[at - 1] and (counted := _counted_below(blocks, at)) >= COUNTED_ITEMS:
            second[at : at + 1 + counted] = [True] * (counted + 1)
        if _announces(blocks, kept, at, desk):
            items = _items_below(blocks, at, desk)
            end = at + 1 + items
            if items in ITEMS and end < len(blocks) and kept[end] and tells(blocks[end]):
                second[at:end] = [True] * (end - at)
    return second


def _counted_below(blocks: tuple[Block, ...], at: int) -> int:
    """How many items counted from one stand under a line: "Standings:" over "1. Yann Kervran"."""
    counted = 0
    for block in blocks[at + 1 : at + 1 + ITEMS.stop]:
        if not isinstance(block.kind, ListItem) or block.kind.number != counted + 1:
            break
        counted += 1
    return counted


def with_recipes(blocks: tuple[Block, ...], kept: list[bool], desk: Desk) -> list[bool]:
    """The choice with what a recipe needs, one short line each under a head that says so, and the head over how it is
    made: "Ingredients" over "2 eggs"."""
    heads = [
        at for at, block in enumerate(blocks) if block.markup is None and bare(block.text) in desk.words.recipe_lines
    ]
    second = list(kept)
    for at in heads:
        items = _items_below(blocks, at, desk)
        counted = sum(any(map(str.isdigit, block.text)) for block in blocks[at + 1 : at + 1 + items])
        if items in ITEMS and counted >= COUNTED and any(kept):
            second[at : at + 1 + items] = [True] * (items + 1)
        elif at + 1 < len(blocks) and kept[at + 1] and len(heads) > 1:
            second[at] = True
    return second


def _announces(blocks: tuple[Block, ...], kept: Sequence[bool], at: int, desk: Desk) -> bool:
    """Whether a line right under a kept paragraph may announce a list of the story, as "Our Best Picks:" does not."""
    if at == 0 or not kept[at - 1] or not tells(blocks[at - 1]) or length(blocks[at].text) not in ANNOUNCING:
        return False
    titled = sum(word[:1].isupper() for word in blocks[at].text.split())
    return 2 * titled <= length(blocks[at].text) and not _is_of_the_site(blocks[at].text, desk)


def _items_below(blocks: tuple[Block, ...], at: int, desk: Desk) -> int:
    """How many short lines stand close together under a line."""
    items = 0
    for block in blocks[at + 1 : at + 1 + ITEMS.stop]:
        is_item = block.markup is None and 0 < length(block.text) <= ITEM_WORDS and block.gap <= blocks[at + 1].gap
        if not is_item or _is_of_the_site(block.text, desk):
            break
        items += 1
    return items


def _is_of_the_site(text: str, desk: Desk) -> bool:
    """Whether a line is one of the page around the story, a line of code, an address or a date: no item of a list."""
    words, line = desk.words, lead(text)
    starts = (*words.more_starts, *words.related_starts, *words.newsletter_starts, *words.share_starts)
    listed = line.startswith(starts) or bare(text) in words.list_lines or bare(text) in words.button_lines
    is_code = any(mark in text for mark in CODE) or not any(map(str.isalpha, text))
    return listed or is_code or "://" in text or is_only_date(text, desk)
