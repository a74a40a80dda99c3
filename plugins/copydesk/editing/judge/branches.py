"""How trees branch that are stored as the leaves each answer strikes out.

A question's "yes" leads to the leaves that its "no" strikes out, which stand side by side. So of the questions whose
"yes" begins at a node's first leaf the node asks the widest, and its range of leaves is parted where that "yes" ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Level:
    """The nodes of one depth of all trees: their places, which are next to each other, the question each asks, and
    the places its answers lead to."""

    nodes: slice
    question: Places
    yes: Places
    no: Places


@dataclass(frozen=True, slots=True)
class Branches:
    """Trees from their roots down. Of ``places`` in all, the first are the leaves: the first leaf of every tree, then
    the second of every tree, and so on."""

    roots: Places
    levels: tuple[Level, ...]
    places: int


class _Node(NamedTuple):
    """A node, or a leaf, by the range of leaves under it."""

    tree: int
    first: int
    last: int


@dataclass(slots=True)
class _Places:
    """Gives every node its place: leaves where they are stored, others behind them as they come."""

    trees: int
    taken: int
    given: dict[_Node, int] = field(default_factory=dict)

    def of(self, nodes: list[_Node]) -> Places:
        """The places of some nodes."""
        return np.array([self._of(node) for node in nodes], np.int64)

    def _of(self, node: _Node) -> int:
        if node.first == node.last:
            return node.first * self.trees + node.tree
        if node not in self.given:
            self.given[node] = self.taken
            self.taken += 1
        return self.given[node]


def branches(struck: NDArray[np.uint32], leaves: int) -> Branches:
    """The branches of trees whose questions strike out the leaves ``struck`` (trees by questions), of at most
    ``leaves`` leaves each."""
    trees, width = struck.shape
    masks = struck.tolist()
    level = [_Node(tree, 0, sum(mask > 0 for mask in masks[tree])) for tree in range(trees)]
    asked = [_by_first_leaf(each) for each in masks]
    places = _Places(trees, trees * leaves)
    roots = places.of(level)
    levels = []
    while level := [node for node in level if node.first < node.last]:
        first = int(places.of(level[:1])[0])
        parted = [asked[node.tree][node.first].pop() for node in level]
        yes = [_Node(node.tree, node.first, last) for node, (last, _) in zip(level, parted, strict=True)]
        no = [_Node(node.tree, last + 1, node.last) for node, (last, _) in zip(level, parted, strict=True)]
        question = np.array([node.tree * width + at for node, (_, at) in zip(level, parted, strict=True)], np.int64)
        levels.append(Level(slice(first, first + len(level)), question, places.of(yes), places.of(no)))
        level = yes + no
    return Branches(roots, tuple(levels), places.taken)


def _by_first_leaf(masks: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """For each leaf, the questions of a tree whose "yes" begins there: the last leaf of that and the question's number,
    the widest last."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, mask in enumerate(masks):
        if mask:
            found[(mask & -mask).bit_length() - 1].append((mask.bit_length() - 1, number))
    return {first: sorted(each) for first, each in found.items()}
