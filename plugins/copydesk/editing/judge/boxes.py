"""The boxes of a page: the elements that enclose its blocks, and what else is in them.

A story stands in one box; teasers and readers' comments stand in many boxes alike. Boxes are measured by the prose and
the links in them, as Readability does for whole pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from copydesk.editing.judge.place import Column
from copydesk.editing.judge.reading import Ints, distinct
from copydesk.model import Markup

LEVELS: Final = (1, 2, 3, 4, 6, 8)
"""Boxes looked at: so many elements up from the block."""

SIBLING_LEVELS: Final = (0, 1, 2, 3, 4, 5)

DEPTH: Final = 40
"""Enclosing elements that are looked at, from the block outwards."""

SHARES: Final = (0.3, 0.6, 0.9)
"""How much of the page's prose a box has to hold: how far up it is, is a column."""


_NEAR: Final = ("words", "prose", "share", "links", "blocks")
"""What is measured of each of them."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The elements around each block: ``number[b, k]`` is the box ``k`` levels above block ``b``, numbered as the page
    numbers them, but from 1; 0 beyond the outermost. ``box`` and ``block`` are the same as pairs."""

    number: Ints
    depth: Ints
    box: Ints
    block: Ints

    def sums(self, values: Column) -> Column:
        """The sum of ``values`` over the blocks in each box, by its number; over all blocks under 0."""
        total: Column = np.bincount(self.box, weights=values.take(self.block)).astype(float, copy=False)
        total[0] = values.sum()
        return total


def boxes_of(markups: Sequence[Markup]) -> Boxes:
    """The boxes of each block, from the inside outwards."""
    chains = [markup.ancestors[-DEPTH:][::-1] or (markup.container,) for markup in markups]
    depth = np.array([len(each) for each in chains], np.int64)
    width = max(int(depth.max()), max(LEVELS) + 1)
    number = np.zeros((len(chains), width), np.int64)
    flat = np.fromiter(chain.from_iterable(chains), np.int64, int(depth.sum()))
    row = np.repeat(np.arange(len(chains)), depth)
    column = np.arange(len(flat)) - np.repeat(np.cumsum(depth) - depth, depth)
    number[row, column] = flat + 1
    return Boxes(number, depth, flat + 1, row)


def box_columns(markups: Sequence[Markup], boxes: Boxes, shape: dict[str, Column]) -> dict[str, Column]:
    """Words, prose and links of the boxes around a block, and how far up most of the page's prose is inside."""
    words, prose = shape["words"], shape["prose"]
    links = np.array([markup.link_density for markup in markups]) * words
    near = boxes.number[:, np.minimum(LEVELS, boxes.number.shape[1] - 1)].T
    in_prose = boxes.sums(prose)
    near_prose = in_prose.take(near)
    near_words, near_links, blocks = (boxes.sums(each).take(near) for each in (words, links, np.ones(len(markups))))
    all_prose, any_words = max(float(prose.sum()), 1.0), np.maximum(near_words, 1)
    result = _shared(boxes)
    for share in SHARES:
        reached = (in_prose >= share * all_prose).take(boxes.number)
        result[f"up_to_{share}"] = np.where(reached.any(axis=1), reached.argmax(axis=1), DEPTH).astype(float)
    result |= _siblings(boxes)
    shares = (near_words, near_prose / any_words, near_prose / all_prose, near_links / any_words, blocks)
    for level, each in zip(LEVELS, zip(*shares, strict=True), strict=True):
        result |= {f"box{level}_{name}": column for name, column in zip(_NEAR, each, strict=True)}
    return result


def _siblings(boxes: Boxes) -> dict[str, Column]:
    """How many boxes stand beside the one so many levels up in the box around it: readers' comments and teasers are
    many boxes alike, the paragraphs of a story are not boxed again."""
    levels = np.array(SIBLING_LEVELS)
    width = int(boxes.number.max()) + 1
    inner, outer = boxes.number.T[levels], boxes.number.T[levels + 1] + np.arange(len(levels))[:, None] * width
    boxed = distinct((outer * width + inner).ravel()) // width
    beside = np.minimum(np.bincount(boxed, minlength=width * len(levels)).take(outer), 200).astype(float)
    return {f"siblings{level}": row for level, row in zip(SIBLING_LEVELS, beside, strict=True)}


def _shared(boxes: Boxes) -> dict[str, Column]:
    """How many levels up the first box is that also holds the block before, and the one after; `DEPTH` where there is
    none."""
    count, width = boxes.number.shape
    depth = (boxes.number > 0).sum(axis=1)
    outward = _outermost_first(boxes.number, depth, width)
    same = np.cumprod((outward[1:] == outward[:-1]) & (outward[1:] > 0), axis=1).sum(axis=1)
    above, below = np.full(count, float(DEPTH)), np.full(count, float(DEPTH))
    above[1:] = np.minimum(depth[1:] - same, DEPTH)
    below[:-1] = np.minimum(depth[:-1] - same, DEPTH)
    return {"shared_above": above, "shared_below": below}


def _outermost_first(number: Ints, depth: Ints, width: int) -> Ints:
    """The boxes of each row turned round, so that the outermost stand in the first column."""
    column = depth[:, None] - 1 - np.arange(width)
    return np.where(column >= 0, np.take_along_axis(number, np.maximum(column, 0), axis=1), 0)
