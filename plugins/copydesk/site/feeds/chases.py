"""Chases: what stands around the items of a feed, made by the format's maker once for all feeds of one kind.

Beside their items, the feeds of two hundred tags differ only in name, address and time; documents of the archive also
in where they lead. So, as with the formes of items, the maker makes one feed of each kind with stand-ins for these. A
chase is trusted once the feed made with it has been the same as the one the maker makes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Final

from copydesk.site.feeds.formes import (
    CHANGE,
    FIRST,
    HANDS,
    MARK,
    PUBLISHED,
    UPDATED,
    Forme,
    encoded,
    forme_of,
    is_plain,
)
from copydesk.site.feeds.items import FeedDocument, FeedItem

ID, TITLE, ADDRESS = NAMES = range(3)
"""The numbers of a feed's words; that of its time is an item's `CHANGE`, and where it leads stands from `FIRST` on."""

Make = Callable[[FeedDocument], bytes]
"""Makes a feed without its items."""

Kind = tuple[object, ...]
"""All that feeds of one kind have in common."""

NEWEST: Final = FeedItem("", "", "", "", b"", (), PUBLISHED, UPDATED)
"""An item by which a feed without words of its own is dated."""


@dataclass(slots=True)
class Chases:
    """The chases of one build. ``make`` is the formats' maker."""

    make: Make
    _known: dict[Kind, Forme | None] = field(default_factory=dict)

    def around(self, document: FeedDocument) -> bytes:
        """What `make` says of a feed."""
        words = words_of(document)
        if not document.items or document.tombstones or not is_plain(said := "".join(words)) or not said.isprintable():
            return self.make(document)  # a feed without items is dated otherwise, and what was taken down has words
        kind = kind_of(document)
        if kind not in self._known:
            self._known[kind] = self._proved(document)
        chase = self._known[kind]
        return put_around(document, chase) if chase else self.make(document)

    def _proved(self, document: FeedDocument) -> Forme | None:
        numbers = (*NAMES, *range(FIRST, FIRST + len(document.relations)))
        pattern = worded(document, [MARK.format(number) for number in numbers])
        chase = forme_of(self.make(replace(pattern, items=(NEWEST,))), HANDS[document.kind])
        return chase if put_around(document, chase) == self.make(document) else None


_IN_COMMON: Final = attrgetter(
    *[each.name for each in fields(FeedDocument) if each.name not in ("id", "title", "address", "items", "relations")]
)


def kind_of(document: FeedDocument) -> Kind:
    """The kind of a feed: all it says but its own words and its items."""
    return (*_IN_COMMON(document), *[(each.rel, each.media_type, each.title) for each in document.relations])


def words_of(document: FeedDocument) -> tuple[str, ...]:
    """What is a feed's own beside its items and its time."""
    return (document.id, document.title, document.address, *[relation.url for relation in document.relations])


def worded(document: FeedDocument, words: Sequence[str]) -> FeedDocument:
    """A feed of this kind with other words, and without items."""
    id_, title, address, *urls = words
    relations = tuple(replace(each, url=url) for each, url in zip(document.relations, urls, strict=True))
    return replace(document, id=id_, title=title, address=address, relations=relations, items=())


def put_around(document: FeedDocument, chase: Forme) -> bytes:
    """The words of a feed in its chase."""
    hand, own = HANDS[document.kind], words_of(document)
    words = [*own[: len(NAMES)], *[""] * (FIRST - len(NAMES)), *own[len(NAMES) :]]
    words[CHANGE] = hand.time(document.updated)
    return encoded(chase.filled(hand.words(words)))
