"""Which stories are related once the terms of a few have changed, found without the other stories' files.

A build that keeps its plates writes down the terms of all stories, in the order of its lists, as one line of their
table. A term that comes or goes changes what it says of every story that has it (`showing.related`), so that the pages
of these may show others; and of no other story.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from copydesk.frozen import value
from copydesk.site import tables
from copydesk.site.reprinting.casting import CARD
from copydesk.site.showing.light import LightRecord
from copydesk.site.showing.related import COMMON, related_of
from copydesk.site.showing.story_pages import Around
from copydesk.site.stories.readings import Packed
from copydesk.site.tables import Table

KEY: Final = "//"
"""The key of the line: neither a story's nor a page's."""

_AROUND: Final = tuple(each.name for each in fields(Around))
RELATED, MORE = (1 + _AROUND.index(name) for name in ("related", "more"))
"""Where in what is cast of an `Around` the related stories stand, and those of the same event, which are none."""


@value(frozen=True, slots=True)
class Termed:
    """A story as the line of terms has it: the name of its file and its terms."""

    name: str
    terms: tuple[str, ...]

    @property
    def copydesk(self) -> Termed:
        """The record, where Pelican's articles have it."""
        return self


def terms_line(listed: Iterable[Any], others: Iterable[Any]) -> list[bytes]:
    """The line of a build's articles, those in its lists first; none where another reader made one of them."""
    told: list[list[list[str]]] = [[], []]
    for found, articles in zip(told, (listed, others), strict=True):
        for article in articles:
            if not isinstance(article.copydesk, LightRecord):
                return []
            found.append([article.copydesk.name, *article.copydesk.terms])
    return [tables.line_of([KEY, *told])]


@value(frozen=True, slots=True)
class Terms:
    """What the line says: the stories in lists, in their order, and the others."""

    listed: tuple[Termed, ...]
    others: tuple[Termed, ...]

    def with_changed(self, terms: Mapping[str, tuple[str, ...]]) -> Terms:
        """A copy in which some stories have other terms; ``terms`` maps file names to them."""
        return Terms(*(tuple(_changed(each, terms) for each in part) for part in (self.listed, self.others)))

    def line(self) -> bytes:
        """The line."""
        parts = ([[each.name, *each.terms] for each in part] for part in (self.listed, self.others))
        return tables.line_of([KEY, *parts])

    def telling(self, touched: Iterable[str]) -> set[str]:
        """Those of some terms that tie stories to each other."""
        counts = dict.fromkeys(touched, 0)
        for story in self.listed:
            for term in story.terms:
                if term in counts:
                    counts[term] += 1
        return {term for term, count in counts.items() if 2 <= count <= COMMON}

    def with_any(self, terms: set[str]) -> set[str]:
        """The names of the stories that have one of some terms."""
        return {story.name for story in (*self.listed, *self.others) if not terms.isdisjoint(story.terms)}

    def related(self, names: set[str]) -> Iterator[tuple[str, list[str]]]:
        """The stories most like each of some, the most alike first: all that its page may show, by their names."""
        related = related_of(self.listed)
        for story in (*self.listed, *self.others):
            if story.name in names:
                yield story.name, [each.name for each in related.to(story)]


def _changed(story: Termed, terms: Mapping[str, tuple[str, ...]]) -> Termed:
    return Termed(story.name, terms[story.name]) if story.name in terms else story


def terms_of(table: Table) -> Terms | None:
    """The terms in a table, ``None`` where they were not written down. Raises ValueError and TypeError."""
    line = table.line(KEY)
    if line is None:
        return None
    _, listed, others = json.loads(line)
    return Terms(*(tuple(Termed(name, tuple(terms)) for name, *terms in part) for part in (listed, others)))


def affected(before: Terms, now: Terms, changed: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The names of the stories to which others may be related now."""
    old = {story.name: story.terms for story in (*before.listed, *before.others) if story.name in changed}
    touched = {term for name, terms in changed.items() for term in set(terms).symmetric_difference(old[name])}
    tying = before.telling(touched) | now.telling(touched)
    return {*changed, *before.with_any(tying), *now.with_any(tying)} if touched else set()


def with_related(around: Packed, names: Iterable[str]) -> Packed:
    """What is around a story as data, with other stories related to it; itself where these are the same. Raises
    TypeError and LookupError for data that is none."""
    shown = {name for _, name in around[MORE][1:]}
    wanted = [around[RELATED][0], *([CARD, name] for name in names if name not in shown)]
    return around if wanted == around[RELATED] else [*around[:RELATED], wanted, *around[RELATED + 1 :]]
