"""Tables in the state folder: lines of JSON, each found by its key without reading the others.

A line that names the format, one with the checksum of all that follows, one with what the table was made under; then
the lines in their order as bytes, each a list that begins with its key. Data and never code; what is damaged is as good
as missing.
"""

from __future__ import annotations

import heapq
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

from copydesk.batch.files import HALF, rename, write_cache

_ENCODER = json.JSONEncoder(separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in a table behind its checksum, and the checksum; the first line is what it was made under."""

    data: bytes
    check: int

    @property
    def mark(self) -> str:
        """A text that two tables share only if they are the same: their length and checksum."""
        return mark_of(len(self.data), self.check)

    @property
    def head(self) -> Any:
        """What the first line says: what the table was made under. Raises ValueError."""
        return json.loads(self.data[: self.data.find(b"\n") + 1])

    def lines(self) -> Iterator[bytes]:
        """All lines but the first."""
        lines = io.BytesIO(self.data)
        lines.readline()
        return iter(lines)

    def line(self, key: str) -> bytes | None:
        """The line of a key."""
        start = self._place(key)
        return None if start is None else self.data[start : self._end(start)]

    def with_lines(self, lines: Mapping[str, bytes]) -> Table:
        """A copy in which some keys have other lines. Raises LookupError for a key that has none yet."""
        parts: list[bytes] = []
        end = 0
        for start, line in sorted((self._known_place(key), line) for key, line in lines.items()):
            parts += (self.data[end:start], line)
            end = self._end(start)
        return of(b"".join((*parts, self.data[end:])))

    def lines_with(self, words: bytes) -> Iterator[bytes]:
        """The lines in which some words stand, each once, by a look through all of the table."""
        end = self._end(0)
        while (place := self.data.find(words, end)) >= 0:
            end = self._end(place)
            yield self.data[self.data.rfind(b"\n", 0, place) + 1 : end]

    def _known_place(self, key: str) -> int:
        start = self._place(key)
        if start is None:
            raise LookupError(key)
        return start

    def _place(self, key: str) -> int | None:
        """Where the line of a key begins, found by halving."""
        wanted = beginning(key)
        low, high = self._end(0), len(self.data)
        while low < high:
            start = self.data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self.data[start : start + len(wanted)] < wanted:
                low = self._end(start)
            else:
                high = start
        return low if self.data.startswith(wanted, low) else None

    def _end(self, start: int) -> int:
        """Where the line ends that begins at ``start``, its line break included."""
        return self.data.find(b"\n", start) + 1 or len(self.data)

    def with_head(self, head: object) -> Table:
        """A copy with another first line."""
        return of(line_of(head) + self.data[self.data.find(b"\n") + 1 :])

    def write(self, path: Path, magic: bytes) -> None:
        """Write it down in one step. Raises OSError."""
        write_cache(path, magic, b"%d\n" % self.check, self.data)


def of(data: bytes) -> Table:
    """A table with ``data`` for its lines. Its checksum takes one pass: at 100,000 stories the data is 255 MB."""
    return Table(data, zlib.crc32(data))


def table(head: object, lines: Iterable[bytes]) -> Table:
    """A new table."""
    return of(b"".join((line_of(head), *sorted(lines))))


def mark_of(size: int, check: int) -> str:
    """The mark of a table of so many bytes with that checksum."""
    return f"{size:x}-{check:08x}"


# --- large tables -----------------------------------------------------------------------------------------------------

RUN: Final = 8 * 2**20
"""Bytes of lines that are put in order in memory. The table of plates of 100,000 stories has 280 MB."""

CHECK: Final = b"%010d\n"
"""The line of a checksum that is known only when all else is written."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A table that is written, beside the place where it will stand."""

    path: Path
    mark: str

    def put(self) -> None:
        """Put it in its place in one step. Raises OSError."""
        rename(half_of(self.path), self.path)

    def drop(self) -> None:
        """Let go of it."""
        with suppress(OSError):  # whoever writes the next one does it
            half_of(self.path).unlink(missing_ok=True)


def half_of(path: Path) -> Path:
    """Where a table is written before it stands at ``path``: what a crash leaves of it the next build writes over."""
    return path.with_name(path.name + HALF)


def lay(path: Path, magic: bytes, head: object, lines: Iterable[bytes]) -> Laid:
    """Write a table without ever holding all of it. Raises OSError, and what ``lines`` raise; nothing is left then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half_of(path).unlink(missing_ok=True)
    try:
        with open(half_of(path), "xb") as file, ExitStack() as held:
            file.write(magic + CHECK % 0)
            start, check = file.tell(), 0
            for line in chained(head, in_order(lines, path.parent, held)):
                check = zlib.crc32(line, check)
                file.write(line)
            size = file.tell() - start
            file.seek(len(magic))
            file.write(CHECK % check)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        half_of(path).unlink(missing_ok=True)
        raise
    return Laid(path, mark_of(size, check))


def chained(head: object, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a table."""
    yield line_of(head)
    yield from lines


def in_order(lines: Iterable[bytes], folder: Path, held: ExitStack) -> Iterator[bytes]:
    """Lines in order. Of many, a run at a time is put in order, and all but the last wait in files without names, in
    the ``folder``, until ``held`` lets go of them."""
    runs: list[IO[bytes]] = []
    run: list[bytes] = []
    size = 0
    for line in lines:
        run.append(line)
        size += len(line)
        if size >= RUN:
            runs.append(held.enter_context(TemporaryFile(dir=folder)))  # noqa: SIM115
            runs[-1].writelines(sorted(run))
            runs[-1].seek(0)
            run, size = [], 0
    return heapq.merge(*runs, sorted(run)) if runs else iter(sorted(run))


def read(path: Path, magic: bytes) -> Table | None:
    """The table in a file; ``None`` where there is none that can be believed."""
    try:
        with open(path, "rb") as file:
            is_ours = file.readline(len(magic)) == magic
            check = int(file.readline(len(CHECK % 0) + 1)) if is_ours else -1
            found = of(file.read()) if is_ours else None
    except (OSError, ValueError):
        return None
    return found if found and found.check == check else None


def beginning(key: str) -> bytes:
    """How the line of a key begins."""
    return b"[" + json.dumps(key).encode("ascii") + b","


def line_of(row: object) -> bytes:
    """A value as a line."""
    return _ENCODER.encode(row).encode("ascii") + b"\n"
