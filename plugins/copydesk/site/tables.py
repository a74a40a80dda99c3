"""Tables in the state folder: lines of JSON, each found by its key without reading the others.

A line that names the format, one with the checksum of all that follows, one with what the table was made under; then
the lines in their order as bytes, each a list that begins with its key. Data and never code; what is damaged is as good
as missing.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.batch.files import write_cache

_ENCODER = json.JSONEncoder(separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in a table behind its checksum, and the checksum; the first line is what it was made under."""

    data: bytes
    check: int

    @property
    def mark(self) -> str:
        """A text that two tables share only if they are the same: their length and checksum."""
        return f"{len(self.data):x}-{self.check:08x}"

    @property
    def head(self) -> Any:
        """What the first line says: what the table was made under. Raises ValueError."""
        return json.loads(self.data[: self.data.find(b"\n") + 1])

    def lines(self) -> list[bytes]:
        """All lines but the first."""
        return self.data.splitlines(keepends=True)[1:]

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
    """A new table. A large one is in memory once: lines that nobody else has are let go as they are put into it."""
    rest, data = sorted(lines, reverse=True), io.BytesIO()
    data.write(line_of(head))
    while rest:
        data.write(rest.pop())
    return of(data.getvalue())


def read(path: Path, magic: bytes) -> Table | None:
    """The table in a file; ``None`` where there is none that can be believed."""
    try:
        data = path.read_bytes()
        start = data.index(b"\n", len(magic)) + 1
        found = of(data[start:])
        whole = data.startswith(magic) and int(data[len(magic) : start]) == found.check
    except (OSError, ValueError):
        return None
    return found if whole else None


def beginning(key: str) -> bytes:
    """How the line of a key begins."""
    return b"[" + json.dumps(key).encode("ascii") + b","


def line_of(row: object) -> bytes:
    """A value as a line."""
    return _ENCODER.encode(row).encode("ascii") + b"\n"
