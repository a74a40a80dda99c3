"""The learned judge: how likely each block of a page is main content.

`score` looks at all blocks of a page twice: at each with its surroundings, and again at what the first look thought of
those around it. Weights are data (`weights/`); `docs/judge.md` says how they came about.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.believing import believe
from copydesk.editing.judge.features import Page, first_columns, open_page, second_columns, stack
from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.menus import in_menus
from copydesk.editing.judge.network import Network
from copydesk.editing.judge.place import Column
from copydesk.editing.judge.reading import Ints
from copydesk.editing.judge.weights import StaleWeightsError, Weights, load
from copydesk.model import Block, Clue

__all__ = ["KEEP", "score"]

HOPELESS: Final = -6 * LEAF_SCALE
"""The log-odds of what trees are not asked of, in thousandths."""

SURE: Final = 4 * LEAF_SCALE
"""Where the first look is surer, in thousandths of log-odds either way, the second is not asked: measured by site, what
it says there changes no text."""

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
    columns = first_columns(page, weights.tables)
    first, second = _looks(page, columns, weights, in_menus(blocks))
    odds = believe((first + second) / 2, columns["words"], columns["sentence_end"])
    return tuple(np.round(1 / (1 + np.exp(-odds / LEAF_SCALE)), 4).tolist())


def _looks(page: Page, columns: dict[str, Column], weights: Weights, menus: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """The log-odds of both looks in thousandths, which err in different places. Where trees look twice, they are not
    asked of ``menus``, and a second time only where the first look is not `SURE`."""
    rows = _rows(columns, weights.first_names)
    if isinstance(weights.second, Network):
        first = weights.first.judge(rows)
        return first, weights.second.judge(rows, first, columns["words"])
    first = np.full(len(menus), HOPELESS)
    first[~menus] = weights.first.judge(rows[:, ~menus])
    second, unsure = first.copy(), np.abs(first) < SURE
    second[unsure] = weights.second.judge(_rows(second_columns(page, columns, first), weights.second_names)[:, unsure])
    return first, second


def _rows(columns: dict[str, Column], names: tuple[str, ...]) -> NDArray[np.float32]:
    """The columns as one array. Raises StaleWeightsError unless they are those that the trees were grown on."""
    if tuple(columns) != names:
        raise StaleWeightsError("the weights know other columns than the code makes")
    return stack(columns)
