"""Where in a draft the story stands, as far as scores and shapes tell before anything is decided."""

from __future__ import annotations

from copydesk.editing.shapes import is_running_text
from copydesk.model import Block

SURE = 0.5
"""The score from which a block counts as part of the story."""


def belongs(block: Block) -> bool:
    """Whether the judge takes the block for a part of the story."""
    return block.score is not None and block.score >= SURE


def tells(block: Block) -> bool:
    """Whether the block is running text of the story."""
    score = block.score
    return score is not None and score >= SURE and is_running_text(block.text)


def start_of_story(blocks: tuple[Block, ...]) -> int:
    """The position of the first running text of the story, or the number of blocks where there is none.

    A paragraph that stands alone above fifteen blocks of something else is a teaser or a note, not the lede.
    """
    likely = ((at, block) for at, block in enumerate(blocks) if (block.score or 0.0) >= SURE)
    told = (at for at, block in likely if is_running_text(block.text))  # hardly ever asked for more than two
    first = above = next(told, len(blocks))
    for at in told:
        if at - above <= 15:
            return above
        above = at
    return first


def stands_above(block: Block, other: Block) -> bool:
    """Whether a block certainly stands above another: on an earlier line, or in a page of one line in an earlier
    element. Text beside an element that holds the other may stand on either side of it."""
    if block.markup is None or other.markup is None or block.place.last < other.place.first:
        return block.place.last < other.place.first
    mine, its = block.markup.ancestors, other.markup.ancestors
    shared = min(len(mine), len(its))
    return block.place.first <= other.place.first and mine[:shared] < its[:shared]
