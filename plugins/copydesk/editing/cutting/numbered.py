"""Subheads that a story counts: where "3." and "5." stay, "4." between them stays too."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.shapes import length
from copydesk.model import Block, Heading, Paragraph

LONGEST: Final = 20
"""Words of the longest subhead with a number."""
FEWEST: Final = 2
"""Kept lines of a count from which one that is missing is a part of it."""
_NUMBER: Final = re.compile(r"#?(\d{1,2})[.):]\s+\S")


def with_numbered(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice of lines with the numbered subheads over kept text that stand between kept ones: "4. Soup"."""
    counted = [(at, number) for at, block in enumerate(blocks) if (number := _number(block)) is not None]
    if sum(kept[at] for at, _ in counted) < FEWEST:
        return kept
    headed = ((at, number) for at, number in counted if any(kept[at + 1 : at + 2]))
    told = {at for at, number in headed if _is_counted(counted, kept, at, number)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _number(block: Block) -> int | None:
    """The number before a line of a dump that is short enough for a subhead."""
    if block.markup is not None or not isinstance(block.kind, (Paragraph, Heading)) or length(block.text) > LONGEST:
        return None
    found = _NUMBER.match(block.text)
    return int(found[1]) if found else None


def _is_counted(counted: list[tuple[int, int]], kept: list[bool], at: int, number: int) -> bool:
    """Whether the number before stands above on a kept line, and the number after below."""
    above = any(kept[other] and count == number - 1 for other, count in counted if other < at)
    return above and any(kept[other] and count == number + 1 for other, count in counted if other > at)
