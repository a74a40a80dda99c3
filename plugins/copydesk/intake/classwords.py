"""The words in class names and ids, and what they tell of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from copydesk.frozen import value
from copydesk.model import FactName

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

OFF_SCREEN: Final = frozenset(
    "sr-only sr_only visually-hidden visuallyhidden u-visually-hidden screen-reader-text screen-reader-only"
    " element-invisible a11y-hidden is-sr-only screenreader-only sf-hidden".split()
)
"""Class names by which pages move text off the screen; ``sf-hidden`` is what the SingleFile saver marks as unseen."""

CAPTIONS: Final = frozenset("caption figcaption imagecaption photocaption cutline bildunterschrift legende".split())
LOGOS: Final = frozenset("logo logotype branding sitename wordmark".split())
TRAILS: Final = frozenset(("breadcrumb", "breadcrumbs"))
APART: Final = frozenset(
    "comment comments related recommended recommendations recirc sidebar teaser teasers promo popular trending"
    " newsletter navigation".split()
)


@dataclass(frozen=True, slots=True)
class ClassClue:
    """A fact that elements of a class give, its origin, and how long and short (in characters) such a text can be."""

    fact: FactName
    origin: str
    longest: int
    shortest: int = 1


_BYLINE: Final = ClassClue("author", "byline class", 160)
_DATE: Final = ClassClue("published", "date class", 100)
_UPDATED: Final = ClassClue("updated", "date class", 100)
_SECTION: Final = ClassClue("section", "section class", 50)
_STANDFIRST: Final = ClassClue("standfirst", "standfirst class", 700, shortest=30)
_TAG: Final = ClassClue("tag", "tag class", 60)

CLASS_CLUES: Final[Mapping[str, ClassClue]] = {
    **dict.fromkeys(("byline", "author", "authors", "writer", "autor", "auteur", "reporter"), _BYLINE),
    **dict.fromkeys(("date", "datetime", "published", "pubdate", "timestamp", "dateline", "fecha", "datum"), _DATE),
    **dict.fromkeys(("updated", "modified", "lastmod"), _UPDATED),
    **dict.fromkeys(("kicker", "section", "category", "rubric", "rubrik", "eyebrow"), _SECTION),
    **dict.fromkeys(("standfirst", "subtitle", "subheadline", "subhead", "dek", "deck", "chapo"), _STANDFIRST),
    **dict.fromkeys(("tag", "tags", "keyword", "keywords"), _TAG),
}


@value(frozen=True, slots=True)
class Named:
    """What the class names, the id and the like of one element say."""

    words: tuple[str, ...] = ()
    clues: tuple[ClassClue, ...] = ()
    caption: bool = False
    logo: bool = False
    apart: bool = False
    off_screen: bool = False
    trail: bool = False
    """Holds the way from the front page to this one."""
    sets: bool = False
    """Says something of all text inside."""


NAMELESS: Final = Named()
_TELLING: Final = CAPTIONS | LOGOS | APART | TRAILS | CLASS_CLUES.keys()
"""Words that mean something to a reader; most names have none."""


_NAMING: Final = ("class", "id", "itemprop", "role", "data-testid", "data-component")
"""Where names stand: classes and ids, and what pages with generated classes put in their stead."""


class ClassWords:
    """Reads the names of elements, once for each distinct set of names on a page."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str | None, ...], Named] = {}

    def of(self, attributes: Mapping[str, str | None]) -> Named:
        """What the names of an element with these attributes say."""
        key = tuple(map(attributes.get, _NAMING))
        named = self._seen.get(key)
        if named is None:
            named = self._seen[key] = _read(" ".join(filter(None, key))[:1000])
        return named


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of one name: pages put few names together in many ways."""
    return tuple([word.lower() for word in _WORD.findall(name) if len(word) > 1])


@lru_cache(maxsize=4096)
def _read(names: str) -> Named:
    if not names:
        return NAMELESS
    words = tuple(dict.fromkeys(chain.from_iterable(map(_words_of, names.split()))))
    if _TELLING.isdisjoint(words) and OFF_SCREEN.isdisjoint(names.split()):
        return Named(words)
    known = frozenset(words)
    return Named(
        words=words,
        clues=tuple(dict.fromkeys(CLASS_CLUES[word] for word in words if word in CLASS_CLUES)),
        caption=bool(known & CAPTIONS) and "no" not in known,
        logo=bool(known & LOGOS),
        apart=bool(known & APART),
        sets=bool(known & (CAPTIONS | LOGOS | APART)),
        trail=not known.isdisjoint(TRAILS),
        off_screen=not OFF_SCREEN.isdisjoint(names.split()),
    )
