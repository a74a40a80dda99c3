"""Everything that goes into ``output/``, as values: where it goes, a digest of all it depends on, how to render it.

Entries are collected while Pelican's generators run; nothing is rendered before all are known. A path that would leave
the output, or that no file system takes, is refused here, whoever asks for it.
"""

from __future__ import annotations

import hashlib
import logging
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from copydesk.frozen import value

logger = logging.getLogger(__name__)

LONGEST_NAME = 255
"""Bytes of a file name that common file systems take (NAME_MAX)."""


class Making(Protocol):
    """What a template receives, to be made where it is rendered."""

    def made(self) -> Mapping[str, object]:
        """The values by name."""


@value(frozen=True, slots=True)
class Sheet:
    """A page as data: its template's name, and what that receives or how that is made; ``basis`` is the digest of what
    it depends on beside its values."""

    template: str
    values: Mapping[str, object] | Making
    basis: str = ""


@value(frozen=True, slots=True)
class Entry:
    """A file of the site. ``path`` is relative with POSIX separators; two entries with one ``digest`` have the same
    bytes; ``announce`` is called with the written file, for plugins that listen; ``sheet`` is all that is needed,
    as data, where a process of its own may render it, and ``render`` is then given its values; ``feed`` is the frozen
    value of a feed, and ``pieces`` what its file consists of, one behind the other, for what is too long to be joined
    first."""

    path: str
    digest: str
    render: Callable[..., bytes]
    announce: Callable[[Path], None] | None = None
    sheet: Sheet | None = None
    feed: object | None = None
    pieces: Callable[[], Sequence[bytes]] | None = None

    def parts(self) -> Sequence[bytes]:
        """Its bytes, in one piece or in several."""
        if self.pieces is not None:
            return self.pieces()
        return (self.render(self.sheet.values) if self.sheet else self.render(),)


class PathRefusedError(ValueError):
    """A path that is not a file inside the output."""


@dataclass(slots=True)
class Entries:
    """The entries of one build, by path. What is asked for twice is kept once, the way Pelican's writer decides it: an
    override replaces what was there and stays; otherwise the first stays and the second is reported."""

    _entries: dict[str, Entry] = field(default_factory=dict)
    _taken: dict[str, str] = field(default_factory=dict)
    _overrides: set[str] = field(default_factory=set)
    _folders: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, path: str) -> bool:
        return fold(path) in self._taken

    def add(self, entry: Entry, *, override: bool = False) -> bool:
        """Whether the entry was taken. A refused path is reported and left out: one page never stops the others."""
        try:
            key = fold(checked(entry.path))
        except PathRefusedError as error:
            logger.error("%s is not written: %s", shown(entry.path), error)
            return False
        if key in self._overrides or not self._free(key, entry.path, override):
            return False
        if override:
            self._overrides.add(key)
            self._entries.pop(self._taken.get(key, entry.path), None)
        self._taken[key] = entry.path
        self._folders.update(self._new_folders(key))
        self._entries[entry.path] = entry
        return True

    def _free(self, key: str, path: str, override: bool) -> bool:
        """Whether nothing stands at the path, nor a folder, nor a file where the path needs a folder."""
        if key in self._taken and not override:
            logger.error("%s is wanted by two pages; the first is kept", shown(path))
            return False
        if key in self._folders or any(folder in self._taken for folder in self._new_folders(key)):
            logger.error("%s is not written: a file and a folder of the site would have one name", shown(path))
            return False
        return True

    def _new_folders(self, key: str) -> list[str]:
        """The folders a path needs that are not known yet; a known one is no file, nor is any above it."""
        found = []
        folder = key.rpartition("/")[0]
        while folder and folder not in self._folders:
            found.append(folder)
            folder = folder.rpartition("/")[0]
        return found


def checked(path: str) -> str:
    """``path`` if it names a file inside the output; raises PathRefusedError if not."""
    parts = path.split("/")
    if not path or any(part in ("", ".", "..") for part in parts):
        raise PathRefusedError("it is not a path inside the output")
    # What is printable has neither; the letters are looked at one by one only in the few other paths.
    odd = not path.isprintable() and any(unicodedata.category(character) in ("Cc", "Cs") for character in path)
    if "\\" in path or odd:
        raise PathRefusedError("it has characters that no path should have")
    if any(len(part.encode()) > LONGEST_NAME for part in parts):
        raise PathRefusedError(f"a name in it is longer than {LONGEST_NAME} bytes")
    return path


def fold(path: str) -> str:
    """What two paths have in common that are one file on some systems (macOS, Windows)."""
    folded = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
    return path if folded == path else folded  # nearly all are, and each of these is kept once


def shown(path: str) -> str:
    """A path as it may stand in a message: one line, not too long."""
    printable = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in path)
    return printable if len(printable) <= 120 else printable[:119] + "…"


def digest_of(*parts: object) -> str:
    """A digest of values whose ``repr`` says all of them: strings, numbers, tuples and frozen values of those."""
    sha = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big"))
        sha.update(data)
    return sha.hexdigest()
