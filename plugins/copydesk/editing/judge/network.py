"""The second look: a small network that sees the page as one sequence of lines.

Trees ask one question of one column at a time; the network weighs all columns of a line with those of the lines around
it, at distances of 1, 2, 4 and 8, and with the mean of the page. It errs in other places than trees do.

Its numbers are fixed-point: weights are whole multiples of 2**-10, what passes from layer to layer of 2**-8. Sums of
their products have room in a float of 64 bits, so that they are exact in any order and the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.ranks import Ranks, ranks_of
from copydesk.editing.judge.reading import Ints

Floats = NDArray[np.float64]

KNOTS: Final = 32
"""A column is seen as its rank among so many values of training pages, equally many rows apart."""

DISTANCES: Final = (1, 2, 4, 8)
"""How far apart the lines are that each layer sees together: 15 lines either way in all."""

MOST_WORDS: Final = 100
"""A longer line weighs no more in the mean of its page."""

WEIGHT_GRID: Final = 1024.0
_GRID: Final = 256.0
_LINES: Final = 16
"""Lines multiplied at a time: so few that the library of matrices calls no other threads, which cost more than they
help and wait for each other on a busy machine (forty times the processor time was measured)."""
_PART: Final = 1024
"""Lines looked at at a time: what is seen of a line takes three times the memory of what is made of it."""

_ODDS_GRID: Final = 2048.0
"""First log-odds, in thousandths, are seen as multiples of this: 2 is about the log-odds of .98."""
_FURTHEST: Final = 3.0


@dataclass(frozen=True)
class Network:
    """``knots``: for each column, `KNOTS` values in ascending order. ``layers``: the matrices by name, in multiples of
    1 / `WEIGHT_GRID`; the last row of each is added to its sums."""

    knots: NDArray[np.float32]
    layers: dict[str, NDArray[np.int16]]

    def judge(self, rows: NDArray[np.float32], first: Ints, words: Floats) -> Ints:
        """The log-odds in thousandths of each column of ``rows`` (columns of the first look by blocks).

        ``first`` is what the first look says of each block, ``words`` how many words it has.
        """
        line = _relu(self._through("in", (self._seen(rows[:, part], first[part]) for part in _parts(len(first)))))
        for distance in DISTANCES:
            line += _relu(self._through(f"around{distance}", beside(line, distance)))
        mean = _rounded(page_mean(line, words))
        line = _relu(self._with_mean(line, mean))
        return np.rint(self._through("out", (line,))[:, 0] * LEAF_SCALE).astype(np.int64)

    def _seen(self, rows: NDArray[np.float32], first: Ints) -> Floats:
        """What `see` says of each block before it is brought between -1 and 1, which the weights do: how many knots
        each of its columns passes, in the order of the ranks, and the first log-odds."""
        seen = np.empty((rows.shape[1], len(rows) + 1))
        seen[:, :-1] = self._ranks.passed(rows).T
        seen[:, -1] = _as_seen(first)
        return seen

    @cached_property
    def _ranks(self) -> Ranks:
        return ranks_of(self.knots)

    @cached_property
    def _weights(self) -> dict[str, Floats]:
        """The layers as numbers; those of the first for knots that are passed: all is exact, so nothing changes."""
        weights = {name: layer / WEIGHT_GRID for name, layer in self.layers.items()}
        ranked = weights["in"][:-2]
        weights["in"][-1] -= ranked.sum(axis=0)
        weights["in"][:-2] = ranked[self._ranks.order] / KNOTS
        return weights

    def _through(self, name: str, parts: Iterable[Floats]) -> Floats:
        weights = self._weights[name]
        return _rounded(np.concatenate([_product(part, weights[:-1]) for part in parts]) + weights[-1])

    def _with_mean(self, line: Floats, mean: Floats) -> Floats:
        """The layer that sees each line with the mean of the page, of which its part is the same for all lines."""
        weights, width = self._weights["page"], line.shape[1]
        return _rounded(_product(line, weights[:width]) + (mean @ weights[width:-1] + weights[-1]))


def see(rows: NDArray[np.float32], first: Ints, knots: NDArray[np.float32]) -> Floats:
    """What the network sees of each block: the rank of each of its columns from -1 to 1, and the first log-odds."""
    ranks = ranks_of(knots)
    seen = np.empty((rows.shape[1], len(rows) + 1))
    seen[:, ranks.order] = ranks.passed(rows).T / KNOTS
    seen[:, :-1] -= 1
    seen[:, -1] = _as_seen(first)
    return seen


def _as_seen(first: Ints) -> Floats:
    odds: Floats = np.clip(first / _ODDS_GRID, -_FURTHEST, _FURTHEST)
    return odds


def beside(line: Floats, distance: int) -> Iterator[Floats]:
    """Each line between the one so far above and the one so far below it, in parts; nothing stands beyond the page."""
    nothing = np.zeros((distance, line.shape[1]))
    page = np.concatenate((nothing, line, nothing))
    for part in _parts(len(line)):
        yield np.concatenate([page[part.start + far : part.stop + far] for far in (0, distance, 2 * distance)], axis=1)


def _parts(lines: int) -> Iterator[slice]:
    return (slice(start, min(start + _PART, lines)) for start in range(0, lines, _PART))


def _product(lines: Floats, weights: Floats) -> Floats:
    """The matrices multiplied, `_LINES` lines at a time."""
    result = np.empty((len(lines), weights.shape[1]))
    for start in range(0, len(lines), _LINES):
        few = slice(start, start + _LINES)
        np.matmul(lines[few], weights, out=result[few])
    return result


def page_mean(line: Floats, words: Floats) -> Floats:
    """The mean of a page's lines by their words."""
    weight = np.minimum(words, MOST_WORDS) + 1
    mean: Floats = (line * weight[:, None]).sum(axis=0) / weight.sum()
    return mean


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)


def _rounded(values: Floats) -> Floats:
    values *= _GRID
    np.floor(values, out=values)
    values /= _GRID
    return values
