"""The pages of lists: sections, tags, authors, publishers, periods, indexes, editions, corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.site.showing.frame import INDEXES, About
from copydesk.site.showing.front import edition_page
from copydesk.site.showing.indexes import (
    corrections,
    corrections_page,
    editions_page,
    index_entries,
    index_page,
)
from copydesk.site.showing.listings import (
    KINDS,
    Listing,
    archive_trail,
    index_trail,
    name_feeds,
    name_list,
    period_list,
)
from copydesk.site.showing.paging import Leaf, leaves, sequence
from copydesk.site.showing.robots import UNLISTED
from copydesk.site.showing.sheets import PageMaker, Request, Sheet, Values


def listing(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The stories of one section, tag, author or publisher."""
    context, template = request.context, request.template
    its = Listing(maker.cards, context, request.place, maker.tongue)
    feeds, trail = name_feeds(context, template), index_trail(context, KINDS[template].index, maker.tongue)
    for leaf in leaves(context["articles"], request.size, request.place):
        shown = name_list(its, template, leaf)
        said = maker.tongue.say("Stories in this digest: %(name)s") % {"name": shown.heading}
        robots = None if context["articles"] else UNLISTED
        about = About(leaf.path, maker.title(shown.heading, leaf), said, feeds=feeds, trail=trail, robots=robots)
        yield Sheet(leaf.path, {"page": maker.page(about), "listing": shown})


def period(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The calendar of a year; the stories of a month or a day."""
    its = Listing(maker.cards, request.context, request.place, maker.tongue)
    trail = archive_trail(request.context, maker.archive)
    size = request.size if len(request.context["period_num"]) > 1 else None
    for leaf in leaves(request.context["articles"], size, request.place):
        shown = period_list(its, maker.archive, leaf)
        said = maker.tongue.say("Stories in this digest: %(name)s") % {"name": shown.heading}
        about = About(leaf.path, maker.title(shown.heading, leaf), said, trail=trail)
        yield Sheet(leaf.path, {"page": maker.page(about), "listing": shown})


def index(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """All sections, tags, authors or publishers."""
    heading = maker.tongue.say(dict(INDEXES)[request.template])
    entries = index_entries(request.template, request.context, maker.tongue)
    for leaf in sequence(entries, request.size, request.place):
        shown = index_page(request.template, heading, leaf, request.place)
        yield indexed(maker, leaf, heading, {"index": shown})


def archives(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The archive's first page."""
    heading = maker.tongue.say(dict(INDEXES)["archives"])
    leaf: Leaf[Any] = Leaf(1, request.path, ())
    shown = maker.archive.page(heading, maker.cards, request.context["articles"])
    yield indexed(maker, leaf, heading, {"archive": shown})


def editions(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """All editions."""
    heading = maker.tongue.say(dict(INDEXES)["editions"])
    for leaf in leaves(request.context["editions"], request.size, request.place):
        shown = editions_page(heading, leaf, request.place, maker.cards, maker.tongue)
        yield indexed(maker, leaf, heading, {"editions": shown})


def corrected(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """All corrections and withdrawals."""
    heading = maker.tongue.say(dict(INDEXES)["corrections"])
    found = corrections(stood_by(request.context), maker.cards)
    for leaf in leaves(found, request.size, request.place):
        yield indexed(maker, leaf, heading, {"corrections": corrections_page(heading, leaf, request.place)})


def stood_by(context: dict[str, Any]) -> Sequence[Any]:
    """The stories in lists, and those taken down."""
    hidden = (article for article in context.get("hidden_articles", ()) if article.copydesk.withdrawal is not None)
    return [*context["articles"], *hidden]


def indexed(maker: PageMaker, leaf: Leaf[Any], heading: str, values: Values) -> Sheet:
    """A page that lists what there is on the site."""
    said = maker.tongue.say("%(heading)s of %(site)s") % {"heading": heading, "site": maker.frame.site.name}
    page = maker.page(About(leaf.path, maker.title(heading, leaf), said))
    return Sheet(leaf.path, {"page": page, **values})


def edition(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The stories of one edition."""
    issued = request.context["edition"]
    heading = maker.tongue.say("Edition %(number)s") % {"number": issued.number}
    trail = index_trail(request.context, "editions", maker.tongue)
    for leaf in sequence(issued.articles, request.size, request.place):
        shown = edition_page(maker.cards, request.context, leaf, request.place, maker.tongue)
        title = maker.title(heading if not issued.title else f"{issued.title} ({heading})", leaf)
        page = maker.page(About(leaf.path, title, f"{heading}, {shown.edition.dated.label}", trail=trail))
        yield Sheet(leaf.path, {"page": page, "issue": shown})
