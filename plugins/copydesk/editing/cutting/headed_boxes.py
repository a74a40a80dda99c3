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
"""The fewest words of the story above a box that is cut."""
SURE, SURE_WORDS = 0.85, 12
"""The score from which the judge is sure of a line, and so many words of such lines that a box of titles and teasers
has none: a chapter "More on repairs" stands in a box too."""


Setting = tuple[tuple[str, ...], tuple[str, ...]]
"""The elements and the class words around a block."""


def boxes_of_comments(blocks: tuple[Block, ...], markers: Iterable[int]) -> set[int]:
    """The places of what stands in boxes that the ``markers`` head; comments read like the story, so the judge may be
    sure of them."""
    return {at for box in _boxes(blocks, markers) for at in box}


def boxes_of_teasers(blocks: tuple[Block, ...], markers: Iterable[int]) -> set[int]:
    """The places of titles and teasers of other stories in boxes that the ``markers`` head. The judge tells those from
    the story, so a box stays where it is sure of enough words."""
    return {at for box in _boxes(blocks, markers) if _sure_words(blocks, box) < SURE_WORDS for at in box}


def _boxes(blocks: tuple[Block, ...], markers: Iterable[int]) -> Iterator[range]:
    for at in markers:
        above = [block for block in blocks[:at] if belongs(block)]
        told = sum(length(block.text) for block in above)
        box = _headed(blocks, at, frozenset(map(_setting, above))) if told >= STORY_WORDS else range(at, at)
        if len(box) > 1 and told > sum(length(blocks[place].text) for place in box if belongs(blocks[place])):
            yield box


def _headed(blocks: tuple[Block, ...], at: int, settings: frozenset[Setting | None]) -> range:
    """The outermost element that begins with a line and holds nothing set like the story above: what is in it."""
    chain, before = _chain(blocks[at]), _chain(blocks[at - 1]) if at else ()
    pairs = zip(chain, before, strict=False)
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    for size in range(shared + 1, len(chain) + 1):
        inside = itertools.takewhile(chain[:size].__eq__, (_chain(block)[:size] for block in blocks[at:]))
        box = range(at, at + sum(1 for _ in inside))
        if not any(_setting(blocks[place]) in settings for place in box):
            return box
    return range(at, at)


def _setting(block: Block) -> Setting | None:
    return (block.markup.path, block.markup.words) if block.markup is not None else None


def _chain(block: Block) -> tuple[int, ...]:
    return block.markup.ancestors if block.markup is not None else ()


def _sure_words(blocks: tuple[Block, ...], box: range) -> int:
    return sum(length(blocks[at].text) for at in box if (blocks[at].score or 0.0) >= SURE)
