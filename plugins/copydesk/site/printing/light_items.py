"""Items of feeds that are made only for a feed that has changed.

An item depends on its story, where that stands, and when the register dates it; on the settings too, as every file
does. A digest of these tells items apart, and feeds that have the same ones are not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from copydesk.site.entries import digest_of
from copydesk.site.feeds.editions import edition_item, newest_editions
from copydesk.site.feeds.items import FeedItem
from copydesk.site.feeds.making import FeedMaker
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.light import LightRecord
from copydesk.site.tongue import Tongue

ITEM_FIELDS = tuple(field.name for field in fields(FeedItem))


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition and the items of its stories."""

    edition: Edition
    stories: tuple[FeedItem, ...]


class LightItem(FeedItem):
    """An item that is made when it is written. ``key`` is the digest of all it is made from."""

    __slots__ = ("_make", "key", "of")

    key: str
    of: LightRecord | Issue
    """What it is the item of."""
    _make: Callable[[], FeedItem]

    def __init__(self, key: str, of: LightRecord | Issue, make: Callable[[], FeedItem]) -> None:
        for name, value in (("key", key), ("of", of), ("_make", make)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in ITEM_FIELDS:
            raise AttributeError(name)
        made = self._make()
        for each in ITEM_FIELDS:
            object.__setattr__(self, each, getattr(made, each))
        return getattr(made, name)

    def __repr__(self) -> str:
        return f"FeedItem({self.key})"


class LightFeedMaker(FeedMaker):
    """A maker of feeds whose items are made when they are written."""

    __slots__ = ("_places",)

    _places: dict[str, int]

    def newest(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of the newest articles, as many as a feed holds. All rows of the register are put in order once,
        not those of every list."""
        listed = list(articles)
        places = [self._place(article.copydesk.guid) for article in listed]
        if None in places:  # of a story that the register has not
            return super().newest(listed)
        order = ((place, number) for number, place in enumerate(places) if place is not None and place >= 0)
        return tuple(self.item(listed[number]) for _, number in sorted(order)[: self.house.most])

    def _place(self, guid: str) -> int | None:
        """The place of a story among all in the order of the feeds, below 0 for one that is no news."""
        if not hasattr(self, "_places"):
            rows = sorted(self.rows.values(), key=lambda row: row.guid)
            rows.sort(key=lambda row: row.published, reverse=True)
            self._places = {row.guid: -1 if row.is_late else place for place, row in enumerate(rows)}
        return self._places.get(guid)

    def item(self, article: Any) -> FeedItem:
        """A story as an item."""
        story, address = article.copydesk, str(article.url)
        if not isinstance(story, LightRecord):
            return super().item(article)
        if story.guid not in self._items:
            row = self.row(story)
            key = digest_of(story.key, address, row.published, row.updated)
            self._items[story.guid] = LightItem(key, story, partial(self._opened, story, address))
        return self._items[story.guid]

    def _opened(self, story: LightRecord, address: str) -> FeedItem:
        return self._made(story.opened(), address)

    def edition_items(self, editions: Iterable[Edition], tongue: Tongue) -> tuple[FeedItem, ...]:
        """The items of the newest editions."""
        newest = newest_editions(self, editions)
        return tuple(self.issue(Issue(each, tuple(map(self.item, each.articles))), tongue) for each in newest)

    def issue(self, issue: Issue, tongue: Tongue) -> LightItem:
        """The item of an edition."""
        edition, stories = replace(issue.edition, articles=()), issue.stories
        return LightItem(digest_of(edition, stories), issue, partial(edition_item, self, edition, stories, tongue))
