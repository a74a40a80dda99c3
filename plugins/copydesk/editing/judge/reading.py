"""A page as arrays: characters, tokens and lines, each line's statistics one vectorised pass away.

A token is a run of letters, marks and digits; in scripts without spaces every character is one. Tokens are known by
a 32-bit hash of their folded characters (lower case, digits as "0"), the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.alphabet import KIND, PLANE, fold_table, kind_table, of_kinds

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]
Numbers = TypeVar("Numbers", Ints, Hashes)

LINE_LIMIT: Final = 4000
"""Characters of a line that are read; a longer one is judged by its beginning."""

_WORDY: Final = of_kinds("lower", "upper", "uncased", "ideograph", "digit", "mark")
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_NOTHING: Final = np.zeros(1, np.uint64)
_BASE: Final = 0x100000001B3
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_KEPT: Final = 1 << 16
"""So many powers are kept from page to page: enough for all but the longest."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The characters and tokens of ``lines`` lines.

    ``kinds`` and ``line_of`` hold, for each character, its kind and its line; ``first`` and ``last`` each line's
    range of characters (``last`` is one past the end). Of each token: ``token_hash``, ``token_line``, ``token_size`` in
    characters, ``token_kind`` (the kind of its first character), ``token_place`` in its line from 0.
    """

    lines: int
    kinds: NDArray[np.uint8]
    codes: NDArray[np.uint32]
    line_of: Ints
    first: Ints
    last: Ints
    token_hash: Hashes
    token_line: Ints
    token_size: Ints
    token_kind: NDArray[np.uint8]
    token_place: Ints

    def per_line(self, line_of_each: Ints) -> NDArray[np.float64]:
        """How many of the things that stand in lines ``line_of_each`` each line has."""
        counts: NDArray[np.float64] = np.bincount(line_of_each, minlength=self.lines).astype(np.float64)
        return counts

    def sum_per_line(self, line_of_each: Ints, values: NDArray[np.generic]) -> NDArray[np.float64]:
        """The sum of ``values``, each standing in the line named beside it, by line."""
        total: NDArray[np.float64] = np.bincount(line_of_each, weights=values, minlength=self.lines).astype(np.float64)
        return total


def read(texts: list[str]) -> Reading:
    """Read the lines of a page."""
    texts = [text if len(text) <= LINE_LIMIT else text[:LINE_LIMIT] for text in texts]
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    last = np.cumsum(sizes)
    first = last - sizes
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    narrow = np.where(codes < PLANE, codes, 0x263A)
    kinds = kind_table().take(narrow)
    line_of = np.repeat(np.arange(len(texts)), sizes)
    starts, ends = _token_bounds(kinds)
    hashes = _hash_runs(fold_table().take(narrow), starts, ends)
    token_line = line_of[starts]
    return Reading(
        lines=len(texts),
        kinds=kinds,
        codes=narrow,
        line_of=line_of,
        first=first,
        last=last - 1,
        token_hash=hashes,
        token_line=token_line,
        token_size=ends - starts,
        token_kind=kinds[starts],
        token_place=np.arange(len(starts)) - np.searchsorted(token_line, np.arange(len(texts)))[token_line],
    )


def _token_bounds(kinds: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where tokens start and end. Each ideograph is a token, which the line break at the end always closes."""
    wordy = np.concatenate(([False], _WORDY.take(kinds)))
    before, here = wordy[:-1], wordy[1:]
    starts, ends = here & ~before, before & ~here
    ideograph = np.concatenate(([False], kinds == KIND["ideograph"]))
    if ideograph.any():
        parted = before & here & (ideograph[:-1] | ideograph[1:])
        starts, ends = starts | parted, ends | parted
    return np.flatnonzero(starts), np.flatnonzero(ends)


def _hash_runs(values: NDArray[np.uint32], starts: Ints, ends: Ints) -> Hashes:
    """A hash of each run ``starts`` to ``ends`` of ``values``, the order of the values included: the sum of its values,
    mixed, times rising powers of a base (Karp and Rabin, 1987). It is the difference of two sums from the beginning,
    divided by the power with which the run begins, all modulo 2**64, where an odd base has an inverse."""
    mixed = (values.astype(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> np.uint64(29)
    mixed *= _powers(_BASE, len(values) + 1)[1:]
    sums = np.concatenate((_NOTHING, np.cumsum(mixed)))
    return finish((sums.take(ends) - sums.take(starts)) * _powers(_INVERSE, len(values) + 1).take(starts))


def _powers(base: int, number: int) -> NDArray[np.uint64]:
    """The first powers of a base, from 1 on, modulo 2**64."""
    return _first_powers(base)[:number] if number <= _KEPT else _made_powers(base, number)


@lru_cache(maxsize=2)
def _first_powers(base: int) -> NDArray[np.uint64]:
    return _made_powers(base, _KEPT)


def _made_powers(base: int, number: int) -> NDArray[np.uint64]:
    factors = np.full(number, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


def finish(sums: NDArray[np.uint64]) -> Hashes:
    """Mix 64 bits down to 32."""
    mixed = (sums ^ (sums >> np.uint64(31))) * _MIX
    return (mixed >> np.uint64(32)).astype(np.uint32)


def distinct(values: Numbers) -> Numbers:
    """Each of the values once, in ascending order; sorted, since numpy's own way takes many times as long."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def line_hashes(reading: Reading) -> Hashes:
    """A hash of each line's tokens; 0 for a line without any."""
    result = np.zeros(reading.lines, np.uint32)
    if len(reading.token_hash):
        starts = np.flatnonzero(reading.token_place == 0)
        ends = np.append(starts[1:], len(reading.token_hash))
        result[reading.token_line[starts]] = _hash_runs(reading.token_hash, starts, ends)
    return result


def shape_hashes(reading: Reading) -> Hashes:
    """A hash of each line's kinds of characters, runs of one kind taken as one: the same for "Jane, 4 May" and
    "John, 11 June"."""
    kinds, line_of = reading.kinds, reading.line_of
    changes = np.concatenate(([True], (kinds[1:] != kinds[:-1]) | (line_of[1:] != line_of[:-1])))
    at = np.flatnonzero(changes)
    starts = np.searchsorted(at, reading.first)
    return _hash_runs(kinds[at].astype(np.uint32), starts, np.append(starts[1:], len(at)))


def name_hashes(names: list[str]) -> Hashes:
    """A hash of each name: that of its characters, read as one token."""
    sizes = np.array([len(name) for name in names], np.int64)
    codes = np.frombuffer("".join(names).encode("utf-32-le", "surrogatepass"), "<u4")
    ends = np.cumsum(sizes)
    return _hash_runs(fold_table().take(codes, mode="clip"), ends - sizes, ends)


def pair_hashes(left: Hashes, right: Hashes) -> Hashes:
    """A hash of each pair."""
    mixed = (left.astype(np.uint64) << np.uint64(32)) | right.astype(np.uint64)
    return finish(mixed * _MIX)
