"""What the story files said when they were last read, so that only those that changed are read again.

One file in the state folder: a line that names its format, one with the sizes and the checksum of the rest, a table of
the files as JSON, and what each file said, one after the other. It is data and never code; where it is missing, damaged
or of other rules, every story is read. A file counts as unchanged
while its size and times are the same; if they are not, its bytes decide, so that a fresh clone reads nothing anew. The
times of a file that was written just before it was read say nothing, and are not kept.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from copydesk.errors import StoryFileError
from copydesk.site.hands import BATCH, Hands, taken
from copydesk.site.readings import Reading, packed, reading_of, unpacked
from copydesk.site.records import Rules
from copydesk.site.standing import SETTLES
from copydesk.writing.storyfile import parse

logger = logging.getLogger(__name__)

NAME = "stories.bin"
MAGIC = b"copydesk stories 2\n"

Stamp = tuple[int, int, int]
"""Size of a file in bytes, time of its content and of its entry in nanoseconds; all 0 where they say nothing."""

UNSETTLED: Stamp = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a story file: its stamp, the digest of its bytes, its reading as data."""

    stamp: Stamp
    digest: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Lot:
    """Story files to be read together: the content folder, their names below it with the digests they are known by,
    the rules, and the present in nanoseconds since 1970."""

    content: str
    files: tuple[tuple[str, bytes | None], ...]
    rules: Rules
    now: int


@dataclass(slots=True)
class Memory:
    """The readings of one build. ``frame`` is the digest of all that reading depends on beside the files."""

    frame: str
    _known: dict[str, Kept] = field(default_factory=dict)
    _current: dict[str, Kept] = field(default_factory=dict)
    fresh: int = 0
    """How many files had to be read anew, for those who count."""

    def of(self, name: str) -> Reading | None:
        """The reading of a file, ``None`` for one that was not looked at or could not be used."""
        kept = self._current.get(name)
        try:
            return unpacked(kept.data) if kept else None
        except (ValueError, TypeError, RecursionError):  # data of another form, whoever wrote it
            return None

    def look_at(self, lot: Lot, hands: Hands) -> None:
        """Find out what the files say, reading those that have changed."""
        waiting = []
        for name, _ in lot.files:
            kept = self._known.get(name)
            if kept and kept.stamp != UNSETTLED and kept.stamp == stamp_of(os.path.join(lot.content, name), lot.now):
                self._current[name] = kept
            else:
                waiting.append((name, kept.digest if kept else None))
        lots = [replace(lot, files=tuple(waiting[at : at + BATCH])) for at in range(0, len(waiting), BATCH)]
        found = taken(read_lot, hands.give(read_lot, lots)) if hands.are_worth(len(waiting)) else map(read_lot, lots)
        for (name, _), kept in zip(waiting, chain.from_iterable(found), strict=True):
            self._keep(name, kept)

    def _keep(self, name: str, found: Kept | None) -> None:
        if found is None:
            return
        self.fresh += bool(found.data)
        self._current[name] = found if found.data else replace(found, data=self._known[name].data)

    def save(self, state: Path) -> None:
        """Write down what is known now, in one step, if it has changed."""
        if self._current == self._known:
            return
        rows = [(name, kept.stamp, kept.digest.hex(), len(kept.data)) for name, kept in self._current.items()]
        table = json.dumps((self.frame, rows), separators=(",", ":")).encode("ascii")
        rest = b"".join((table, *(kept.data for kept in self._current.values())))
        temporary = state / f"{NAME}.new"
        try:
            with open(temporary, "wb") as file:
                file.write(MAGIC + b"%d %d %d\n" % (len(table), len(rest), zlib.crc32(rest)))
                file.write(rest)
            os.replace(temporary, state / NAME)
        except OSError as error:
            logger.info("%s could not be written (%s)", NAME, error.strerror)


def open_memory(state: Path, frame: str) -> Memory:
    """What is known from the last build; nothing where that cannot be believed or was read under another frame."""
    try:
        with open(state / NAME, "rb") as file:
            if file.readline(len(MAGIC)) != MAGIC:
                return Memory(frame)
            size, length, checksum = map(int, file.readline(64).split())
            rest = file.read()
        if len(rest) != length or zlib.crc32(rest) != checksum:
            return Memory(frame)
        known, rows = json.loads(rest[:size])
        return Memory(frame, dict(_kept(rows, rest, size))) if known == frame else Memory(frame)
    except (OSError, ValueError, TypeError, RecursionError):
        return Memory(frame)


def _kept(rows: Iterable[tuple[str, list[int], str, int]], data: bytes, at: int) -> Iterator[tuple[str, Kept]]:
    """What is known of each file of the table, whose data begins ``at``."""
    for name, (size, content, entry), digest, length in rows:
        yield name, Kept((size, content, entry), bytes.fromhex(digest), data[at : at + length])
        at += length


def stamp_of(path: str, now: int) -> Stamp:
    """The stamp of a file; `UNSETTLED` for one that could change again without its times showing it."""
    status = os.stat(path, follow_symlinks=False)
    young = max(status.st_mtime_ns, status.st_ctime_ns) > now - SETTLES
    return UNSETTLED if young else (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def read_lot(lot: Lot) -> tuple[Kept | None, ...]:
    """What the files of a lot say: ``None`` for one that cannot be used, without data for one that is as known."""
    return tuple(read(lot, name, known) for name, known in lot.files)


def read(lot: Lot, name: str, known: bytes | None) -> Kept | None:
    """What a story file says."""
    path = os.path.join(lot.content, name)
    try:
        stamp = stamp_of(path, lot.now)
        text = Path(path).read_bytes()
        digest = hashlib.sha256(text).digest()
        if digest == known:
            return Kept(stamp, digest, b"")
        file = parse(text.decode("utf-8"), name)
        return Kept(stamp, digest, packed(reading_of(file, lot.rules, name)))
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
