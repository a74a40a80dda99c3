"""Tables that a dump shows row by row: browsers copy them with tabs between the cells, converters with wide space."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Place, Span, Table

CELL: Final = 80
"""Characters of the longest cell: what is longer was laid out in a table, and is none."""
TAB: Final = 8
"""Spaces by which a row is set in that begins with a tab."""
NARROW: Final = 2
WIDE: Final = 3
"""Cells of a row. Rows of two need a third to be a table, and wide space parts cells of three and more."""
FEWEST_ROWS: Final = 3
LONG: Final = 60
"""Rows from which those that are no table are not looked at again from the second on."""
FIGURES: Final = 0.5
"""The least share of cells with a figure, heads of rows and columns aside, where only wide space parts them."""

_NUMBER: Final = re.compile(r"[^\w\s]{0,2}\s?\d[\d.,\s]{0,20}(?:[^\w\s]|[a-zA-Z]{1,3})?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SPACE: Final = re.compile(r" {2,}\t?|\t")


class Rows(NamedTuple):
    """The place of the first row of a table, its rows, each a tuple of cells."""

    first: int
    cells: tuple[tuple[str, ...], ...]


def find_tables(lines: list[Line]) -> list[Rows]:
    """The tables among the lines of a dump, in order."""
    found, at = [], 0
    while at < len(lines):
        tabbed, spaced = _run(lines, at, _by_tabs), _run(lines, at, _by_space)
        table = _tabbed(tabbed, lines[at : at + len(tabbed)]) or _spaced(spaced)
        if table:
            found.append(Rows(at, table))
        longest = max(len(tabbed), len(spaced))
        at += len(table) or (longest if longest > LONG else 1)
    return found


def as_block(lines: list[Line], cells: tuple[tuple[str, ...], ...]) -> Block:
    """The rows as one table; the first heads its columns where it has no numbers, years aside, and others have."""
    header = not _has_numbers(cells[0]) and any(map(_has_numbers, cells[1:]))
    text = "\n".join(map("\t".join, cells))
    place = Place(lines[0].number, lines[-1].last)
    return Block(Table(cells, header), (Span(text),), place, gap=lines[0].gap)


def _tabbed(rows: list[tuple[str, ...]], lines: list[Line]) -> tuple[tuple[str, ...], ...]:
    """The rows whose cells tabs part, one a line; none where they are no table."""
    width = max(map(len, rows), default=0)
    if width < NARROW or len(rows) < (FEWEST_ROWS if width == NARROW else 2) or _are_labels(rows):
        return ()
    if any(width - len(row) > 1 for row in rows):
        return ()
    squared = [(*_corner(row, line, width), *row) for row, line in zip(rows, lines, strict=True)]
    return _without_empty_columns([(*row, *("",) * (width - len(row))) for row in squared])


def _without_empty_columns(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows without columns that no row has a cell in: some converters set two tabs between cells."""
    filled = [any(column) for column in zip(*rows, strict=True)]
    return tuple(tuple(cell for cell, is_filled in zip(row, filled, strict=True) if is_filled) for row in rows)


def _corner(row: tuple[str, ...], line: Line, width: int) -> tuple[str, ...]:
    """The empty cell before a row that begins with a tab."""
    return ("",) if len(row) < width and line.indent >= TAB else ()


def _spaced(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows whose cells wide space parts, most of them figures; none where they are no table."""
    width = max(map(len, rows), default=0)
    if width < WIDE or len(rows) < FEWEST_ROWS or any(len(row) != width for row in rows[1:]):
        return ()
    inner = [cell for row in rows[1:] for cell in row[1:]]
    if sum(map(_has_figure, inner)) < FIGURES * len(inner) or width - len(rows[0]) > 1:
        return ()
    return tuple((*("",) * (width - len(row)), *row) for row in rows)


def _run(lines: list[Line], first: int, part: Callable[[Line], tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows from a line on that have cells, as many as stand together."""
    rows: list[tuple[str, ...]] = []
    for at in range(first, len(lines)):
        line = lines[at]
        cells = part(line)
        if rows and line.gap or len(cells) < NARROW or any(len(cell) > CELL for cell in cells):
            break
        rows.append(cells)
    return rows


def _by_tabs(line: Line) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.text.split("\t")) if "\t" in line.text else ()


def _by_space(line: Line) -> tuple[str, ...]:
    return tuple(_SPACE.split(line.text)) if "  " in line.text else ()


def _are_labels(rows: list[tuple[str, ...]]) -> bool:
    """Whether the rows are labels and what they say of the page: "Published:" beside a day."""
    return any(row[0].endswith((":", "：")) for row in rows)


def _has_numbers(row: tuple[str, ...]) -> bool:
    return any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in row[1:])


def _has_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell))
