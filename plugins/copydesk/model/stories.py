"""What a story is: its facts, each with its origin and how far it is trusted, and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

from copydesk.model.blocks import Block
from copydesk.model.drafts import Clue, Cut, Doubt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as precisely as the page gave it: a day, perhaps a time, perhaps with its offset.

    ``clock`` is ``None`` where only the day is known; its ``tzinfo`` is ``None`` until the site's zone is applied.
    """

    day: date
    clock: time | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A resolved value with the origin that won and how far it is trusted (0 to 1; under 0.5 is shown as doubtful)."""

    value: T
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a story. What the file does not say is ``None`` or empty.

    ``language`` is a BCP 47 tag; ``publisher`` the display name, ``publisher_key`` its key in ``sources.toml`` when
    known; ``authors`` are names of people without jobs, ``agency`` the news agency credited; ``original_publisher`` is
    who the page itself credits. ``image_caption`` says what the picture shows, ``image_credit`` whose it is.
    """

    headline: Fact[str] | None = None
    standfirst: Fact[str] | None = None
    authors: Fact[tuple[str, ...]] | None = None
    agency: Fact[str] | None = None
    publisher: Fact[str] | None = None
    publisher_key: str | None = None
    original_publisher: Fact[str] | None = None
    published: Fact[Moment] | None = None
    updated: Fact[Moment] | None = None
    section: Fact[str] | None = None
    tags: Fact[tuple[str, ...]] | None = None
    canonical_url: Fact[str] | None = None
    language: Fact[str] | None = None
    licence: Fact[str] | None = None
    image: Fact[str] | None = None
    image_caption: Fact[str] | None = None
    image_credit: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A document edited and attributed: what the writer writes and ``--json`` prints.

    ``blocks`` is the body; ``cuts`` every block that left it; ``guid`` a ``urn:uuid:`` (version 5); ``held`` the
    reasons it may not be published (empty when it may); ``clues`` all evidence, for ``explain`` and ``check``;
    ``byline`` whom the page's byline names, as it names them: people and agencies, else an office ("News Desk").
    """

    guid: str
    seed: str
    sha256: str
    item: str | None
    format: str
    encoding: str
    lines: int
    metadata: Metadata
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...]
    clues: tuple[Clue, ...]
    doubts: tuple[Doubt, ...]
    held: tuple[str, ...]
    confidence: float | None = None
    byline: tuple[str, ...] = ()
    is_item_permanent: bool = False
