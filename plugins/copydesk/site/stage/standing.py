"""Whether the site stands as it would be built: then nothing is read, rendered or written.

A build writes down one digest of all it was made from and one of all it made: path, size and
times of every file under the folders that are read, the settings, our code, and the files of the site. If both are the
same next time, the next build would make the same, and none is made. Where anything differs a build decides by
contents. A file that was written within `SETTLES` of being looked at could change again without its times showing it,
so its bytes are looked at too.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.batch.files import write_cache
from copydesk.site.entries import digest_of

logger = logging.getLogger(__name__)

NAME = "standing.json"
VERSION = 2

SETTLES = 2_000_000_000
"""Nanoseconds after which a second change of a file shows in its times, on every file system (FAT counts in twos)."""

Row = tuple[str, int, int, int]
"""A file: its path, its size in bytes, and when its content (mtime) and its entry (ctime) changed, in nanoseconds."""


class UnsureError(Exception):
    """A folder holds what times say nothing of, such as a link to elsewhere, or what is no file, such as a pipe."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of the sources: the digest of what stands in no file and of the times of all files, and the digests of
    those whose times say too little."""

    digest: str
    bytes: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = field(default=(), compare=False, repr=False)
    """The files the digest was made of, where they were just looked at."""

    def stands(self) -> bool:
        """Whether those files still have these bytes."""
        return all(file_digest(path) == digest for path, digest in self.bytes.items())


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made from: ``places``, folders and single files that are read; ``own`` among them, which a build
    itself brings up to date, so that their bytes count and their times do not; the digest of what stands in no file."""

    places: tuple[Path, ...]
    own: tuple[Path, ...]
    frame: str

    def seen(self, now: int) -> Seen:
        """Their state at ``now``, in nanoseconds since 1970. Raises UnsureError, and OSError where files go."""
        own = set(map(str, self.own))
        rows = [row for place in self.places for row in rows_of(place) if row[0] not in own]
        young = [row[0] for row in rows if max(row[2:]) > now - SETTLES]
        marks = {path: file_digest(path) for path in (*young, *sorted(own))}
        return Seen(digest_of(self.frame, rows), marks, tuple(rows))

    def after(self, seen: Seen) -> Seen:
        """The state ``seen`` before a build, with the new digests of the files that the build itself writes."""
        return Seen(seen.digest, {**seen.bytes, **{str(path): file_digest(str(path)) for path in self.own}})


@dataclass(frozen=True, slots=True)
class Said:
    """Something a build said to the editor: its level and logger, as of `logging`, and the words."""

    level: int
    logger: str
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A site in place: what was seen of its sources, the digest of its files, how much of each kind was built, what the
    build said on the way, and what at its end."""

    sources: Seen
    output: str
    counts: Mapping[str, int]
    said: tuple[Said, ...] = ()
    told: tuple[str, ...] = ()
    plates: str | None = None
    """The mark of the plates that belong to these sources (`plates`); ``None`` where there are none."""

    def holds(self, seen: Seen, output: Path) -> bool:
        """Whether all is as it was, given what is ``seen`` of the sources now. Raises UnsureError and OSError."""
        return seen.digest == self.sources.digest and self.sources.stands() and output_digest(output) == self.output


def rows_of(place: Path) -> Iterator[Row]:
    """The files at a place in the order of their paths; one empty row where there is nothing."""
    try:
        with os.scandir(place) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except NotADirectoryError:
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnsureError(str(place)) from None
        yield str(place), status.st_size, status.st_mtime_ns, status.st_ctime_ns
        return
    except FileNotFoundError:
        yield str(place), -1, 0, 0
        return
    for entry in entries:
        if entry.is_symlink():
            raise UnsureError(entry.path)
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from rows_of(Path(entry.path))
        elif not entry.is_file():
            raise UnsureError(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def row_of(path: str) -> Row:
    """What tells a file of one name from another."""
    status = os.stat(path)
    return path, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def output_digest(output: Path) -> str:
    """The digest of the files of a site in place. Their entries' own times change as they gain names, so they do not
    count."""
    return digest_of(output_rows(output))


def output_rows(output: Path) -> list[tuple[str, int, int]]:
    """What tells the files of a site in place from others: path, size and time of each, in the order of the paths."""
    return [row[:3] for row in rows_of(output)]


def file_digest(path: str) -> str:
    """The digest of a file's bytes, "" where there is no file."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def read(state: Path) -> Standing | None:
    """What was written down; ``None`` where there is nothing that can be believed."""
    try:
        stored = json.loads((state / NAME).read_bytes())
        if stored["version"] != VERSION:
            return None
        sources = Seen(str(stored["sources"]), {str(path): str(digest) for path, digest in stored["bytes"].items()})
        counts = {str(name): int(count) for name, count in stored["counts"].items()}
        said = tuple(Said(int(level), str(name), str(words)) for level, name, words in stored["said"])
        told, plates = tuple(map(str, stored["told"])), stored["plates"]
        return Standing(sources, str(stored["output"]), counts, said, told, plates and str(plates))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write(state: Path, standing: Standing) -> None:
    """Write it down in one step. A state folder that cannot be written to costs the next build its time."""
    stored = {
        "version": VERSION,
        "sources": standing.sources.digest,
        "bytes": dict(standing.sources.bytes),
        "output": standing.output,
        "counts": dict(standing.counts),
        "said": [[said.level, said.logger, said.words] for said in standing.said],
        "told": list(standing.told),
        "plates": standing.plates,
    }
    try:
        write_cache(state / NAME, json.dumps(stored, indent=0).encode())
    except OSError as error:
        logger.info("%s could not be written (%s)", NAME, error.strerror)


def forget(state: Path) -> None:
    """Nothing is known any more of the site in place: the first step of a build that will change it."""
    (state / NAME).unlink(missing_ok=True)


def now() -> int:
    """The present, in nanoseconds since 1970."""
    return time.time_ns()


def whole(place: str | Path) -> Path:
    """A place as an absolute path."""
    return Path(place).absolute()
