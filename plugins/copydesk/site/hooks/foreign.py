"""Articles that other readers made (reStructuredText, HTML), as records, so that every theme value knows one type."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from feedgenerator import get_tag_uri
from markupsafe import Markup

from copydesk.site.dates import when_moment
from copydesk.site.stories.excerpts import SUMMARY_WORDS, cut_at
from copydesk.site.stories.record import Origin, StoryRecord
from copydesk.site.tongue import Tongue
from copydesk.text import count_words
from copydesk.writing.ledgers.register import text_digest


def adopt(articles: Iterable[Any], address: str, tongue: Tongue) -> None:
    """Give each article that has none its record, once all content is read and links between contents can be resolved;
    in a record they are absolute, under ``address``."""
    for article in articles:
        if not hasattr(article, "copydesk"):
            article.copydesk = foreign_record(article, address, tongue)


def foreign_record(article: Any, address: str, tongue: Tongue) -> StoryRecord:
    """The record of an article that is not ours. Its identity in feeds is the one Pelican has given it all along."""
    body = Markup(article.get_content(address))
    moment = getattr(article, "date", None) or datetime.max.replace(tzinfo=UTC)
    changed = getattr(article, "modified", None)
    text = body.striptags()
    return StoryRecord(
        guid=get_tag_uri(f"{article.settings['SITEURL']}/{article.url}", moment),
        headline=Markup(article.title).striptags(),
        standfirst=None,
        authors=tuple(str(author) for author in getattr(article, "authors", ())),
        section=str(article.category) if hasattr(article, "category") else None,
        tags=tuple(str(tag) for tag in getattr(article, "tags", ())),
        language=str(article.lang),
        moment=moment,
        changed=changed,
        published=when_moment(moment, tongue),
        updated=when_moment(changed, tongue) if changed else None,
        policy="full",
        body=body,
        partial=False,
        summary=cut_at(text, SUMMARY_WORDS),
        words=count_words(text),
        origin=Origin(),
        digest=text_digest(str(article.title), text),
        foreign=True,
    )
