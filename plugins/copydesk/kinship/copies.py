"""Near-copies: the same wire story from two publishers, by locality-sensitive hashing of signatures.

Stories are put into buckets by each band of their signature and compared only with the earliest of their bucket, so the
work grows with the number of stories, not with that of pairs. Two that name one original under one headline are one
story however much of it each has: one feed of a publisher gives its first words, another all of it. (By the address
alone they are not: there are feeds whose items all lead to the front page.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from copydesk.kinship.prints import SLOT, SLOTS, Print, likeness

ROWS = 4
"""Slots of a band. With 32 bands of 4 two stories half alike share a bucket with 0.87, two a quarter alike with 0.12
(1 - (1 - s⁴)³²; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4)."""

COPY = 0.5
"""The likeness from which two stories are one. Two reports of one event in words of their own stay far below."""

FEWEST = 4
"""Earliest stories of a bucket that each newcomer is compared with."""

Pair = tuple[str, str]
"""Two GUIDs."""


def copies(prints: Mapping[str, Print], order: Sequence[str]) -> list[Pair]:
    """Each story that is a near-copy with the earliest it is a copy of; ``order`` are all GUIDs, the earliest first."""
    place_of = {guid: place for place, guid in enumerate(order)}
    near: dict[str, set[str]] = {}
    for start in range(0, SLOTS * SLOT, ROWS * SLOT):
        for guid, other in _meeting(prints, order, start):
            near.setdefault(guid, set()).add(other)
    told_at: dict[str, str] = {}
    found: list[Pair] = []
    for guid in order:
        alike = [other for other in near.get(guid, ()) if likeness(prints[guid], prints[other]) >= COPY]
        if (original := prints[guid].told_at) and told_at.setdefault(original, guid) != guid:
            alike.append(told_at[original])
        if alike:
            found.append((min(alike, key=place_of.__getitem__), guid))
    return found


def _meeting(prints: Mapping[str, Print], order: Sequence[str], start: int) -> Iterator[Pair]:
    """Each story with those before it in its bucket, by the band that begins at a byte: one band after the other, since
    the buckets of all would take more memory than the stories."""
    buckets: dict[bytes, list[str]] = {}
    for guid in order:
        if band := prints[guid].signature[start : start + ROWS * SLOT]:
            bucket = buckets.setdefault(band, [])
            yield from ((guid, other) for other in bucket)
            if len(bucket) < FEWEST:
                bucket.append(guid)


def grouped(pairs: Sequence[Pair], apart: Sequence[Pair], order: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """The pairs as groups, each with its earliest story first; two that are ``apart`` are never in one group. ``order``
    is the place of each story; GUIDs it does not know are left out."""
    group_of = {guid: [guid] for pair in pairs for guid in pair if guid in order}
    forbidden = {frozenset(pair) for pair in apart}
    for one, other in pairs:
        first, second = group_of.get(one), group_of.get(other)
        if first is None or second is None or first is second:
            continue
        if any(frozenset((a, b)) in forbidden for a in first for b in second):
            continue
        first += second
        group_of.update(dict.fromkeys(second, first))
    groups = {id(group): sorted(group, key=lambda guid: order[guid]) for group in group_of.values() if len(group) > 1}
    return tuple(map(tuple, sorted(groups.values(), key=lambda group: order[group[0]])))


def chain(guids: Sequence[str]) -> list[Pair]:
    """The pairs that hold a group together."""
    return list(pairwise(guids))
