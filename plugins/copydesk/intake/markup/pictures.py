"""Pictures: where they lie, and what their alt text is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_ADDRESSES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
"""Attributes with the picture's address; pages that load pictures late put a placeholder into the first."""
_LONGEST_CHARACTER: Final = 8
_LEADING: Final = frozenset("featured hero lead".split())
_OF_PICTURES: Final = frozenset("image img media picture photo figure thumbnail".split())
_NEAR: Final = 8
"""How many class words around a picture may say that it is the story's."""


def is_lead(words: tuple[str, ...]) -> bool:
    """Whether class words around a picture say that it leads the story: "post-featured-image", "hero-media"."""
    near = words[:_NEAR]
    return not _LEADING.isdisjoint(near) and not _OF_PICTURES.isdisjoint(near)


@dataclass(frozen=True, slots=True)
class Picture:
    """The address of a picture as the page gives it, its alt text ("" where it has none), and its class names."""

    address: str | None
    alt: str
    names: str

    @classmethod
    def of(cls, attributes: Mapping[str, str | None]) -> Picture:
        """The picture of an ``img`` element with these attributes."""
        given = [attributes.get(name) or "" for name in _ADDRESSES]
        address = next((each for each in given if each and not each.startswith("data:")), None)
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        return cls(address, " ".join((attributes.get("alt") or "").split()), names.lower())

    def is_character(self) -> bool:
        """Whether it stands for a character in the line: an emoji, or the initial of a paragraph."""
        if not self.alt or len(self.alt) > _LONGEST_CHARACTER:
            return False
        return not self.alt.isascii() and not any(map(str.isalnum, self.alt)) or "emoji" in self.names

    def is_logo(self) -> bool:
        """Whether its name or alt text says that it is a logo."""
        file = (self.address or "").rsplit("/", 1)[-1]
        return any("logo" in name.lower() for name in (self.names, self.alt, file))
