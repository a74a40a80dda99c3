"""Neighbouring list items to one Markdown list: nested by depth, the numbers of ordered items kept. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model import ListItem

DEEPEST = 12
"""Items deeper than this are written at this depth: no reader shows more, and Markdown readers cap nesting."""

_LARGEST = 999_999_999  # CommonMark reads no larger number as a list's


@dataclass(frozen=True, slots=True)
class Level:
    """A list that is open: the width of its last marker, that item's number, and the sign after its numbers."""

    width: int
    number: int | None
    sign: str


def write_list(items: list[tuple[ListItem, str]]) -> str:
    """The Markdown of one list, each item with the inline Markdown of its words."""
    levels: list[Level] = []
    lines: list[str] = []
    for item, words in items:
        depth = min(item.depth, len(levels), DEEPEST)
        nested = depth == len(levels)
        before = None if nested else levels[depth]
        levels = [*levels[:depth], _level(item, before)]
        if nested and depth and levels[depth].number not in (None, 1):
            lines.append("")  # a numbered list that does not begin at 1 cannot interrupt a paragraph
        lines += _lines(words, levels)
    return "\n".join(lines)


def _level(item: ListItem, before: Level | None) -> Level:
    """The open list the item belongs to: where its number does not follow on, the other sign starts a new one."""
    number = item.number
    if number is None or not 0 <= number <= _LARGEST:
        return Level(2, None, "")
    sign = before.sign if before and before.sign else "."
    if before and before.number is not None and number != before.number + 1:
        sign = ")" if sign == "." else "."
    return Level(len(f"{number}{sign} "), number, sign)


def _lines(words: str, levels: list[Level]) -> list[str]:
    last = levels[-1]
    marker = "- " if last.number is None else f"{last.number}{last.sign} "
    indent = " " * sum(level.width for level in levels[:-1])
    first, *more = words.split("\n")
    return [f"{indent}{marker}{first}", *(f"{indent}{' ' * last.width}{line}" for line in more)]
