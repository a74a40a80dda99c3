"""The words of the stories, one reading after the other in a file that only grows.

A build that changes one story adds the words of one story, and none is written twice. The first line names the file by
a mark of its own: a table that was made for another file finds nothing in this one. What is added after the table was
last written is in no table, and is lost without harm. When more of the file is out of use than in use it is written
anew, without the rest.

Another process reads what it is lent from the file itself: most words are wanted in no other place than where a page is
printed.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import IO

from copydesk.frozen import value

logger = logging.getLogger(__name__)

NAME = "stories.bin"
FORMAT = b"copydesk words 1 "

Place = tuple[int, int]
"""Where data stands: its first byte, and how many there are."""

SPARE = 1_000_000
"""Bytes out of use that are no reason to write the file anew."""


@value(frozen=True, slots=True)
class Loan:
    """Data on its way to another process: where it stands in which file, or itself where that is in memory alone."""

    path: str
    place: Place
    data: bytes | None = None

    def taken(self) -> bytes:
        """The data; less where the file has been cut or is gone."""
        if self.data is not None:
            return self.data
        try:
            file = opened(self.path)
            file.seek(self.place[0])
            return file.read(self.place[1])
        except OSError:
            return b""


@lru_cache(maxsize=1)
def opened(path: str) -> IO[bytes]:
    """The file that a process reads what it is lent from. Raises OSError."""
    return open(path, "rb")  # until the process ends


@dataclass(slots=True)
class Shelf:
    """The file, open; in memory alone where the state folder cannot be written to, so that ``path`` is ``None``.
    ``mark`` is in its first line."""

    mark: str
    _file: IO[bytes]
    _end: int
    path: str | None = None
    _is_flushed: bool = False
    _lock: Lock = field(default_factory=Lock)
    """What is lent is packed by a thread of its own (`multiprocessing.Queue`)."""

    def put(self, data: bytes) -> Place:
        """Add data at the end."""
        place = (self._end, len(data))
        with self._lock:
            self._file.seek(self._end)
            self._file.write(data)
            self._end += len(data)
            self._is_flushed = False
        return place

    def get(self, place: Place) -> bytes:
        """The data at a place; less where the file has been cut."""
        with self._lock:
            if self.path is not None and hasattr(os, "pread"):
                self._show()
                return os.pread(self._file.fileno(), place[1], place[0])
            self._file.seek(place[0])
            return self._file.read(place[1])

    def lend(self, place: Place) -> Loan:
        """Data at a place on its way to another process, which reads it from the file itself."""
        if self.path is None:
            return Loan("", place, self.get(place))
        with self._lock:
            self._show()
        return Loan(self.path, place)

    def _show(self) -> None:
        """See that all that was added can be read past this process's own buffer."""
        if not self._is_flushed:
            self._file.flush()
            self._is_flushed = True

    def is_worn(self, used: int) -> bool:
        """Whether more of the file is out of use than the ``used`` bytes."""
        return self._end - used > used + SPARE

    def flush(self) -> None:
        """All that was added is on the disk: a table that says where it stands may follow."""
        self._file.flush()
        with suppress(io.UnsupportedOperation):  # in memory alone
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file. A full disk is no fault here: no table names what it could not take."""
        with suppress(OSError):
            self._file.close()


def open_shelf(state: Path, mark: str) -> Shelf | None:
    """The shelf of that mark; ``None`` where there is another or none, or where it is a file of somebody else's too
    (a hard link): it is written in place."""
    try:
        file = open(state / NAME, "r+b")  # noqa: SIM115  # the shelf's, for the whole build
    except OSError:
        return None
    if os.fstat(file.fileno()).st_nlink > 1 or file.readline() != first_line(mark):
        file.close()
        return None
    return Shelf(mark, file, file.seek(0, os.SEEK_END), str(state / NAME))


def new_shelf(state: Path) -> Shelf:
    """An empty shelf in place of any that is there."""
    mark = os.urandom(8).hex()
    line, path = first_line(mark), str(state / NAME)
    try:
        (state / NAME).unlink(missing_ok=True)
        file: IO[bytes] = open(state / NAME, "x+b")  # noqa: SIM115  # the shelf's, for the whole build
        file.write(line)
    except OSError as error:
        logger.info("%s could not be written (%s)", NAME, error.strerror)
        return Shelf(mark, io.BytesIO(line), len(line), None)
    return Shelf(mark, file, len(line), path)


def rewritten(shelf: Shelf, places: Iterable[Place], state: Path) -> tuple[Shelf, list[Place]]:
    """A new shelf with what stands at some places of another, which is closed; and where that stands now."""
    fresh = new_shelf(state)
    moved = [fresh.put(shelf.get(place)) for place in places]
    shelf.close()
    return fresh, moved


def first_line(mark: str) -> bytes:
    """The line that names a shelf."""
    return FORMAT + mark.encode("ascii", "replace") + b"\n"
