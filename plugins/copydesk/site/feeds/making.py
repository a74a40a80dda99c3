"""From what Pelican's generators ask for to a feed's frozen value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from copydesk.site.feeds.items import FeedDocument, Place, feed_id, feed_items


def feed_document(
    articles: Iterable[Any], context: dict[str, Any], kind: str, path: str, subject: str | None
) -> FeedDocument:
    """The feed of ``articles`` that stands at ``path``; ``subject`` is what it is about, ``None`` for all stories."""
    place = Place(
        str(context.get("SITEURL") or context.get("FEED_DOMAIN") or ""),
        "?ref=feed" if context["FEED_APPEND_REF"] else "",
    )
    name = str(context["SITENAME"])
    domain = Place(str(context.get("FEED_DOMAIN") or place.base))
    return FeedDocument(
        kind=kind,
        id=feed_id(str(context.get("COPYDESK_FEED_ID") or name), path),
        title=f"{name} – {words(subject)}" if subject else name,
        description=str(context.get("SITESUBTITLE") or ""),
        author=name,
        language=str(context["DEFAULT_LANG"]),
        home=place.join(""),
        address=domain.join(path),
        items=feed_items(articles, place, context["FEED_MAX_ITEMS"]),
        summaries_only=bool(context["RSS_FEED_SUMMARY_ONLY"]),
    )


def words(subject: str) -> str:
    """A name without what makes it safe for other themes."""
    return str(subject.unescape()) if isinstance(subject, Markup) else str(subject)
