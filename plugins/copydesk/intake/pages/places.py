"""Where in the source a block stands: the parser does not say, so its text is looked for, going forward only."""

from __future__ import annotations

import re
from typing import Final

from copydesk.model import Place

_LITERAL: Final = re.compile(r"\s*(?:[!#-%(-;=?-~][ !#-%(-;=?-~]{2,40}|[^&<>\"'\xa0]{1,24})")
"""The beginning of a text as far as it is ASCII that nobody writes as a character reference; else of what there is."""
_WINDOW: Final = 30_000
"""How far ahead (in characters) a text is looked for, so that a page full of texts not found stays linear."""
_TELLING: Final = 16
_FAR: Final = 20
"""How many times a text of some length is looked for to the end: long scripts stand between the parts of a page."""


class Places:
    """Line numbers for the blocks of one page, asked for in the order of the page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = max(0, source.find("<body"))
        self._line = 1 + source.count("\n", 0, self._position)
        self._far = _FAR

    def lines(self) -> int:
        """How many lines the page has (`Source.lines`), counted on from the last block."""
        behind = self._source.count("\n", self._position) - self._source.endswith("\n")
        return self._line + behind

    def here(self) -> Place:
        """The line of the last block."""
        return Place(self._line, self._line)

    def of(self, text: str, breaks: int) -> Place:
        """The place of a block whose first text node is ``text``, with ``breaks`` line breaks in it.

        A text node follows the end of a tag, so ">" and its beginning find it exactly; where its beginning was written
        as a character reference the block is said to stand where the one before it did.
        """
        literal = _LITERAL.match(text)
        if literal is not None:
            found = self._find(">" + literal[0])
            if found >= 0:
                start = found + 1 + len(text) - len(text.lstrip())
                self._line += self._source.count("\n", self._position, start)
                self._position = start
        return Place(self._line, self._line + breaks)

    def _find(self, text: str) -> int:
        found = self._source.find(text, self._position, self._position + _WINDOW)
        if found < 0 and self._far and len(text) >= _TELLING:
            self._far -= 1
            found = self._source.find(text, self._position)
        return found
