"""Items of feeds that are made only for a feed that has changed.

An item depends on its story, where that stands, and when the register dates it; on the settings too, as every file
does. A digest of these tells items apart, and feeds that have the same ones are not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from functools import partial
from operator import attrgetter
from typing import Any

from copydesk.site.entries import digest_of
from copydesk.site.feeds.editions import edition_item, newest_editions
from copydesk.site.feeds.items import FeedItem
from copydesk.site.feeds.making import FeedMaker
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.light import LightRecord
from copydesk.site.stories.record import StoryRecord
from copydesk.site.tongue import Tongue

ITEM_FIELDS = tuple(field.name for field in fields(FeedItem))
SAID_OF = attrgetter(*ITEM_FIELDS)
SETTERS = tuple(getattr(FeedItem, name).__set__ for name in ITEM_FIELDS)


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition and the items of its stories."""

    edition: Edition
    stories: tuple[FeedItem, ...]


class LightItem(FeedItem):
    """An item that is made when it is written. ``key`` says all it is made from, its story's words by their digest."""

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
        for put, value in zip(SETTERS, SAID_OF(made), strict=True):
            put(self, value)
        return getattr(made, name)

    def __repr__(self) -> str:
        return f"FeedItem({self.key})"


class LightFeedMaker(FeedMaker):
    """A maker of feeds whose items are made when they are written."""

    __slots__ = ("_places",)

    _places: dict[str, int]

    def newest(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of the newest articles, as many as a feed holds."""
        rows = self.rows
        timely = (each for each in articles if not ((row := rows.get(each.copydesk.guid)) and row.is_late))
        return tuple(map(self.item, self.ordered(timely)[: self.house.most]))

    def ordered(self, articles: Iterable[Any]) -> list[Any]:
        """The articles, newest first. All rows of the register are put in order once, not those of every list."""
        if not hasattr(self, "_places"):
            rows = sorted(self.rows.values(), key=lambda row: row.guid)
            rows.sort(key=lambda row: row.published, reverse=True)
            self._places = {row.guid: place for place, row in enumerate(rows)}
        listed = list(articles)
        try:
            return sorted(listed, key=lambda article: self._places[article.copydesk.guid])
        except KeyError:  # of a story that the register has not
            return super().ordered(listed)

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
        key = f"{story.key} {row.published.isoformat()} {row.updated.isoformat()} {address}"
        made = self._items[story.guid] = LightItem(key, story, partial(self._made, story, address))
        return made

    def edition_items(self, editions: Iterable[Edition], tongue: Tongue) -> tuple[FeedItem, ...]:
        """The items of the newest editions."""
        newest = newest_editions(self, editions)
        return tuple(self.issue(Issue(each, tuple(map(self.item, each.articles))), tongue) for each in newest)

    def issue(self, issue: Issue, tongue: Tongue) -> LightItem:
        """The item of an edition."""
        edition, stories = replace(issue.edition, articles=()), issue.stories
        return LightItem(digest_of(edition, stories), issue, partial(edition_item, self, edition, stories, tongue))
