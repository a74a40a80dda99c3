"""What was learned of words: log-odds that text with a word, a pair of words, a whole line is main content.

A table is a sorted array of 32-bit hashes with a small integer each: the log-odds times `SCALE`. What a table does not
hold counts 0, which is to say that nothing is known of it; so a language nobody trained on costs nothing but help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.reading import Hashes, Ints, Reading, line_hashes, pair_hashes

SCALE: Final = 16
"""Log-odds are kept in sixteenths; an int8 then reaches from -8 to just under 8."""

WORD_TABLES: Final = ("word", "pair", "line", "opening", "closing", "after_line", "after_opening")
"""Words, neighbouring words, whole lines, the first two words of a line, its last two; and how likely what *follows*
a line, or a line with this opening, is main content ("Related articles" ends a story)."""

MARKER_TOKENS: Final = 8
"""A line of at most so many tokens may be a marker of what follows it."""


_BITS: Final = 15
"""Hashes are looked for among those with the same first bits: two or three of a table, where it has many thousands."""


@dataclass(frozen=True, eq=False)
class WordTable:
    """Hashes in ascending order and the log-odds of each, in sixteenths."""

    hashes: Hashes
    values: NDArray[np.int8]

    def look_up(self, hashes: Hashes) -> NDArray[np.int16]:
        """The log-odds of each of ``hashes``, 0 where the table has none."""
        return joined((self,)).look_up((hashes,))[0]


@dataclass(frozen=True)
class Joined:
    """Tables behind each other, so that all keys of a page are looked up in as many steps as those of one table.

    ``begin`` is where the hashes with each first bits begin, those of the first table, then of the second, and so on;
    ``most`` is how many have their first bits in common.
    """

    hashes: Hashes
    values: NDArray[np.int8]
    begin: Ints
    most: int

    def look_up(self, keys: Sequence[Hashes]) -> list[NDArray[np.int16]]:
        """The log-odds of the keys for each table, 0 where it has none."""
        asked, sizes = np.concatenate(keys), [len(each) for each in keys]
        found = np.zeros(len(asked), np.int16)
        table = np.repeat(np.arange(len(sizes)) << _BITS, sizes)
        at = self.begin.take((asked >> np.uint32(32 - _BITS)) + table)
        for _ in range(self.most):
            here = (self.hashes.take(at, mode="clip") == asked).nonzero()[0]
            found[here] = self.values.take(at[here], mode="clip")
            at += 1
        return np.split(found, np.cumsum(sizes)[:-1])


@lru_cache(maxsize=8)
def joined(tables: tuple[WordTable, ...]) -> Joined:
    """The tables in one."""
    first_bits = [
        (table.hashes >> np.uint32(32 - _BITS)).astype(np.int64) + (number << _BITS)
        for number, table in enumerate(tables)
    ]
    counts = np.bincount(np.concatenate(first_bits), minlength=len(tables) << _BITS)
    return Joined(
        np.concatenate([table.hashes for table in tables]),
        np.concatenate([table.values for table in tables]),
        np.cumsum(counts) - counts,
        int(counts.max()),
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """What of a page can be looked up: per token, per pair of tokens, per line (hashes; 0 is none)."""

    word: Hashes
    word_line: Ints
    pair: Hashes
    pair_line: Ints
    line: Hashes
    opening: Hashes
    closing: Hashes
    tokens: Ints


def keys_of(reading: Reading) -> Keys:
    """The keys of a page."""
    hashes, lines = reading.token_hash, reading.token_line
    inside = lines[1:] == lines[:-1]
    pairs = pair_hashes(hashes[:-1], hashes[1:])
    starts = np.flatnonzero(reading.token_place == 0)
    counts = np.bincount(lines, minlength=reading.lines)
    opening = np.zeros(reading.lines, np.uint32)
    closing = np.zeros(reading.lines, np.uint32)
    if len(starts):
        has = lines[starts]
        ends = starts + counts[has] - 1
        opening[has] = pair_hashes(hashes[starts], hashes[np.minimum(starts + 1, ends)])
        closing[has] = pair_hashes(hashes[ends], hashes[np.maximum(ends - 1, starts)])
    return Keys(
        hashes, lines, pairs[inside], lines[1:][inside], line_hashes(reading), opening, closing, counts.astype(np.int64)
    )


def lexicon_columns(keys: Keys, tables: dict[str, WordTable]) -> dict[str, NDArray[np.float64]]:
    """The columns that the learned tables give each line."""
    asked = (keys.word, keys.pair, keys.line, keys.opening, keys.closing, keys.line, keys.opening)
    word, pair, *of_lines = joined(tuple([tables[name] for name in WORD_TABLES])).look_up(asked)
    line, opening, closing, after, after_opening = of_lines
    after = np.where(after != 0, after, after_opening)
    after = np.where(keys.tokens <= MARKER_TOKENS, after, 0)
    columns = {
        "line": line.astype(float),
        "opening": opening.astype(float),
        "closing": closing.astype(float),
        "after": after.astype(float),
        **_spread("word", word, keys.word_line, len(keys.line)),
        **_spread("pair", pair, keys.pair_line, len(keys.line)),
    }
    return {**columns, **_markers_above(after)}


def _spread(name: str, values: NDArray[np.int16], lines: Ints, count: int) -> dict[str, NDArray[np.float64]]:
    """Mean, sum, lowest and highest of the values in each line."""
    number = np.maximum(np.bincount(lines, minlength=count), 1)
    total = np.bincount(lines, weights=values, minlength=count)
    known = np.bincount(lines, weights=values != 0, minlength=count)
    low, high = np.zeros(count), np.zeros(count)
    if len(lines):
        starts = np.flatnonzero(np.concatenate(([True], lines[1:] != lines[:-1])))
        low[lines[starts]] = np.minimum.reduceat(values, starts)
        high[lines[starts]] = np.maximum.reduceat(values, starts)
    return {
        f"{name}_mean": total / number,
        f"{name}_sum": np.minimum(np.maximum(total, -400), 400),
        f"{name}_known": known / number,
        f"{name}_low": low,
        f"{name}_high": high,
    }


def _markers_above(after: NDArray[np.int16]) -> dict[str, NDArray[np.float64]]:
    """What the markers above each line say of it: the lowest so far, the sum of the clear ones, the last clear one
    and how many lines ago it stood."""
    count = len(after)
    above = np.concatenate(([0], after[:-1])).astype(float)
    clear = np.abs(above) >= SCALE
    index = np.arange(count)
    last = np.maximum.accumulate(np.where(clear, index, -1))
    return {
        "marker_low": np.minimum.accumulate(above),
        "marker_sum": np.cumsum(np.where(clear, above, 0)),
        "marker_last": np.where(last >= 0, above[np.maximum(last, 0)], 0),
        "marker_age": np.where(last >= 0, index - last, 999).astype(float),
    }
