"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from copydesk.site.feeds.items import FeedDocument, FeedItem

VERSION = "https://jsonfeed.org/version/1.1"


def serialized(document: FeedDocument) -> bytes:
    """The feed's bytes."""
    feed = {
        "version": VERSION,
        "title": document.title,
        "home_page_url": document.home,
        "feed_url": document.address,
        "description": document.description,
        "authors": [{"name": document.author, "url": document.home}],
        "language": document.language,
        "items": [item_of(item) for item in document.items],
    }
    text = json.dumps({name: value for name, value in feed.items() if value != ""}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def item_of(item: FeedItem) -> dict[str, object]:
    """One item; what is not known is left out. An item without content, which the format does not allow, has its title
    as text."""
    content = {"content_html": item.content} if item.content else {"content_text": item.summary or item.title}
    values: dict[str, object] = {
        "id": item.guid,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        **content,
        "summary": item.summary,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat() if item.updated != item.published else None,
        "authors": [{"name": name} for name in item.people],
        "tags": list(item.categories),
        "language": item.language,
    }
    return {name: value for name, value in values.items() if value}
