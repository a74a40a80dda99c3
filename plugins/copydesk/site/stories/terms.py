"""What a story is about, as a few words: those of its headline and tags, and those its text says often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from copydesk.site.stories.excerpts import Shown
from copydesk.text import beyond_ascii, is_spaceless

TERMS = 24
"""Words kept of a story."""

READ = 6000
"""Characters of the text that are looked at: what a story is about it says at the beginning."""

SHORTEST = 4
"""Letters of a word that can tell two stories apart. Shorter ones are mostly articles and prepositions."""

HEADLINE_WEIGHT = 4
"""How many times a word counts that stands in the headline or is a tag."""

_LETTERS = bytes(ord(letter.lower()) if letter.isalpha() else ord(" ") for letter in map(chr, range(128))).ljust(256)
"""What each byte of ASCII is in a folded word: letters small, all else between words."""

_WORD = re.compile(r"[^\W\d_]+")


def terms_of(headline: str, shown: Shown, tags: Iterable[str]) -> tuple[str, ...]:
    """The strongest words of what may be shown of a story, the strongest first."""
    counts: Counter[str] = Counter()
    for word in words(" ".join((headline, shown.standfirst or "", *tags))):
        counts[word] += HEADLINE_WEIGHT
    counts.update(words(str(shown.body)[:READ].replace("<p>", " ")))
    return tuple(strongest(counts))


def strongest(counts: Counter[str]) -> list[str]:
    """The words that count most, equal ones in the order of the alphabet. Those that are there once are most of a text,
    and are put in order only where they are needed."""
    often = [word for word, number in counts.items() if number > 1]
    found = sorted(often if len(often) >= TERMS else counts)
    found.sort(key=counts.__getitem__, reverse=True)  # equal ones stay in their order
    return found[:TERMS]


def words(text: str) -> list[str]:
    """The words of a text, folded, in no order; of a script without spaces their pairs of characters."""
    text = without_odd_marks(text)
    if text.isascii():  # five times as fast
        found = text.encode("ascii").translate(_LETTERS).decode("ascii").split()
        return [word for word in found if len(word) >= SHORTEST]
    pieces = text.casefold().split()
    whole = [piece for piece in pieces if piece.isalpha()]
    # Most pieces between spaces are words, which need no expression.
    found = whole + _WORD.findall(" ".join(piece for piece in pieces if not piece.isalpha()))
    if all(map(str.isascii, found)):
        return [word for word in found if len(word) >= SHORTEST]
    return [part for word in found for part in parts(word)]


def without_odd_marks(text: str) -> str:
    """The text with a space in place of quotation marks, dashes and the like, if it is then ASCII."""
    odd = beyond_ascii(text)
    if any(_WORD.match(character.casefold()) for character in odd):
        return text
    for character in odd:
        text = text.replace(character, " ")
    return text


def parts(word: str) -> Iterable[str]:
    """A word as it counts: not at all where it is short, by its pairs where its script sets no spaces."""
    if not word.isascii() and is_spaceless(word):
        return (word[place : place + 2] for place in range(len(word) - 1))
    return (word,) if len(word) >= SHORTEST else ()
