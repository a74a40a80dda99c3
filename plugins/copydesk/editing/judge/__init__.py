"""The learned judge: how likely each block of a page is main content.

`score` looks at all blocks of a page twice: trees ask each for what it shows, then a network sees the page as one
sequence, with what the trees think. Weights are data (`weights/`); `docs/judge.md` says how they came about.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.believing import believe, told_in
from copydesk.editing.judge.features import columns_of, open_page, stack
from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.menus import in_menus
from copydesk.editing.judge.place import Column
from copydesk.editing.judge.weights import StaleWeightsError, Weights, load
from copydesk.model import Block, Clue

__all__ = ["HOPELESS", "KEEP", "score"]

HOPELESS: Final = -6 * LEAF_SCALE
"""The log-odds of what is not asked of (`menus`), in thousandths."""

KEEP: Final = 0.5
"""Blocks scored at least this are more likely main content than not."""


def score(blocks: tuple[Block, ...], language: str | None = None, clues: tuple[Clue, ...] = ()) -> tuple[float, ...]:
    """The probability (0 to 1, four digits) of each block that it is main content.

    ``blocks`` is a whole page in its order: dropping blocks beforehand changes what the others look like.
    ``language`` is not asked yet; what the judge knows of words needs none. ``clues`` are what the page's head says
    of its headline and standfirst, which show where the story begins.
    """
    if not blocks:
        return ()
    page = open_page(blocks, clues)
    weights = load("markup" if page.evidence else "text")
    columns = columns_of(page, weights.tables)
    odds = _both_looks(_rows(columns, weights.names), columns["words"], in_menus(blocks), weights)
    odds = believe(odds, columns["words"], told_in(columns))
    return tuple(np.round(1 / (1 + np.exp(-odds / LEAF_SCALE)), 4).tolist())


def _both_looks(rows: NDArray[np.float32], words: Column, menus: NDArray[np.bool_], weights: Weights) -> Column:
    """The mean of what trees and network say of each column of ``rows`` (columns of blocks by blocks), in thousandths
    of log-odds. Of ``menus`` neither is asked; the network sees them around the others. ``words`` is how many each
    block has."""
    first = np.full(len(menus), HOPELESS)
    first[~menus] = weights.first.judge(rows[:, ~menus])
    odds = (first + weights.second.judge(rows, first, words)) / 2
    odds[menus] = HOPELESS
    return odds


def _rows(columns: dict[str, Column], names: tuple[str, ...]) -> NDArray[np.float32]:
    """The columns as one array. Raises StaleWeightsError unless they are those that trees and network learned from."""
    if tuple(columns) != names:
        raise StaleWeightsError("the weights know other columns than the code makes")
    return stack(columns)
