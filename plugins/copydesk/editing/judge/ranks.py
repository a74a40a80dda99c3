"""Where values stand among the knots of their columns, for all columns of a page at once.

A column of few different values has few different knots, and half of all knots are repeated. Each is compared once and
counts as often as it stands there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ranks:
    """``order``: the columns by how many different knots they have, the most first. ``marks``: the first knot of all of
    them, the second of those that have two, and so on, each with how often it stands there, ``None`` for once each."""

    order: NDArray[np.int64]
    marks: tuple[tuple[NDArray[np.float32], Counts | None], ...]

    def passed(self, rows: NDArray[np.float32]) -> Counts:
        """For each value of ``rows`` (columns by blocks) how many knots it is greater than and how many it is not less
        than, together: twice the number of knots at most. Columns stand in ``order``."""
        here = rows.take(self.order, axis=0)
        passed = np.zeros(here.shape, np.uint8)
        beyond, reached = np.empty(here.shape, bool), np.empty(here.shape, bool)
        for mark, times in self.marks:
            few = slice(len(mark))
            both = np.greater(here[few], mark, out=beyond[few]).view(np.uint8)
            both += np.greater_equal(here[few], mark, out=reached[few]).view(np.uint8)
            if times is not None:
                both *= times
            passed[few] += both
        return passed


def ranks_of(knots: NDArray[np.float32]) -> Ranks:
    """How values are ranked among ``knots``: for each column some, at most 127, in ascending order."""
    different = [np.unique(row, return_counts=True) for row in knots]
    order = np.argsort([-len(values) for values, _ in different], kind="stable")
    marks = []
    for step in range(len(different[order[0]][0])):
        having = [different[column] for column in order if len(different[column][0]) > step]
        mark = np.array([values[step] for values, _ in having], np.float32)[:, None]
        times = np.array([counts[step] for _, counts in having], np.uint8)[:, None]
        marks.append((mark, None if (times == 1).all() else times))
    return Ranks(order, tuple(marks))
