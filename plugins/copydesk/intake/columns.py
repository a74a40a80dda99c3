"""Columns that a dump has laid out side by side: a paragraph of the story and a menu's entry on one line, with wide
space between them, are two pieces of text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from copydesk.intake.dump_lines import Line

_SPACE: Final = re.compile(r"[ \t]{2,}")
WIDE: Final = 4
"""Spaces between columns. Two or three stand inside sentences too, where someone typed them; they part columns only
where one begins right there on other lines."""

PROSE: Final = 120
"""Characters of a column that is text of its own. Where all are shorter the line is a row of a table, whose cells
belong together."""


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines of a dump with those split that hold a paragraph and something else beside it."""
    wide = [_parted(line, frozenset()) if len(line.text) >= PROSE else [line] for line in lines]
    starts = Counter(column.indent for columns in wide for column in columns[1:])
    if not starts:
        return lines
    known = frozenset(start for start, times in starts.items() if times > 1)
    out: list[Line] = []
    apart = False
    for line in lines:
        columns = _parted(line, known)
        out.extend(
            replace(column, gap=max(column.gap, 1)) if at or apart else column for at, column in enumerate(columns)
        )
        apart = len(columns) > 1
    return out


def _parted(line: Line, starts: frozenset[int]) -> list[Line]:
    """The columns of a line; the line alone where none of them is prose, nor begins where other lines have one."""
    found, start = [], 0
    for space in _SPACE.finditer(line.text):
        if space.end() - space.start() >= WIDE or line.indent + space.end() in starts:
            found.append(_piece(line, start, space.start()))
            start = space.end()
    found.append(_piece(line, start, len(line.text)))
    known = any(column.indent in starts for column in found[1:])
    return found if known or max(len(column.text) for column in found) >= PROSE else [line]


def _piece(line: Line, start: int, end: int) -> Line:
    return replace(line, text=line.text[start:end], indent=line.indent + start)
