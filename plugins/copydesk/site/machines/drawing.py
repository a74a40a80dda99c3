"""Drawing the card that stands for a page where its address is shared: 1200 × 630 pixels, in the look of the theme.

The letters are those of a package that the lock pins, set glyph by glyph without the system's text shaping, so the
bytes are the same on every machine. What these fonts have no letters for, or what must be joined or run from right to
left, is not drawn: such a card names the publisher in place of the headline, and greeks that: bars stand for its lines,
as they do in a layout whose copy is not there yet.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph's readers show whole."""

MARGIN = 84
PAPER, INK, ACCENT = (251, 251, 248), (24, 26, 29), (27, 77, 177)
"""The theme's colours."""

FULL, BAND = 200, 255
"""Where ink and accent stand in the palette; between 0 and `FULL` it runs from paper to ink."""

MOST_LETTERS = 800
"""Letters that are measured: far more than a card holds, far fewer than whoever wrote the page may have put in."""
HEADLINE_SIZES = (76, 68, 60, 52, 46)
"""Of a headline, the largest that fits first."""

TOP = 172
"""Where a headline begins."""

GREEKED = (1.0, 0.94, 0.58)
"""The lines of a headline that cannot be set, as shares of the measure."""

GREEK, GREEK_BAR, GREEK_GAP = 34, 30, 40
"""The tone of their bars between paper and `FULL`, their height, and the space above them."""

LEADING = 1.18
ROOM = 345
"""Pixels of height that a headline has."""
BOLD, REGULAR = 700, 400
RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says: the site's name, a headline, and what stands in the line under it (publisher, date).
    ``instead`` is what it says where the headline cannot be set, the most telling first (publisher, section, date)."""

    name: str
    headline: str
    foot: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(slots=True)
class Pen:
    """The fonts cards are drawn with, opened once; ``files`` are tried in order for each text."""

    files: Sequence[Path]
    _fonts: dict[tuple[Path, int, int], ImageFont.FreeTypeFont] = field(default_factory=dict)
    _known: dict[tuple[Path, str], bool] = field(default_factory=dict)

    def font(self, text: str, size: int, weight: int) -> ImageFont.FreeTypeFont | None:
        """The first font that has every letter of the text, ``None`` where none has."""
        if any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
            return None
        found = next((file for file in self.files if all(self._has(file, letter) for letter in set(text))), None)
        return self._opened(found, size, weight) if found else None

    def _opened(self, file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
        key = (file, size, weight)
        if key not in self._fonts:
            font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
            set_weight(font, weight)
            self._fonts[key] = font
        return self._fonts[key]

    def _has(self, file: Path, letter: str) -> bool:
        key = (file, letter)
        if key not in self._known:
            font = self._opened(file, 24, REGULAR)
            self._known[key] = letter == " " or picture(font, letter) != picture(font, "\U0010ffff")
        return self._known[key]


def set_weight(font: ImageFont.FreeTypeFont, weight: int) -> None:
    """Set the weight of a variable font; any other stays as it is."""
    try:
        axes = font.get_variation_axes()
    except OSError:  # no variable font
        return
    values = (weight if axis["name"] == b"Weight" else axis["default"] for axis in axes)
    font.set_variation_by_axes([float(value or 0) for value in values])


def picture(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    """A letter as pixels: that of a font which lacks it is the same for all it lacks."""
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


def drawn(words: Words, pen: Pen) -> bytes:
    """The card as PNG: grey levels drawn, then coloured by a palette, which is quick and small."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 15), fill=BAND)
    set_line(draw, words.name, 64, pen.font(words.name, 36, BOLD))
    for x in range(MARGIN, WIDTH - MARGIN, 14):  # stet: let it stand
        draw.ellipse((x, 134, x + 5, 139), fill=BAND)
    headline, foot = words.headline, words.foot
    if not pen.font(headline, 36, BOLD):
        headline, *rest = [*(word for word in words.instead if pen.font(word, 36, BOLD)), words.name]
        foot = tuple(rest[:-1])
    end = set_headline(draw, headline, pen)
    if headline != words.headline:
        greek(draw, end, words.headline)
    line = " · ".join(word for word in foot if pen.font(word, 30, REGULAR))
    set_line(draw, line, HEIGHT - 92, pen.font(line, 30, REGULAR))
    return encoded(image)


def set_line(draw: ImageDraw.ImageDraw, text: str, top: int, font: ImageFont.FreeTypeFont | None) -> None:
    """Set a line, cut where it is too long; nothing where there is no font for it."""
    if font and text:
        draw.text((MARGIN, top), cut(text, font, WIDTH - 2 * MARGIN), font=font, fill=FULL)


def greek(draw: ImageDraw.ImageDraw, top: int, headline: str) -> None:
    """Set bars in place of the lines of a headline, from the side it begins on, under what ends at ``top``."""
    width = WIDTH - 2 * MARGIN
    is_mirrored = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in headline[:MOST_LETTERS])
    for number, share in enumerate(GREEKED):
        start = top + GREEK_GAP + number * 2 * GREEK_BAR
        left = MARGIN + (width - round(width * share) if is_mirrored else 0)
        if start + GREEK_BAR <= HEIGHT - 120:
            draw.rectangle((left, start, left + round(width * share), start + GREEK_BAR), fill=GREEK)


def set_headline(draw: ImageDraw.ImageDraw, headline: str, pen: Pen) -> int:
    """Set the headline as large as it fits, its last line cut where even the smallest is too large. Returns where it
    ends."""
    width, headline = WIDTH - 2 * MARGIN, headline[:MOST_LETTERS]
    for size in HEADLINE_SIZES:
        font = pen.font(headline, size, BOLD)
        if font is None:
            break
        lines, most = broken(headline, font, width), int(ROOM / (size * LEADING))
        if len(lines) <= most or size == HEADLINE_SIZES[-1]:
            set_lines(draw, lines if len(lines) <= most else shortened(lines, most, font), font)
            return TOP + round(min(len(lines), most) * size * LEADING)
    return TOP


def shortened(lines: list[str], most: int, font: ImageFont.FreeTypeFont) -> list[str]:
    """The first lines, the last of them cut."""
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), font, WIDTH - 2 * MARGIN)]


def set_lines(draw: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont) -> None:
    """Set lines one under the other."""
    for number, line in enumerate(lines):
        draw.text((MARGIN, TOP + round(number * font.size * LEADING)), line, font=font, fill=FULL)


def broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text in lines of at most ``width`` pixels, broken between words; a word that is wider, or that has no spaces
    in it as in Chinese, between letters."""
    lines = [""]
    for word in text.split():
        spaced = f"{lines[-1]} {word}".strip()
        if font.getlength(spaced) <= width:
            lines[-1] = spaced
        elif font.getlength(word) <= width:
            lines.append(word)
        else:
            for letter in f" {word}" if lines[-1] else word:
                if font.getlength(lines[-1] + letter) > width:
                    lines.append("")
                lines[-1] += letter
    return lines


def cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The text, cut with an ellipsis where it is wider than ``width`` pixels."""
    text = text[: MOST_LETTERS + 1]
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def encoded(image: Image.Image) -> bytes:
    """The picture's grey levels as the theme's colours, in PNG."""
    ramp = [
        round(paper + (ink - paper) * min(level, FULL) / FULL)
        for level in range(BAND)
        for paper, ink in zip(PAPER, INK, strict=True)
    ]
    coloured = Image.frombytes("P", image.size, image.tobytes())
    coloured.putpalette([*ramp, *ACCENT])
    made = io.BytesIO()
    coloured.save(made, "PNG", compress_level=6)
    return made.getvalue()
