"""From what a story shows in lists, and where its names lead, to its card. Nothing else goes into a card."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.site.frame import direction
from copydesk.site.record import Face
from copydesk.site.values import Card, Link

WORDS_A_MINUTE = 230
"""How fast people read news silently (Brysbaert 2019 finds 238 for English non-fiction)."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a card leads: to its story at ``path``, and to the lists of the names on it."""

    path: str
    authors: tuple[Link, ...]
    publisher: Link | None
    section: Link | None


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
        minutes=max(1, round(face.words / WORDS_A_MINUTE)),
        withdrawn=face.withdrawn,
    )
