"""Which stories are about the same: those that share their strongest terms.

A term that few stories have ties those that have it; one that many have ties none. Each story looks only at the stories
under its own rare terms, so that the work grows with the number of stories and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
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
    """The stories under each telling term, by their places in ``articles``."""

    articles: Sequence[Any]
    holders: Mapping[str, Sequence[int]]
    places: Mapping[int, int]

    def to(self, article: Any) -> list[Any]:
        """The stories most like one, the most alike first; of equals the newest."""
        own = self.places.get(id(article))
        scores: Counter[int] = Counter()
        shared: Counter[int] = Counter()
        for term in article.copydesk.terms:
            holders = self.holders.get(term, ())
            for place in holders:
                scores[place] += weight(len(holders), len(self.articles))
                shared[place] += 1
        alike = [place for place in scores if place != own and shared[place] >= STRONG]
        return [self.articles[place] for place in sorted(alike, key=lambda place: (-scores[place], place))[:MOST]]


def weight(holders: int, stories: int) -> int:
    """How much a term says that so many stories have, in thousandths: whole numbers add up alike in any order."""
    return round(1000 * math.log((1 + stories) / holders))


def related_of(articles: Sequence[Any]) -> Related:
    """The terms that at least two stories have and not too many."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        for term in article.copydesk.terms:
            holders[term].append(place)
    telling = {term: found for term, found in holders.items() if 2 <= len(found) <= COMMON}
    return Related(articles, telling, {id(article): place for place, article in enumerate(articles)})
