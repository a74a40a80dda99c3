"""Tables: those that hold data become one block; those that only lay out the page leave their blocks as they are."""

from __future__ import annotations

from typing import Final

from copydesk.intake.frame import Frame, Grid
from copydesk.model import Block, Heading, Markup, Place, Span, Table

_LONGEST_CELL: Final = 500
"""A cell longer than this many characters is a column of the page's layout, not a datum."""
_MOST_BLOCKS: Final = 6
_WIDEST: Final = 50


def open_cell(grid: Grid, frame: Frame, blocks: int) -> None:
    """Begin a cell where the page has so many ``blocks``; nothing of the surroundings holds inside it."""
    grid.cell = blocks
    grid.headed = grid.headed or frame.tag == "th" and len(grid.rows) <= 1
    if not grid.rows:
        grid.rows.append([])
    frame.item = frame.listing = None


def close_cell(grid: Grid, blocks: list[Block]) -> None:
    """Take down the text of the cell; a long one shows that the table is layout."""
    if grid.layout:
        return
    inside = blocks[grid.cell :]
    text = " ".join([block.text.replace("\n", " ") for block in inside])
    if len(text) > _LONGEST_CELL or len(inside) > _MOST_BLOCKS or any(_heads_a_page(block) for block in inside):
        grid.layout = True
    grid.rows[-1].append(text)


def _heads_a_page(block: Block) -> bool:
    return isinstance(block.kind, Heading) and block.kind.level <= 3


def close_table(frame: Frame, blocks: list[Block]) -> None:
    """Put one Table in place of the blocks of its cells, where it holds data."""
    grid = frame.grid
    if grid is None or grid.layout or not _holds_data(grid):
        return
    inside = blocks[grid.start :]
    rows = tuple(_squared(grid.rows))
    text = "\n".join(map("\t".join, rows))
    blocks[grid.start :] = [
        Block(
            Table(rows, header=grid.headed),
            (Span(text),),
            Place(inside[0].place.first, inside[-1].place.last),
            markup=_shared(frame, inside, text),
        )
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
        container=frame.parent.number if frame.parent is not None else frame.number,
        anchored=frame.anchored,
        ancestors=frame.chain,
    )
