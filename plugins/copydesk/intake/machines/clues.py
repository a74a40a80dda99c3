"""Clues collected from a page: each value once for its origin, in the order of the page."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Final

from copydesk.intake.characters.controls import strip_harmful
from copydesk.model import Clue, FactName, Place

_TAGS: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
_MOST: Final = 24
"""How many values one origin may give for one fact; past that a page lists other pages."""
_NAMES: Final = frozenset(("author", "agency", "publisher", "section", "tag"))
"""Facts for which an address, which pages offer too, is no value."""
_LONGEST: Final = 2000


def plain(value: str) -> str:
    """A value of structured data as people read it: entities decoded, tags taken out, white space collapsed."""
    value = value[: 4 * _LONGEST]
    if "&" in value:
        value = unescape(unescape(value))
    if "<" in value:
        value = _TAGS.sub(" ", value)
    if value.isprintable() and "  " not in value:  # as nearly all are
        return value.strip(" ")
    return _SPACES.sub(" ", strip_harmful(value)).strip(" ")


class Clues:
    """Collects the clues of one document."""

    def __init__(self) -> None:
        self._clues: dict[tuple[FactName, str, str], Clue] = {}
        self._counts: Counter[tuple[FactName, str]] = Counter()
        self._said: dict[str, None] = {}

    def add(self, fact: FactName, value: str | None, origin: str, place: Place | None = None) -> None:
        """Offer a value, which is made plain first; an empty one, one far too long, an address as a name is none."""
        text = plain(value) if value else ""
        key = (fact, text, origin)
        if not text or len(text) > _LONGEST or fact in _NAMES and "://" in text:
            return
        if key in self._clues or self._counts[fact, origin] >= _MOST:
            return
        self._counts[fact, origin] += 1
        self._clues[key] = Clue(fact, text, origin, place)

    def say(self, kind: str) -> None:
        """Note what the page says it is: "newsarticle", "og website", "not free"."""
        if len(self._said) < _MOST:
            self._said[kind.strip().lower()[:40]] = None

    def said(self) -> tuple[str, ...]:
        """What the page says it is, each once."""
        return tuple(self._said)

    def all(self) -> tuple[Clue, ...]:
        """Every clue in the order it was offered."""
        return tuple(self._clues.values())
