"""Tables: those that hold data become one block; those that only lay out the page leave their blocks as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from copydesk.intake.pages.frame import Frame, Grid
from copydesk.model import Block, Heading, Markup, Place, Span, Table

_LONGEST_CELL: Final = 500
"""A cell longer than this many characters is a column of the page's layout, not a datum."""
_MOST_BLOCKS: Final = 6
_WIDEST: Final = 50
_DIGITS: Final = 7
"""Of a number of columns or rows that is one."""


def open_table(frame: Frame, attributes: Mapping[str, str | None]) -> None:
    """Begin a table; one that holds another is layout."""
    if frame.grid is not None:
        frame.grid.layout = True
    frame.grid = Grid(frame.start, layout=attributes.get("role") in ("presentation", "none"))
    frame.item = frame.listing = None


def open_row(frame: Frame, attributes: Mapping[str, str | None]) -> None:
    """Begin a row of the table around."""
    if frame.grid is not None:
        frame.grid.rows.append([])


def open_cell(frame: Frame, attributes: Mapping[str, str | None]) -> None:
    """Begin a cell; no list or caption of the surroundings holds inside it."""
    frame.item = frame.listing = None
    if frame.setting.captioned:
        frame.setting = replace(frame.setting, captioned=False)
    grid = frame.grid
    if grid is None:
        return
    if not grid.rows:
        grid.rows.append([])
    grid.cell, grid.span = frame.start, min(_count(attributes.get("colspan")), _WIDEST)
    if "rowspan" in attributes or grid.spanned:
        _pass_spanned(grid, _count(attributes.get("rowspan")))
    grid.headed = grid.headed or frame.tag == "th" and len(grid.rows) == 1


def _count(value: str | None) -> int:
    """How many columns or rows a cell says that it takes."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < _DIGITS else 1


def _pass_spanned(grid: Grid, rows: int) -> None:
    """Leave the places empty that a cell of a row above takes, and note how far down the open cell reaches."""
    row, at = grid.rows[-1], len(grid.rows)
    while grid.spanned.get(len(row), 0) >= at:
        row.append("")
    if rows > 1 and len(row) < _WIDEST:
        grid.spanned.update(dict.fromkeys(range(len(row), len(row) + grid.span), at + rows - 1))


def close_cell(frame: Frame, blocks: list[Block]) -> None:
    """Take down the text of the cell; a long one shows that the table is layout."""
    grid = frame.grid
    if grid is None or grid.layout:
        return
    inside = blocks[grid.cell :]
    text = " ".join([block.text.replace("\n", " ") for block in inside])
    if len(text) > _LONGEST_CELL or len(inside) > _MOST_BLOCKS or any(map(_heads_a_page, inside)):
        grid.layout = True
    grid.rows[-1].extend([text, *[""] * (grid.span - 1)])


def _heads_a_page(block: Block) -> bool:
    return isinstance(block.kind, Heading) and block.kind.level <= 3


def close_table(frame: Frame, blocks: list[Block]) -> None:
    """Put one Table in place of the blocks of its cells, where it holds data; its caption stands above it."""
    grid = frame.grid
    if grid is None or grid.layout or not _holds_data(grid):
        return
    inside = blocks[grid.start :]
    rows = tuple(_squared(grid.rows))
    text = "\n".join(map("\t".join, rows))
    blocks[grid.start :] = [
        *[block for block in inside if block.markup is not None and "caption" in block.markup.path[len(frame.path) :]],
        Block(
            Table(rows, header=grid.headed),
            (Span(text),),
            Place(inside[0].place.first, inside[-1].place.last),
            markup=_shared(frame, inside, text),
        ),
    ]


def _holds_data(grid: Grid) -> bool:
    filled = [sum(1 for cell in row if cell) for row in grid.rows]
    return sum(1 for count in filled if count >= 2) >= 2


def _squared(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Rows of equal length, those without a word left out."""
    rows = [row[:_WIDEST] for row in rows if any(row)]
    width = max(map(len, rows))
    return [tuple(row + [""] * (width - len(row))) for row in rows]


def _shared(frame: Frame, inside: list[Block], text: str) -> Markup:
    linked = sum(block.markup.link_density * len(block.text) for block in inside if block.markup is not None)
    return Markup(
        path=frame.path,
        words=frame.words,
        link_density=round(min(1.0, linked / len(text)), 3),
        container=frame.container,
        anchored=frame.setting.anchored,
        ancestors=frame.chain,
    )
