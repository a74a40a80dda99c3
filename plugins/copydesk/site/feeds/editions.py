"""The feed of editions: one item for each edition, with its stories inside, as policy lets each be shown."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, time

from markupsafe import Markup, escape

from copydesk.site.feeds.content import absolute
from copydesk.site.feeds.items import FeedItem, printable
from copydesk.site.feeds.making import FeedMaker
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.front import days, note_of
from copydesk.site.tongue import Tongue


def newest_editions(maker: FeedMaker, editions: Iterable[Edition]) -> list[Edition]:
    """Of ``editions``, newest first, those that the feed holds."""
    return [edition for edition in editions if edition.articles][: maker.house.most]


def edition_item(maker: FeedMaker, edition: Edition, stories: tuple[FeedItem, ...], tongue: Tongue) -> FeedItem:
    """One edition with the items of its stories. Its identity is the site's name for its feeds and the edition's own
    number, which is never given twice. It was published on its first day, and changes with its stories, those that
    joined or left it among them."""
    told = [story.opened() for story in stories]
    day_words = days(edition, tongue).label
    url = maker.house.place.join(edition.path)
    note = absolute(str(note_of(edition) or ""), url)
    return FeedItem(
        guid=uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk edition {maker.house.id} {edition.number}").urn,
        url=url + maker.house.place.suffix,
        title=printable(f"{edition.title} – {day_words}" if edition.title else day_words),
        summary=printable(" · ".join(story.title for story in told)),
        content=printable(note).encode() + b"".join(map(_inside, told)),
        people=(maker.house.name,),
        published=published(edition),
        updated=changed(edition, stories),
        language=maker.house.language,
    )


def published(edition: Edition) -> datetime:
    """The first moment of its first day."""
    return datetime.combine(edition.first, time(), UTC)


def changed(edition: Edition, stories: Iterable[FeedItem]) -> datetime:
    """When it last changed: it was given out, a story of it changed, or one joined or left it."""
    day = published(edition)
    return max(day, edition.changed or day, *(story.updated for story in stories))


def _inside(story: FeedItem) -> bytes:
    """A story as it stands in its edition."""
    heading = Markup('<h2><a href="{}">{}</a></h2>\n').format(story.url, story.title)
    is_new = bool(story.summary) and story.summary.encode() not in story.content
    summary = f"<p><em>{escape(story.summary)}</em></p>\n" if is_new else ""
    return f"{heading}{summary}".encode() + story.content
