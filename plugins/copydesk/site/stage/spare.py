"""The spare: the site that was in place before, kept beside it where a few pages were made again.

It differs from the site in place by a few files. The next build of few pages fills its stage from it, and has only
these to link, where a stage filled anew takes a link for every file of the site, and an old site taken away as many
removals. What counts as the same is one file with two names, told by its number on the disk; whatever else stands in
the spare is removed. A build of the whole site has no use for it and drops it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from copydesk.site.stage.staging import discard, link, retired_of, spare_of


def fill(stage: Path, output: Path, wanted: Collection[str]) -> None:
    """Give an empty stage the ``wanted`` files of the output, and nothing else. Raises OSError."""
    there = taken_over(stage, output, wanted)
    missing = [path for path in wanted if path not in there]
    for folder in {os.path.dirname(path) for path in missing}:
        (stage / folder).mkdir(parents=True, exist_ok=True)
    for path in missing:
        link(f"{output}/{path}", f"{stage}/{path}")


def taken_over(stage: Path, output: Path, wanted: Collection[str]) -> set[str]:
    """The files that the spare gives to the stage; none where there is no spare, or one that cannot be changed."""
    try:
        os.rename(spare_of(output), stage)
    except OSError:
        return set()
    try:
        return matching(stage, output, wanted)
    except OSError:
        discard(stage)
        stage.mkdir()
        return set()


def matching(stage: Path, output: Path, wanted: Collection[str]) -> set[str]:
    """The wanted files that stand in the stage; all else there is removed. Raises OSError."""
    folders = folders_of(wanted)
    named, kept = dict(numbers(output, folders)), set()
    for path, number in list(numbers(stage, folders)):
        if number is not None and path in wanted and named.get(path) == number:
            kept.add(path)
        elif number is None:
            shutil.rmtree(f"{stage}/{path}")
        else:
            os.unlink(f"{stage}/{path}")
    return kept


def folders_of(paths: Collection[str]) -> set[str]:
    """The folders in which files lie, and all in which these lie."""
    folders: set[str] = set()
    waiting = {os.path.dirname(path) for path in paths}
    while waiting:
        folders |= waiting
        waiting = {os.path.dirname(folder) for folder in waiting} - folders
    return folders


def numbers(folder: Path, folders: Collection[str], within: str = "") -> Iterator[tuple[str, int | None]]:
    """The files of a site with their numbers on the disk, by path; ``None`` for a folder that is none of ``folders``,
    which is not entered."""
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        path = within + entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield path, entry.inode()
        elif path in folders:
            yield from numbers(Path(entry.path), folders, f"{path}/")
        else:
            yield path, None


def keep(stage: Path, output: Path) -> None:
    """Once the stage has changed places with the output, what was there before becomes the spare; in place of one that
    is there already."""
    with suppress(OSError):  # it is a convenience
        discard(spare_of(output))
        os.rename(stage if stage.exists() else retired_of(output), spare_of(output))
