"""Columns that a dump has laid out side by side: a paragraph of the story and a menu's entry on one line, with wide
space between them, are two pieces of text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import Final

from copydesk.intake.dumps.lines import Line

_SPACE: Final = re.compile(r"[ \t]{2,}")
WIDE: Final = 4
"""Spaces between columns. Two or three stand inside sentences too, where someone typed them; they part columns only
where one begins right there on other lines."""

PROSE: Final = 120
"""Characters of a column that is text of its own. Where all are shorter the line is a row of a table, whose cells
belong together."""


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines of a dump, column by column where a paragraph and something else stand side by side."""
    wide = [_parted(line, frozenset()) if len(line.text) >= PROSE else [line] for line in lines]
    starts = Counter(column.indent for columns in wide for column in columns[1:])
    if not starts:
        return lines
    known = frozenset(start for start, times in starts.items() if times > 1)
    rows = [_parted(line, known) for line in lines]
    split = [at for at, columns in enumerate(rows) if len(columns) > 1]
    first, end = split[0], split[-1] + 1
    while known and end < len(lines) and lines[end].indent >= min(known):
        end += 1
    return [*lines[:first], *_read_down(rows[first:end], sorted(known)), *_set_apart(lines[end:])]


def _read_down(rows: list[list[Line]], starts: list[int]) -> list[Line]:
    """The pieces of the rows in the order of a reader: one column to its end, then the next."""
    columns: dict[int, list[Line]] = {}
    for row in rows:
        for at, piece in enumerate(row):
            apart = piece if at == 0 and len(row) == 1 else replace(piece, gap=max(piece.gap, 1))
            columns.setdefault(bisect_right(starts, piece.indent), []).append(apart)
    return [piece for column in sorted(columns) for piece in _set_apart(columns[column])]


def _set_apart(lines: list[Line]) -> list[Line]:
    """The lines with a blank line before the first."""
    return [replace(lines[0], gap=max(lines[0].gap, 1)), *lines[1:]] if lines else []


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
