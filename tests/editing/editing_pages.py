"""Invented pages for the tests of editing: a story, lines around it, and one rule carried out on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from copydesk.editing import RULES
from copydesk.editing.desk import open_desk
from copydesk.model import Block, Clue, Draft, House, Kind, Markup, Overrides, Paragraph, Place, Span
from copydesk.text import INVISIBLE, words

RULE = {rule.name: rule for rule in RULES}

STORY = (
    "The harbour wall of Brisamar will be rebuilt by spring, the town council decided on Tuesday after a debate that "
    "lasted until midnight and filled the gallery to the last seat.",
    "“We have patched it for forty years, and every winter the sea has found the patch,” said Ines Valdor, who leads "
    "the council and has fished from the wall since she was a child.",
    "The work will close the inner basin to boats for eleven weeks, which the skippers of the crab fleet called the "
    "price of sleeping through the next storm without listening for it.",
)
TOLD, UNTOLD = 0.97, 0.3
"""What the judge thinks of the paragraphs of the story, and of other lines, unless a line says otherwise."""


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, the judge's score, the blank lines above it, its kind and markup, where it leads."""

    text: str
    score: float = UNTOLD
    gap: int = 1
    kind: Kind = Paragraph()  # noqa: RUF009  # frozen
    markup: Markup | None = None
    href: str | None = None


def page(*parts: str | Line | tuple[str, ...]) -> tuple[Block, ...]:
    """Blocks of a page: a string is a line of its own, a tuple of strings paragraphs of the story."""
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, tuple):
            lines += [Line(text, TOLD) for text in part]
        else:
            lines.append(part if isinstance(part, Line) else Line(part))
    blocks, at = [], 1
    for line in lines:
        at += line.gap
        blocks.append(
            Block(
                line.kind,
                (Span(line.text, href=line.href),),
                Place(at, at),
                gap=line.gap,
                markup=line.markup,
                score=line.score,
            )
        )
        at += 1
    return tuple(blocks)


def draft(blocks: Iterable[Block], clues: tuple[Clue, ...] = ()) -> Draft:
    """A draft of these blocks."""
    kept = tuple(blocks)
    return Draft("page.txt", "0" * 64, "text", "utf-8", max((b.place.last for b in kept), default=0), kept, clues)


def carry_out(name: str, before: Draft, house: House | None = None, overrides: Overrides | None = None) -> Draft:
    """The draft after one rule."""
    house, overrides = house or House(), overrides or Overrides()
    return RULE[name].apply(before, open_desk(before, house, overrides))


def taken(after: Draft) -> tuple[str, ...]:
    """The texts of all cuts."""
    return tuple(cut.block.text for cut in after.cuts)


def all_words(of: Draft) -> Counter[str]:
    """Every word of the body and the cuts, with how often it stands there."""
    blocks = (*of.blocks, *(cut.block for cut in of.cuts))
    invisible = {ord(mark): None for mark in INVISIBLE}
    return Counter(word for block in blocks for word in words(block.text.translate(invisible)))


def unscored(of: Draft) -> Draft:
    """The draft as intake hands it over."""
    return replace(of, blocks=tuple(replace(block, score=None) for block in of.blocks))
