"""Pictures: where they lie, and what their alt text is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_ADDRESSES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
"""Attributes with the picture's address; pages that load pictures late put a placeholder into the first."""
_LONGEST_CHARACTER: Final = 8


@dataclass(frozen=True, slots=True)
class Picture:
    """The address of a picture as the page gives it, its alt text ("" where it has none), and its class names."""

    address: str | None
    alt: str
    names: str

    @classmethod
    def of(cls, attributes: Mapping[str, str | None]) -> Picture:
        """The picture of an ``img`` element with these attributes."""
        given = [address for name in _ADDRESSES if (address := attributes.get(name)) and not address.startswith("data:")]
        address = given[-1] if len(given) > 1 and "." not in given[0].rsplit("/", 1)[-1] else next(iter(given), None)
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        return cls(address, " ".join((attributes.get("alt") or "").split()), names.lower())

    def is_character(self) -> bool:
        """Whether it stands for a character in the line: an emoji, or the initial of a paragraph."""
        if not self.alt or len(self.alt) > _LONGEST_CHARACTER:
            return False
        return not self.alt.isascii() and not any(map(str.isalnum, self.alt)) or "emoji" in self.names

    def is_logo(self) -> bool:
        """Whether its name or alt text says that it is a logo."""
        return "logo" in self.names or "logo" in self.alt.lower() or "logo" in (self.address or "").rsplit("/", 1)[-1].lower()
