"""The same input gives the same bytes: again, in another place, in another time zone, with another hash seed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from sites import build_site, copy_site

ELSEWHERE: Mapping[str, str] = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "de_DE.UTF-8",
}
"""An environment in which everything that must not matter is different."""


INDEX = "pagefind"
"""The index for searching, which is not the same bytes each time (docs/search.md)."""


def digests(folder: Path) -> dict[str, str]:
    """Every file under ``folder`` with the digest of its bytes, but for the index."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and INDEX not in path.parts)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same under both folders."""
    first, second = digests(one), digests(other)
    assert first
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def test_another_place_and_environment(built_folder: Path, tmp_path: Path) -> None:
    folder = copy_site(tmp_path / "ein anderer Ort, mit ü")
    done = build_site(folder, environment=ELSEWHERE)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    for part in ("output", "content"):
        assert differing(built_folder / part, folder / part) == []


@pytest.mark.parametrize("remove", ["nothing", ".copydesk", "output"])
def test_again(built_folder: Path, tmp_path: Path, remove: str) -> None:
    folder = tmp_path / "again"
    shutil.copytree(built_folder, folder, symlinks=True)
    if remove != "nothing":
        shutil.rmtree(folder / remove)
    done = build_site(folder)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    for part in ("output", "content", "seeds"):
        assert differing(built_folder / part, folder / part) == []


def test_a_build_leaves_what_it_was_given(built_folder: Path, root: Path) -> None:
    for part in ("seeds", "theme"):
        assert differing(root / part, built_folder / part) == []
    assert (root / "sources.toml").read_bytes() == (built_folder / "sources.toml").read_bytes()
