"""How much of each block is main content, read off the page's gold text.

A block of four words or more counts by the share of its four-word runs that the gold has. A run is granted to as many
blocks as the gold repeats it, first to those that stand among other main content; so the copy of a sentence in a
teaser or a pull quote loses against the sentence itself. A shorter block counts if its words stand in the gold
between those of the main content before and after it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bench.scoring import RUN, words

UNKNOWN = -1.0
"""The label of a block that the gold says nothing of."""

NEAR = 5
"""Blocks on either side that decide which copy of a sentence is the story's."""

SLACK = 3
"""Words by which a short block may overlap its neighbours in the gold."""

OPEN_WINDOW = 40
"""Words of the gold searched for a short block that has main content on one side only."""


@dataclass(slots=True)
class _Found:
    """A block in the gold: its runs, the share of them found, and the words of the gold it spans."""

    runs: list[tuple[str, ...]]
    share: float
    first: int
    last: int


def segment_labels(
    texts: list[str], inside: tuple[str, ...], outside: tuple[str, ...]
) -> tuple[list[float], list[int]]:
    """Labels where the gold is only segments that must, or must not, be in the text: 1, 0, or `UNKNOWN`."""
    flat = [" ".join(words(text)) for text in texts]
    good = [" ".join(words(segment)) for segment in inside]
    bad = [" ".join(words(segment)) for segment in outside]
    labels = [
        1.0
        if any(segment and segment in text for segment in good)
        else 0.0
        if any(segment and segment in text for segment in bad)
        else UNKNOWN
        for text in flat
    ]
    return labels, [len(text.split()) for text in flat]


def soft_labels(texts: list[str], gold: str) -> tuple[list[float], list[int]]:
    """The share of each block that is main content, and each block's number of words."""
    gold_words = words(gold)
    positions: dict[tuple[str, ...], int] = {}
    for start in range(len(gold_words) - RUN, -1, -1):
        positions[tuple(gold_words[start : start + RUN])] = start
    tokens = [words(text) for text in texts]
    found = [_find(block, positions) if len(block) >= RUN else None for block in tokens]
    supply = Counter(tuple(gold_words[start : start + RUN]) for start in range(len(gold_words) - RUN + 1))
    _grant(found, supply)
    labels = [item.share if item else 0.0 for item in found]
    _short_blocks(tokens, found, gold_words, labels)
    return labels, [len(block) for block in tokens]


def _find(block: list[str], positions: dict[tuple[str, ...], int]) -> _Found:
    runs = [tuple(block[start : start + RUN]) for start in range(len(block) - RUN + 1)]
    hits = [positions[run] for run in runs if run in positions]
    if not hits:
        return _Found(runs, 0.0, -1, -1)
    hits.sort()
    middle = hits[len(hits) // 2]
    near = [hit for hit in hits if abs(hit - middle) <= len(block)]
    return _Found(runs, len(hits) / len(runs), near[0], near[-1] + RUN)


def _grant(found: list[_Found | None], supply: Counter[tuple[str, ...]]) -> None:
    """Take each block's runs out of the supply, those first that have most main content around them."""
    mass = [item.share * len(item.runs) if item else 0.0 for item in found]
    support = [sum(mass[max(0, at - NEAR) : at + NEAR + 1]) for at in range(len(mass))]
    for at in sorted(range(len(found)), key=lambda at: -support[at]):
        item = found[at]
        if item is None or not item.share:
            continue
        granted = 0
        for run in item.runs:
            if supply[run] > 0:
                supply[run] -= 1
                granted += 1
        item.share = granted / len(item.runs)


def _short_blocks(tokens: list[list[str]], found: list[_Found | None], gold: list[str], labels: list[float]) -> None:
    """Label the blocks too short for a run by whether the gold has their words where they stand."""
    anchored = [item if item and item.share > 0.5 else None for item in found]
    before: list[_Found | None] = []
    last: _Found | None = None
    for item in anchored:
        before.append(last)
        last = item or last
    following: _Found | None = None
    for at in range(len(tokens) - 1, -1, -1):
        block, item = tokens[at], anchored[at]
        if 0 < len(block) < RUN:
            labels[at] = _stands_between(block, before[at], following, gold)
        following = item or following


def _stands_between(block: list[str], before: _Found | None, after: _Found | None, gold: list[str]) -> float:
    if before is None and after is None:
        return float(block == gold)
    low = before.last - SLACK if before else max(0, after.first - OPEN_WINDOW) if after else 0
    high = after.first + SLACK if after else low + OPEN_WINDOW
    window = gold[max(low, 0) : min(high, max(low, 0) + 400)]
    size = len(block)
    return float(any(window[start : start + size] == block for start in range(len(window) - size + 1)))
