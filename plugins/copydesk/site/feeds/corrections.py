"""What feedgen gets wrong or has no words for, put right in its tree before it is written, through its own extensions.

As of feedgen 1.0.0: links of Atom entries lose ``rel``, ``type`` and ``title``; the link of an RSS channel is whatever
link was added last; ``atom:source`` has no id and no date; an RSS item loses an author without a mail address; years
before 1000 are written with fewer than four digits; the language of an item has no place.
"""

from __future__ import annotations

from email.utils import format_datetime
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from copydesk.site.feeds.items import NEVER, FeedDocument, FeedItem

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class FeedCorrections(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Corrects what stands around the items. ``document`` is set before anything is written."""

    document: FeedDocument

    def extend_ns(self) -> dict[str, str]:
        """The one namespace we add."""
        return {"dc": DC.strip("{}")}

    def extend_rss(self, feed: Any) -> Any:
        """The channel: its link is the site, its date the newest item's or none."""
        channel = feed.find("channel")
        channel.find("link").text = self.document.home
        built = channel.find("lastBuildDate")
        if self.document.updated == NEVER:
            channel.remove(built)
        else:
            built.text = format_datetime(self.document.updated)
        self_link = channel.find(f"{ATOM}link")
        self_link.set("type", "application/rss+xml")
        return feed

    def extend_atom(self, feed: Any) -> Any:
        """The feed: what its two links lead to."""
        for link in feed.findall("link"):
            link.set("type", "application/atom+xml" if link.get("rel") == "self" else "text/html")
        return feed


class EntryCorrections(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Corrects one item. ``item`` is set before anything is written."""

    item: FeedItem

    def extend_rss(self, entry: Any) -> Any:
        """Authors by name, language, publisher and licence in Dublin Core; the publisher as source."""
        entry.find("pubDate").text = format_datetime(self.item.published)
        if self.item.source is not None:
            element(entry, "source", self.item.source.name, url=self.item.source.url)
        for name in self.item.people:
            element(entry, f"{DC}creator", name)
        element(entry, f"{DC}language", self.item.language)
        if self.item.licence:
            element(entry, f"{DC}rights", self.item.licence)
        return entry

    def extend_atom(self, entry: Any) -> Any:
        """Links with what they are, authors, source with all it must have, language, licence."""
        for link in entry.findall("link"):
            entry.remove(link)
        element(entry, "link", rel="alternate", type="text/html", href=self.item.url)
        if self.item.original:
            element(entry, "link", rel="via", href=self.item.original)
        for name in self.item.people:
            element(element(entry, "author"), "name", name)
        if self.item.licence:
            element(entry, "rights", self.item.licence)
        self._add_source(entry)
        entry.set(LANG, self.item.language)
        return entry

    def _add_source(self, entry: Any) -> None:
        """The publisher's site, as of the day of the story."""
        if self.item.source is None:
            return
        source = element(entry, "source")
        element(source, "id", self.item.source.url)
        element(source, "title", self.item.source.name)
        element(source, "updated", self.item.published.isoformat())
        element(source, "link", rel="alternate", href=self.item.source.url)


def element(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    """A new child with its text and attributes."""
    made = etree.SubElement(parent, name, attributes)
    made.text = text
    return made
