"""What the site in place was made from: a digest per file, so that the next build renders only what has changed.

Plain JSON in the state folder, data and never code. It is believed only for files that still have the size and the time
that were written down; a missing, damaged or older manifest costs one full build.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from copydesk.batch.files import write_cache
from copydesk.frozen import value
from copydesk.site.entries import Entry

NAME = "manifest.json"
VERSION = 1


@value(frozen=True, slots=True)
class Printed:
    """A file of the site in place: the digest it was made from, its size in bytes, its time in nanoseconds."""

    digest: str
    size: int
    time: int


@value(frozen=True, slots=True)
class Manifest:
    """The files of the site in place, by path."""

    files: Mapping[str, Printed] = field(default_factory=dict)

    def has(self, entry: Entry) -> bool:
        """Whether there is a file that was made from what the entry would be made from."""
        printed = self.files.get(entry.path)
        return printed is not None and printed.digest == entry.digest

    def reuse(self, entry: Entry, output: Path, target: str) -> bool:
        """Whether the entry's file could be taken from ``output`` as it is, because all it depends on is the same."""
        printed = self.files.get(entry.path)
        if printed is None or printed.digest != entry.digest:
            return False
        old = f"{output}/{entry.path}"
        try:
            if printed != stamp(entry.digest, old):
                return False
            os.link(old, target)
        except FileNotFoundError:
            return False
        except OSError:  # a file system without links
            shutil.copy2(old, target)
        return True


def stamp(digest: str, path: str) -> Printed:
    """What is written down of a file; of a link, what is never true of a file."""
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        return Printed(digest, -1, -1)
    return Printed(digest, status.st_size, status.st_mtime_ns)


def read(state: Path, output: Path) -> Manifest:
    """The manifest of the site in ``output``; an empty one where there is none that can be believed."""
    try:
        stored = json.loads((state / NAME).read_bytes())
        if stored["version"] != VERSION or stored["output"] != str(output):
            return Manifest()
        files = {str(path): Printed(str(row[0]), int(row[1]), int(row[2])) for path, row in stored["files"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return Manifest()
    return Manifest(files)


def write(state: Path, output: Path, entries: Iterable[Entry]) -> None:
    """Write down what is now in ``output``, in one step."""
    put_down(state, output, stamped(output, {entry.path: entry.digest for entry in entries}))


def amend(state: Path, output: Path, known: Mapping[str, Printed], digests: Mapping[str, str]) -> None:
    """Write down what is now in ``output`` where only a few files have changed: ``digests`` are those, ``known`` the
    rest."""
    put_down(state, output, {**known, **stamped(output, digests)})


def stamped(output: Path, digests: Mapping[str, str]) -> dict[str, Printed]:
    """What is written down of some files in ``output``."""
    return {path: stamp(digest, f"{output}/{path}") for path, digest in digests.items()}


def put_down(state: Path, output: Path, rows: Mapping[str, Printed]) -> None:
    """Write it down in one step. Raises OSError."""
    stored = {
        "version": VERSION,
        "output": str(output),
        "files": {path: [printed.digest, printed.size, printed.time] for path, printed in sorted(rows.items())},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    write_cache(state / NAME, text.encode("utf-8", "surrogatepass"))
