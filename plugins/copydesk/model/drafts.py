"""What a draft is: the blocks of a document, what is offered for its facts, what was cut, what is doubted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.frozen import value
from copydesk.model.blocks import Block, Place

FactName = Literal[
    "headline",
    "standfirst",
    "author",
    "publisher",
    "published",
    "updated",
    "section",
    "tag",
    "canonical_url",
    "language",
    "licence",
    "image",
    "image_caption",
    "image_credit",
    "agency",
    "original_publisher",
]


@value(frozen=True, slots=True)
class Clue:
    """A value offered for a fact, as the page has it, with its ``origin``: a name of the table of trust
    (`metadata.trust.TRUST`), such as "json-ld", "h1", "byline line", "logo text", "page header"."""

    fact: FactName
    value: str
    origin: str
    place: Place | None = None


CutClass = Literal["furniture", "boilerplate", "duplicate", "empty"]


@value(frozen=True, slots=True)
class Cut:
    """A block taken out of the body, with the rule that took it and why, in words for the curator.

    ``nature`` is "furniture" for text about the story that now lives in a fact, "boilerplate" for text of the site,
    "duplicate" for what the body already says, "empty" for what has no words.
    """

    block: Block
    rule: str
    reason: str
    nature: CutClass = "boilerplate"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a human should look at: a stable ``code`` ("publisher-spellings"), the message, and where."""

    code: str
    message: str
    place: Place | None = None


@value(frozen=True, slots=True)
class Draft:
    """A document on its way: what is left of its blocks, what was cut, what is known about it so far.

    ``sha256`` is the lower-case hex digest of the raw file, ``item`` the id of this document inside a seed that holds
    several, ``format`` the reader's name ("text", "html"), ``lines`` the number of lines of the decoded seed.
    ``held`` collects reasons not to publish. ``says`` is what the page's data says it is, lower-cased: types of
    schema.org ("newsarticle", "collectionpage"), Open Graph's with "og " before them ("og website"), and "not free".
    ``is_item_permanent`` says that ``item`` is an id the publisher gave the
    document, which is the same in every file that holds it.
    """

    seed: str
    sha256: str
    format: str
    encoding: str
    lines: int
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...] = ()
    cuts: tuple[Cut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    held: tuple[str, ...] = ()
    item: str | None = None
    url: str | None = None
    confidence: float | None = None
    says: tuple[str, ...] = ()
    is_item_permanent: bool = False
