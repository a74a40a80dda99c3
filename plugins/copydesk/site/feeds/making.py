"""From Pelican's articles to a feed's frozen values: every item is made once, however many feeds it is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from copydesk.settings import DEFAULTS, listed_in
from copydesk.site.entries import digest_of
from copydesk.site.feeds.addresses import GROUPS
from copydesk.site.feeds.content import Setting, content_of
from copydesk.site.feeds.items import (
    Category,
    FeedDocument,
    FeedItem,
    Image,
    Licence,
    Place,
    Relation,
    Source,
    Tombstone,
    feed_id,
    item_id,
    language_of,
    printable,
    settled,
)
from copydesk.site.feeds.uris import MOST, ascii_uri, canonical_uri
from copydesk.site.stories.pictures import Picture
from copydesk.site.stories.record import StoryRecord, Told
from copydesk.writing.ledgers.register import Row

SHEET = "feed.css"
"""The style sheet in a theme's ``static/`` that shows its feeds to people who open them in a browser."""

IMAGE_TYPES: Mapping[str, str] = {".jpg": "image/jpeg", ".png": "image/png"}
"""Endings of the pictures we publish, and their media types."""


_AROUND = attrgetter(*[each.name for each in fields(FeedDocument) if each.name != "items"])
"""What a feed says beside its items."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A feed as it is asked for: its format, its address on the site, what it is about (``None``: everything)."""

    kind: str
    path: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What all feeds of a site share: see `FeedDocument`. ``schemes`` say which kind of name a category is."""

    place: Place
    domain: Place
    name: str
    id: str
    description: str
    language: str
    most: int | None
    summaries_only: bool
    schemes: Mapping[str, str]
    feeds_page: str
    hubs: tuple[str, ...] = ()
    stylesheet: str | None = None


def house_of(context: Mapping[str, Any]) -> House:
    """The house that Pelican's ``context`` describes. Raises SettingsError."""
    is_dressed = Path(context["THEME"], "static", SHEET).is_file()
    base = str(context.get("SITEURL") or context.get("FEED_DOMAIN") or "")
    place = Place(ascii_uri(base) or base, "?ref=feed" if context["FEED_APPEND_REF"] else "")
    domain = str(context.get("FEED_DOMAIN") or base)
    name = printable(str(context["SITENAME"])) or "Untitled"
    return House(
        place=place,
        domain=Place(ascii_uri(domain) or domain),
        name=name,
        id=str(context.get("COPYDESK_FEED_ID") or context["SITENAME"]),
        description=printable(str(context.get("SITESUBTITLE") or "")),
        language=language_of(str(context["DEFAULT_LANG"])),
        most=context["FEED_MAX_ITEMS"],
        summaries_only=bool(context["RSS_FEED_SUMMARY_ONLY"]),
        schemes={kind: place.join(f"#{GROUPS[kind].lower()}") for kind in ("CATEGORY", "TAG")},
        feeds_page=place.join(str(context.get("FEEDS_URL") or "feeds.html")),
        hubs=listed_in({**DEFAULTS, **context}, "COPYDESK_FEED_HUBS", "settings"),
        stylesheet=f"{context['THEME_STATIC_DIR']}/{SHEET}" if is_dressed else None,
    )


@dataclass(slots=True)
class FeedMaker:
    """Makes the feeds of one build. ``rows`` is the register, ``withdrawn`` the articles taken down, by GUID."""

    house: House
    rows: Mapping[str, Row]
    withdrawn: Mapping[str, Any] = field(default_factory=dict)
    _items: dict[str, FeedItem] = field(default_factory=dict)
    _digests: dict[int, tuple[FeedItem, str]] = field(default_factory=dict)
    _down: set[str] | None = None
    """The stories of the register that do not stand any more, once that is asked."""
    _said: tuple[tuple[FeedItem, ...], str] = ((), "")
    """The items of the last feed, and the digest of them."""

    def document(self, asked: Asked, items: Iterable[FeedItem], **more: Any) -> FeedDocument:
        """A feed with these items; ``more`` are further fields of it."""
        house = self.house
        about = Relation("related", house.feeds_page, "text/html", f"Feeds of {house.name}")
        return FeedDocument(
            kind=asked.kind,
            id=feed_id(house.id, asked.path),
            title=printable(f"{house.name} – {words(asked.subject)}" if asked.subject else house.name),
            description=house.description,
            author=house.name,
            language=house.language,
            home=house.place.join(""),
            address=more.pop("address", "") or house.domain.written(asked.path),
            items=tuple(items),
            hubs=house.hubs,
            stylesheet=more.pop("stylesheet", None) or self.stylesheet(asked.path),
            summaries_only=house.summaries_only,
            relations=(about, *more.pop("relations", ())),
            **more,
        )

    def stylesheet(self, path: str) -> str | None:
        """The address of the style sheet as a feed at ``path`` names it: relative, so that it is of the same site
        wherever that stands."""
        sheet = self.house.stylesheet
        return f"{'../' * path.lstrip('/').count('/')}{sheet}" if sheet else None

    def digest(self, document: FeedDocument) -> str:
        """The digest of all that a feed says; each item's is made once, and that of the same items in other formats."""
        items, said = self._said
        if items is not document.items:
            said = digest_of(self._said_of(document.items))
            self._said = (document.items, said)
        return digest_of(_AROUND(document), said)

    def _said_of(self, items: Iterable[FeedItem]) -> str:
        """What items say, as their digests."""
        return "\n".join(map(self._digest, items))

    def _digest(self, item: FeedItem) -> str:
        """The digest of an item, which is looked up by where it is: hashing it would read all of it each time."""
        known = self._digests.get(id(item))
        if known is None:
            known = self._digests[id(item)] = (item, digest_of(item))
        return known[1]

    def newest(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of the newest articles, as many as a feed holds; without those that came in too late to be news."""
        timely = (article for article in articles if not self.row(article.copydesk).is_late)
        return tuple(self.item(article) for article in self.ordered(timely)[: self.house.most])

    def ordered(self, articles: Iterable[Any]) -> list[Any]:
        """The articles, newest first, as the feeds have dated them; equal times in the order of their GUIDs."""
        newest = sorted(articles, key=lambda article: str(article.copydesk.guid))
        newest.sort(key=lambda article: self.row(article.copydesk).published, reverse=True)
        return newest

    def items(self, articles: Iterable[Any]) -> tuple[FeedItem, ...]:
        """The items of articles, newest first."""
        return tuple(map(self.item, self.ordered(articles)))

    def row(self, story: StoryRecord) -> Row:
        """The story's line of the register; one of a story that is in none says what the story says."""
        found = self.rows.get(story.guid)
        if found is not None:
            return found
        moment = settled(story.moment)
        changed = settled(story.changed) if story.changed else moment
        return Row(story.guid, story.digest, moment, changed, f"{moment.year:04}-{moment.month:02}")

    def item(self, article: Any) -> FeedItem:
        """A story as an item."""
        story: StoryRecord = article.copydesk
        if story.guid not in self._items:
            self._items[story.guid] = self._made(story, story.told, str(article.url))
        return self._items[story.guid]

    def _made(self, story: StoryRecord, told: Told, path: str) -> FeedItem:
        """The item of a story, of which more is told than its record knows."""
        url = self.house.place.uri(path)
        row, origin = self.row(story), story.origin
        image = self._image(told.picture)
        return FeedItem(
            guid=item_id(story.guid),
            url=url + self.house.place.suffix,
            title=printable(story.headline) or "Untitled",
            summary=printable(told.summary),
            content=content_of(story, told, image, Setting(url, self.house.name, self.house.language)),
            people=tuple(filter(None, map(name_of, people(story)))),
            published=row.published,
            updated=row.updated,
            categories=self._categories(story),
            language=language_of(story.language),
            source=source(origin.publisher, origin.publisher_home or origin.original),
            original=ascii_uri(origin.original),
            licence=licence(origin.licence, origin.licence_url),
            image=image,
        )

    def _categories(self, story: StoryRecord) -> tuple[Category, ...]:
        """The section, then the tags; a name that is both is there once."""
        section, schemes = story.section or "", self.house.schemes
        named = [category(tag, schemes["TAG"]) for tag in story.tags if tag != section]
        return tuple(filter(None, (category(section, schemes["CATEGORY"]), *named)))

    def _image(self, shown: Picture | None) -> Image | None:
        if shown is None:
            return None
        media_type = IMAGE_TYPES[PurePosixPath(shown.path).suffix]
        url = self.house.place.join(shown.path)
        return Image(url, shown.path, media_type, shown.width, shown.height, printable(shown.alt))

    def tombstones(self, guids: Iterable[str]) -> tuple[Tombstone, ...]:
        """The tombstones of those stories that were taken down, newest first."""
        if self._down is None:
            self._down = {guid for guid, row in self.rows.items() if row.is_gone or guid in self.withdrawn}
        stones = [self._stone(self.rows[guid]) for guid in guids if guid in self._down] if self._down else []
        return tuple(sorted(stones, key=lambda stone: (stone.when, stone.guid), reverse=True))

    def _stone(self, row: Row) -> Tombstone:
        article = self.withdrawn.get(row.guid)
        reason = article.copydesk.withdrawal.text if article else ""
        return Tombstone(item_id(row.guid), row.updated, printable(reason) or None)

    def taken_down(self, subject: str | None) -> tuple[Tombstone, ...]:
        """The newest tombstones of a feed: of all stories, or of those under the name it is about."""
        if subject is None:
            return self.tombstones(self.rows)[: self.house.most]
        name = words(subject)
        here = (guid for guid, article in self.withdrawn.items() if name in names_of(article.copydesk))
        return self.tombstones(here)[: self.house.most]


def feed_digest(frame: str, maker: FeedMaker, document: FeedDocument) -> str:
    """The digest of all that a feed depends on; ``frame`` is that of what every file does."""
    return digest_of(frame, "feed", maker.digest(document))


def names_of(story: StoryRecord) -> frozenset[str | None]:
    """The names under which a story is in lists."""
    return frozenset((story.section, story.origin.publisher, *story.tags, *story.authors))


def people(story: StoryRecord) -> tuple[str, ...]:
    """Who is credited: the authors, else the agency, else the publisher."""
    return story.authors or tuple(filter(None, (story.origin.agency, story.origin.publisher)))[:1]


@lru_cache(maxsize=MOST)
def name_of(name: str) -> str:
    """A name as feeds say it."""
    return printable(name)


@lru_cache(maxsize=MOST)
def category(name: str, scheme: str) -> Category | None:
    """A name as a category, ``None`` for one that says nothing."""
    shown = printable(name).strip()
    return Category(shown, scheme) if shown else None


@lru_cache(maxsize=MOST)
def source(publisher: str | None, address: str | None) -> Source | None:
    """The publisher, where an address of it is known."""
    url = canonical_uri(address)
    name = printable(publisher or "")
    return Source(name, url) if name and url else None


@lru_cache(maxsize=MOST)
def licence(name: str | None, address: str | None) -> Licence | None:
    """What a story may be used under, where that is said."""
    said = printable(name or address or "")
    return Licence(said, ascii_uri(address)) if said else None


def words(subject: str | None) -> str:
    """A name without what makes it safe for other themes."""
    return str(subject.unescape()) if isinstance(subject, Markup) else str(subject)
