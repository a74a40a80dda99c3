"""Folders of ``content/`` that are links: to elsewhere, or round to a folder above them.

Pelican follows every one of them, a round one forty times over. What they lead to is not what was reviewed, so they are
left out, and named.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def linked_folders(content: Path) -> tuple[str, ...]:
    """The folders below ``content`` that are links, relative to it, in order."""
    return tuple(sorted(_linked(content, "")))


def _linked(folder: Path, prefix: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # who reads the folder says so
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _linked(Path(entry.path), f"{prefix}{entry.name}/")
        elif entry.is_symlink() and os.path.isdir(entry.path):
            yield prefix + entry.name


def said_of(folder: str, content: Path) -> str:
    """What the editor is told of one."""
    return f"{content.name}/{folder}: is a link to a folder, and nothing in it is used. Put the folder itself there."
