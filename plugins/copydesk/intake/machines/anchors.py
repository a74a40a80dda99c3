"""Whether structured data gives a block's words as the article's own."""

from __future__ import annotations

from typing import Final

_PROBE: Final = 80
_SHORTEST: Final = 20


class Anchors:
    """The article's text as structured data (`articleBody`) gives it, to find which blocks of the page are in it."""

    def __init__(self, body: str) -> None:
        self.body = "".join(body.split())
        """The text without white space; "" where the page's data has none."""

    def hold(self, text: str) -> bool:
        """Whether the beginning of ``text`` stands in the article, white space aside; ``False`` for a text too short to
        tell."""
        if len(text) < _SHORTEST:
            return False
        return "".join(text[: 2 * _PROBE].split())[:_PROBE] in self.body
