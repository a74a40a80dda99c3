"""From blocks to the table of columns that both looks see."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.hints import hint_columns
from copydesk.editing.judge.lexicon import Keys, WordTable, keys_of, lexicon_columns
from copydesk.editing.judge.markup import Evidence, markup_columns, open_markup
from copydesk.editing.judge.place import Column, place_columns, shifted
from copydesk.editing.judge.reading import read
from copydesk.editing.judge.shape import shape_columns
from copydesk.model import Block, Clue


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's blocks show before anything learned is asked: the columns of their shape, the keys to look up,
    and what the markup shows, where there is any."""

    shape: dict[str, Column]
    keys: Keys
    evidence: Evidence | None


def open_page(blocks: tuple[Block, ...], clues: tuple[Clue, ...] = ()) -> Page:
    """Read the blocks of a page, and what the page says elsewhere of its headline and standfirst."""
    reading = read([block.text for block in blocks])
    keys = keys_of(reading)
    shape = shape_columns(blocks, reading, keys)
    if not any(block.markup for block in blocks):
        return Page(shape, keys, None)
    evidence = open_markup(blocks, shape)
    return Page(shape | hint_columns(clues, reading, evidence.boxes), keys, evidence)


def columns_of(page: Page, tables: dict[str, WordTable]) -> dict[str, Column]:
    """All columns of a page."""
    columns = page.shape | lexicon_columns(page.keys, tables)
    columns |= place_columns(columns)
    if page.evidence is not None:
        columns |= page.evidence.columns | markup_columns(page.evidence, tables["markup"])
        columns |= shifted(columns, ("link_density", "class_near", "class_sum", "in_p", "box2_share"))
    return columns


def stack(columns: dict[str, Column]) -> NDArray[np.float32]:
    """The columns as rows of one matrix, in their order."""
    rows = np.concatenate(list(columns.values()), dtype=np.float32, casting="same_kind")
    return rows.reshape(len(columns), -1)
