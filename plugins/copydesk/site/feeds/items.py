"""What a feed says, as frozen values that know no format: the same items in RSS, Atom and JSON."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from copydesk.site.record import StoryRecord

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When an empty feed was last changed: not now, or its bytes would change with every build."""

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Source:
    """The publisher a story is from: its name, the address of its site or else of the original."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A story in a feed. ``content`` is HTML with absolute addresses, "" where the policy allows none; ``summary``
    plain text, possibly ""; ``people`` who is credited: the authors, else the agency, else the publisher."""

    guid: str
    url: str
    title: str
    summary: str
    content: str
    people: tuple[str, ...]
    published: datetime
    updated: datetime
    categories: tuple[str, ...]
    language: str
    source: Source | None
    original: str | None
    licence: str | None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed. ``kind`` is "rss", "atom" or "json"; ``id`` a permanent urn; all addresses are absolute."""

    kind: str
    id: str
    title: str
    description: str
    author: str
    language: str
    home: str
    address: str
    items: tuple[FeedItem, ...]
    summaries_only: bool = False

    @property
    def updated(self) -> datetime:
        """When the newest of its items last changed."""
        return max((item.updated for item in self.items), default=NEVER)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site stands: the absolute address that relative ones are joined to, and what links end in."""

    base: str
    suffix: str = ""

    def join(self, path: str) -> str:
        """The absolute address of a path of the site."""
        return urljoin(f"{self.base.rstrip('/')}/", path.lstrip("/"))


def feed_items(articles: Iterable[Any], place: Place, most: int | None) -> tuple[FeedItem, ...]:
    """The items of the newest ``most`` articles, newest first; equal times in the order of their GUIDs."""
    newest = sorted(articles, key=lambda article: article.copydesk.guid)
    newest.sort(key=lambda article: article.copydesk.moment, reverse=True)
    return tuple(feed_item(article, place) for article in newest[:most])


def feed_item(article: Any, place: Place) -> FeedItem:
    """A story as an item."""
    story: StoryRecord = article.copydesk
    url = place.join(article.url)
    section = (story.section,) if story.section else ()
    return FeedItem(
        guid=story.guid,
        url=url + place.suffix,
        title=printable(story.headline),
        summary=printable(story.summary),
        content=printable(absolute(str(story.body), url)),
        people=tuple(map(printable, people(story))),
        published=settled(story.moment),
        updated=settled(story.changed or story.moment),
        categories=tuple(map(printable, dict.fromkeys((*section, *story.tags)))),
        language=story.language,
        source=source(story),
        original=story.origin.original,
        licence=story.origin.licence_url or story.origin.licence,
    )


def people(story: StoryRecord) -> tuple[str, ...]:
    """Who is credited: the authors, else the agency, else the publisher."""
    others = (name for name in (story.origin.agency, story.origin.publisher) if name)
    return story.authors or tuple(others)[:1]


def source(story: StoryRecord) -> Source | None:
    """The publisher, where an address of it is known."""
    url = story.origin.publisher_home or story.origin.original
    name = story.origin.publisher
    return Source(printable(name), url) if name and url else None


def feed_id(name: str, path: str) -> str:
    """The identity of a feed: from the site's name for its feeds and the feed's path, never from the domain."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk feed {name} {path}").urn


def absolute(html: str, base: str) -> str:
    """HTML of ours with the addresses of links made absolute. Its attributes stand in double quotes, and no text of it
    holds one."""
    return _LINK.sub(lambda found: f'{found[1]}="{urljoin(base, found[2])}"', html)


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for."""
    return _UNPRINTABLE.sub("", text)


def settled(moment: datetime) -> datetime:
    """The moment in whole seconds and with an offset of whole minutes, as RFC 3339 wants it."""
    moment = moment.replace(microsecond=0)
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 == 0:
        return moment if offset is not None else moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)
