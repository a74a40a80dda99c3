"""Boosted trees, evaluated a page at a time with plain array operations.

Instead of walking each tree for each block, every question is asked of all blocks at once, and the answers are kept as
bits, 64 blocks a number. Which blocks come to a node is then a matter of "and", one step for each level of all trees
together. Leaves hold thousandths of log-odds as integers: the sum does not depend on the order or the machine.

A question is stored with the leaves that its answer "no" strikes out: those that lie under its "yes".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.branches import Branches, branches

Bits = NDArray[np.uint64]

LEAF_SCALE: Final = 1000
LEAVES: Final = 32
_LEAF_BITS: Final = 5
_WORD: Final = 64
"""Blocks whose answers are one number."""
_CHUNK: Final = 256
"""Blocks judged at a time: so few keep the answers in the processor's cache, and a huge page in memory."""
_ASKED: Final = 1024
"""Questions asked at a time, for the same reason."""


@dataclass(frozen=True, slots=True)
class _Questions:
    """What the trees ask, each question once: ``number`` is the place here of each question as the trees have it."""

    feature: NDArray[np.uint16]
    threshold: NDArray[np.float32]
    number: NDArray[np.int64]


@dataclass(frozen=True)
class Forest:
    """Trees of equally many questions each, the short ones filled up with questions that strike out nothing.

    ``feature``, ``threshold``, ``struck``: the questions, trees one after another ("is feature at most threshold?"),
    and the leaves struck out when the answer is no. ``leaf``: thousandths of log-odds, `LEAVES` a tree.
    """

    feature: NDArray[np.uint16]
    threshold: NDArray[np.float32]
    struck: NDArray[np.uint32]
    leaf: NDArray[np.int32]

    @cached_property
    def _branches(self) -> Branches:
        return branches(self.struck.reshape(len(self.leaf), -1), LEAVES)

    @cached_property
    def _questions(self) -> _Questions:
        """Trees have half of their questions in common."""
        both = (self.feature.astype(np.uint64) << np.uint64(32)) | self.threshold.view(np.uint32)
        _, first, number = np.unique(both, return_index=True, return_inverse=True)
        return _Questions(self.feature[first], self.threshold[first], number)

    def judge(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """The log-odds in thousandths of each column of ``rows`` (features by blocks)."""
        count = rows.shape[1]
        if not count:
            return np.zeros(0, np.int64)
        parts = [self._judge(rows[:, start : start + _CHUNK]) for start in range(0, count, _CHUNK)]
        return np.concatenate(parts)[:count]

    def _judge(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """The number of each tree's leaf, bit by bit, then what the leaves hold."""
        reached = self._reached(rows)
        number = np.zeros(reached[0].size * _WORD, np.uint8)
        for bit in range(_LEAF_BITS):
            having = reached.reshape(-1, 2, 1 << bit, reached[0].size)[:, 1]
            number |= _unpacked(np.bitwise_or.reduce(having, axis=(0, 1))) << bit
        leaf = number.reshape(len(self.leaf), -1) + self._first_leaf
        total: NDArray[np.int64] = self.leaf.take(leaf).sum(axis=0, dtype=np.int64)
        return total

    @cached_property
    def _first_leaf(self) -> NDArray[np.int64]:
        return np.arange(0, len(self.leaf) * LEAVES, LEAVES)[:, None]

    def _reached(self, rows: NDArray[np.float32]) -> Bits:
        """Which blocks (a bit each, 64 a word) come to which leaf (leaves by trees by words)."""
        grown, no = self._branches, self._answers(_filled(rows))
        led_to = np.empty((grown.places, no.shape[1]), np.uint64)
        end = 1 + len(self.leaf)
        led_to[0], led_to[1:end] = 0, ~np.uint64(0)
        here = led_to[1:end].take(grown.nodes, axis=0)
        for level, question in zip(grown.levels, self._asked, strict=True):
            begin, middle, end = end, end + len(here), end + 2 * len(here)
            np.bitwise_and(here, no.take(question, axis=0), out=led_to[middle:end])
            np.bitwise_xor(here, led_to[middle:end], out=led_to[begin:middle])
            here = led_to[begin:end].take(level.inner, axis=0)
        return led_to.take(grown.leaves, axis=0).reshape(LEAVES, len(self.leaf), -1)

    def _answers(self, filled: NDArray[np.float32]) -> Bits:
        """For each question of `_questions`, which blocks answer "no": some at a time, which stay in the cache."""
        asked = self._questions
        parts = (slice(start, start + _ASKED) for start in range(0, len(asked.feature), _ASKED))
        return np.concatenate(
            [_packed(filled.take(asked.feature[part], axis=0) > asked.threshold[part, None]) for part in parts]
        )

    @cached_property
    def _asked(self) -> tuple[NDArray[np.int64], ...]:
        """The questions of each level, by their place in `_questions`."""
        return tuple([self._questions.number[level.question] for level in self._branches.levels])


def _filled(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows filled up so that their blocks make whole words of bits."""
    filled = np.zeros((len(rows), -(-rows.shape[1] // _WORD) * _WORD), np.float32)
    filled[:, : rows.shape[1]] = rows
    return filled


def _packed(answers: NDArray[np.bool_]) -> Bits:
    return np.packbits(answers.ravel()).view(np.uint64).reshape(len(answers), -1)


def _unpacked(bits: Bits) -> NDArray[np.uint8]:
    return np.unpackbits(bits.view(np.uint8))
