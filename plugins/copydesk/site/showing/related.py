"""Which stories are about the same: those that share their strongest terms.

A term that few stories have ties those that have it; one that many have ties none. Each story looks only at the stories
under its own rare terms, so that the work grows with the number of stories and not with its square.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST = 3
"""Related stories of a story."""

COMMON = 40
"""Stories that have a term, above which it says nothing. Bounds the work: terms of a story times this."""

STRONG = 2
"""Terms two stories must share at least; one alone is a coincidence."""


@dataclass(frozen=True, slots=True)
class Related:
    """The stories under each telling term, by their places in ``articles``, with what each gains by it."""

    articles: Sequence[Any]
    holders: Mapping[str, tuple[int, Sequence[int]]]
    places: Mapping[int, int]

    def to(self, article: Any) -> list[Any]:
        """The stories most like one, the most alike first; of equals the newest."""
        own = self.places.get(id(article))
        gains: dict[int, int] = {}
        for term in article.copydesk.terms:
            gain, holders = self.holders.get(term, NOTHING)
            for place in holders:
                gains[place] = gains.get(place, 0) + gain
        gains.pop(-1 if own is None else own, None)
        alike = [(-(gain // SHARED), place) for place, gain in gains.items() if gain % SHARED >= STRONG]
        return [self.articles[place] for _, place in heapq.nsmallest(MOST, alike)]


NOTHING: tuple[int, Sequence[int]] = (0, ())

SHARED = 1 << 10
"""A gain is a weight times this and one for the term: added up, it says the score and how many terms are shared."""


def weight(holders: int, stories: int) -> int:
    """How much a term says that so many stories have, in thousandths: whole numbers add up alike in any order."""
    return round(1000 * math.log((1 + stories) / holders))


def related_of(articles: Sequence[Any]) -> Related:
    """The terms that at least two stories have and not too many."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        for term in article.copydesk.terms:
            holders[term].append(place)
    telling = {
        term: (weight(len(found), len(articles)) * SHARED + 1, found)
        for term, found in holders.items()
        if 2 <= len(found) <= COMMON
    }
    return Related(articles, telling, {id(article): place for place, article in enumerate(articles)})
