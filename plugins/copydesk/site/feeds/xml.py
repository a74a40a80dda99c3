"""RSS 2.0 and Atom 1.0, made by feedgen."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from feedgen.feed import FeedGenerator

from copydesk.site.feeds.corrections import EntryCorrections, FeedCorrections
from copydesk.site.feeds.items import FeedDocument, FeedItem, printable
from copydesk.site.harmless import apart

GENERATOR = "Copydesk"


def generator(document: FeedDocument) -> FeedGenerator:
    """The feed as feedgen knows it, corrected when it is written."""
    feed = FeedGenerator()
    feed.register_extension("corrections", FeedCorrections, EntryCorrections)
    feed.corrections.document = document
    feed.id(document.id)
    feed.title(apart(printable(document.title)) if document.kind == "rss" else printable(document.title))
    feed.description(printable(document.description or document.title))
    feed.author(name=printable(document.author))
    feed.link(href=document.address, rel="self")
    feed.link(href=document.home, rel="alternate")
    feed.language(document.language)
    feed.generator(GENERATOR)
    feed.updated(document.updated)
    for item in document.items:
        add_item(feed, for_rss(item) if document.kind == "rss" else item, document)
    return feed


def for_rss(item: FeedItem) -> FeedItem:
    """The item with its plain text as RSS needs it: a description is HTML by its specification, and what the other
    elements are is not said, so that many readers take them for HTML too."""
    return replace(
        item,
        title=apart(item.title),
        summary=escape(item.summary, quote=False),
        people=tuple(map(apart, item.people)),
        categories=tuple(map(apart, item.categories)),
        source=replace(item.source, name=apart(item.source.name)) if item.source else None,
        licence=apart(item.licence) if item.licence else None,
    )


def add_item(feed: Any, item: FeedItem, document: FeedDocument) -> None:
    """Add one story after those before it."""
    entry = feed.add_entry(order="append")
    entry.corrections.item = item
    entry.guid(item.guid, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url)
    entry.published(item.published)
    entry.updated(item.updated)
    for category in item.categories:
        entry.category(term=category)
    if item.summary:
        entry.description(item.summary, isSummary=True)
    if item.content and not (document.kind == "rss" and document.summaries_only):
        entry.content(item.content, type="html")


def serialized(feed: Any, kind: str) -> bytes:
    """The feed's bytes."""
    data: bytes = feed.rss_str(pretty=True) if kind == "rss" else feed.atom_str(pretty=True)
    return data
