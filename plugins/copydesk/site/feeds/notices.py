"""The feed of corrections: one item for each published correction, and one for each story that was taken down.

A withdrawal is the gravest correction there is, and who follows corrections follows them to hear of it. What the item
says is what the page of corrections says: the headline and the published notice, never a word of the story.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from markupsafe import Markup

from copydesk.site.feeds.items import FeedItem, printable
from copydesk.site.feeds.making import FeedMaker
from copydesk.site.feeds.uris import ascii_uri
from copydesk.site.stories.record import StoryRecord
from copydesk.site.tongue import Tongue
from copydesk.site.values import Notice

DAY = 86400
"""Seconds of a day. A notice has a day and no time; within it `updated` is placed by the notice's words, so that two
have different ones, and another one once the words change."""


def notice_items(maker: FeedMaker, articles: Iterable[Any], tongue: Tongue) -> tuple[FeedItem, ...]:
    """The items, newest first, as many as a feed holds. ``articles`` are those in lists; the maker knows the others."""
    word = tongue.say("Corrections")
    found = [item for article in articles if article.copydesk.corrections for item in _of_story(maker, article, word)]
    found += [item for article in maker.withdrawn.values() for item in _taken_down(maker, article, tongue)]
    found.sort(key=lambda item: (item.published, item.guid), reverse=True)
    return tuple(found[: maker.house.most])


def _of_story(maker: FeedMaker, article: Any, word: str) -> Iterator[FeedItem]:
    story: StoryRecord = article.copydesk
    seen: Counter[str] = Counter()
    for notice in story.corrections:
        day = notice.when.iso if notice.when else ""
        seen[day] += 1
        yield replace(_item(maker, article, notice, f"{day} {seen[day]}"), title=printable(f"{word}: {story.headline}"))


def _taken_down(maker: FeedMaker, article: Any, tongue: Tongue) -> Iterator[FeedItem]:
    story: StoryRecord = article.copydesk
    if story.withdrawal is not None:
        title = f"{tongue.say('This story was withdrawn')}: {story.headline}"
        yield replace(_item(maker, article, story.withdrawal, "withdrawal"), title=printable(title))


def _item(maker: FeedMaker, article: Any, notice: Notice, which: str) -> FeedItem:
    """One notice. Its identity is the story's, its day, and which of that day's it is: what it says may be corrected
    itself."""
    story: StoryRecord = article.copydesk
    url = ascii_uri(maker.house.place.join(str(article.url))) or ""
    day = datetime.fromisoformat(notice.when.iso).replace(tzinfo=UTC) if notice.when else maker.row(story).updated
    link = Markup('<p>{}</p>\n<p><a href="{}">{}</a></p>\n').format(notice.text, url, story.headline)
    return FeedItem(
        guid=uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk notice {story.guid} {which}").urn,
        url=url + maker.house.place.suffix,
        title=printable(story.headline),
        summary=printable(notice.text),
        content=printable(str(link)).encode(),
        people=(maker.house.name,),
        published=day,
        updated=_within(day, f"{story.guid} {which} {notice.text}") if notice.when else day,
        language=maker.house.language,
    )


def _within(day: datetime, words: str) -> datetime:
    place = int.from_bytes(hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:8]) % DAY
    return day + timedelta(seconds=place)
