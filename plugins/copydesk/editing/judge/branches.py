"""How trees branch that are stored as the leaves each answer strikes out (QuickScorer: Lucchese et al., SIGIR 2015).

A question's "yes" leads to the leaves that its "no" strikes out, which stand side by side. So of the questions whose
"yes" begins at a node's first leaf the node asks the widest, and its range of leaves is parted where that "yes" ends.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Level:
    """The nodes of one depth of all trees: their places, which are next to each other, the question each asks, and
    the places its answers lead to."""

    nodes: slice
    question: Ints
    yes: Ints
    no: Ints


@dataclass(frozen=True, slots=True)
class Branches:
    """Trees from their roots down. Of ``places`` in all, the first are the leaves: the first leaf of every tree, then
    the second of every tree, and so on."""

    roots: Ints
    levels: tuple[Level, ...]
    places: int


@dataclass(frozen=True, slots=True)
class _Nodes:
    """Nodes and leaves, each known by its tree and the range of leaves under it."""

    tree: Ints
    first: Ints
    last: Ints

    def that_ask(self) -> _Nodes:
        """Those that are no leaves."""
        asks = self.first < self.last
        return _Nodes(self.tree[asks], self.first[asks], self.last[asks])

    def places(self, trees: int, taken: int) -> Ints:
        """Where they stand: leaves where they are stored, others in their order behind the ``taken`` places."""
        asks = self.first < self.last
        return np.where(asks, taken - 1 + np.cumsum(asks), self.first * trees + self.tree)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The questions by tree and by the leaf at which their "yes" begins, the widest first: the number of each, the
    leaf at which its "yes" ends, and where in this order each leaf's begin (trees by leaves, in one row)."""

    number: Ints
    end: Ints
    begin: Ints


def branches(struck: NDArray[np.uint32], leaves: int) -> Branches:
    """The branches of trees whose questions strike out the leaves ``struck`` (trees by questions), of at most
    ``leaves`` leaves each."""
    trees, taken = len(struck), len(struck) * leaves
    asked = _asked(struck, leaves)
    nodes = _Nodes(np.arange(trees), np.zeros(trees, np.int64), np.count_nonzero(struck, axis=1))
    roots, levels = nodes.places(trees, taken), []
    while len((nodes := nodes.that_ask()).tree):
        leaf = nodes.tree * leaves + nodes.first
        at = asked.begin[leaf]
        asked.begin[leaf] += 1
        nodes, here = _parted(nodes, asked.end[at]), slice(taken, taken + len(leaf))
        taken = here.stop
        yes, no = np.split(nodes.places(trees, taken), 2)
        levels.append(Level(here, asked.number[at], yes, no))
    return Branches(roots, tuple(levels), taken)


def _parted(nodes: _Nodes, end: Ints) -> _Nodes:
    """Where the answers lead to: what "yes" leads to for all nodes, then what "no" does."""
    return _Nodes(
        np.tile(nodes.tree, 2),
        np.concatenate((nodes.first, end + 1)),
        np.concatenate((end, nodes.last)),
    )


def _asked(struck: NDArray[np.uint32], leaves: int) -> _Asked:
    number = np.flatnonzero(struck)
    mask = struck.ravel()[number].astype(np.int64)
    lowest = mask & -mask
    first = np.log2(lowest).astype(np.int64)
    end = np.log2(mask + lowest).astype(np.int64) - 1  # the leaves stand side by side: the sum is a power of two
    leaf = number // struck.shape[1] * leaves + first
    order = np.lexsort((-end, leaf))
    begin = np.searchsorted(leaf[order], np.arange(len(struck) * leaves))
    return _Asked(number[order], end[order], begin)
