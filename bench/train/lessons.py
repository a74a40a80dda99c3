"""What the network learns from: pages as it sees them, and which part of the sites each network must not see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from copydesk.editing.judge.network import KNOTS, Network, see
from numpy.typing import NDArray

from bench.train.network import Lesson, Matrix, Schooling, fit_network
from bench.unseen import ASIDE, FOLDS

KNOT_ROWS: Final = 60_000
"""About so many rows say how the values of a column lie."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with its columns (rows by columns) and what the first look, which had not seen its site, said of it."""

    values: Matrix
    first: NDArray[np.int64]
    words: NDArray[np.float64]
    labels: NDArray[np.float64]
    weights: NDArray[np.float64]
    part: int

    @property
    def teaches(self) -> bool:
        """Whether anything may be learned from it."""
        return self.part != ASIDE and bool(self.weights.any())


def school(pages: Sequence[Seen], how: Schooling) -> tuple[dict[int, Network], list[NDArray[np.int64]]]:
    """Networks by the part they have not seen (`ASIDE`: made of all training sites), and what each page got from the
    one that has not seen its own."""
    knots = _knots([page for page in pages if page.teaches])
    lessons = [(page.part, _lesson(page, knots)) for page in pages if page.teaches]
    networks = {
        part: fit_network([each for its, each in lessons if part == ASIDE or its != part], knots, how)
        for part in range(ASIDE, FOLDS)
    }
    return networks, [judge(networks[page.part], page) for page in pages]


def judge(network: Network, page: Seen) -> NDArray[np.int64]:
    """What a network says of a page's blocks."""
    return network.judge(np.ascontiguousarray(page.values.T), page.first, page.words)


def _lesson(page: Seen, knots: Matrix) -> Lesson:
    words, labels, weights = (each.astype(np.float32) for each in (page.words, page.labels, page.weights))
    seen = see(np.ascontiguousarray(page.values.T), page.first, knots).astype(np.float32)
    return Lesson(seen, words, np.maximum(labels, 0), weights)


def _knots(pages: Sequence[Seen]) -> Matrix:
    """For each column, values that part the rows, as they weigh, into equal shares."""
    every = max(1, sum(len(page.words) for page in pages) // KNOT_ROWS)
    values = np.concatenate([page.values[::every] for page in pages])
    weights = np.concatenate([page.weights[::every] for page in pages])
    shares = (np.arange(KNOTS) + 0.5) / KNOTS * weights.sum()
    knots = np.empty((values.shape[1], KNOTS), np.float32)
    for column, row in enumerate(values.T):
        order = np.argsort(row, kind="stable")
        at = np.searchsorted(np.cumsum(weights[order]), shares)
        knots[column] = row[order[np.minimum(at, len(order) - 1)]]
    return knots
