"""What the story files said when they were last read, so that only those that changed are read again.

A table in the state folder: a line that names its format, one with the checksum of the rest, one with what it was made
under, then a line of JSON for each file. The words of the stories stand on a `Shelf` beside it. Both are data and never
code; where they are missing, damaged or of other rules, stories are read. A file counts as unchanged while its size
and times are the same; if they are not, its bytes decide, so that a fresh clone reads nothing anew. The times of a file
that was written just before it was read say nothing, and are not kept.
"""

from __future__ import annotations

import json
import logging
import os
import zlib
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path

from copydesk.errors import StoryFileError
from copydesk.site.hands import BATCH, Hands, taken
from copydesk.site.lots import UNSETTLED, Found, Lot, Stamp, read, read_lot, stamp_of
from copydesk.site.readings import Head, Packed, Packet, Reading, head_of, key_of, record_from
from copydesk.site.shelf import Place, Shelf, new_shelf, open_shelf, rewritten

logger = logging.getLogger(__name__)

NAME = "stories.jsonl"
MAGIC = b"copydesk stories 3\n"

FACE, WHOLE = (tuple(field.name for field in fields(Head)).index(name) for name in ("teaser_key", "key"))
"""Where in a head the digests stand by which words are believed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a story file: its stamp, the digest of its bytes, the head of its reading, and where its face
    and, right behind it, its record stand. ``line`` says all that in the table, empty where it is to be written."""

    stamp: Stamp
    digest: str
    head: Packed
    place: Place
    face: int
    """How many of the bytes at the place are the face."""
    line: bytes = b""

    def row(self, name: str) -> bytes:
        """The line of the table."""
        if self.line:
            return self.line
        row = (name, self.stamp, self.digest, self.head, self.place, self.face)
        return json.dumps(row, separators=(",", ":")).encode("ascii") + b"\n"


@dataclass(slots=True)
class Memory:
    """The readings of one build. ``frame`` is the digest of all that reading depends on beside the files."""

    frame: str
    state: Path
    shelf: Shelf
    _known: dict[str, Kept] = field(default_factory=dict)
    _current: dict[str, Kept] = field(default_factory=dict)
    _lot: Lot | None = None
    fresh: int = 0
    """How many files had to be read anew, for those who count."""

    def head(self, name: str) -> Head | None:
        """What is known of a file without opening it, ``None`` for one that was not looked at or could not be used."""
        kept = self._current.get(name)
        try:
            return head_of(kept.head) if kept else None
        except (ValueError, TypeError, LookupError, RecursionError):  # data of another form, whoever wrote it
            return None

    def of(self, name: str) -> Reading | None:
        """The reading of a file, likewise."""
        head = self.head(name)
        return Reading(record_from(self.record(name)), head.status, head.dated, head.alt) if head else None

    def face(self, name: str) -> bytes:
        """The face of a story as data."""
        kept = self._current[name]
        face = self.shelf.get((kept.place[0], kept.face))
        return face if key_of(face) == kept.head[FACE] else self._anew(name).face

    def record(self, name: str) -> bytes:
        """The record of a story as data."""
        kept = self._current[name]
        data = self.shelf.get(kept.place)
        face, record = data[: kept.face], data[kept.face :]
        return record if key_of(face, record) == kept.head[WHOLE] else self._anew(name).record

    def _anew(self, name: str) -> Packet:
        """What a file says whose words were damaged on the shelf. Raises StoryFileError where it says something else
        by now."""
        found = read(self._lot, name, None) if self._lot else None
        if found is None or found.packet is None or found.packet.head[WHOLE] != self._current[name].head[WHOLE]:
            raise StoryFileError(name, "changed while the site was built", "Build again.")
        return found.packet

    def look_at(self, lot: Lot, hands: Hands) -> None:
        """Find out what the files say, reading those that have changed."""
        self._lot = replace(lot, files=())
        waiting = []
        for name, _ in lot.files:
            kept = self._known.get(name)
            if kept and kept.stamp != UNSETTLED and kept.stamp == stamp_of(f"{lot.content}/{name}", lot.now):
                self._current[name] = kept
            else:
                waiting.append((name, bytes.fromhex(kept.digest) if kept else None))
        lots = [replace(lot, files=tuple(waiting[at : at + BATCH])) for at in range(0, len(waiting), BATCH)]
        found = taken(read_lot, hands.give(read_lot, lots)) if hands.are_worth(len(waiting)) else map(read_lot, lots)
        for (name, _), each in zip(waiting, chain.from_iterable(found), strict=True):
            self._keep(name, each)

    def _keep(self, name: str, found: Found | None) -> None:
        if found is None:
            return
        if found.packet is None:
            self._current[name] = replace(self._known[name], stamp=found.stamp, line=b"")
            return
        self.fresh += 1
        place = self.shelf.put(found.packet.face + found.packet.record)
        self._current[name] = Kept(found.stamp, found.digest.hex(), found.packet.head, place, len(found.packet.face))

    def save(self) -> None:
        """Write down what is known now, in one step, if it has changed."""
        if self._current == self._known:
            return
        if self.shelf.is_worn(sum(kept.place[1] for kept in self._current.values())):
            self._tidy()
        first = json.dumps((self.frame, self.shelf.mark)).encode("ascii") + b"\n"
        rest = b"".join((first, *(kept.row(name) for name, kept in self._current.items())))
        temporary = self.state / f"{NAME}.new"
        try:
            self.shelf.flush()
            temporary.write_bytes(MAGIC + b"%d\n" % zlib.crc32(rest) + rest)
            os.replace(temporary, self.state / NAME)
        except OSError as error:
            logger.info("%s could not be written (%s)", NAME, error.strerror)

    def close(self) -> None:
        """Nothing more is asked of it."""
        self.shelf.close()

    def _tidy(self) -> None:
        places = [kept.place for kept in self._current.values()]
        self.shelf, moved = rewritten(self.shelf, places, self.state)
        for (name, kept), place in zip(tuple(self._current.items()), moved, strict=True):
            self._current[name] = replace(kept, place=place, line=b"")


def open_memory(state: Path, frame: str) -> Memory:
    """What is known from the last build; nothing where that cannot be believed or was read under another frame."""
    try:
        data = (state / NAME).read_bytes()
        magic, checksum, rest = data[: len(MAGIC)], *data[len(MAGIC) :].split(b"\n", 1)
        if magic != MAGIC or int(checksum) != zlib.crc32(rest):
            return Memory(frame, state, new_shelf(state))
        first, *lines = rest.splitlines(keepends=True)
        known, mark = json.loads(first)
        shelf = open_shelf(state, mark) if known == frame else None
        if shelf is not None:
            return Memory(frame, state, shelf, dict(map(_kept, lines)))
    except (OSError, ValueError, TypeError, RecursionError):
        pass
    return Memory(frame, state, new_shelf(state))


def _kept(line: bytes) -> tuple[str, Kept]:
    """What a line of the table says."""
    name, stamp, digest, head, place, face = json.loads(line)
    return name, Kept(tuple(stamp), digest, head, tuple(place), face, line)
