"""A second story in one file: two articles pasted one under the other are no one's story."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import ends_sentence, folded, lead, length
from copydesk.editing.story import tells
from copydesk.model import Block, Draft

TOLD_ABOVE, TOLD_BELOW = 60, 40
"""Words told above and below a byline that make it the byline of a story of its own."""
HEADLINE_WORDS: Final = (3, 25)
"""Words of the headline over it, the fewest and the most."""


def hold_two_stories(draft: Draft, desk: Desk) -> Draft:
    """Hold a dump in which a headline and the byline of somebody else stand between two stories: "Ferry fares to rise",
    "By John Roe"."""
    if draft.format != "text":
        return draft
    bylines = [taken.block for taken in draft.cuts if taken.rule == "lift_bylines"]
    first = next(iter(sorted(bylines, key=lambda block: block.order)), None)
    for byline in bylines:
        if first is None or folded(byline.text) == folded(first.text) or not _is_led(byline, desk):
            continue
        over = _line_above(draft, byline)
        if over is not None and _is_headline(over) and _stands_between_stories(draft, over, byline):
            reason = (
                f"two stories in one file, the second from line {over.place.first} on: put each into a file of its own"
            )
            return replace(draft, held=(*draft.held, reason))
    return draft


def _is_led(byline: Block, desk: Desk) -> bool:
    return desk.words.byline_starts.begin(lead(byline.text))


def _line_above(draft: Draft, block: Block) -> Block | None:
    """The line above one that was cut, kept or not."""
    lines = (*draft.blocks, *(taken.block for taken in draft.cuts if taken.nature != "empty"))
    return max((line for line in lines if line.order < block.order), key=lambda line: line.order, default=None)


def _is_headline(line: Block) -> bool:
    fewest, most = HEADLINE_WORDS
    return fewest <= length(line.text) <= most and line.gap > 0 and not ends_sentence(line.text)


def _stands_between_stories(draft: Draft, over: Block, byline: Block) -> bool:
    above = sum(length(block.text) for block in draft.blocks if block.order < over.order and tells(block))
    below = sum(length(block.text) for block in draft.blocks if block.order > byline.order and tells(block))
    return above >= TOLD_ABOVE and below >= TOLD_BELOW
