"""A file of the site is written whole, or the disk says why not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from copydesk.site.printing import rendering
from copydesk.site.printing.rendering import put

PIECES = [b"%d," % number for number in range(3000)]


def test_a_file_of_thousands_of_pieces_is_whole(tmp_path: Path) -> None:
    for name, pieces in (("many", PIECES), ("one", PIECES[:1]), ("none", []), ("empty", [b"", b""])):
        put(str(tmp_path / name), *pieces)
        assert (tmp_path / name).read_bytes() == b"".join(pieces)


def test_a_file_that_is_there_is_not_written_into(tmp_path: Path) -> None:
    """It may be the old site's too, by a hard link."""
    (tmp_path / "old").write_bytes(b"old")
    os.link(tmp_path / "old", tmp_path / "new")
    put(str(tmp_path / "new"), b"n", b"ew")
    assert ((tmp_path / "old").read_bytes(), (tmp_path / "new").read_bytes()) == (b"old", b"new")


def test_what_the_system_did_not_take_at_once_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def a_part(number: int, pieces: Sequence[bytes]) -> int:
        return os.write(number, b"".join(pieces)[:5])

    monkeypatch.setattr(rendering.os, "writev", a_part)
    put(str(tmp_path / "file"), *PIECES)
    assert (tmp_path / "file").read_bytes() == b"".join(PIECES)


def test_a_system_that_takes_one_piece_at_a_time_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(rendering.os, "writev")
    put(str(tmp_path / "file"), *PIECES)
    assert (tmp_path / "file").read_bytes() == b"".join(PIECES)
