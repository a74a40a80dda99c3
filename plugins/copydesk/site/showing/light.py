"""Records and cards that are opened only where their words are wanted.

A build asks every story for its order, its lists and its digests, and few for their words. So what is known of a story
comes as its head, and the rest of it is read from memory when a field of it is asked for. A light value says the digest
of all it holds in place of its fields (``repr``), which is how pages that receive it are told apart; handed to another
process it becomes the plain value there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Protocol

from copydesk.site.entries import digest_of
from copydesk.site.showing.faces import Leads, card_of
from copydesk.site.stories.memory import Lent
from copydesk.site.stories.readings import HEADED, Head, face_of, passing_record, told_from
from copydesk.site.stories.record import Face, StoryRecord, Told
from copydesk.site.values import Card

RECORD_FIELDS = frozenset(field.name for field in fields(StoryRecord))
CARD_FIELDS = tuple(field.name for field in fields(Card))


class Words(Protocol):
    """Where the rest of a story is, by the name of its file."""

    def face(self, name: str) -> bytes:
        """Its face as data."""

    def record(self, name: str) -> bytes:
        """Its record as data."""

    def lent_face(self, name: str) -> Lent:
        """Its face for another process."""

    def lent_record(self, name: str) -> Lent:
        """Its record for another process."""


class LightRecord(StoryRecord):
    """A record of which the head is known."""

    __slots__ = ("_name", "_words", "copied", "face_key", "key", "teaser_key")

    _name: str
    _words: Words
    copied: bool
    face_key: str
    teaser_key: str
    key: str

    def __getattr__(self, name: str) -> Any:
        """A field that is not in the head. The record it is taken from is not kept: it holds all words of a story."""
        if name not in RECORD_FIELDS:
            raise AttributeError(name)
        return getattr(self.whole(), name)

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._name

    def whole(self) -> StoryRecord:
        """The whole record."""
        return passing_record(self._words.record(self._name))

    @property
    def told(self) -> Told:
        """What an item says of it: a tenth of the work of the `whole`."""
        return told_from(self._words.record(self._name))

    @property
    def packed_face(self) -> bytes:
        """The story's face (what lists show of it) as packed data, read from the shelf."""
        return self._words.face(self._name)

    @property
    def face(self) -> Face:
        """The story's face (what lists show of it) as a value."""
        return face_of(self.packed_face)

    def __repr__(self) -> str:
        return f"StoryRecord({self.key})"

    @property
    def lent_face(self) -> Lent:
        """The story's face on its way to another process, which reads it from the shelf itself."""
        return self._words.lent_face(self._name)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return lent_record, (self._words.lent_record(self._name),)


SETTERS = tuple(getattr(StoryRecord, name).__set__ for name in HEADED)
"""What sets each field of a head: a frozen value refuses to be set by name."""

OWN_SETTERS = tuple(getattr(LightRecord, name).__set__ for name in LightRecord.__slots__)


def light_record(head: Head, name: str, words: Words) -> LightRecord:
    """The record of the story in the file of that name, whose head is known."""
    own = (name, words, head.copied, head.face_key, head.key, head.teaser_key)
    record: LightRecord = object.__new__(LightRecord)
    for put, value in zip((*SETTERS, *OWN_SETTERS), (*head.values, *own), strict=True):
        put(record, value)
    return record


class LightCard(Card):
    """A card that is made when it is shown. ``key`` is the digest of all it is made from."""

    __slots__ = ("key", "leads", "story")

    key: str
    leads: Leads
    story: LightRecord

    def __init__(self, key: str, record: LightRecord, leads: Leads) -> None:
        for put, value in zip(CARD_SETTERS, (key, leads, record, leads.path), strict=True):
            put(self, value)

    def __getattr__(self, name: str) -> Any:
        if name not in CARD_FIELDS:
            raise AttributeError(name)
        card = card_of(self.story.face, self.leads)
        for each in CARD_FIELDS:
            object.__setattr__(self, each, getattr(card, each))
        return getattr(card, name)

    def __repr__(self) -> str:
        return f"Card({self.key})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return lent_card, (self.story.lent_face, self.leads)


def light_card(story: LightRecord, leads: Leads) -> LightCard:
    """The card of a story with those leads."""
    return LightCard(digest_of(story.teaser_key if leads.room else story.face_key, leads), story, leads)


CARD_SETTERS = tuple(getattr(LightCard, name).__set__ for name in ("key", "leads", "story", "path"))


def lent_card(face: Lent, leads: Leads) -> Card:
    """The card of a face that was lent. Raises LookupError."""
    return card_of(face_of(face.words()), leads)


def lent_record(record: Lent) -> StoryRecord:
    """A record that was lent. Raises LookupError."""
    return passing_record(record.words())
