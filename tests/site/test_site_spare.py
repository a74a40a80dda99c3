"""The spare gives a stage the files that are still the site's, and nothing else; whatever was done to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from copydesk.site.stage import spare, staging
from newsstand import tree, write

WANTED = {"index.html", "2025/a.html", "2025/07/b.html", "feeds/all.xml"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site, and as its spare the same files but for the front page, a page that is gone and a folder."""
    output = tmp_path / "output"
    for path in (*WANTED, "changed.html"):
        write(output / path, f"{path} now")
    old = staging.spare_of(output)
    shutil.copytree(output, old, copy_function=os.link)
    for path in ("index.html", "gone.html", "once/gone.html"):
        (old / path).unlink(missing_ok=True)
        write(old / path, f"{path} before")
    return output


def linked(output: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fill a stage; the files that had to be linked."""
    links: list[str] = []
    link = spare.link
    monkeypatch.setattr(spare, "link", lambda old, new: (links.append(old), link(old, new)))
    stage = staging.open_stage(output)
    spare.fill(stage, output, WANTED)
    assert tree(stage) == {path: f"{path} now".encode() for path in WANTED}
    assert {path.name for path in stage.rglob("*") if path.is_dir()} == {"2025", "07", "feeds"}
    assert not staging.spare_of(output).exists()
    return sorted(os.path.relpath(path, output) for path in links)


def test_only_what_differs_is_linked(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert linked(output, monkeypatch) == ["index.html"]


def test_without_a_spare_all_is_linked(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(staging.spare_of(output))
    assert linked(output, monkeypatch) == sorted(WANTED)


def folder_in_place_of_a_file(old: Path) -> None:
    (old / "2025/a.html").unlink()
    write(old / "2025/a.html/b.html", "in the way")


def link_in_place_of_a_folder(old: Path) -> None:
    shutil.rmtree(old / "2025/07")
    write(old.parent / "elsewhere/b.html", "elsewhere")
    (old / "2025/07").symlink_to(old.parent / "elsewhere")


def file_of_other_bytes(old: Path) -> None:
    (old / "2025/07/b.html").unlink()
    write(old / "2025/07/b.html", "2025/07/b.html now")
    (old / "2025/a.html").unlink()


@pytest.mark.parametrize("change", [folder_in_place_of_a_file, link_in_place_of_a_folder, file_of_other_bytes])
def test_what_else_stands_in_the_spare_is_removed(
    output: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    change(staging.spare_of(output))
    assert len(linked(output, monkeypatch)) in (2, 3)
    elsewhere = output.parent / "elsewhere"
    assert not elsewhere.exists() or tree(elsewhere) == {"b.html": b"elsewhere"}


def test_a_spare_that_is_a_link_is_not_taken(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = staging.spare_of(output)
    old.rename(output.parent / "elsewhere")
    old.symlink_to(output.parent / "elsewhere")
    stage = staging.open_stage(output)
    spare.fill(stage, output, WANTED)
    assert tree(stage) == {path: f"{path} now".encode() for path in WANTED}
    assert (output.parent / "elsewhere/gone.html").exists()


def test_a_build_of_the_whole_site_drops_it(output: Path) -> None:
    stage = staging.open_stage(output)
    write(stage / "index.html", "new")
    staging.put_in_place(stage, output)
    assert {path.name for path in output.parent.iterdir()} == {"output"}


def test_what_was_in_place_becomes_the_spare(output: Path) -> None:
    before = tree(output)
    stage = staging.open_stage(output)
    write(stage / "index.html", "new")
    staging.exchange_with(stage, output)
    spare.keep(stage, output)
    assert tree(output) == {"index.html": b"new"}
    assert tree(staging.spare_of(output)) == before
    assert not stage.exists()
