"""Whether Pelican has seen every story. It passes over a folder that cannot be listed, in silence, and a site without
those stories would take the place of the one that has them."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from copydesk.errors import StoryFileError

SPARE = 8
"""Files that must be free to be opened: more than Pelican and its templates have open at once."""


def check_complete(content: Path, settings: dict[str, Any], seen: Container[str]) -> None:
    """Raise StoryFileError where a story file is not among the ``seen``, OSError where a folder cannot be listed."""
    handles = [os.open(os.devnull, os.O_RDONLY) for _ in range(SPARE)]
    try:
        unseen = sorted(name for name in _files(content) if name not in seen)
    finally:
        for handle in handles:
            os.close(handle)
    missing = next((name for name in unseen if _is_story(PurePosixPath(name), settings)), None)
    if missing is not None:
        raise StoryFileError(f"content/{missing}", "was passed over", "Its folder could not be listed: build again.")


def _files(content: Path) -> Iterator[str]:
    """The Markdown files below the content folder, as Pelican names them ("....md" is none to it)."""
    root = os.fspath(content)
    for parent, _, names in os.walk(root, onerror=_stop):
        folder = parent[len(root) + 1 :].replace(os.sep, "/")
        inside = f"{folder}/" if folder else ""
        yield from (inside + name for name in names if name.endswith(".md") and name.strip(".") != "md")


def _stop(error: OSError) -> None:
    raise error


def _is_story(name: PurePosixPath, settings: dict[str, Any]) -> bool:
    """Whether Pelican's settings call a file an article."""
    if any(fnmatch.fnmatch(part, each) for part in name.parts for each in settings["IGNORE_FILES"]):
        return False
    others = (*settings["ARTICLE_EXCLUDES"], *settings["PAGE_PATHS"])
    return any(map(name.is_relative_to, settings["ARTICLE_PATHS"])) and not any(map(name.is_relative_to, others))
