"""Subheads that a story counts: where "3." and "5." stay, "4." between them stays too; and parts under bare numbers,
"01", "02"."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Heading, Paragraph

LONGEST: Final = 20
"""Words of the longest subhead with a number."""
FEWEST: Final = 2
"""Kept lines of a count from which one that is missing is a part of it."""
TITLE: Final = 12
"""Words of the longest title under a number that stands alone."""
LIKELY: Final = 0.25
"""The least score of the sentences under such a title."""
_BARE: Final = re.compile(r"0[1-9]|1\d")
_NUMBER: Final = re.compile(r"#?(\d{1,2})[.):]\s+\S")


def with_numbered(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice of lines with what a story counts: its subheads, "4. Soup", and its parts, "02" over "The bank"."""
    return _with_parts(blocks, _with_counted(blocks, kept))


def _with_counted(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice with the numbered subheads over kept text that stand between kept ones: "4. Soup"."""
    counted = [(at, number) for at, block in enumerate(blocks) if (number := _number(block)) is not None]
    if sum(kept[at] for at, _ in counted) < FEWEST:
        return kept
    headed = ((at, number) for at, number in counted if any(kept[at + 1 : at + 2]))
    told = {at for at, number in headed if _is_counted(counted, kept, at, number)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _with_parts(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice with the numbers of a dump's parts, their titles, and the sentences under them: "02" over
    "The bank", where the judge believes what stands under one of them."""
    parts = numbers_of_parts(blocks)
    if not any(kept[at + 2] for at in parts) or not any(kept[: parts[0]]):
        return kept
    told = {at + below for at in parts for below in range(3)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def numbers_of_parts(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The places of the bare numbers that count the parts of a dump's story from one on, each over a title and likely
    sentences; none where one is missing."""
    parts = tuple(at for at, block in enumerate(blocks[:-2]) if _is_bare_number(block))
    counted = [int(blocks[at].text) for at in parts] == list(range(1, len(parts) + 1))
    return parts if len(parts) >= FEWEST and counted and all(_heads_part(blocks, at) for at in parts) else ()


def _is_bare_number(block: Block) -> bool:
    return block.markup is None and isinstance(block.kind, Paragraph) and _BARE.fullmatch(block.text) is not None


def _heads_part(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a title stands under a number, and likely sentences under it."""
    title, told = blocks[at + 1 : at + 3]
    is_title = 0 < length(title.text) <= TITLE and not ends_sentence(title.text) and any(map(str.isalpha, title.text))
    return is_title and ends_sentence(told.text) and (told.score or 0.0) >= LIKELY


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
