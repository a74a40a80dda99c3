"""A story's own page: what is around the story, and what its template receives.

What the page depends on is the record, what is `Around` it, and the frame: `story_values` is given these and nothing
else, so their digests say whether the page has changed, and the values are made only where it has.
"""

from __future__ import annotations

from typing import Any

from copydesk.frozen import value
from copydesk.site.entries import digest_of
from copydesk.site.hosts import host
from copydesk.site.machines.jsonld import data_block, news_article
from copydesk.site.machines.sharing import Shared, Shot, story_meta
from copydesk.site.showing.frame import About, Frame, shortened
from copydesk.site.showing.kin import Kin, copies_of
from copydesk.site.showing.robots import robots
from copydesk.site.showing.sheets import PageMaker, Request, Unmade, Values, framed
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Card, Copy, Link, StoryPage


@value(frozen=True, slots=True)
class Around:
    """What a story's page shows or says beside the story: see `values.StoryPage`. ``shot`` is the picture that goes
    with the page's address."""

    path: str
    drafted: bool
    card: Card
    tags: tuple[Link, ...]
    newer: Card | None
    older: Card | None
    related: tuple[Card, ...]
    edition: Link | None
    shot: Shot | None
    also: tuple[Copy, ...]
    copy_of: Card | None
    more: tuple[Card, ...]


def around(maker: PageMaker, request: Request) -> Around:
    """What is around the story that is asked for."""
    article, cards = request.context["article"], maker.cards
    record: StoryRecord = article.copydesk
    newer, older = maker.neighbours(article, request.context["articles"])
    kin: Kin = maker.kin
    more, original = kin.events.get(record.guid, ()), kin.shown.get(record.guid)
    related = (each for each in maker.related.to(article) if not any(each is other for other in more))
    drafted = article.status == "draft"
    return Around(
        path=request.path,
        drafted=drafted,
        card=cards.of(article),
        tags=cards.tags(article),
        newer=cards.of(newer) if newer else None,
        older=cards.of(older) if older else None,
        related=cards.all(related),
        edition=maker.edition(article, request.context),
        shot=maker.site_shot if drafted or record.withdrawal else maker.story_shot(record),
        also=copies_of(record.guid, kin, cards),
        copy_of=cards.of(original) if original else None,
        more=cards.all(more),
    )


def unmade(frame: Frame, record: StoryRecord, around: Around) -> Unmade:
    """The page of a story, to be made where it is printed."""
    return Unmade(digest_of(record.key, around), story_values, (frame, record, around))


def story_values(frame: Frame, record: StoryRecord, around: Around) -> Values:
    """What the template of a story's page receives."""
    record = record.whole()
    about = About(
        path=around.path,
        title=record.headline,
        description=record.summary,
        robots=robots(record, drafted=around.drafted),
        trail=(around.card.section,) if around.card.section and around.card.section.path else (),
        canonical=around.copy_of.path if around.copy_of else None,
        **({} if around.drafted or record.withdrawal else told(frame, record, around)),
    )
    return {"page": framed(frame, about, around.shot), "story": story_page(record, around)}


def told(frame: Frame, record: StoryRecord, around: Around) -> dict[str, Any]:
    """What a published story says of itself to machines, as fields of `About`."""
    pictures = tuple(picture.path for picture in (record.picture, around.shot) if picture)
    shared = Shared(around.path, record.headline, shortened(record.summary), record.language)
    return {
        "sharing": story_meta(frame.site, shared, record, around.shot),
        "structured": data_block(news_article(record, around.card, frame.site, pictures)),
    }


def story_page(record: StoryRecord, around: Around) -> StoryPage:
    """The story and what is around it."""
    origin, picture = record.origin, record.picture
    return StoryPage(
        card=around.card,
        body=record.body,
        partial=record.partial,
        updated=record.updated,
        tags=around.tags,
        note=record.note,
        corrections=record.corrections,
        withdrawal=record.withdrawal,
        original=origin.original,
        original_host=host(origin.original),
        original_publisher=origin.original_publisher,
        publisher_home=origin.publisher_home,
        licence=origin.licence,
        licence_url=origin.licence_url,
        terms=origin.terms,
        credit=origin.credit,
        agency=origin.agency,
        dateline=record.dateline,
        via=origin.via,
        retrieved=origin.retrieved,
        archived=origin.archived,
        image=picture.path if picture else None,
        image_alt=picture.alt if picture else None,
        image_width=picture.width if picture else None,
        image_height=picture.height if picture else None,
        account=record.account,
        newer=around.newer,
        older=around.older,
        also=around.also,
        copy_of=around.copy_of,
        more=around.more,
        related=around.related,
        edition=around.edition,
    )
