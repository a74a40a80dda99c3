"""The front page and the pages of editions: which story leads, which stand beside it, what else there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from copydesk.site.dates import when_weekday
from copydesk.site.issues.editions import Edition
from copydesk.site.showing.cards import Cards
from copydesk.site.showing.frame import plain, sections_in_order
from copydesk.site.showing.list_values import EditionLink, EditionPage, FrontPage, Group
from copydesk.site.showing.paging import Leaf, Place, pagination
from copydesk.site.tongue import Tongue
from copydesk.site.values import Card, When
from copydesk.writing.html.rendering import to_html

SECONDARY = 4
"""Stories beside the lead."""

SECTIONS, IN_SECTION = 8, 4
"""Sections on the front page at most, and stories of each."""

EARLIER, HEADLINES = 3, 3
"""Earlier editions the front page names, and headlines of each."""

SINCE = 6
"""Stories newer than the current edition that the front page shows."""


def front_page(cards: Cards, context: dict[str, Any], tongue: Tongue) -> FrontPage:
    """The front page: of the current edition, or of the newest stories where the site has no editions."""
    issued: Sequence[Edition] = context.get("editions") or ()
    everything: list[Any] = context["articles"]
    current = issued[0] if issued else None
    leading = lead_stories(current, everything, context)
    since = newer_than(current, everything) if current and current.ordered else []
    shown = {id(article) for article in (*leading, *since)}
    return FrontPage(
        lead=cards.teased(leading[0]) if leading else None,
        secondary=tuple(map(cards.teased, leading[1:])),
        sections=section_groups(cards, context, shown, tongue),
        dated=newest_day(everything, tongue),
        edition=edition_link(current, cards, tongue) if current else None,
        note=note_of(current) if current else None,
        since=cards.all(since),
        earlier=tuple(edition_link(edition, cards, tongue, HEADLINES) for edition in issued[1 : EARLIER + 1]),
    )


def lead_stories(current: Edition | None, everything: list[Any], context: dict[str, Any]) -> list[Any]:
    """The lead and the stories beside it: of the current edition, and where it has not enough of them the newest."""
    own = in_order(current.articles, current.ordered, context) if current else []
    pinned = [article for article in everything if article.copydesk.pinned]
    filling = own or in_order(everything[: SECONDARY + 1], False, context)
    return distinct((*pinned, *filling, *everything[: 2 * SECONDARY]))[: SECONDARY + 1]


def in_order(articles: Iterable[Any], ordered: bool, context: dict[str, Any]) -> list[Any]:
    """The stories of an edition, the lead first: a pinned one, else the curator's first, else the newest of the top
    section, else the newest."""
    listed = list(articles)
    pinned = [article for article in listed if article.copydesk.pinned]
    top = [] if ordered else top_story(listed, context)
    return distinct((*pinned, *top, *listed))


def top_story(articles: list[Any], context: dict[str, Any]) -> list[Any]:
    """The newest story of the first section of COPYDESK_SECTIONS that has one here; empty where none has, or where
    nobody has said which section is the top."""
    ranked = [str(name).casefold() for name in context.get("COPYDESK_SECTIONS") or ()]
    found = [article for article in articles if (article.copydesk.section or "").casefold() in ranked]
    return sorted(found, key=lambda article: ranked.index(article.copydesk.section.casefold()))[:1]


def distinct(articles: Iterable[Any]) -> list[Any]:
    """Each story once, where it first stands."""
    return list({id(article): article for article in articles}.values())


def newer_than(edition: Edition, articles: Iterable[Any]) -> list[Any]:
    """The stories dated after an edition's last day and not in it."""
    inside = {id(article) for article in edition.articles}
    found = (each for each in articles if each.copydesk.moment.date() > edition.last and id(each) not in inside)
    return list(found)[:SINCE]


def section_groups(cards: Cards, context: dict[str, Any], shown: set[int], tongue: Tongue) -> tuple[Group, ...]:
    """The newest stories of each section that are not shown above, last of those without a section."""
    groups = []
    unsorted = str(context.get("DEFAULT_CATEGORY"))
    for section, articles in sections_in_order(context)[:SECTIONS]:
        rest = [article for article in articles[: IN_SECTION + len(shown)] if id(article) not in shown][:IN_SECTION]
        if rest:
            path = section.url.lstrip("/") if context.get("CATEGORY_SAVE_AS") else None
            name = plain(section)
            groups.append(
                Group(
                    tongue.say("More stories") if name == unsorted else name,
                    path,
                    (cards.teased(rest[0]), *cards.all(rest[1:])),
                )
            )
    return tuple(groups)


def newest_day(articles: list[Any], tongue: Tongue) -> When | None:
    """The day of the newest story."""
    if not articles:
        return None
    return when_weekday(max(article.copydesk.moment for article in articles).date(), tongue)


# --- editions ---------------------------------------------------------------------------------------------------------


def edition_page(cards: Cards, context: dict[str, Any], leaf: Leaf[Any], place: Place, tongue: Tongue) -> EditionPage:
    """A page of the edition in ``context``: its stories, those of ``leaf``."""
    edition: Edition = context["edition"]
    issued: Sequence[Edition] = context["editions"]
    at = next(number for number, each in enumerate(issued) if each is edition)
    stories = list(leaf.items)
    lead = stories.pop(0) if stories and leaf.is_first else None
    return EditionPage(
        edition=edition_link(edition, cards, tongue),
        note=note_of(edition) if leaf.is_first else None,
        lead=cards.teased(lead) if lead else None,
        cards=tuple(map(cards.teased, stories)),
        newer=edition_link(issued[at - 1], cards, tongue) if at else None,
        older=edition_link(issued[at + 1], cards, tongue) if at + 1 < len(issued) else None,
        pagination=pagination(leaf, place),
    )


def edition_link(edition: Edition, cards: Cards, tongue: Tongue, headlines: int = 0) -> EditionLink:
    """An edition as other pages name it, with as many of its headlines."""
    named: tuple[Card, ...] = cards.all(edition.articles[:headlines])
    return EditionLink(edition.number, edition.path, edition.title, days(edition, tongue), len(edition.articles), named)


def days(edition: Edition, tongue: Tongue) -> When:
    """The days an edition covers: "11 May 2026 – 17 May 2026", or the one day it is of."""
    last = tongue.day(edition.last)
    label = last if edition.first == edition.last else tongue.days(edition.first, edition.last)
    return When(iso=edition.last.isoformat(), label=label, day=last)


def note_of(edition: Edition) -> Markup | None:
    """The curator's note on an edition."""
    return Markup(to_html(edition.note)) if edition.note else None
