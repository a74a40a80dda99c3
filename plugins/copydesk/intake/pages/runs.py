"""A run of text between two block boundaries, collected piece by piece and settled into spans."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import category

from copydesk.frozen import value
from copydesk.intake.characters.controls import strip_harmful
from copydesk.intake.markup import elements
from copydesk.model import Span

BLANK: Final = " \t\n\r\f"
"""The characters that a page is written with and does not show."""
_SPACES: Final = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


@value(frozen=True, slots=True)
class Marks:
    """How a piece of text is set."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None
    linked: bool = False
    """Inside an ``a`` element, even one whose address cannot be followed."""


PLAIN: Final = Marks()


@lru_cache(maxsize=256)
def marked(marks: Marks, tag: str) -> Marks:
    """The marks inside an element that sets its text as strong, emphasized or code."""
    return Marks(
        marks.strong or tag in elements.STRONG,
        marks.emphasis or tag in elements.EMPHASIS,
        marks.code or tag in elements.CODE,
        marks.href,
        marks.linked,
    )


def shown_text(text: str) -> str:
    """Text with white space collapsed and without what does harm."""
    if not text.isprintable():
        text = text.replace("\n", " ").replace("\t", " ")
        if not text.isprintable():
            return _SPACES.sub(" ", strip_harmful(text))
    if "  " not in text:
        return text
    lead, end = text[:1] == " ", text[-1:] == " "
    words = text.split()  # the only white space of printable text are spaces
    return f"{' ' * lead}{' '.join(words)}{' ' * (end and bool(words))}"


class Run:
    """Text as a browser would show it: white space collapsed, ``<br>`` a newline."""

    __slots__ = ("bare", "begun", "linked", "origin", "pieces", "words")

    def __init__(self) -> None:
        self.pieces: list[tuple[str, Marks]] = []
        """The text so far, none of it empty."""
        self.bare = True
        """Whether nothing stands in it yet, or a space or a line break ends it: white space would not be shown."""
        self.linked = 0
        self.origin: str | None = None
        """The first text node that has words, as the page has it."""
        self.words: tuple[str, ...] = ()
        """Class words of elements in which the text begins."""
        self.begun = False
        """Whether it has text, or words of an element that it will begin in."""

    def begin_in(self, words: tuple[str, ...]) -> None:
        """Note the class words of an element that begins before the text does."""
        self.words = words + self.words
        self.begun = True

    def add(self, text: str, marks: Marks) -> None:
        """Add the content of a text node."""
        shown = shown_text(text)
        if self.bare and shown[:1] == " ":
            shown = shown[1:]
        if not shown:
            return
        if self.origin is None:
            self.origin = text
        self.bare = shown[-1] == " "
        self.begun = True
        self.pieces.append((shown, marks))
        if marks.linked:
            self.linked += len(shown)

    def add_kept(self, text: str, marks: Marks) -> None:
        """Add preformatted text as it is."""
        if text:
            self.origin = self.origin or text
            self.bare = self.bare and bool(self.pieces)
            self.begun = True
            self.pieces.append((strip_harmful(text), marks))
            self.linked += len(text) if marks.linked else 0

    def ends_in_word(self) -> bool:
        """Whether the text so far ends in a word, a vowel that is written on its last letter included, or in the stop,
        bracket or quotation mark behind one."""
        last = "" if self.bare else self.pieces[-1][0][-1]
        return bool(last) and (last.isalnum() or last in ".:)”»" or category(last).startswith("M"))

    def ends_line(self) -> bool:
        """Whether a line break has just been added."""
        return bool(self.pieces) and self.pieces[-1][0] == "\n"

    def break_line(self) -> None:
        """Add a line break, which swallows the space before it."""
        if self.pieces:
            self.pieces.append(("\n", PLAIN))
            self.bare = True

    def spans(self) -> tuple[Span, ...]:
        """The text with its marks, neighbours of the same marks joined, without space around line breaks."""
        if len(self.pieces) == 1:
            text, marks = self.pieces[0]
            text = text.rstrip(" \n")
            return (_span(text, marks),) if text else ()
        groups: list[tuple[list[str], Marks]] = []
        for text, marks in self.pieces:
            if groups and text == "\n":
                groups[-1][0][-1] = groups[-1][0][-1].rstrip(" ")
                groups[-1][0].append(text)
            elif groups and groups[-1][1] == marks:
                groups[-1][0].append(text)
            else:
                groups.append(([text], marks))
        return _trimmed([("".join(texts), marks) for texts, marks in groups])


def _trimmed(pieces: list[tuple[str, Marks]]) -> tuple[Span, ...]:
    while pieces and not pieces[-1][0].rstrip(" \n"):
        pieces.pop()
    if pieces:
        pieces[-1] = (pieces[-1][0].rstrip(" \n"), pieces[-1][1])
    return tuple([_span(text, marks) for text, marks in pieces if text])


def _span(text: str, marks: Marks) -> Span:
    return Span(text) if marks is PLAIN else Span(text, marks.strong, marks.emphasis, marks.code, marks.href)
