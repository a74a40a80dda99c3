"""Lists of dated lines that a story gives at its end: tour dates, fixtures, hearings.

To the judge they look like the archive of a site. What tells them apart is that they stand close together right under
the story, and begin with days of which no year is said.
"""

from __future__ import annotations

from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import ends_sentence, folded, length, tokens
from copydesk.model import Block

FEWEST: Final = 4
"""Dated lines that make a list."""

HEADING_WORDS: Final = 10
"""Words of the longest line that heads it: "Tour dates"."""

ITEM_WORDS: Final = 25
LAST_DAY, YEAR_DIGITS = 31, 4


def with_schedules(blocks: tuple[Block, ...], kept: list[bool], desk: Desk) -> list[bool]:
    """The choice of a dump's lines with the dated ones right under a kept line, or under a heading below one, and that
    heading."""
    found = list(kept)
    for at in range(1, len(blocks)):
        headed = at > 1 and not found[at - 1] and found[at - 2] and _heads(blocks[at - 1])
        if found[at] or not (found[at - 1] or headed):
            continue
        end = _end_of_run(blocks, at, desk)
        if end - at >= FEWEST:
            found[at - headed : end] = [True] * (end - at + headed)
    return found


def _heads(block: Block) -> bool:
    return length(block.text) <= HEADING_WORDS and not ends_sentence(block.text)


def _end_of_run(blocks: tuple[Block, ...], at: int, desk: Desk) -> int:
    """Where the run of dated lines that begins at a block ends: set close together, but for the first."""
    end = at
    while end < len(blocks) and (end == at or blocks[end].gap <= 1) and _is_dated(blocks[end], desk):
        end += 1
    return end


def _is_dated(block: Block, desk: Desk) -> bool:
    """Whether a line of a dump begins with a day of a month and no year: "June 9 – Brisamar @ Sea Hall"."""
    if block.markup is not None or not 3 <= length(block.text) <= ITEM_WORDS:
        return False
    words = tokens(folded(block.text[: 9 * ITEM_WORDS]))
    words = words[words[0] in desk.words.weekdays :] if words else ()
    if len(words) < 3 or _is_year(words[2]):
        return False
    day, month = (words[1], words[0]) if words[0] in desk.words.months else words[:2]
    return month in desk.words.months and day.isdecimal() and 1 <= int(day) <= LAST_DAY


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == YEAR_DIGITS
