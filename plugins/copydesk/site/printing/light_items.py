"""Items of feeds that are made only for a feed that has changed.

An item depends on its story, on where the story stands, on the date that the register gives it, and, like every file,
on the settings. A digest of these tells items apart; a feed whose items have the same digests is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, cast

from copydesk.site.entries import digest_of
from copydesk.site.feeds.copying import Manuscript, straight, url_of
from copydesk.site.feeds.editions import changed, edition_item, newest_editions
from copydesk.site.feeds.formes import Copy, copy_of
from copydesk.site.feeds.items import FeedItem
from copydesk.site.feeds.making import FeedMaker
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.light import LightRecord
from copydesk.site.stories.record import StoryRecord
from copydesk.site.tongue import Tongue

ITEM_FIELDS = tuple(field.name for field in fields(FeedItem))
SAID_OF = attrgetter(*ITEM_FIELDS)
SETTERS = tuple(getattr(FeedItem, name).__set__ for name in ITEM_FIELDS)
"""What sets each field of an item: a frozen value refuses to be set by name."""
SET_UPDATED = SETTERS[ITEM_FIELDS.index("updated")]

KEY_OF = attrgetter("key")
"""What a light item is made from."""

GUID_OF = attrgetter("copydesk.guid")
"""The GUID of an article's story."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition and the items of its stories."""

    edition: Edition
    stories: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class Making:
    """How an item is made, and how its copy for the printer is."""

    item: Callable[[LightItem], FeedItem]
    copy: Callable[[LightItem], Copy]


class LightItem(FeedItem):
    """An item that is made when it is written. ``key`` says all it is made from, its story's words by their digest;
    ``updated`` is known before."""

    __slots__ = ("_make", "address", "key", "of")

    key: str
    of: LightRecord | Issue
    """The story or edition that the item tells of."""
    address: str
    """Where that is on the site."""
    _make: Making

    def __init__(self, key: str, of: LightRecord | Issue, address: str, make: Making) -> None:
        self.key, self.of, self.address, self._make = key, of, address, make

    def opened(self) -> FeedItem:
        """The item, made. It is not kept: it holds all words of a story."""
        return self._make.item(self)

    def copied(self) -> Copy:
        """The item ready to be set, likewise."""
        return self._make.copy(self)

    def __getattr__(self, name: str) -> Any:
        """What it says, kept from now on, for whoever does not know that it is light."""
        if name not in ITEM_FIELDS:
            raise AttributeError(name)
        made = self.opened()
        for put, value in zip(SETTERS, SAID_OF(made), strict=True):
            put(self, value)
        return getattr(made, name)

    def __repr__(self) -> str:
        return f"FeedItem({self.key})"


def copied(item: FeedItem) -> Copy:
    """An item ready to be set."""
    return item.copied() if isinstance(item, LightItem) else copy_of(item.opened())


class LightFeedMaker(FeedMaker):
    """A maker of feeds whose items are made when they are written."""

    def newest(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of the newest articles, as many as a feed holds."""
        listed = list(articles)
        places = self._places_of(listed)
        if places is None:
            return super().newest(listed)
        ordered = sorted(places)
        if ordered == places and (not places or places[0] > 0):  # as nearly all lists are
            return self._items_of(listed[: self.house.most])
        told = dict(zip(places, listed, strict=True))
        timely = [place for place in ordered if place > 0]
        return self._items_of([told[place] for place in timely[: self.house.most]])

    def _items_of(self, articles: Sequence[Any]) -> tuple[FeedItem, ...]:
        """The items of articles, most of which have been asked for before."""
        known = tuple(map(self._items.get, map(GUID_OF, articles)))
        return tuple(map(self.item, articles)) if None in known else cast(tuple[FeedItem, ...], known)

    def ordered(self, articles: Iterable[Any]) -> list[Any]:
        """The articles, newest first."""
        listed = list(articles)
        places = self._places_of(listed)
        if places is None:
            return super().ordered(listed)
        told = dict(zip(map(abs, places), listed, strict=True))
        return list(map(told.__getitem__, sorted(told)))

    def items(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of articles, newest first."""
        return self._items_of(self.ordered(articles))

    def _places_of(self, articles: Sequence[Any]) -> list[int] | None:
        """Where the stories of articles stand in the order of the feeds; ``None`` where the register has not all."""
        try:
            return list(map(self._places.__getitem__, map(GUID_OF, articles)))
        except KeyError:
            return None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """All rows of the register in order, found once and not for every list; negative for those that came late."""
        rows = sorted(self.rows.values(), key=lambda row: row.guid)
        rows.sort(key=lambda row: row.published, reverse=True)
        return {row.guid: -place if row.is_late else place for place, row in enumerate(rows, 1)}

    def _said_of(self, items: Iterable[FeedItem]) -> str:
        try:
            return "\n".join(map(KEY_OF, items))
        except AttributeError:  # of an item that is not light
            return super()._said_of(items)

    def _digest(self, item: FeedItem) -> str:
        return item.key if isinstance(item, LightItem) else super()._digest(item)

    def item(self, article: Any) -> FeedItem:
        """A story as an item."""
        story: StoryRecord = article.copydesk
        known = self._items.get(story.guid)
        if known is not None:
            return known
        if not isinstance(story, LightRecord):
            return super().item(article)
        row, address = self.row(story), str(article.url)
        published = row.published.isoformat()
        updated = published if row.updated is row.published else row.updated.isoformat()
        key = f"{story.key} {published} {updated} {address}"
        made = self._items[story.guid] = LightItem(key, story, address, self._say)
        SET_UPDATED(made, row.updated)
        return made

    @cached_property
    def _say(self) -> Making:
        """What items of stories are made with: one object for all of them."""
        return Making(self._opened, self._copied)

    def _opened(self, item: LightItem) -> FeedItem:
        story = cast(StoryRecord, item.of)
        return self._made(story, story.told, item.address)

    def _copied(self, item: LightItem) -> Copy:
        story, house = cast(StoryRecord, item.of), self.house
        told, url = story.told, url_of(item.address, house.place.base)
        copy = straight(Manuscript(story, told, self.row(story), url, item.opened), house)
        return copy or copy_of(self._made(story, told, item.address))

    def edition_items(self, editions: Iterable[Edition], tongue: Tongue) -> tuple[FeedItem, ...]:
        """The items of the newest editions."""
        newest = newest_editions(self, editions)
        return tuple(self.issue(Issue(each, tuple(map(self.item, each.articles))), tongue) for each in newest)

    def issue(self, issue: Issue, tongue: Tongue) -> LightItem:
        """The item of an edition."""
        edition, stories = replace(issue.edition, articles=()), issue.stories
        make = partial(edition_item, self, edition, stories, tongue)
        making = Making(lambda _: make(), lambda _: copy_of(make()))
        made = LightItem(digest_of(edition, stories), issue, edition.path, making)
        SET_UPDATED(made, changed(edition, stories))
        return made
