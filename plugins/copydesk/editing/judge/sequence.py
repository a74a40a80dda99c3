"""The second look: what the first look thought of the lines around, and of the page as a whole."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.place import Column, average, beside_run, best_run, shift

REACH: Final = 8
"""Lines above and below whose first log-odds are columns."""

SMOOTHED: Final = (1, 2, 4, 8, 16, 32)

KEPT: Final = (
    "words",
    "prose",
    "sentence_end",
    "last_kind",
    "gap",
    "kind",
    "stop_rate",
    "copies",
    "topic",
    "after",
    "marker_low",
    "marker_last",
    "marker_age",
    "word_mean",
    "pair_mean",
    "line",
    "index",
    "index_share",
    "words_above",
    "prose_above",
    "page_lines",
    "page_words",
    "page_prose",
    "run20_before",
    "run20_after",
)
"""Columns of the first look that the second sees again."""

_CLEAR: Final = 6 * LEAF_SCALE
"""First log-odds beyond this count as this: surer than sure moves no boundary."""


def second_columns(first: NDArray[np.int64], columns: dict[str, Column]) -> dict[str, Column]:
    """The columns of the second look, from the first log-odds in thousandths."""
    odds = np.clip(first, -_CLEAR, _CLEAR).astype(float)
    words = np.minimum(columns["words"], 100) + 1
    return {
        "odds": odds,
        **_around(odds),
        **_smooth(odds, words),
        **_whole_page(odds, words),
        **_span(odds, words),
        **{f"first_{name}": columns[name] for name in KEPT},
    }


def _around(odds: Column) -> dict[str, Column]:
    steps = [by for step in range(1, REACH + 1) for by in (-step, step)]
    return {f"odds{by:+d}": rows[0] for by, rows in zip(steps, shift(odds[None], steps, -_CLEAR), strict=True)}


def _smooth(odds: Column, words: Column) -> dict[str, Column]:
    """Means of the log-odds around, each line alike and by its words; the most and the least likely line near."""
    rows = np.stack([odds, odds * words, words])
    result: dict[str, Column] = {}
    for reach, (plain, weighted, weight) in zip(SMOOTHED, average(rows, SMOOTHED), strict=True):
        result |= {f"mean~{reach}": plain, f"weighted~{reach}": weighted / weight}
    return result


def _whole_page(odds: Column, words: Column) -> dict[str, Column]:
    """How much of the page looks like main content, and how much of that stands above and below."""
    likely = np.where(odds > 0, words, 0.0)
    total = max(float(likely.sum()), 1.0)
    above = np.cumsum(likely) - likely
    rank = np.empty(len(odds))
    rank[np.argsort(odds, kind="stable")] = np.arange(len(odds))
    return {
        "likely_above": above / total,
        "likely_above_words": above,
        "likely_below": (total - above - likely) / total,
        "likely_below_words": total - above - likely,
        "likely_share": np.full(len(odds), total / float(words.sum())),
        "likely_words": np.full(len(odds), total),
        "rank": rank / len(odds),
    }


def _span(odds: Column, words: Column) -> dict[str, Column]:
    """Where the line stands to the run of lines with the greatest sum of log-odds by words, loose and tight."""
    result: dict[str, Column] = {}
    for name, weight in (("loose", words), ("tight", np.minimum(words, 12))):
        before, after = beside_run(*best_run(odds * weight), len(odds))
        result |= {f"{name}_before": before, f"{name}_after": after}
    return result
