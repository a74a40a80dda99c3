"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from copydesk.site.feeds.items import FeedDocument, FeedItem, Image
from copydesk.site.feeds.xml import Measure

VERSION = "https://jsonfeed.org/version/1.1"

ESCAPES = tuple((mark.encode(), json.dumps(mark)[1:-1].encode()) for mark in ("\\", '"', "\n", "\t", "\r"))
"""Characters of printable text that strings may not hold (RFC 8259, 7); first the one that others are escaped with."""


def serialized(document: FeedDocument, measure: Measure) -> bytes:
    """The feed's bytes. Its pages are the archive documents, each leading to the one before (``next_url``)."""
    feed: dict[str, object] = {
        "version": VERSION,
        "title": document.title,
        "home_page_url": document.home,
        "feed_url": document.address,
        "description": document.description,
        "next_url": document.related("prev-archive"),
        "authors": [{"name": document.author, "url": document.home}],
        "language": document.language,
        "hubs": [{"type": "WebSub", "url": hub} for hub in document.hubs],
    }
    said = {name: value for name, value in feed.items() if value}
    items = [item_of(item, measure(item.image) if item.image else None) for item in document.items]
    text = json.dumps({**said, "items": items}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def item_of(item: FeedItem, length: int | None) -> dict[str, object]:
    """One item; what is not known is left out. An item without content, which the format does not allow, has its title
    as text."""
    content = {"content_html": item.content.decode()} if item.content else {"content_text": item.summary or item.title}
    values: dict[str, object] = {
        "id": item.guid,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        **content,
        "summary": item.summary,
        "image": item.image and item.image.url,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat() if item.updated != item.published else None,
        "authors": [{"name": name} for name in item.people],
        "tags": [category.term for category in item.categories],
        "language": item.language,
        "attachments": [attachment(item.image, length)] if item.image and length is not None else [],
    }
    return {name: value for name, value in values.items() if value}


def attachment(image: Image, length: int) -> dict[str, object]:
    """The picture as an attachment, with its size in bytes."""
    values: dict[str, object] = {
        "url": image.url,
        "mime_type": image.media_type,
        "title": image.alt,
        "size_in_bytes": length,
    }
    return {name: value for name, value in values.items() if value != ""}


def written(data: bytes) -> bytes:
    """A printable text in UTF-8 as it is written between quotes; marks are found faster in bytes than in letters."""
    for mark, escaped in ESCAPES:
        data = data.replace(mark, escaped)
    return data
