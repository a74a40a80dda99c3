"""Archive documents (RFC 5005, 4): the whole history of a main feed, a document a month, each leading to the last.

A document is closed as soon as a story stands in a later month. From then on it changes only where a story in it does:
stories that come in late stand in the month that is open then. `writing.ledgers.register` remembers which.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from copydesk.site.feeds.addresses import MAIN, MEDIA_TYPES, setting
from copydesk.site.feeds.items import FeedDocument, FeedItem, Relation, Tombstone
from copydesk.site.feeds.making import Asked, FeedMaker
from copydesk.writing.ledgers.register import Row, by_month


@dataclass(frozen=True, slots=True)
class Main:
    """A main feed, which has archives: its format, where it is written, its address on the site."""

    kind: str
    path: str
    url: str

    def place(self, month: str) -> str:
        """Where the document of a month is written: "feeds/all/2025-08.atom.xml" beside "feeds/all.atom.xml"."""
        return beside(self.path, month)

    def address(self, maker: FeedMaker, month: str) -> str:
        """The address of that document. Where the feed's own has another name than its file, it is one that only the
        server knows, and nothing stands beside it."""
        is_named = PurePosixPath(self.url).name == PurePosixPath(self.path).name
        return maker.house.domain.written(beside(self.url if is_named else self.path, month))

    def relation(self, maker: FeedMaker, rel: str, month: str) -> Relation:
        """The link to the document of a month."""
        return Relation(rel, self.address(maker, month), MEDIA_TYPES[self.kind])


@dataclass(frozen=True, slots=True)
class Month:
    """What stands in the documents of a month, the same in all formats."""

    name: str
    items: tuple[FeedItem, ...]
    tombstones: tuple[Tombstone, ...]


@dataclass(frozen=True, slots=True)
class Archives:
    """The months there are, oldest first, each with the GUIDs of what stands or stood in it."""

    months: Mapping[str, tuple[str, ...]]

    @property
    def newest(self) -> str | None:
        """The newest month, whose document is still open."""
        return max(self.months, default=None)

    def before(self, main: Main, maker: FeedMaker) -> tuple[Relation, ...]:
        """The link from a main feed to the newest document of its history."""
        return (main.relation(maker, "prev-archive", self.newest),) if self.newest else ()

    def documents(
        self, mains: Collection[Main], maker: FeedMaker, listed: Mapping[str, Any]
    ) -> Iterator[tuple[str, FeedDocument]]:
        """(where it is written, the document) for each month of the main feeds; ``listed`` are the articles by GUID."""
        for month, guids in self.months.items() if mains else ():
            items = maker.items(listed[guid] for guid in guids if guid in listed)
            told = Month(month, items, maker.tombstones(guids))
            for main in mains:
                yield main.place(month), self._document(main, maker, told)

    def _document(self, main: Main, maker: FeedMaker, month: Month) -> FeedDocument:
        return maker.document(
            Asked(main.kind, main.url),
            month.items,
            address=main.address(maker, month.name),
            stylesheet=maker.stylesheet(main.place(month.name)),
            tombstones=month.tombstones,
            relations=self._relations(main, maker, month.name),
            is_archive=len(self.months) > 1,  # one alone is still open, and leads to no other
        )

    def _relations(self, main: Main, maker: FeedMaker, month: str) -> tuple[Relation, ...]:
        months = tuple(self.months)
        place = months.index(month)
        around = (("prev-archive", months[:place][-1:]), ("next-archive", months[place + 1 :][:1]))
        return (
            Relation("current", maker.house.domain.written(main.url), MEDIA_TYPES[main.kind]),
            *(main.relation(maker, rel, other) for rel, others in around for other in others),
        )


def archives_of(rows: Mapping[str, Row]) -> Archives:
    """The months of the register."""
    return Archives({month: tuple(row.guid for row in members) for month, members in by_month(rows).items()})


def mains_of(settings: Mapping[str, Any]) -> Iterator[Main]:
    """The main feeds that the settings name: those of all stories."""
    for name in MAIN:
        for kind in MEDIA_TYPES:
            place = setting(settings, name, kind)
            if place:
                yield Main(kind, *place)


def beside(path: str, month: str) -> str:
    """The path of a month's document: in a folder named as the feed, with the feed's endings."""
    folder, endings = _parted(path)
    return f"{folder}/{month}{endings}"


@lru_cache(maxsize=16)
def _parted(path: str) -> tuple[str, str]:
    """The folder for the months of a feed, and the endings of what is in it."""
    feed = PurePosixPath(path)
    stem, dot, endings = feed.name.partition(".")
    return (feed.parent / stem).as_posix(), f"{dot}{endings}"
