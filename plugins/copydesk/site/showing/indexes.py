"""The indexes: all sections, tags, authors or publishers; all editions, all corrections; the page about the feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from copydesk.site.feeds.addresses import GROUPS, OPML, SINGLE, group_feeds, single_feeds, site_feeds
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.cards import Cards
from copydesk.site.showing.frame import plain
from copydesk.site.showing.front import edition_link
from copydesk.site.showing.list_values import (
    Correction,
    CorrectionsPage,
    EditionsPage,
    FeedChoice,
    FeedGroup,
    FeedsPage,
    IndexEntry,
    IndexPage,
)
from copydesk.site.showing.listings import publisher_facts
from copydesk.site.showing.lists import by_initial, in_letters, letters
from copydesk.site.showing.paging import Leaf, Place, pagination
from copydesk.site.tongue import Tongue
from copydesk.site.values import FeedLink, Link

KINDS: Mapping[str, str] = {"categories": "section", "tags": "tag", "authors": "author", "publishers": "publisher"}
"""Template → the kind of what it lists."""

LISTS: Mapping[str, tuple[str, str]] = {
    "CATEGORY": ("categories", "CATEGORY_SAVE_AS"),
    "PUBLISHER": ("publishers", "PUBLISHER_SAVE_AS"),
    "AUTHOR": ("authors", "AUTHOR_SAVE_AS"),
    "TAG": ("tags", "TAG_SAVE_AS"),
}
"""What has feeds → the name of Pelican's list of it, and the setting that says whether its members have pages."""

FEEDS_SHOWN = 30
"""Lists of one kind whose feeds the page about feeds names, those with the most stories; every list names its own."""


def index_entries(template: str, context: dict[str, Any], tongue: Tongue) -> list[IndexEntry]:
    """What an index lists, in the order of the letters."""
    saved = context.get(dict(LISTS.values())[template])
    return in_letters(entry(pair, saved, tongue) for pair in context.get(template, ()))


def entry(pair: tuple[Any, Sequence[Any]], saved: object, tongue: Tongue) -> IndexEntry:
    """A name with how many stories it has, linked if it has a page."""
    wrapper, articles = pair
    link = Link(plain(wrapper), path=wrapper.url.lstrip("/") if saved else None, count=len(articles))
    return IndexEntry(link, publisher_facts(wrapper, tongue) if hasattr(wrapper, "known") else ())


def index_page(template: str, heading: str, leaf: Leaf[IndexEntry], place: Place) -> IndexPage:
    """A page of an index."""
    return IndexPage(KINDS[template], heading, by_initial(leaf.items), pagination(leaf, place))


def editions_page(heading: str, leaf: Leaf[Edition], place: Place, cards: Cards, tongue: Tongue) -> EditionsPage:
    """A page of the index of editions, each with its first headlines."""
    years = groupby(leaf.items, key=lambda edition: edition.last.year)
    groups = ((str(year), tuple(edition_link(each, cards, tongue, 2) for each in members)) for year, members in years)
    return EditionsPage(heading, tuple(groups), pagination(leaf, place))


# --- corrections ------------------------------------------------------------------------------------------------------


def corrections(articles: Iterable[Any], cards: Cards) -> list[Correction]:
    """Every correction and withdrawal, the newest first; those without a day last."""
    found = [
        Correction(cards.of(article), notice)
        for article in articles
        for notice in (*filter(None, (article.copydesk.withdrawal,)), *article.copydesk.corrections)
    ]
    return sorted(found, key=lambda each: each.notice.when.iso if each.notice.when else "", reverse=True)


def corrections_page(heading: str, leaf: Leaf[Correction], place: Place) -> CorrectionsPage:
    """A page of the corrections."""
    return CorrectionsPage(heading, leaf.items, pagination(leaf, place))


# --- feeds ------------------------------------------------------------------------------------------------------------


def feeds_page(context: dict[str, Any], tongue: Tongue) -> FeedsPage:
    """The feeds for people to choose from."""
    groups = tuple(feed_group(heading, links) for heading, links in feed_groups(context, tongue))
    return FeedsPage(groups, opml=str(context.get(OPML["feeds"]) or "") or None if groups else None)


def feed_group(heading: str, links: Iterable[FeedLink]) -> FeedGroup:
    """The feeds under a heading, those of one thing together."""
    by_title = groupby(links, key=lambda feed: feed.title)
    choices = tuple(FeedChoice(title, tuple(feeds)) for title, feeds in by_title)
    return FeedGroup(heading, choices, is_long=len(choices) > 1)


def feed_groups(context: dict[str, Any], tongue: Tongue) -> tuple[tuple[str, tuple[FeedLink, ...]], ...]:
    """The feeds under their headings, those of all stories first."""
    everything = tuple(FeedLink(tongue.say("Everything"), feed.path, feed.media_type) for feed in site_feeds(context))
    groups = [(tongue.say("All stories"), everything)]
    groups += [(tongue.say(label), tuple(feeds_of(context, group))) for group, label in GROUPS.items()]
    groups += [(tongue.say(label), single_feeds(context, name, tongue.say(label))) for name, label in SINGLE.items()]
    return tuple((label, feeds) for label, feeds in groups if feeds)


def feeds_of(context: dict[str, Any], group: str) -> Iterable[FeedLink]:
    """The feeds of the largest sections, publishers, authors or tags, by name."""
    pairs = sorted(context.get(LISTS[group][0], ()), key=lambda pair: (-len(pair[1]), pair[0].slug))
    wrappers = (wrapper for wrapper, _ in pairs[:FEEDS_SHOWN])
    for wrapper in sorted(wrappers, key=lambda wrapper: (letters(plain(wrapper)), wrapper.slug)):
        yield from group_feeds(context, group, wrapper.slug, plain(wrapper))
