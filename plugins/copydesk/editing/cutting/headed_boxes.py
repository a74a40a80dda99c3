"""Boxes of a saved page that a line heads which announces other stories or readers' comments: all in the box goes with
it, though the story may go on under it. The elements of a page say where such a box ends; a dump does not."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Final

from copydesk.editing.shapes import length
from copydesk.editing.story import belongs
from copydesk.model import Block

STORY_WORDS: Final = 40
"""Words of the story that stand above such a box at least."""
SURE, SURE_WORDS = 0.85, 12
"""The score from which the judge is sure of a line, and so many words of such lines that a box of titles and teasers
has none: a chapter "More on repairs" stands in a box too."""


def boxes_of_comments(blocks: tuple[Block, ...], markers: Iterable[int]) -> set[int]:
    """The places of what stands in boxes that the ``markers`` head; comments read like the story, so the judge may be
    sure of them."""
    return {at for box in _boxes(blocks, markers) for at in box}


def boxes_of_teasers(blocks: tuple[Block, ...], markers: Iterable[int]) -> set[int]:
    """The same for titles and teasers of other stories, of which it is not."""
    return {at for box in _boxes(blocks, markers) if _sure_words(blocks, box) < SURE_WORDS for at in box}


def _boxes(blocks: tuple[Block, ...], markers: Iterable[int]) -> Iterator[range]:
    for at in markers:
        box = _headed(blocks, at)
        above = sum(length(block.text) for block in blocks[:at] if belongs(block)) if len(box) > 1 else 0
        if above >= STORY_WORDS and above > sum(length(blocks[place].text) for place in box if belongs(blocks[place])):
            yield box


def _headed(blocks: tuple[Block, ...], at: int) -> range:
    """The outermost element that begins with a line: what is in it."""
    chain, before = _chain(blocks[at]), _chain(blocks[at - 1]) if at else ()
    pairs = zip(chain, before, strict=False)
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    if shared == len(chain):
        return range(at, at)
    box = chain[: shared + 1]
    inside = itertools.takewhile(lambda block: _chain(block)[: len(box)] == box, blocks[at:])
    return range(at, at + sum(1 for _ in inside))


def _chain(block: Block) -> tuple[int, ...]:
    return block.markup.ancestors if block.markup is not None else ()


def _sure_words(blocks: tuple[Block, ...], box: range) -> int:
    return sum(length(blocks[at].text) for at in box if (blocks[at].score or 0.0) >= SURE)
