"""What feedgen gets wrong or has no words for, put right in its tree before it is written, through its own extensions.

As of feedgen 1.0.0: links of Atom entries lose ``rel``, ``type`` and ``title``; the link of an RSS channel is whatever
link was added last; ``atom:source`` has no id and no date; an RSS item loses an author without a mail address, and its
category its taxonomy; years before 1000 are written with fewer than four digits; the language of an item, hubs,
archives, tombstones, pictures and style sheets have no place. Version 0.9.0 keeps the links; what is done here does not
depend on it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from copydesk.site.feeds.items import NEVER, FeedDocument, FeedItem, Image, Relation
from copydesk.site.feeds.markup import as_text, could_be_html
from copydesk.site.feeds.uris import MOST

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
LICENCES = "{http://backend.userland.com/creativeCommonsRssModule}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES = {"dc": DC, "media": MEDIA}
RSS_PREFIXES = {**PREFIXES, "creativeCommons": LICENCES}
"""Namespaces of every feed, under the prefixes readers expect; those below are declared where they are used."""

COMMONS = ("http://creativecommons.org/", "https://creativecommons.org/")

DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
"""As RFC 5322 (3.3) has them, whatever language the system speaks."""

MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


class FeedMending(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Mends what stands around the items. ``document`` is set before anything is written."""

    document: FeedDocument

    def extend_ns(self) -> dict[str, str]:
        """The namespaces we add, each under the prefix readers expect."""
        used = dict(RSS_PREFIXES if self.document.kind == "rss" else PREFIXES)
        used |= {"fh": HISTORY} if self.document.is_archive else {}
        used |= {"at": TOMBSTONES} if self.document.tombstones and self.document.kind == "atom" else {}
        return {prefix: namespace.strip("{}") for prefix, namespace in used.items()}

    def extend_rss(self, feed: Any) -> Any:
        """The channel: its link is the site, its date the newest item's or none."""
        channel = feed.find("channel")
        channel.find("link").text = self.document.home
        channel.find("title").text = as_text(self.document.title)
        built = channel.find("lastBuildDate")
        if self.document.updated == NEVER:
            channel.remove(built)
        else:
            built.text = rfc_822(self.document.updated)
        channel.find(f"{ATOM}link").set("type", MEDIA_TYPES["rss"])
        self._add_relations(channel, f"{ATOM}link")
        self._dress(feed)
        return feed

    def extend_atom(self, feed: Any) -> Any:
        """The feed: what its links lead to, and what was taken down."""
        for link in feed.findall("link"):
            link.set("type", MEDIA_TYPES["atom"] if link.get("rel") == "self" else "text/html")
        set_text(feed.find("title"), self.document.title)
        feed.find("author/name").text = as_text(self.document.author)
        if self.document.description:
            set_text(element(feed, "subtitle"), self.document.description)
        self._add_relations(feed, "link")
        for stone in self.document.tombstones:
            grave = element(feed, f"{TOMBSTONES}deleted-entry", ref=stone.guid, when=stone.when.isoformat())
            if stone.reason:
                set_text(element(grave, f"{TOMBSTONES}comment"), stone.reason)
        self._dress(feed)
        return feed

    def _add_relations(self, parent: Any, name: str) -> None:
        for hub in self.document.hubs:
            element(parent, name, rel="hub", href=hub)
        for relation in self.document.relations:
            element(parent, name, **link_of(relation))
        if self.document.is_archive:
            element(parent, f"{HISTORY}archive")

    def _dress(self, root: Any) -> None:
        """How a browser shows the feed to people who open it."""
        if self.document.stylesheet:
            looks = f'type="text/css" href="{self.document.stylesheet}"'
            root.addprevious(etree.ProcessingInstruction("xml-stylesheet", looks))


class EntryMending(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Mends one item. ``item`` is set before anything is written; ``length`` is the bytes of its picture."""

    item: FeedItem
    length: int | None = None

    def extend_rss(self, entry: Any) -> Any:
        """Authors by name, language, publisher and licence in Dublin Core; the publisher as source; the picture."""
        item = self.item
        element(entry, "pubDate", rfc_822(item.published))  # feedgen asks the system's locale for it, three times
        for category in item.categories:
            element(entry, "category", as_text(category.term), domain=category.scheme)
        if item.source is not None:
            element(entry, "source", as_text(item.source.name), url=item.source.url)
        for name in item.people:
            element(entry, f"{DC}creator", as_text(name))
        element(entry, f"{DC}language", item.language)
        if item.licence:
            element(entry, f"{DC}rights", as_text(item.licence.name))
            if (item.licence.url or "").startswith(COMMONS):
                element(entry, f"{LICENCES}license", item.licence.url)
        if item.original:
            element(entry, f"{ATOM}link", rel="via", href=item.original)
        if item.image and self.length is not None:
            element(entry, "enclosure", url=item.image.url, length=str(self.length), type=item.image.media_type)
        self._add_picture(entry)
        return entry

    def extend_atom(self, entry: Any) -> Any:
        """Links with what they are, authors, source with all it must have, language, licence, the picture."""
        item = self.item
        set_text(entry.find("title"), item.title)
        if item.summary:
            set_text(entry.find("summary"), item.summary)
        for link in entry.findall("link"):
            entry.remove(link)
        element(entry, "link", rel="alternate", type="text/html", href=item.url)
        if item.original:
            element(entry, "link", rel="via", href=item.original)
        if item.licence and item.licence.url:
            element(entry, "link", rel="license", href=item.licence.url)
        if item.image and self.length is not None:
            enclosed = {"type": item.image.media_type, "length": str(self.length), "href": item.image.url}
            element(entry, "link", rel="enclosure", **enclosed)
        for category in item.categories:
            element(entry, "category", term=category.term, scheme=category.scheme, label=as_text(category.term))
        for name in item.people:
            element(element(entry, "author"), "name", as_text(name))
        if item.licence:
            set_text(element(entry, "rights"), item.licence.name)
        self._add_source(entry)
        self._add_picture(entry)
        entry.set(LANG, item.language)
        return entry

    def _add_source(self, entry: Any) -> None:
        """The publisher's site, as of the day of the story."""
        if self.item.source is None:
            return
        source = element(entry, "source")
        element(source, "id", self.item.source.url)
        set_text(element(source, "title"), self.item.source.name)
        element(source, "updated", self.item.published.isoformat())
        element(source, "link", rel="alternate", href=self.item.source.url)

    def _add_picture(self, entry: Any) -> None:
        """The picture with its size, which an enclosure has no place for."""
        image = self.item.image
        if image is None or self.length is None:
            return
        shown = element(entry, f"{MEDIA}content", **media_of(image, self.length))
        if image.alt:
            element(shown, f"{MEDIA}description", as_text(image.alt), type="plain")


def rfc_822(moment: datetime) -> str:
    """A moment as RSS writes it: in its own zone, but that of Nepal and the like, whose offset is in quarters of an
    hour, in UTC; validators know whole and half hours."""
    if moment.tzinfo is not UTC and not is_common(moment.utcoffset()):
        with suppress(OverflowError):  # the first hours of the year 1 have no other zone
            moment = moment.astimezone(UTC)
    offset = "+0000" if moment.tzinfo is UTC else offset_of(moment.utcoffset())
    return f"{day_of(moment.date())} {moment.isoformat()[11:19]} {offset}"


@cache
def is_common(offset: timedelta | None) -> bool:
    """Whether an offset is of whole or half hours, or of nobody knows where."""
    return not offset or not offset % timedelta(minutes=30)


@lru_cache(maxsize=MOST)
def day_of(day: date) -> str:
    """A day as RFC 5322 (3.3) writes it."""
    return f"{DAYS[day.weekday()]}, {day.day:02} {MONTHS[day.month - 1]} {day.year:04}"


@cache
def offset_of(offset: timedelta | None) -> str:
    """An offset as RFC 5322 (3.3) writes it; that of nobody knows where is negative."""
    if offset is None:
        return "-0000"
    sign, (hours, rest) = "+-"[offset < timedelta()], divmod(abs(offset), timedelta(hours=1))
    return f"{sign}{hours:02}{rest // timedelta(minutes=1):02}"


def media_of(image: Image, length: int) -> dict[str, str]:
    """The attributes of ``media:content`` (Media RSS 1.5.1)."""
    size = {"width": str(image.width), "height": str(image.height), "fileSize": str(length)}
    return {"url": image.url, "type": image.media_type, "medium": "image", **size}


def link_of(relation: Relation) -> dict[str, str]:
    """The attributes of a link."""
    titled = {"title": as_text(relation.title)} if relation.title else {}
    return {"rel": relation.rel, "type": relation.media_type, "href": relation.url, **titled}


def set_text(text: Any, value: str) -> None:
    """Say a text in a text construct of Atom (RFC 4287, 3.1): as plain text, or escaped as HTML where software that
    guesses would take it for that."""
    if could_be_html(value):
        text.set("type", "html")
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    elif "type" in text.attrib:
        del text.attrib["type"]
    text.text = value


def element(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    """A new child with its text and attributes."""
    made = etree.SubElement(parent, name, attributes)
    made.text = text
    return made
