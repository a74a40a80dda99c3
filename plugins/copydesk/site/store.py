"""Bytes that are put aside for a while: the first in memory, the others in a file without a name."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Final

IN_MEMORY: Final = 12 * 2**20
"""Bytes that need no file: two thousand items of feeds, ten thousand lines of stories. Writing others into one and
reading them again takes a tenth of the time in which they are made."""

AT_ONCE: Final = 2**18
"""Bytes that are collected before they go into the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes are in the file, and how many."""

    start: int
    size: int


Kept = bytes | Place
"""What was put aside: itself, or where it is."""


@dataclass(slots=True)
class Store:
    """Keeps bytes. ``room`` is how many more of them memory takes."""

    room: int = IN_MEMORY
    _file: IO[bytes] | None = None
    """Always at its end."""
    _end: int = 0
    _written: int = 0
    """Where in the file ends what can be read past its buffer."""

    def put(self, data: bytes) -> Kept:
        """Put bytes aside. Raises OSError."""
        if len(data) <= self.room:
            self.room -= len(data)
            return data
        if self._file is None:
            self._file = TemporaryFile(buffering=AT_ONCE)  # noqa: SIM115  # the store's, until it is closed
        place = Place(self._end, len(data))
        self._file.write(data)
        self._end += len(data)
        return place

    def get(self, kept: Kept) -> bytes:
        """The bytes again. Raises OSError."""
        if isinstance(kept, bytes):
            return kept
        assert self._file is not None, "only what is in the file has a place"
        if hasattr(os, "pread"):
            if kept.start + kept.size > self._written:
                self._file.flush()
                self._written = self._end
            return os.pread(self._file.fileno(), kept.size, kept.start)
        self._file.seek(kept.start)
        data = self._file.read(kept.size)
        self._file.seek(0, os.SEEK_END)
        return data

    def close(self) -> None:
        """Let go of what was kept, also where the disk has no room for the rest of it."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
