"""The letters of the cards: which font has them, how Arabic ones join, in which order they are seen.

The fonts are those of packages that the lock pins, set glyph by glyph without the system's text engine, so the bytes
are the same on every machine. That needs letters which stand alone: Arabic is written in the forms that Unicode keeps
for such use (Arabic Presentation Forms), and what runs from right to left in the order of the eye.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # most builds draw nothing
    from PIL import ImageFont

BOLD, REGULAR = 700, 400

RIGHT_TO_LEFT = frozenset({"R", "AL"})

UNJOINED = ("\u0600", "\u08ff")
"""Where Unicode has the letters of Arabic before they are joined (Arabic, its supplement and extensions)."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font in two files; one that is variable, or has one weight, is twice the same."""

    regular: Path
    bold: Path


@dataclass(slots=True)
class Pen:
    """The fonts cards are drawn with, opened once; ``faces`` are tried in order for each text."""

    faces: Sequence[Face]
    _fonts: dict[tuple[Path, int, int], ImageFont.FreeTypeFont] = field(default_factory=dict)
    _known: dict[tuple[Path, str], bool] = field(default_factory=dict)

    def font(self, text: str, size: int, weight: int) -> ImageFont.FreeTypeFont | None:
        """The first font that has every letter of a `joined` text, ``None`` where none has."""
        if any(map(_wants_joining, text)):
            return None
        letters = set(text)
        for face in self.faces:
            file = face.bold if weight == BOLD else face.regular
            if all(self._has(file, letter) for letter in letters):
                return self._opened(file, size, weight)
        return None

    def _opened(self, file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
        key = (file, size, weight)
        if key not in self._fonts:
            from PIL import ImageFont

            font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
            set_weight(font, weight)
            self._fonts[key] = font
        return self._fonts[key]

    def _has(self, file: Path, letter: str) -> bool:
        key = (file, letter)
        if key not in self._known:
            font = self._opened(file, 24, REGULAR)
            self._known[key] = letter == " " or is_drawn(font, letter)
        return self._known[key]


def set_weight(font: ImageFont.FreeTypeFont, weight: int) -> None:
    """Set the weight of a variable font; any other stays as it is."""
    try:
        axes = font.get_variation_axes()
    except OSError:  # no variable font
        return
    values = (weight if axis["name"] == b"Weight" else axis["default"] for axis in axes)
    font.set_variation_by_axes([float(value or 0) for value in values])


def is_drawn(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Whether a font has a letter that can be drawn. One that is a whole sentence (U+FDFD) is too wide for that."""
    try:
        return picture(font, letter) != picture(font, "\U0010ffff")
    except OSError:  # "raster overflow"
        return False


def picture(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    """A letter as pixels: that of a font which lacks it is the same for all it lacks."""
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""Marks of isolates (UAX 9, 2.4.2), which the algorithm of our library refuses; nobody sees them."""


def runs_left(text: str) -> bool:
    """Whether a text runs from right to left: its first letter with a direction decides (UAX 9, P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in RIGHT_TO_LEFT for kind in kinds if kind in {"L", *RIGHT_TO_LEFT}), False)


def joined(text: str) -> str:
    """The text with its Arabic letters in the forms they take beside each other, without the signs of vowels."""
    return str(_reshaper().reshape(text)) if any(map(_wants_joining, text)) else text


def as_seen(line: str) -> str:
    """A `joined` line in the order of the eye, from left to right (UAX 9)."""
    if not any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in line):
        return line
    from bidi.algorithm import get_display  # the one in Rust leaves brackets as they are

    return str(get_display(line.translate(ISOLATES), base_dir="R" if runs_left(line) else "L"))


def _wants_joining(letter: str) -> bool:
    return UNJOINED[0] <= letter <= UNJOINED[1] and unicodedata.category(letter) == "Lo"


@cache
def _reshaper() -> Any:
    """What joins, made only for a site that has something to join."""
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper()
