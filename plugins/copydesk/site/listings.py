"""The stories of one section, tag, author, publisher or period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from copydesk.model import Policy
from copydesk.site import dates
from copydesk.site.cards import Cards
from copydesk.site.feeds.addresses import group_feeds
from copydesk.site.frame import INDEXES, index_path, plain
from copydesk.site.lists import by_day, by_month, pagination, period_path
from copydesk.site.values import FeedLink, Group, Link, ListPage


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list: what it is called, the settings of its feeds, the index that holds all of it."""

    name: str
    setting: str
    index: str


KINDS: Mapping[str, Kind] = {
    "category": Kind("section", "CATEGORY", "categories"),
    "tag": Kind("tag", "TAG", "tags"),
    "author": Kind("author", "AUTHOR", "authors"),
    "publisher": Kind("publisher", "PUBLISHER", "publishers"),
}
"""Template → the kind of its list."""

POLICIES: Mapping[Policy, str] = {
    "full": "stories shown whole",
    "excerpt": "an excerpt and a link",
    "link": "headline and link only",
}
"""What a publisher's policy means, for readers."""


def list_page(
    cards: Cards, template: str, context: dict[str, Any]
) -> tuple[ListPage, tuple[FeedLink, ...], tuple[Link, ...]]:
    """The list of one page with its own feeds and its breadcrumbs."""
    if template == "period_archives":
        return period_page(cards, context), (), archive_trail(context)
    kind, wrapper = KINDS[template], context[template]
    name = plain(wrapper)
    shown = ListPage(
        kind=kind.name,
        heading=name,
        intro=None,
        facts=publisher_facts(wrapper) if template == "publisher" else (),
        groups=by_month(cards, listed(context), context),
        pagination=pagination(context.get("articles_page")),
    )
    feeds = group_feeds(context, kind.setting, wrapper.slug, f"{context['SITENAME']} – {name}")
    return shown, feeds, index_trail(context, kind.index)


def period_page(cards: Cards, context: dict[str, Any]) -> ListPage:
    """The stories of a year under their months, of a month or a day under their days."""
    numbers = tuple(context["period_num"])
    articles = listed(context)
    groups: tuple[Group, ...] = (
        by_month(cards, articles, context) if len(numbers) == 1 else by_day(cards, articles, context)
    )
    return ListPage(
        kind="period",
        heading=period_heading(numbers),
        intro=None,
        facts=(),
        groups=groups,
        pagination=pagination(context.get("articles_page")),
    )


def period_heading(numbers: tuple[int, ...]) -> str:
    """ "2025", "August 2025" or "10 August 2025"."""
    if len(numbers) == 1:
        return str(numbers[0])
    first = date(*numbers) if len(numbers) == 3 else date(numbers[0], numbers[1], 1)
    return dates.day_words(first) if len(numbers) == 3 else dates.month_words(first)


def listed(context: dict[str, Any]) -> list[Any]:
    """The stories on this page of the list."""
    page = context.get("articles_page")
    return list(page.object_list if page else context["articles"])


def index_trail(context: dict[str, Any], index: str) -> tuple[Link, ...]:
    """The index this list belongs to, if the site has it."""
    label = dict(INDEXES)[index]
    path = index_path(context, index)
    return (Link(label, path=path),) if path else ()


def archive_trail(context: dict[str, Any]) -> tuple[Link, ...]:
    """The archive, and above a month its year."""
    numbers = tuple(context["period_num"])
    above = [(str(numbers[0]), "YEAR"), (period_heading(numbers[:2]), "MONTH")][: len(numbers) - 1]
    first = date(*(*numbers, 1, 1)[:3])
    steps = [Link(label, path=path) for label, period in above if (path := period_path(context, period, first))]
    return (*index_trail(context, "archives"), *steps)


def publisher_facts(wrapper: Any) -> tuple[tuple[str, Link], ...]:
    """What `sources.toml` says of a publisher: its site, its policy, its licence and terms."""
    known = wrapper.known
    if known is None:
        return ()
    facts = (
        ("Site", Link(known.home, url=known.home) if known.home else None),
        ("Shown here", Link(POLICIES[wrapper.policy])),
        ("Licence", Link(known.licence) if known.licence else None),
        ("Terms", Link(known.terms, url=known.terms) if known.terms else None),
    )
    return tuple((label, link) for label, link in facts if link is not None)
