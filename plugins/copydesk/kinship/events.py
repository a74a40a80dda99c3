"""Stories of one event: of one language, within two days, that share the rare words their headlines are about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from copydesk.kinship.copies import Pair
from copydesk.kinship.prints import Print

DAYS = 2
"""Days between the first and the last report of an event that are taken for one."""

RARE = 0.1
"""A word is rare if at most this share of the stories has it; names of people and places are far rarer."""

MOST = 40
"""The most stories that a rare word may be in on a large site, so that the work grows with the stories, not their
square."""

SHARED = 4
"""Rare words two stories must share, one of them in the headline of each or of one and strong in the other."""

ALIKE = 0.24
"""Cosine of the two stories' rare words, each weighed by how rare it is. Of 132 pairs read and labelled by hand
(`bench/events.py`) this bar finds 83 %, and 87 % of what it lists is right: the best balance of those tried."""

KIN = 5
"""Stories listed with another."""


def events(prints: Mapping[str, Print], order: Sequence[str]) -> list[Pair]:
    """The pairs of stories of one event, the earlier first; of each story at most the `KIN` most alike."""
    place = {guid: number for number, guid in enumerate(order)}
    likenesses: dict[str, list[tuple[float, str]]] = {}
    for one, other, score in _alike_pairs(prints, order):
        likenesses.setdefault(one, []).append((-score, other))
        likenesses.setdefault(other, []).append((-score, one))
    kin = {guid: {other for _, other in sorted(found)[:KIN]} for guid, found in likenesses.items()}
    pairs = {tuple(sorted((guid, other), key=place.__getitem__)) for guid in kin for other in kin[guid]}
    return sorted(((one, other) for one, other in pairs), key=lambda pair: (place[pair[0]], place[pair[1]]))


def _alike_pairs(prints: Mapping[str, Print], order: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Each story with an earlier one that is alike enough, and how alike. Only stories that share rare words are
    compared."""
    weights = rare_words(prints)
    having: dict[str, list[str]] = {}
    for guid in order:
        mine = [term for term in prints[guid].terms if term in weights]
        shared = Counter(other for term in mine for other in having.get(term, ()))
        for other in (other for other, count in shared.items() if count >= SHARED):
            score = alike(prints[guid], prints[other], weights)
            if score >= ALIKE:
                yield guid, other, score
        for term in mine:
            having.setdefault(term, []).append(guid)


def rare_words(prints: Mapping[str, Print]) -> dict[str, float]:
    """The words few stories have, with their weight: the logarithm of how few."""
    counts = Counter(term for each in prints.values() for term in each.terms)
    most = min(MOST, max(3, RARE * len(prints)))
    lone = math.log(1 + len(prints)) / 2  # a word one story has alone may be its own, or a misprint
    found = {term: math.log(1 + len(prints) / count) for term, count in counts.items() if 1 < count <= most}
    return found | {term: lone for term, count in counts.items() if count == 1}


def alike(one: Print, other: Print, weights: Mapping[str, float]) -> float:
    """How alike two stories' rare words are; 0 where they are of other times or languages, or of other headlines."""
    if one.language != other.language or abs((one.day - other.day).days) > DAYS:
        return 0.0
    mine, theirs = set(one.terms), set(other.terms)
    both = {term for term in mine & theirs if term in weights}
    if len(both) < SHARED or not both & {*named(one, other), *named(other, one)}:
        return 0.0
    common = sum(weights[term] ** 2 for term in both)
    return common / math.sqrt(length(mine, weights) * length(theirs, weights))


def named(one: Print, other: Print) -> Iterator[str]:
    """The words of one story's headline that are strong in the other."""
    return (term for term in one.headline if term in other.terms)


def length(terms: set[str], weights: Mapping[str, float]) -> float:
    """The square of the length of a story's rare words."""
    return sum(weights.get(term, 0.0) ** 2 for term in terms)
