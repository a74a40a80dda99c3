"""List items in dumps without Markdown: lines that begin with a bullet, or with numbers that count."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import ListItem

_ALWAYS: Final = "\u2022\u2023\u25e6\u25aa\u25ab\u25cf\u25cb\u2043"
"""Bullets that stand for nothing else."""
_IN_COMPANY: Final = "*+\xb7-"
"""Signs that are bullets only among their like; a hyphen also opens a line of dialogue."""
_FEWEST: Final = {"*": 2, "+": 2, "\xb7": 2, "-": 3}
_BULLET: Final = re.compile(rf"([{_ALWAYS}{_IN_COMPANY}])[ \t\xa0]+(?=\S)")
_NUMBER: Final = re.compile(r"(\d{1,3})[.)][ \t\xa0]+(?=\S)")
_SPOKEN: Final = re.compile(r"\S - \S")
_STEP: Final = 2
"""Spaces by which dumps set in each level of a list."""


class Bulleted(NamedTuple):
    """A list item and the text after its bullet."""

    kind: ListItem
    text: str


def find_items(lines: list[Line]) -> dict[int, Bulleted]:
    """The list items among the lines of a dump, by their position."""
    items: dict[int, Bulleted] = {}
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].gap <= 1 and _mark(lines[end]) == _mark(lines[start]):
            end += 1
        mark = _mark(lines[start])
        if mark is not None:
            edge = 0 if start - 1 in items else min(map(_depth, lines[start:end]))
            items.update((start + at, item) for at, item in enumerate(_items(lines[start:end], mark, edge)))
        start = end
    return items


def _mark(line: Line) -> str | None:
    bullet = _BULLET.match(line.text)
    return bullet[1] if bullet else "1" if _NUMBER.match(line.text) else None


def _items(run: list[Line], mark: str, edge: int) -> list[Bulleted]:
    """The lines of a run as items, as deep as they stand further in than ``edge``; none where they are no list."""
    if mark == "1":
        return _numbered(run, edge)
    spoken = mark == "-" and any(_SPOKEN.search(line.text) for line in run)
    if spoken or len(run) < _FEWEST.get(mark, 1):
        return []
    return [Bulleted(ListItem(_depth(line) - edge), line.text[1:].strip(" \t\xa0")) for line in run]


def _numbered(run: list[Line], edge: int) -> list[Bulleted]:
    """The lines of a run that count up by one, with no blank line between them."""
    matches = [match for line in run if (match := _NUMBER.match(line.text))]
    numbers = [int(match[1]) for match in matches]
    if len(run) < 2 or numbers != list(range(numbers[0], numbers[0] + len(run))) or any(line.gap for line in run[1:]):
        return []
    return [
        Bulleted(ListItem(_depth(line) - edge, number), line.text[match.end() :])
        for line, match, number in zip(run, matches, numbers, strict=True)
    ]


def _depth(line: Line) -> int:
    return max(0, min(9, line.indent // _STEP - 1))
