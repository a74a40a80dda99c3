"""The indexes: all sections, tags, authors, publishers or periods; and the page about the feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.site.cards import Cards
from copydesk.site.feeds.addresses import GROUPS, group_feeds, site_feeds
from copydesk.site.frame import INDEXES, plain
from copydesk.site.lists import by_initial, months
from copydesk.site.values import FeedLink, FeedsPage, IndexPage, Link

NEWEST = 10
"""Stories shown on the archives page."""

KINDS: Mapping[str, str] = {
    "categories": "section",
    "tags": "tag",
    "authors": "author",
    "publishers": "publisher",
    "archives": "period",
}
"""Template → the kind of what it lists."""

LISTS: Mapping[str, tuple[str, str]] = {
    "CATEGORY": ("categories", "CATEGORY_SAVE_AS"),
    "PUBLISHER": ("publishers", "PUBLISHER_SAVE_AS"),
    "AUTHOR": ("authors", "AUTHOR_SAVE_AS"),
    "TAG": ("tags", "TAG_SAVE_AS"),
}
"""What has feeds → the name of Pelican's list of it, and the setting that says whether its members have pages."""


def index_page(cards: Cards, template: str, context: dict[str, Any]) -> IndexPage:
    """The index that a template shows."""
    heading = dict(INDEXES)[template]
    if template == "archives":
        newest = cards.all(context["articles"][:NEWEST])
        return IndexPage("period", heading, months(context["articles"], context), newest)
    saved = dict(LISTS.values())[template]
    links = (name_link(wrapper, len(articles), context.get(saved)) for wrapper, articles in context.get(template, ()))
    return IndexPage(KINDS[template], heading, by_initial(links))


def name_link(wrapper: Any, count: int, saved: object) -> Link:
    """A name with how many stories it has, linked if it has a page."""
    return Link(plain(wrapper), path=wrapper.url.lstrip("/") if saved else None, count=count)


def feeds_page(context: dict[str, Any]) -> FeedsPage:
    """Every feed, those of all stories first."""
    everything = tuple(FeedLink("Everything", feed.path, feed.media_type) for feed in site_feeds(context))
    groups = [("All stories", everything)]
    groups += [(label, tuple(feeds_of(context, group))) for group, label in GROUPS.items()]
    return FeedsPage(tuple((label, feeds) for label, feeds in groups if feeds))


def feeds_of(context: dict[str, Any], group: str) -> Iterable[FeedLink]:
    """The feeds of all sections, publishers, authors or tags, by name."""
    wrappers = (wrapper for wrapper, _ in context.get(LISTS[group][0], ()))
    for wrapper in sorted(wrappers, key=lambda wrapper: (plain(wrapper).casefold(), wrapper.slug)):
        yield from group_feeds(context, group, wrapper.slug, plain(wrapper))
