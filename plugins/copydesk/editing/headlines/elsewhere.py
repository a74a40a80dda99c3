"""The other lines of a page: a headline is said again by a breadcrumb, by a list of the newest stories, by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from copydesk.editing.shapes import folded
from copydesk.model import Block, Draft

MOST: Final = 600
"""Blocks and cuts of the page that are looked at, each."""
SHORT, SHORT_CUT = 200, 250
"""Characters from which a block, and one that was cut, is too long to be a line that says a headline."""
TELLING: Final = 15
"""Characters of the shortest line that is looked for."""


@dataclass(frozen=True)
class Elsewhere:
    """Short lines of a page, folded, each with its place in the seed."""

    lines: tuple[tuple[int, str], ...]

    @cached_property
    def _page(self) -> str:
        return "\n".join([line for _, line in self.lines])

    def repeats(self, blocks: tuple[Block, ...], at: int) -> bool:
        """Whether another line of the page holds the words of a block, or their beginning where it was truncated."""
        line, place = folded(blocks[at].text), blocks[at].place.first
        opening = line[: max(20, len(line) // 2)]
        if len(line) < TELLING or not self._may_repeat(opening, at < MOST and len(blocks[at].text) < SHORT):
            return False
        return any(opening in other and place != where for where, other in self.lines)

    def _may_repeat(self, opening: str, is_listed: bool) -> bool:
        """Whether the page has an opening, and twice where the line itself is listed: few are looked for by line."""
        found = self._page.find(opening)
        return found >= 0 and (not is_listed or self._page.find(opening, found + 1) >= 0)


def elsewhere(draft: Draft) -> Elsewhere:
    """The short lines of a draft, those already cut too."""
    blocks = [block for block in draft.blocks[:MOST] if len(block.text) < SHORT]
    blocks += [taken.block for taken in draft.cuts[:MOST] if len(taken.block.text) < SHORT_CUT]
    return Elsewhere(tuple([(block.place.first, folded(block.text)) for block in blocks]))
