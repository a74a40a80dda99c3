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
    """The nodes of one depth of all trees: the question each asks, and which of the places its answers lead to, first
    the "yes" of all nodes and then the "no" of all, are nodes themselves: those of the next depth, in their order."""

    question: Ints
    inner: Ints


@dataclass(frozen=True, slots=True)
class Branches:
    """Trees from their roots down. Of ``places`` in all the first leads nowhere; then come the roots, and what the
    answers of each level lead to. ``nodes`` are the roots that ask, ``leaves`` the places of the first leaf of every
    tree, then of the second of every tree, and so on."""

    nodes: Ints
    levels: tuple[Level, ...]
    leaves: Ints
    places: int


@dataclass(frozen=True, slots=True)
class _Nodes:
    """Nodes and leaves, each known by its tree and the range of leaves under it."""

    tree: Ints
    first: Ints
    last: Ints

    def asking(self) -> Ints:
        """Which are no leaves."""
        return np.flatnonzero(self.first < self.last)

    def at(self, places: Ints) -> _Nodes:
        """Those at some places."""
        return _Nodes(self.tree[places], self.first[places], self.last[places])


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
    trees, asked = len(struck), _asked(struck, leaves)
    led_to = _Nodes(np.arange(trees), np.zeros(trees, np.int64), np.count_nonzero(struck, axis=1))
    inner, places, leaf_at = led_to.asking(), 1, np.zeros(leaves * trees, np.int64)
    roots = inner
    levels: list[Level] = []
    while True:
        ends = np.flatnonzero(led_to.first == led_to.last)
        leaf_at[led_to.first[ends] * trees + led_to.tree[ends]] = places + ends
        places += len(led_to.tree)
        if not len(inner):
            return Branches(roots, tuple(levels), leaf_at, places)
        nodes = led_to.at(inner)
        leaf = nodes.tree * leaves + nodes.first
        at = asked.begin[leaf]
        asked.begin[leaf] += 1
        led_to = _parted(nodes, asked.end[at])
        inner = led_to.asking()
        levels.append(Level(asked.number[at], inner))


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
