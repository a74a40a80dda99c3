"""The stories of one section, tag, author, publisher or period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.model import Policy
from copydesk.site.feeds.addresses import group_feeds
from copydesk.site.hosts import host
from copydesk.site.showing.archive import Archive, Period
from copydesk.site.showing.cards import Cards
from copydesk.site.showing.frame import INDEXES, index_path, plain
from copydesk.site.showing.list_values import ListPage
from copydesk.site.showing.lists import by_day, by_month
from copydesk.site.showing.paging import Leaf, Place, pagination
from copydesk.site.stories.licences import licence_address
from copydesk.site.tongue import Tongue
from copydesk.site.values import FeedLink, Link


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
    "full": "in full",
    "excerpt": "an excerpt and a link",
    "link": "headline and link only",
}
"""What a publisher's policy means, for readers."""


FACTS = ("Shown here", "Site", "Licence", "Terms")
"""What is said of a publisher, in this order."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be made into pages: who makes cards, Pelican's context with the list's variables, where it is."""

    cards: Cards
    context: dict[str, Any]
    place: Place
    tongue: Tongue


def name_list(listing: Listing, template: str, leaf: Leaf[Any]) -> ListPage:
    """A page of the stories of a section, tag, author or publisher."""
    kind, wrapper = KINDS[template], listing.context[template]
    return ListPage(
        kind=kind.name,
        heading=plain(wrapper),
        intro=None,
        facts=publisher_facts(wrapper, listing.tongue) if template == "publisher" else (),
        groups=by_month(listing.cards, leaf.items, listing.context, listing.tongue),
        pagination=pagination(leaf, listing.place),
        count=len(listing.context["articles"]),
    )


def name_feeds(context: dict[str, Any], template: str) -> tuple[FeedLink, ...]:
    """The feeds of a section, tag, author or publisher."""
    wrapper = context[template]
    return group_feeds(context, KINDS[template].setting, wrapper.slug, f"{context['SITENAME']} – {plain(wrapper)}")


def period_list(listing: Listing, archive: Archive, leaf: Leaf[Any]) -> ListPage:
    """A page of a period: of a year the calendar alone, of a month its calendar and stories, of a day its stories."""
    period: Period = tuple(listing.context["period_num"])
    later, earlier = archive.neighbours(period)
    stories = () if len(period) == 1 else leaf.items
    return ListPage(
        kind="period",
        heading=archive.heading(period),
        intro=None,
        facts=(),
        groups=by_day(listing.cards, stories, listing.context, listing.tongue),
        pagination=pagination(leaf, listing.place),
        calendar=archive.calendar(period) if leaf.is_first else None,
        later=later,
        earlier=earlier,
        count=archive.count(*period),
    )


def index_trail(context: dict[str, Any], index: str, tongue: Tongue) -> tuple[Link, ...]:
    """The index a list belongs to, if the site has it."""
    path = index_path(context, index)
    return (Link(tongue.say(dict(INDEXES)[index]), path=path),) if path else ()


def archive_trail(context: dict[str, Any], archive: Archive) -> tuple[Link, ...]:
    """The archive, and above a month its year, above a day its month."""
    period: Period = tuple(context["period_num"])
    above = [period[:length] for length in range(1, len(period))]
    steps = [Link(archive.heading(each), path=path) for each in above if (path := archive.path(each))]
    return (*index_trail(context, "archives", archive.tongue), *steps)


def publisher_facts(wrapper: Any, tongue: Tongue) -> tuple[tuple[str, Link], ...]:
    """How a publisher's stories are shown, and what `sources.toml` says of it: its site, its licence and terms."""
    known = wrapper.known
    licence = known.licence if known else None
    values = (
        Link(tongue.say(POLICIES[wrapper.policy])),
        Link(host(known.home) or known.home, url=known.home) if known and known.home else None,
        Link(licence or tongue.say("not stated"), url=licence_address(licence) if licence else None),
        Link(host(known.terms) or known.terms, url=known.terms) if known and known.terms else None,
    )
    return tuple((tongue.say(label), link) for label, link in zip(FACTS, values, strict=True) if link is not None)
