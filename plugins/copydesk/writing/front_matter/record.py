"""What a story file records: the values behind its front matter, named as its keys. Frozen, no logic."""

from __future__ import annotations

from datetime import date as Day
from typing import Literal

from copydesk.frozen import value
from copydesk.model import Moment, Policy

Status = Literal["published", "draft", "hidden"]
"""Whether a story is in the site's lists. A draft is built under ``drafts/``, a hidden one only at its address."""

FIRST_SEEN = "first seen"
"""The origin of a date no page gave: the day the story was first seen."""


@value(frozen=True, slots=True)
class Origin:
    """Where a key's value comes from, a name of the table of trust, and how far it is trusted (0 to 1)."""

    key: str
    origin: str
    confidence: float


@value(frozen=True, slots=True)
class Cuts:
    """How many blocks left the page for one reason."""

    reason: str
    count: int


@value(frozen=True, slots=True)
class Cleaning:
    """How the story was made: the seed's format, the blocks kept, the cuts by reason."""

    format: str
    kept: int
    cuts: tuple[Cuts, ...] = ()


@value(frozen=True, slots=True)
class Notice:
    """A published correction, or the note of a withdrawal; the text is ``None`` for a bare "withdrawn: yes"."""

    text: str | None
    day: Day | None = None


@value(frozen=True, slots=True)
class Via:
    """Who pointed the curator to the story: a name, an address, or both."""

    name: str | None = None
    url: str | None = None


@value(frozen=True, slots=True)
class StoryFile:
    """One story file. A field is named as its key; what the file does not say is ``None`` or empty. ``body`` is
    Markdown and ends in a newline unless empty."""

    title: str
    body: str = ""
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    publisher_key: str | None = None
    original_publisher: str | None = None
    date: Moment | None = None
    updated: Moment | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    lang: str | None = None
    source_url: str | None = None
    licence: str | None = None
    image: str | None = None
    image_caption: str | None = None
    image_credit: str | None = None
    guid: str | None = None
    seed: str | None = None
    item: str | None = None
    sha256: str | None = None
    origins: tuple[Origin, ...] = ()
    cleaning: Cleaning | None = None
    review: tuple[str, ...] = ()
    pin: bool = False
    note: str | None = None
    withdrawn: Notice | None = None
    corrections: tuple[Notice, ...] = ()
    status: Status = "published"
    policy: Policy | None = None
    via: Via | None = None
    retrieved: Moment | None = None
    archived: str | None = None
    image_alt: str | None = None
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()

    @property
    def date_recorded(self) -> bool:
        """Whether the date is the page's (or the curator's), not the day the story was first seen."""
        return not any(origin.key == "date" and origin.origin == FIRST_SEEN for origin in self.origins)
