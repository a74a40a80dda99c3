"""A story's print: what is compared of it, made once from its words and kept."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rensa import RMinHash

from copydesk.text import words, words_of

SLOTS = 128
"""Of a signature: the likeness of two stories is then estimated to about 0.04 (1 / √128 at worst, Broder 1997)."""

SLOT = 4
"""Bytes of a slot, the highest first. All signatures are held at once: as numbers each would take ten times as much."""

SEED = 1
SHINGLE = 3
"""Words of a shingle: short enough to survive an edited sentence, long enough not to be had by chance."""

LEAST = 30
"""Shingles below which two texts are too short to be told from two short texts."""

STRONGEST = 40
"""Words kept of a story to tell its event by."""

SHORTEST = 4
"""Letters of such a word; characters of a script without spaces go in pairs."""


@dataclass(frozen=True, slots=True)
class Print:
    """``signature`` has `SLOT` bytes for each of its `SLOTS`, and is empty for a story too short to compare; ``terms``
    are its most frequent words, those of the headline first, from the strongest down; ``told_at`` is the address of its
    original under its headline, "" where one of them is not known."""

    signature: bytes
    terms: tuple[str, ...]
    headline: tuple[str, ...]
    language: str
    day: date
    told_at: str = ""


def signature(body: str) -> bytes:
    """The MinHash signature of a text's shingles."""
    said = words_of(body)
    shingles = {" ".join(said[place : place + SHINGLE]) for place in range(len(said) - SHINGLE + 1)}
    if len(shingles) < LEAST:
        return b""
    sketch = RMinHash(num_perm=SLOTS, seed=SEED)
    sketch.update(sorted(shingles))
    return b"".join(slot.to_bytes(SLOT, "big") for slot in sketch.digest())


def print_of(headline: str, body: str, language: str, day: date, original: str | None = None) -> Print:
    """The print of a story; ``original`` is the address of its original."""
    leading = telling(words(headline))
    counts = Counter(telling(words_of(body)))
    strongest = sorted(counts, key=lambda term: (term not in leading, -counts[term], term))
    titled = " ".join(words(headline))
    told_at = f"{original} {titled}" if original and titled else ""
    return Print(signature(body), shared(strongest[:STRONGEST]), shared(leading), language, day, told_at)


def shared(terms: Iterable[str]) -> tuple[str, ...]:
    """Each of the words once, held in memory once for all stories that have it."""
    return tuple(map(sys.intern, dict.fromkeys(terms)))


def telling(said: Iterable[str]) -> list[str]:
    """The words that may tell of an event: longer ones, and pairs of single characters of scripts without spaces."""
    found, before = [], ""
    for word in said:
        if len(word) == 1 and not word.isascii():
            if before:
                found.append(before + word)
            before = word
            continue
        before = ""
        if len(word) >= SHORTEST:
            found.append(word)
    return found


def likeness(one: Print, other: Print) -> float:
    """The estimated share of shingles two stories have in common, of all that either has: 0 to 1."""
    if not one.signature or not other.signature:
        return 0.0
    mine, theirs = (memoryview(each.signature).cast("I") for each in (one, other))
    return sum(1 for slot, its in zip(mine, theirs, strict=True) if slot == its) / SLOTS
