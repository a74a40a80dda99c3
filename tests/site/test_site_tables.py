"""Tables of the state folder: each line is found by its key, and a damaged table is none."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from copydesk.site import tables
from copydesk.site.tables import Table, line_of, table

MAGIC = b"a table 1\n"

ENDS = ("", ".md", "/a.md", "é", '"', "\\", "\n", "!")
"""Ends of keys, of which some are the beginnings of others."""


def keys(chance: random.Random, count: int) -> list[str]:
    """So many different keys."""
    found = dict.fromkeys(f"k{chance.randrange(99)}{chance.choice(ENDS)}" for _ in range(count))
    return list(found)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 60])
def test_every_line_is_found_and_no_other(count: int) -> None:
    chance = random.Random(count)
    named = keys(chance, count)
    made = table({"made": "under\n"}, [line_of([key, 'x\n["k1",' * chance.randrange(9)]) for key in named])
    assert made.head == {"made": "under\n"}
    assert [json.loads(made.line(key) or b"[0]")[0] for key in named] == named
    others = {*(f"{key}x" for key in named), *(key[:-1] for key in named), "", "a", "z"} - set(named)
    assert not [key for key in others if made.line(key)]


def test_lines_and_what_it_was_made_under_are_replaced() -> None:
    named = keys(random.Random(1), 30)
    made = table(1, [line_of([key, "before"]) for key in named])
    after = made.with_lines({named[0]: line_of([named[0], 2]), named[-1]: line_of([named[-1], "longer than before"])})
    assert [json.loads(after.line(key) or b"")[1] for key in named[:2]] == [2, "before"]
    assert after.with_head([3]).head == [3]
    assert list(after.with_head([3]).lines()) == list(after.lines())
    assert len({made.mark, after.mark, after.with_head([3]).mark}) == 3
    with pytest.raises(LookupError):
        made.with_lines({"no such": b""})


def test_what_is_damaged_is_no_table(tmp_path: Path) -> None:
    path, made = tmp_path / "table", table(1, [line_of(["a", 1])])
    made.write(path, MAGIC)
    assert tables.read(path, MAGIC) == made
    whole = path.read_bytes()
    for data in (b"", MAGIC, whole[:-1], whole + b"\n", whole.replace(b'"a"', b'"b"'), b"another 1\n" + whole[10:]):
        path.write_bytes(data)
        assert tables.read(path, MAGIC) is None
    assert tables.read(tmp_path / "none", MAGIC) is None
    assert list(Table(b"", 0).lines()) == []


@pytest.mark.parametrize("run", [1, 100, tables.RUN])
def test_a_table_never_held_whole_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: int) -> None:
    monkeypatch.setattr(tables, "RUN", run)
    path, lines = tmp_path / "table", [line_of([key, "x" * 9]) for key in keys(random.Random(2), 40)]
    whole = table(1, lines)
    laid = tables.lay(path, MAGIC, 1, lines)
    assert (laid.mark, path.exists()) == (whole.mark, False)
    laid.put()
    assert tables.read(path, MAGIC) == whole
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


def test_a_table_that_was_not_finished_or_not_wanted_leaves_nothing(tmp_path: Path) -> None:
    def lines() -> Iterator[bytes]:
        yield line_of(["a"])
        raise LookupError

    with pytest.raises(LookupError):
        tables.lay(tmp_path / "table", MAGIC, 1, lines())
    tables.lay(tmp_path / "table", MAGIC, 1, []).drop()
    assert not list(tmp_path.iterdir())


def test_a_table_that_cannot_be_removed_stops_nothing(tmp_path: Path) -> None:
    laid = tables.lay(tmp_path / "table", MAGIC, 1, [])
    tables.half_of(tmp_path / "table").unlink()
    tables.half_of(tmp_path / "table").mkdir()
    with pytest.raises(OSError):
        tables.half_of(tmp_path / "table").unlink()
    laid.drop()
