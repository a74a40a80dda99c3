"""Whether Pelican has seen every story. It passes over a folder that cannot be listed, in silence, and a site without
those stories would take the place of the one that has them."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from copydesk.batch.files import below
from copydesk.errors import StoryFileError

SPARE = 8
"""Files that must be free to be opened: more than Pelican and its templates have open at once."""


def check_complete(content: Path, settings: dict[str, Any], seen: Container[str]) -> None:
    """Raise StoryFileError where a story file is not among the ``seen``, OSError where a folder cannot be listed."""
    handles = [os.open(os.devnull, os.O_RDONLY) for _ in range(SPARE)]
    try:
        listed = below(content, "")
    finally:
        for handle in handles:
            os.close(handle)
    missing = next((name for name in _stories(listed, content, settings) if name not in seen), None)
    if missing is not None:
        raise StoryFileError(f"content/{missing}", "was passed over", "Its folder could not be listed: build again.")


def _stories(listed: list[Path], content: Path, settings: dict[str, Any]) -> Iterator[str]:
    """The Markdown files that Pelican's settings call articles, as Pelican names them ("....md" is none to it)."""
    roots = [PurePosixPath(path) for path in settings["ARTICLE_PATHS"]]
    others = [PurePosixPath(path) for path in (*settings["ARTICLE_EXCLUDES"], *settings["PAGE_PATHS"])]
    for path in listed:
        name = PurePosixPath(path.relative_to(content).as_posix())
        if os.path.splitext(path.name)[1] != ".md" or any(
            fnmatch.fnmatch(part, each) for part in name.parts for each in _ignored(settings)
        ):
            continue
        if any(name.is_relative_to(root) for root in roots) and not any(name.is_relative_to(each) for each in others):
            yield name.as_posix()


def _ignored(settings: dict[str, Any]) -> tuple[str, ...]:
    return tuple(settings["IGNORE_FILES"])
