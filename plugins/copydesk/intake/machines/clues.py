"""Clues collected from a page: each value once for its origin, in the order of the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from html import unescape
from typing import Final

from copydesk.intake.characters.controls import harm_in, strip_harmful
from copydesk.model import Clue, Doubt, FactName, Place

_TAGS: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_MOST: Final = 24
"""How many values one origin may give for one fact; past that a page lists other pages."""
_NAMES: Final = frozenset(("author", "agency", "publisher", "section", "tag"))
"""Facts for which an address, which pages offer too, is no value."""
_LONGEST: Final = 2000


def plain(value: str) -> str:
    """A value of structured data as people read it: entities decoded, tags taken out, white space collapsed."""
    return _spaced(_decoded(value))


def _decoded(value: str) -> str:
    value = value[: 4 * _LONGEST]
    if "&" in value:
        value = unescape(unescape(value))
    return _TAGS.sub(" ", value) if "<" in value else value


def _spaced(value: str) -> str:
    if value.isprintable() and "  " not in value:  # as nearly all are
        return value.strip(" ")
    return _SPACES.sub(" ", strip_harmful(value)).strip(" ")


class Clues:
    """Collects the clues of one document."""

    def __init__(self) -> None:
        self._clues: dict[tuple[FactName, str, str], Clue] = {}
        self._counts: defaultdict[tuple[FactName, str], int] = defaultdict(int)
        self._said: dict[str, None] = {}
        self._harm: dict[str, Doubt] = {}

    def add(self, fact: FactName, value: str | None, origin: str, place: Place | None = None) -> None:
        """Offer a value, which is made plain first; an empty one, one far too long, an address as a name is none."""
        decoded = _decoded(value) if value else ""
        text = _spaced(decoded)
        key = (fact, text, origin)
        if not text or len(text) > _LONGEST or fact in _NAMES and "://" in text:
            return
        if key in self._clues or self._counts[fact, origin] >= _MOST:
            return
        self._counts[fact, origin] += 1
        self.note_harm(decoded)
        self._clues[key] = Clue(fact, text, origin, place)

    def say(self, kind: str) -> None:
        """Note what the page says it is: "newsarticle", "og website", "not free"."""
        if len(self._said) < _MOST:
            self._said[kind.strip().lower()[:40]] = None

    def said(self) -> tuple[str, ...]:
        """What the page says it is, each once."""
        return tuple(self._said)

    def note_harm(self, value: str) -> None:
        """Note the sorts of characters in a value that will be taken out because they do harm."""
        self._harm.update((doubt.code, doubt) for doubt in harm_in(value))

    def doubts(self, others: Sequence[Doubt]) -> tuple[Doubt, ...]:
        """The doubts of a draft, and those about its values that are about none of the same."""
        told = {doubt.code for doubt in others}
        return (*others, *(doubt for code, doubt in self._harm.items() if code not in told))

    def all(self) -> tuple[Clue, ...]:
        """Every clue in the order it was offered."""
        return tuple(self._clues.values())
