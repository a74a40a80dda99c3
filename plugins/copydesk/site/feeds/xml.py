"""RSS 2.0 and Atom 1.0, made by feedgen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from feedgen.feed import FeedGenerator

from copydesk.site.feeds.items import FeedDocument, FeedItem, Image, printable
from copydesk.site.feeds.markup import as_text
from copydesk.site.feeds.mending import EntryMending, FeedMending

GENERATOR = "Copydesk"

_PLAIN = re.compile(
    rb"<(title|description|source|category|dc:creator|dc:rights|media:description)\b[^<>]*>[^<]*</\1>"
    rb"|<atom:link [^<>]*>"
)
"""Elements of RSS whose text is plain, or may be: ``&`` and ``<`` of it are written as hexadecimal references, by which
readers know that no HTML is meant (RSS Advisory Board, RSS Best Practices Profile, "Character Data")."""

REFERENCES = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b"\r", b"&#13;"))
"""Characters that text of XML may not have, or would lose (XML 1.0, 2.4 and 2.11), as feedgen's writer sets them."""

Measure = Callable[[Image], int]
"""The bytes of a published picture."""


def generator(document: FeedDocument, items: Iterable[FeedItem], measure: Measure) -> FeedGenerator:
    """The feed as feedgen knows it with some of its items, mended when it is written."""
    feed = FeedGenerator()
    feed.register_extension("mending", FeedMending, EntryMending)
    feed.mending.document = document
    feed.id(document.id)
    feed.title(document.title)
    feed.author(name=printable(document.author))
    feed.link(href=document.address, rel="self")
    feed.link(href=document.home, rel="alternate")
    feed.language(document.language)
    feed.generator(GENERATOR)
    feed.updated(document.updated)
    if document.kind == "rss":
        feed.description(as_text(document.description or document.title))
    for item in items:
        add_item(feed, item, document, measure)
    return feed


def add_item(feed: Any, item: FeedItem, document: FeedDocument, measure: Measure) -> None:
    """Add one story after those before it. A description of RSS is HTML by its specification; a summary of Atom says
    itself what it is."""
    is_rss = document.kind == "rss"
    entry = feed.add_entry(order="append")
    entry.mending.item = item
    entry.mending.length = measure(item.image) if item.image else None
    entry.guid(item.guid, permalink=False)
    entry.title(as_text(item.title) if is_rss else item.title)
    entry.link(href=item.url)
    if not is_rss:
        entry.published(item.published)
    entry.updated(item.updated)
    if is_rss and (item.summary or item.content):  # the profile wants a description before any content:encoded
        entry.description(escape(item.summary or item.title, quote=False), isSummary=True)
    elif item.summary:
        entry.summary(item.summary)
    if item.content and not (is_rss and document.summaries_only):
        entry.content(item.content.decode(), type="html")


def serialized(feed: Any, kind: str) -> bytes:
    """The feed's bytes."""
    data: bytes = feed.rss_str(pretty=True) if kind == "rss" else feed.atom_str(pretty=True)
    return _PLAIN.sub(_in_hexadecimal, data) if kind == "rss" else data


def _in_hexadecimal(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def written(data: bytes) -> bytes:
    """A text in UTF-8 as it is written into XML."""
    for character, reference in REFERENCES:
        data = data.replace(character, reference)
    return data
