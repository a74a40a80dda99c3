"""A run of text between two block boundaries, collected piece by piece and settled into spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from copydesk.intake.controls import strip_harmful
from copydesk.model import Span

_SPACES: Final = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


@dataclass(frozen=True, slots=True)
class Marks:
    """How a piece of text is set."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None
    linked: bool = False
    """Inside an ``a`` element, even one whose address cannot be followed."""


PLAIN: Final = Marks()


def shown_text(text: str) -> str:
    """Text with white space collapsed and without what does harm."""
    if not text.isprintable():
        return _SPACES.sub(" ", strip_harmful(text))
    return _SPACES.sub(" ", text) if "  " in text else text


class Run:
    """Text as a browser would show it: white space collapsed, ``<br>`` a newline."""

    __slots__ = ("_open", "_pieces", "linked", "origin", "words")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Marks]] = []
        self._open = False  # a space or line break ends the text so far
        self.linked = 0
        self.origin: str | None = None
        """The first text node that has words, as the page has it."""
        self.words: tuple[str, ...] = ()
        """Class words of elements in which the text begins."""

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add(self, text: str, marks: Marks) -> None:
        """Add the content of a text node."""
        shown = shown_text(text)
        if (self._open or not self._pieces) and shown[:1] == " ":
            shown = shown[1:]
        if not shown:
            return
        if self.origin is None:
            self.origin = text
        self._open = shown[-1] == " "
        self._pieces.append((shown, marks))
        if marks.linked:
            self.linked += len(shown)

    def add_kept(self, text: str, marks: Marks) -> None:
        """Add preformatted text as it is."""
        if text:
            self.origin = self.origin or text
            self._pieces.append((strip_harmful(text), marks))
            self.linked += len(text) if marks.linked else 0

    def ends_line(self) -> bool:
        """Whether a line break has just been added."""
        return bool(self._pieces) and self._pieces[-1][0] == "\n"

    def break_line(self) -> None:
        """Add a line break, which swallows the space before it."""
        if self._pieces:
            self._pieces.append(("\n", PLAIN))
            self._open = True

    def spans(self) -> tuple[Span, ...]:
        """The text with its marks, neighbours of the same marks joined, without space around line breaks."""
        groups: list[tuple[list[str], Marks]] = []
        for text, marks in self._pieces:
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
    return tuple([Span(text, marks.strong, marks.emphasis, marks.code, marks.href) for text, marks in pieces if text])
