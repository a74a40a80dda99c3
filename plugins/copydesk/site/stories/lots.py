"""Story files as they lie in the content folder: which there are, and what they say, read a lot at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.errors import StoryFileError
from copydesk.frozen import value
from copydesk.site.stage.standing import SETTLES
from copydesk.site.stories.readings import Packet, packed, reading_of
from copydesk.site.stories.records import Rules
from copydesk.writing.stories.storyfile import parse

Stamp = tuple[int, int, int]
"""Size of a file in bytes, time of its content and of its entry in nanoseconds; all 0 where they say nothing."""

UNSETTLED: Stamp = (0, 0, 0)


@value(frozen=True, slots=True)
class Lot:
    """Story files to be read together: the content folder, their names below it with the digests they are known by,
    the rules, and the present in nanoseconds since 1970."""

    content: str
    files: tuple[tuple[str, bytes | None], ...]
    rules: Rules
    now: int


@value(frozen=True, slots=True)
class Found:
    """A file that was read: its stamp, the digest of its bytes, its reading as data, ``None`` where it is known."""

    stamp: Stamp
    digest: bytes
    packet: Packet | None


def stamp_of(path: str, now: int) -> Stamp:
    """The stamp of a file; `UNSETTLED` for one that could change again without its times showing it."""
    status = os.stat(path, follow_symlinks=False)
    young = max(status.st_mtime_ns, status.st_ctime_ns) > now - SETTLES
    return UNSETTLED if young else (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def read_lot(lot: Lot) -> tuple[Found | None, ...]:
    """What the files of a lot say: ``None`` for one that cannot be used, without words for one that is as known."""
    return tuple(read(lot, name, known) for name, known in lot.files)


def read(lot: Lot, name: str, known: bytes | None) -> Found | None:
    """What a story file says."""
    path = os.path.join(lot.content, name)
    try:
        stamp = stamp_of(path, lot.now)
        with open(path, "rb", buffering=0) as source:
            text = source.readall()
        digest = hashlib.sha256(text).digest()
        if digest == known:
            return Found(stamp, digest, None)
        file = parse(text.decode("utf-8"), name)
        return Found(stamp, digest, packed(reading_of(file, lot.rules, name)))
    except (OSError, UnicodeDecodeError, StoryFileError):  # who asks for it reads it again, and says what is wrong
        return None


def stories_in(content: Path, folders: Iterable[str]) -> Iterator[str]:
    """The names below ``content`` of the Markdown files in some folders of it. What is a link is left out, and what is
    no file (a pipe would never end)."""
    for folder in folders:
        yield from _stories_below(content, os.path.normpath(folder).replace(os.sep, "/"))


def _stories_below(content: Path, folder: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(content / folder))
    except OSError:  # who asks for its files says what is wrong
        return
    for entry in entries:
        name = f"{folder}/{entry.name}" if folder != "." else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _stories_below(content, name)
        elif name.endswith(".md") and name.isprintable() and entry.is_file(follow_symlinks=False):
            yield name
