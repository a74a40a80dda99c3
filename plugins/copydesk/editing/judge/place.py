"""Where a line stands: its neighbours, the density around it, its place in the page and in the densest run of prose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Matrix = NDArray[np.float64]

SHIFTS: Final = (-2, -1, 1, 2)
SHIFTED: Final = (
    "words",
    "prose",
    "sentence_end",
    "capital_share",
    "digit_share",
    "last_kind",
    "gap",
    "kind",
    "copies",
    "same_shape",
    "topic",
    "word_mean",
    "pair_mean",
    "line",
    "opening",
    "after",
    "stop_rate",
    "n_bar",
)
"""Columns that are repeated for the lines around."""

WINDOWS: Final = (2, 4, 8, 16)
AVERAGED: Final = (
    "words",
    "prose",
    "sentence_end",
    "word_sum",
    "pair_sum",
    "capital_share",
    "number_share",
    "topic",
    "clocks",
    "dotted",
    "same_shape",
)
"""Columns whose mean over the lines within so many lines on either side is a column."""

RUN_COSTS: Final = (6.0, 20.0)
"""What a line without prose costs a run of prose, in words; two sizes, for loose and for tight pages."""


def place_columns(columns: dict[str, Column]) -> dict[str, Column]:
    """The columns that need the whole page."""
    return {
        **shifted(columns, SHIFTED),
        **_averaged(columns),
        **_position(columns),
        **_runs(columns["prose"]),
    }


def shift(rows: Matrix, steps: Sequence[int], fill: float = -1.0) -> list[Matrix]:
    """The rows once for each of ``steps``, moved so that a line finds there what stands so many lines below it."""
    count, most = rows.shape[1], max(map(abs, steps))
    edge = np.full((len(rows), most), fill)
    padded = np.concatenate((edge, rows, edge), axis=1)
    return [padded[:, most + by : most + by + count] for by in steps]


def average(rows: Matrix, reaches: Sequence[int]) -> list[Matrix]:
    """The mean of each row over the lines within each of ``reaches`` on either side, as far as the page goes."""
    count, most = rows.shape[1], max(reaches)
    total = np.zeros((len(rows) + 1, count + 1 + 2 * most))
    total[-1, most : most + count + 1] = np.arange(count + 1)
    np.cumsum(rows, axis=1, out=total[:-1, most + 1 : most + count + 1])
    total[:, most + count + 1 :] = total[:, most + count, None]
    means = []
    for reach in reaches:
        first, end = most - reach, most + reach + 1
        sums = total[:, end : end + count] - total[:, first : first + count]
        means.append(sums[:-1] / sums[-1])
    return means


def shifted(columns: dict[str, Column], names: tuple[str, ...]) -> dict[str, Column]:
    """The columns called ``names`` once more for each line of `SHIFTS` around."""
    moved = shift(np.stack([columns[name] for name in names]), SHIFTS)
    return dict(zip(_marked(names, tuple(f"{by:+d}" for by in SHIFTS)), chain.from_iterable(moved), strict=True))


def _averaged(columns: dict[str, Column]) -> dict[str, Column]:
    means = average(np.stack([columns[name] for name in AVERAGED]), WINDOWS)
    return dict(
        zip(_marked(AVERAGED, tuple(f"~{reach}" for reach in WINDOWS)), chain.from_iterable(means), strict=True)
    )


@cache
def _marked(names: tuple[str, ...], marks: tuple[str, ...]) -> tuple[str, ...]:
    """The names with each of the marks behind them."""
    return tuple(name + mark for mark in marks for name in names)


def _position(columns: dict[str, Column]) -> dict[str, Column]:
    """Place in the page by lines, words and prose, and the size of the page."""
    words, prose = columns["words"], columns["prose"]
    count = len(words)
    index = np.arange(count, dtype=float)
    words_above, prose_above = np.cumsum(words) - words, np.cumsum(prose) - prose
    all_words, all_prose = max(float(words.sum()), 1.0), max(float(prose.sum()), 1.0)
    return {
        "index": np.minimum(index, 500),
        "index_share": index / count,
        "lines_below": np.minimum(count - 1 - index, 500),
        "words_above": words_above / all_words,
        "prose_above": prose_above / all_prose,
        "prose_below": 1 - (prose_above + prose) / all_prose,
        "prose_share": prose / all_prose,
        "page_lines": np.full(count, float(count)),
        "page_words": np.full(count, all_words),
        "page_prose": np.full(count, all_prose / all_words),
        "page_sentence_ends": np.full(count, float(columns["sentence_end"].mean())),
    }


def _runs(prose: Column) -> dict[str, Column]:
    result: dict[str, Column] = {}
    total = max(prose.sum(), 1.0)
    for cost in RUN_COSTS:
        first, last = best_run(np.where(prose > 0, prose, -cost))
        before, after = beside_run(first, last, len(prose))
        result |= {
            f"run{cost:.0f}_before": before,
            f"run{cost:.0f}_after": after,
            f"run{cost:.0f}_share": np.full(len(prose), float(prose[first : last + 1].sum() / total)),
        }
    return result


def beside_run(first: int, last: int, count: int, furthest: float = 200.0) -> Matrix:
    """How many lines each of ``count`` lines stands before the first of a run, and how many after its last, less than 0
    on the other side, and at most ``furthest`` either way."""
    index = np.arange(count, dtype=float)
    far = np.array((first - index, index - last))
    np.maximum(far, -furthest, out=far)  # `np.clip` takes four times as long for so few
    return np.minimum(far, furthest, out=far)


def best_run(gains: Column) -> tuple[int, int]:
    """The first and last index of the run of ``gains`` with the greatest sum (at least one long): of several the one
    that ends first, and of those the shortest.

    A run's sum is that up to its end less the one before its beginning, which is best the lowest so far.
    """
    total = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(total[:-1])
    last = int((total[1:] - lowest).argmax())
    first = int(np.flatnonzero(total[: last + 1] == lowest[last])[-1])
    return first, last
