"""A story that Pelican passed over stops the build."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from copydesk.errors import StoryFileError
from copydesk.site.hooks.completeness import check_complete
from newsstand import build, make_site, press, tree

SETTINGS: dict[str, Any] = {
    "ARTICLE_PATHS": ["stories"],
    "ARTICLE_EXCLUDES": ["stories/aside"],
    "PAGE_PATHS": ["pages"],
    "IGNORE_FILES": [".*", "*~"],
}


def content(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return folder


def test_stories_that_were_seen_are_complete(tmp_path: Path) -> None:
    others = ("pages/b.md", "stories/aside/c.md", "stories/.d.md", "stories/e.md~", "stories/f.txt")
    folder = content(tmp_path, "stories/2025/a.md", *others)
    check_complete(folder, SETTINGS, {"stories/2025/a.md"})


def test_a_story_that_was_not_seen_is_named(tmp_path: Path) -> None:
    folder = content(tmp_path, "stories/2025/a.md", "stories/2025/b.md")
    with pytest.raises(StoryFileError, match=r"content/stories/2025/b\.md"):
        check_complete(folder, SETTINGS, {"stories/2025/a.md"})


def test_stories_at_the_top_of_the_content_count_too(tmp_path: Path) -> None:
    folder = content(tmp_path, "a.md")
    with pytest.raises(StoryFileError):
        check_complete(folder, {**SETTINGS, "ARTICLE_PATHS": [""]}, set())


def test_a_folder_that_cannot_be_listed_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path)
    before = tree(press(site))
    hand = site / "content/stories/2025/07/by-hand.md"
    hand.write_text(hand.read_text().replace("Written", "Rewritten"))
    failing = tmp_path / "failing"
    failing.mkdir()
    (failing / "sitecustomize.py").write_text(FAILING)
    path = os.pathsep.join((str(failing), os.environ.get("PYTHONPATH", "")))
    printed = build(site, code=1, PYTHONPATH=path)
    assert f"08: {os.strerror(errno.EIO)}" in printed
    assert tree(site / "output") == before


FAILING = """
import errno, os
def scandir(path=".", scandir=os.scandir):
    if os.fspath(path).endswith("stories/2025/08"):
        raise OSError(errno.EIO, os.strerror(errno.EIO), path)
    return scandir(path)
os.scandir = scandir
"""
