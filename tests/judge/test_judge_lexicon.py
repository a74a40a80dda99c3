"""What a page's words are looked up in: tables behind each other say what each of them says alone."""

from __future__ import annotations

import numpy as np
from copydesk.editing.judge.lexicon import WordTable, joined


def _table(lots: np.random.Generator, size: int) -> WordTable:
    """A table of so many hashes, several of which have their first bits in common."""
    hashes = lots.choice(2**18, size, replace=False).astype(np.uint32) << np.uint32(14)
    return WordTable(np.sort(hashes), lots.integers(-128, 128, size).astype(np.int8))


def test_tables_that_are_looked_up_together_say_what_each_says() -> None:
    lots = np.random.default_rng(7)
    tables = tuple(_table(lots, size) for size in (1, 400, 90_000))
    keys = [lots.permutation(np.concatenate((table.hashes[:300], table.hashes[:300] + 1))) for table in tables]
    for table, asked, found in zip(tables, keys, joined(tables).look_up(keys), strict=True):
        known = dict(zip(table.hashes.tolist(), table.values.tolist(), strict=True))
        assert found.tolist() == [known.get(key, 0) for key in asked.tolist()]


def test_a_key_of_one_table_is_none_of_the_next() -> None:
    ends = WordTable(np.array([2**32 - 1], np.uint32), np.array([5], np.int8))
    begins = WordTable(np.array([0], np.uint32), np.array([7], np.int8))
    asked = np.array([0, 2**32 - 1], np.uint32)
    assert [found.tolist() for found in joined((ends, begins)).look_up((asked, asked))] == [[0, 5], [7, 0]]


def test_an_empty_table_knows_nothing() -> None:
    empty = WordTable(np.zeros(0, np.uint32), np.zeros(0, np.int8))
    assert empty.look_up(np.array([1, 2], np.uint32)).tolist() == [0, 0]
