"""Drawing the card that stands for a page where its address is shared: 1200 × 630 pixels, in the look of the theme.

A headline is set from the side on which it begins. What the fonts (`lettering`) have no letters for is not drawn: such
a card names the publisher in place of the headline, and greeks that: bars stand for its lines, as they do in a layout
whose copy is not there yet.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from copydesk.site.machines.lettering import BOLD, REGULAR, Pen, as_seen, joined, runs_left

if TYPE_CHECKING:  # most builds draw nothing
    from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph's readers show whole."""

MARGIN = 84
PAPER, INK, ACCENT = (251, 251, 248), (24, 26, 29), (27, 77, 177)
"""The theme's colours."""

FULL, BAND = 200, 255
"""Where ink and accent stand in the palette; between 0 and `FULL` it runs from paper to ink."""

MOST_LETTERS = 800
"""Letters of a text that are looked at: far more than a card holds."""
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

NEVER_FIRST = "，。、；：！？）》」』】”’…"
"""Marks that hang at the end of a line of Chinese or Japanese rather than begin the next."""

FOOT_MARK = " · "
"""What stands between the pieces of the line under a headline."""

Side = Literal["left", "right"]
"""The margin that a line begins at."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says: the site's name, a headline, and what stands in the line under it (publisher, date).
    ``instead`` is what it says where the headline cannot be set, the most telling first (publisher, section, date)."""

    name: str
    headline: str
    foot: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


def drawn(words: Words, pen: Pen) -> bytes:
    """The card as PNG: grey levels drawn, then coloured by a palette, which is quick and small."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 15), fill=BAND)
    name, side = measured(words.name), side_of(words.headline)
    if font := pen.font(name, 36, BOLD):
        set_line(draw, as_seen(cut(name, font, WIDTH - 2 * MARGIN)), 64, font)
    for x in range(MARGIN, WIDTH - MARGIN, 14):  # stet: let it stand
        draw.ellipse((x, 134, x + 5, 139), fill=BAND)
    headline, foot = measured(words.headline), tuple(map(measured, words.foot))
    is_set = pen.font(headline, 36, BOLD) is not None
    if not is_set:
        headline, *rest = [*(word for word in map(measured, words.instead) if pen.font(word, 36, BOLD)), name]
        foot = tuple(rest[:-1])
    end = set_headline(draw, headline, pen)
    if not is_set:
        greek(draw, end, side)
    set_foot(draw, foot, pen, side)
    return encoded(image)


def measured(text: str) -> str:
    """What is looked at of a text, `joined`: whoever wrote the page may have put in a thousand times as much."""
    return joined(text[:MOST_LETTERS])


def side_of(text: str) -> Side:
    """Where a text begins."""
    return "right" if runs_left(text[:MOST_LETTERS]) else "left"


def set_line(draw: ImageDraw.ImageDraw, seen: str, top: int, font: ImageFont.FreeTypeFont, side: Side = "left") -> None:
    """Set a line, its letters in the order of the eye, from one side."""
    left = MARGIN if side == "left" else WIDTH - MARGIN - font.getlength(seen)
    draw.text((left, top), seen, font=font, fill=FULL)


def set_foot(draw: ImageDraw.ImageDraw, words: tuple[str, ...], pen: Pen, side: Side) -> None:
    """Set the line under a headline: what there are letters for, each piece as its own words run."""
    words = tuple(word for word in words if pen.font(word, 30, REGULAR))
    font = pen.font(FOOT_MARK.join(words), 30, REGULAR)
    if font and words:
        room = int(WIDTH - 2 * MARGIN - font.getlength(FOOT_MARK) * (len(words) - 1)) // len(words)
        seen = [as_seen(cut(word, font, room)) for word in words]
        set_line(draw, FOOT_MARK.join(seen if side == "left" else seen[::-1]), HEIGHT - 92, font, side)


def greek(draw: ImageDraw.ImageDraw, top: int, side: Side) -> None:
    """Set bars in place of the lines of a headline, from one side, under what ends at ``top``."""
    width = WIDTH - 2 * MARGIN
    for number, share in enumerate(GREEKED):
        start = top + GREEK_GAP + number * 2 * GREEK_BAR
        left = MARGIN + (width - round(width * share) if side == "right" else 0)
        if start + GREEK_BAR <= HEIGHT - 120:
            draw.rectangle((left, start, left + round(width * share), start + GREEK_BAR), fill=GREEK)


def set_headline(draw: ImageDraw.ImageDraw, headline: str, pen: Pen) -> int:
    """Set the headline as large as it fits, its last line cut where even the smallest is too large. Returns where it
    ends."""
    width = WIDTH - 2 * MARGIN
    for size in HEADLINE_SIZES:
        font = pen.font(headline, size, BOLD)
        if font is None:
            break
        lines, most = broken(headline, font, width), int(ROOM / (size * LEADING))
        if len(lines) <= most or size == HEADLINE_SIZES[-1]:
            set_lines(draw, lines if len(lines) <= most else shortened(lines, most, font), font, side_of(headline))
            return TOP + round(min(len(lines), most) * size * LEADING)
    return TOP


def shortened(lines: list[str], most: int, font: ImageFont.FreeTypeFont) -> list[str]:
    """The first lines, the last of them cut."""
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), font, WIDTH - 2 * MARGIN)]


def set_lines(draw: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont, side: Side) -> None:
    """Set lines one under the other."""
    for number, line in enumerate(lines):
        set_line(draw, as_seen(line), TOP + round(number * font.size * LEADING), font, side)


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
                if font.getlength(lines[-1] + letter) > width and letter not in NEVER_FIRST:
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
    from PIL import Image

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
