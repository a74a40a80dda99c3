"""Whether structured data gives a block's words as the article's own."""

from __future__ import annotations

from typing import Final

_PROBE: Final = 80
_SHORTEST: Final = 20


class Anchors:
    """The text of the article as structured data has it, ready to be asked."""

    def __init__(self, body: str) -> None:
        self.body = "".join(body.split())
        """Its characters but for white space; "" where the page has no such text, and nothing need be asked."""

    def hold(self, text: str) -> bool:
        """Whether the beginning of ``text`` stands in it, white space aside; short texts prove nothing."""
        if len(text) < _SHORTEST:
            return False
        return "".join(text[: 2 * _PROBE].split())[:_PROBE] in self.body
