"""From what a story shows in lists, and where its names lead, to its card. Nothing else goes into a card."""

from __future__ import annotations

from copydesk.frozen import value
from copydesk.site.showing.frame import direction, shortened
from copydesk.site.stories.record import Face
from copydesk.site.values import Card, Link


@value(frozen=True, slots=True)
class Leads:
    """Where a card leads, to its story at ``path`` and to the lists of the names on it, and what room it has."""

    path: str
    authors: tuple[Link, ...]
    publisher: Link | None
    section: Link | None
    room: int = 0
    """Characters there is room for of the story's first words."""


def card_of(face: Face, leads: Leads) -> Card:
    """The card of a story."""
    return Card(
        path=leads.path,
        headline=face.headline,
        standfirst=face.standfirst,
        authors=leads.authors,
        publisher=leads.publisher,
        section=leads.section,
        published=face.published,
        language=face.language,
        direction=direction(face.language),
        minutes=face.minutes,
        withdrawn=face.withdrawn,
        teaser=shortened(face.summary, leads.room) or None if leads.room else None,
    )
