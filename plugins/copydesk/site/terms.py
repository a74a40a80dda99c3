"""What a story is about, as a few words: those of its headline and tags, and those its text says often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from copydesk.site.excerpts import Shown
from copydesk.text import is_spaceless

TERMS = 24
"""Words kept of a story."""

READ = 6000
"""Characters of the text that are looked at: what a story is about it says at the beginning."""

SHORTEST = 4
"""Letters of a word that can tell two stories apart. Shorter ones are mostly articles and prepositions."""

HEADLINE_WEIGHT = 4
"""How many times a word counts that stands in the headline or is a tag."""

_WORD = re.compile(r"[^\W\d_]+")


def terms_of(headline: str, shown: Shown, tags: Iterable[str]) -> tuple[str, ...]:
    """The strongest words of what may be shown of a story, the strongest first."""
    counts: Counter[str] = Counter()
    for word in words(" ".join((headline, shown.standfirst or "", *tags))):
        counts[word] += HEADLINE_WEIGHT
    counts.update(words(str(shown.body)[:READ].replace("<p>", " ")))
    return tuple(word for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS])


def words(text: str) -> list[str]:
    """The words of a text, folded; of a script without spaces its pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        if not word.isascii() and is_spaceless(word):
            found += (word[place : place + 2] for place in range(len(word) - 1))
        elif len(word) >= SHORTEST:
            found.append(word)
    return found
