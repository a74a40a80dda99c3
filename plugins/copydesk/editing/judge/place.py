"""Where a line stands: its neighbours, the density around it, its place in the page and in the densest run of prose."""

from __future__ import annotations

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


def shift(rows: Matrix, by: int, fill: float = -1.0) -> Matrix:
    """Each row moved so that a line finds there what stands ``by`` lines below it."""
    result = np.full_like(rows, fill)
    if abs(by) < rows.shape[1]:
        if by > 0:
            result[:, :-by] = rows[:, by:]
        else:
            result[:, -by:] = rows[:, :by]
    return result


def average(rows: Matrix, reach: int) -> Matrix:
    """The mean of each row over the lines within ``reach`` on either side, as far as the page goes."""
    count = rows.shape[1]
    total = np.concatenate((np.zeros((len(rows), 1)), np.cumsum(rows, axis=1)), axis=1)
    index = np.arange(count)
    low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
    mean: Matrix = (total[:, high] - total[:, low]) / (high - low)
    return mean


def shifted(columns: dict[str, Column], names: tuple[str, ...]) -> dict[str, Column]:
    """The columns called ``names`` once more for each line of `SHIFTS` around."""
    rows = np.stack([columns[name] for name in names])
    result: dict[str, Column] = {}
    for by in SHIFTS:
        result |= {f"{name}{by:+d}": row for name, row in zip(names, shift(rows, by), strict=True)}
    return result


def _averaged(columns: dict[str, Column]) -> dict[str, Column]:
    rows = np.stack([columns[name] for name in AVERAGED])
    result: dict[str, Column] = {}
    for reach in WINDOWS:
        result |= {f"{name}~{reach}": row for name, row in zip(AVERAGED, average(rows, reach), strict=True)}
    return result


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
    index = np.arange(len(prose))
    for cost in RUN_COSTS:
        first, last = best_run(np.where(prose > 0, prose, -cost).tolist())
        result |= {
            f"run{cost:.0f}_before": np.clip(first - index, -200, 200).astype(float),
            f"run{cost:.0f}_after": np.clip(index - last, -200, 200).astype(float),
            f"run{cost:.0f}_share": np.full(len(prose), float(prose[first : last + 1].sum() / max(prose.sum(), 1.0))),
        }
    return result


def best_run(gains: list[float]) -> tuple[int, int]:
    """The first and last index of the run of ``gains`` with the greatest sum (at least one long)."""
    best, best_first, best_last = float("-inf"), 0, 0
    total, first = 0.0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, first = gain, index
        else:
            total += gain
        if total > best:
            best, best_first, best_last = total, first, index
    return best_first, best_last
