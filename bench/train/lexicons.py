"""Counting words by site, and turning the counts into the tables of log-odds that the judge looks up.

What counts is in how many *sites* text with a word is main content, not in how many lines: the chrome of one site is
repeated on each of its pages. Tables for judging a page in training are made without its part of the sites (they are
cross-fitted), so that the trees learn how far to trust words of sites they have not seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from copydesk.editing.judge.features import Page
from copydesk.editing.judge.lexicon import MARKER_TOKENS, SCALE, WordTable
from numpy.typing import NDArray

MINIMUM_SITES: Final = {
    "word": 3, "pair": 3, "line": 2, "opening": 2, "closing": 3, "after_line": 2, "after_opening": 2, "markup": 3,
}  # fmt: skip
LARGEST: Final = {
    "word": 12000, "pair": 16000, "line": 9000, "opening": 9000, "closing": 6000, "after_line": 5000,
    "after_opening": 5000, "markup": 6000,
}  # fmt: skip
"""Entries kept of each table: those that say most."""

PRIOR: Final = 0.5
"""Sites added to both sides of each count."""

AFTER_WORDS: Final = 80
"""Words after a line that say what it opened."""


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """For one site and table: each hash it uses and the share of main content among its uses."""

    hashes: NDArray[np.uint32]
    shares: NDArray[np.float64]


Seen = tuple[NDArray[np.uint32], NDArray[np.float64]]
"""Hashes, and beside each the share of main content where it was used."""


def observations(page: Page, labels: NDArray[np.float64], sizes: NDArray[np.int64]) -> dict[str, Seen]:
    """What a page says of each table."""
    keys = page.keys
    has_words = keys.tokens > 0
    short = has_words & (keys.tokens <= MARKER_TOKENS)
    after = what_follows(labels, sizes)
    seen = {
        "word": (keys.word, labels[keys.word_line]),
        "pair": (keys.pair, labels[keys.pair_line]),
        "line": (keys.line[has_words], labels[has_words]),
        "opening": (keys.opening[has_words], labels[has_words]),
        "closing": (keys.closing[has_words], labels[has_words]),
        "after_line": (keys.line[short], after[short]),
        "after_opening": (keys.opening[short], after[short]),
    }
    if page.evidence is not None:
        names = page.evidence.keys
        main, uses = np.bincount(names.group, weights=labels), np.bincount(names.group)
        seen["markup"] = (names.word, (main / uses)[names.owner])
    return seen


def what_follows(labels: NDArray[np.float64], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """The share of main content among the words that follow each line (about `AFTER_WORDS` of them)."""
    words = np.concatenate(([0], np.cumsum(sizes)))
    main = np.concatenate(([0.0], np.cumsum(labels * sizes)))
    start = np.arange(1, len(sizes) + 1)
    end = np.minimum(np.searchsorted(words, words[start] + AFTER_WORDS), len(sizes))
    total = words[end] - words[start]
    return np.where(total > 0, (main[end] - main[start]) / np.maximum(total, 1), 0.0)


def count_site(seen: Iterable[Seen]) -> SiteCounts:
    """The counts of one site from the observations of its pages."""
    parts = list(seen)
    hashes = np.concatenate([part[0] for part in parts])
    shares = np.concatenate([part[1] for part in parts])
    unique, inverse, number = np.unique(hashes, return_inverse=True, return_counts=True)
    return SiteCounts(unique, np.bincount(inverse, weights=shares, minlength=len(unique)) / np.maximum(number, 1))


def make_table(name: str, sites: list[SiteCounts]) -> WordTable:
    """The log-odds of one table from the counts of many sites."""
    hashes = np.concatenate([site.hashes for site in sites])
    shares = np.concatenate([site.shares for site in sites])
    unique, inverse, number = np.unique(hashes, return_inverse=True, return_counts=True)
    main = np.bincount(inverse, weights=shares, minlength=len(unique))
    odds = np.log((main + PRIOR) / (number - main + PRIOR))
    values = np.clip(np.rint(odds * SCALE), -127, 127)
    kept = (number >= MINIMUM_SITES[name]) & (np.abs(values) >= SCALE // 4) & (unique != 0)
    worth = np.where(kept, np.abs(odds) * np.log1p(number), 0)
    best = np.sort(np.argsort(-worth, kind="stable")[: min(LARGEST[name], int(kept.sum()))])
    return WordTable(unique[best].astype(np.uint32), values[best].astype(np.int8))


def make_tables(counts: dict[str, list[SiteCounts]]) -> dict[str, WordTable]:
    """All tables of words."""
    return {name: make_table(name, sites) for name, sites in counts.items()}
