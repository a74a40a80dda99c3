"""Boosted trees, evaluated a page at a time with plain array operations.

Instead of walking each tree, every question of every tree is asked at once, and each answer "no" strikes out the
leaves that lie under "yes" (QuickScorer: Lucchese et al., SIGIR 2015). A tree has at most 32 leaves, so those struck
out are a 32-bit number, whose lowest bit that is not set is the leaf. Leaves hold thousandths of log-odds as
integers: the sum does not depend on the order or the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

LEAF_SCALE: Final = 1000
LEAVES: Final = 32
_CHUNK: Final = 128
"""Blocks judged at a time: so few keep the answers in the processor's cache, and a huge page in memory."""

_BIT_OF_REMAINDER: Final = np.zeros(37, np.int64)
_BIT_OF_REMAINDER[np.array([(1 << bit) % 37 for bit in range(32)])] = np.arange(32)


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of equally many questions each, the short ones filled up with questions that strike out nothing.

    ``feature``, ``threshold``, ``struck``: the questions, trees one after another ("is feature at most threshold?"),
    and the leaves struck out when the answer is no. ``leaf``: thousandths of log-odds, `LEAVES` a tree.
    """

    feature: NDArray[np.uint16]
    threshold: NDArray[np.float32]
    struck: NDArray[np.uint32]
    leaf: NDArray[np.int32]

    def judge(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """The log-odds in thousandths of each column of ``rows`` (features by blocks)."""
        count = rows.shape[1]
        if count <= _CHUNK:
            return self._judge(rows)
        parts = [self._judge(rows[:, start : start + _CHUNK].copy()) for start in range(0, count, _CHUNK)]
        return np.concatenate(parts)

    def _judge(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        trees = len(self.leaf)
        count = rows.shape[1]
        no = rows.take(self.feature, axis=0) > self.threshold[:, None]
        struck = np.bitwise_or.reduce((no * self.struck[:, None]).reshape(trees, -1, count), axis=1)
        lowest = ~struck & (struck + np.uint32(1))
        leaf = _BIT_OF_REMAINDER.take(lowest % np.uint32(37)) + LEAVES * np.arange(trees)[:, None]
        total: NDArray[np.int64] = self.leaf.take(leaf).sum(axis=0, dtype=np.int64)
        return total
