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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any

from copydesk.errors import StoryFileError
from copydesk.frozen import value
from copydesk.site import store, tables
from copydesk.site.hands import BATCH, Hands
from copydesk.site.store import Store
from copydesk.site.stories.lots import UNSETTLED, Found, Lot, Stamp, read, read_lot, stamp_of
from copydesk.site.stories.readings import Head, Packet, Reading, head_of, key_of, record_from
from copydesk.site.stories.shelf import Loan, Place, Shelf, new_shelf, open_shelf, rewritten
from copydesk.site.tables import Table

logger = logging.getLogger(__name__)

NAME = "stories.jsonl"
MAGIC = b"copydesk stories 5\n"

_HEAD = tuple(field.name for field in fields(Head))
FACE, WHOLE = _HEAD.index("teaser_key"), _HEAD.index("key")
"""Where in a head the digests stand by which words are believed."""

LOOK = _HEAD.index("face_key")
"""Where the digest stands of what lists show."""


Line = list[Any]
"""A line of the table: the name of a file, its stamp, the digest of its bytes in hexadecimal, where the face of its
reading and right behind it the record stand on the shelf, how many of these bytes are the face, and the head."""


@value(frozen=True, slots=True)
class Kept:
    """What is known of a story file: see `Line`. ``keys`` are the digests of its face and of its record; the rest of
    its head stands in the ``line`` as it is written, which is large, is asked for once, and so is put aside. The stamp
    and the digest of the file are at hand where this build has not read it itself."""

    stamp: Stamp
    digest: bytes
    place: Place
    face: int
    keys: tuple[str, str]
    line: store.Kept


STAMP, PLACE = 1, 3
"""Where in a line what may change stands."""


def line_of(name: str, found: Found, place: Place, packet: Packet) -> bytes:
    """The line of a file that was read, into which its head is put as it is."""
    told = tables.line_of([name, found.stamp, found.digest.hex(), place, len(packet.face)])
    return told.removesuffix(b"]\n") + b"," + packet.head + b"]\n"


@value(frozen=True, slots=True)
class Lent:
    """The face of a story, or face and record, for another process: ``face`` is how many bytes are the face, ``key``
    the digest of all."""

    loan: Loan
    face: int
    key: str | None

    def words(self) -> bytes:
        """The record, or the face where that alone is lent. Raises LookupError where they were damaged on the shelf:
        whoever lent them can read them anew."""
        data = self.loan.taken()
        face, record = data[: self.face], data[self.face :]
        is_whole = len(data) == self.loan.place[1]
        if not (is_whole if self.key is None else key_of(face, record) == self.key):
            raise LookupError(self.loan.path)
        return record or face


@dataclass(slots=True)
class Memory:
    """The readings of one build. ``frame`` is the digest of all that reading depends on beside the files."""

    frame: str
    state: Path
    shelf: Shelf
    _known: dict[str, Kept] = field(default_factory=dict)
    _current: dict[str, Kept] = field(default_factory=dict)
    _heads: dict[str, Head] = field(default_factory=dict)
    """The heads that nobody has asked for yet."""
    _aside: Store = field(default_factory=Store)
    """Where the lines are."""
    _lot: Lot | None = None
    fresh: int = 0
    """How many files had to be read anew, for those who count."""
    _own: set[str] = field(default_factory=set)
    """The files whose words this build has put on the shelf itself: these it believes."""
    opened: set[str] = field(default_factory=set)
    """The names of files of which more than the head was read."""

    def recall(self, row: Line, line: bytes) -> None:
        """What the last build has written down of a file."""
        name, stamp, digest, place, face, told = row
        name = intern(name)
        head = self._heads[name] = head_of(told)
        keys, kept = (head.teaser_key, head.key), self._aside.put(line)
        self._known[name] = Kept(tuple(stamp), bytes.fromhex(digest), tuple(place), face, keys, kept)

    def rely_on(self, row: Line, line: bytes) -> None:
        """What the last build has written down of a file that is known to have stayed as it was."""
        self.recall(row, line)
        self._current[row[0]] = self._known[row[0]]

    def line(self, name: str) -> bytes | None:
        """What will be written down of a file, ``None`` for one that could not be used."""
        known = self._current.get(name)
        return self._aside.get(known.line) if known else None

    def head(self, name: str) -> Head | None:
        """What is known of a file without opening it, ``None`` for one that was not looked at or could not be used."""
        line = None if name in self._heads else self.line(name)
        if line is None:
            return self._heads.pop(name) if name in self._current else None
        return head_of(json.loads(line)[-1])

    def of(self, name: str) -> Reading | None:
        """The reading of a file, likewise."""
        head = self.head(name)
        return Reading(record_from(self.record(name)), head.status, head.dated, head.alt) if head else None

    def face(self, name: str) -> bytes:
        """The face of a story as data."""
        known = self._current[name]
        self.opened.add(name)
        face = self.shelf.get((known.place[0], known.face))
        return face if key_of(face) == known.keys[0] else self._anew(name).face

    def record(self, name: str) -> bytes:
        """The record of a story as data."""
        known = self._current[name]
        self.opened.add(name)
        if name in self._own:
            start, size = known.place[0] + known.face, known.place[1] - known.face
            if len(own := self.shelf.get((start, size))) == size:
                return own
        data = self.shelf.get(known.place)
        face, record = data[: known.face], data[known.face :]
        return record if key_of(face, record) == known.keys[1] else self._anew(name).record

    def lent_face(self, name: str) -> Lent:
        """The face of a story for another process."""
        known = self._current[name]
        return Lent(self.shelf.lend((known.place[0], known.face)), known.face, self._key(name, known.keys[0]))

    def lent_record(self, name: str) -> Lent:
        """The record of a story for another process."""
        known = self._current[name]
        return Lent(self.shelf.lend(known.place), known.face, self._key(name, known.keys[1]))

    def _key(self, name: str, key: str) -> str | None:
        """The digest by which words are believed, ``None`` for those this build has put on the shelf itself."""
        return None if name in self._own else key

    def _anew(self, name: str) -> Packet:
        """What a file says whose words were damaged on the shelf. Raises StoryFileError where it says something else
        by now."""
        found = read(self._lot, name, None) if self._lot else None
        if found is None or found.packet is None or found.packet.keys != self._current[name].keys:
            raise StoryFileError(name, "changed while the site was built", "Build again.")
        return found.packet

    def look_at(self, lot: Lot, hands: Hands, meanwhile: Callable[[], None] | None = None) -> None:
        """Find out what the files say, reading those that have changed. Something else is done ``meanwhile`` where
        others read them."""
        self._lot = replace(lot, files=())
        waiting = []
        for file, _ in lot.files:
            name = intern(file)
            known = self._known.get(name)
            if known and known.stamp != UNSETTLED and known.stamp == stamp_of(f"{lot.content}/{name}", lot.now):
                self._current[name] = known
            else:
                waiting.append((name, known.digest if known else None))
        lots = [replace(lot, files=tuple(waiting[at : at + BATCH])) for at in range(0, len(waiting), BATCH)]
        found: Iterable[tuple[Found | None, ...]] = map(read_lot, lots)
        if hands.are_worth(len(waiting)):
            found = hands.taken(read_lot, hands.give(read_lot, lots))
            if meanwhile is not None:
                meanwhile()
        for (name, _), each in zip(waiting, chain.from_iterable(found), strict=True):
            self._keep(name, each)

    def _keep(self, name: str, found: Found | None) -> None:
        if found is None:
            return
        if found.packet is None:
            known = self._known[name]
            if known.stamp != found.stamp:
                known = replace(known, stamp=found.stamp, line=self._line_with(known, STAMP, found.stamp))
            self._current[name] = known
            return
        self.fresh += 1
        packet = found.packet
        place = self.shelf.put(packet.face + packet.record)
        line = self._aside.put(line_of(name, found, place, packet))
        head = self._heads[name] = head_of(json.loads(packet.head))
        keys = (head.teaser_key, head.key)
        self._current[name] = Kept(UNSETTLED, b"", place, len(packet.face), keys, line)
        self._own.add(name)

    def _line_with(self, known: Kept, at: int, value: object) -> store.Kept:
        """The line of a file with another value at a place."""
        row = json.loads(self._aside.get(known.line))
        row[at] = value
        return self._aside.put(tables.line_of(row))

    def save(self) -> None:
        """Write down what is known now, in one step, if it has changed."""
        if self._current == self._known:
            return
        with self._noting_faults():
            if self.shelf.is_worn(sum(known.place[1] for known in self._current.values())):
                self._tidy()
            lines = (self._aside.get(known.line) for known in self._current.values())
            self.shelf.flush()
            tables.lay(self.state / NAME, MAGIC, (self.frame, self.shelf.mark), lines).put()

    def save_within(self, before: Table) -> None:
        """Write down a table that is ``before``, the last build's, with the lines of the files that were read anew."""
        changed = {name: known for name, known in self._current.items() if known is not self._known[name]}
        table = before.with_lines({name: self._aside.get(known.line) for name, known in changed.items()})
        with self._noting_faults():
            self.shelf.flush()
            table.write(self.state / NAME, MAGIC)

    @contextmanager
    def _noting_faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            logger.info("%s could not be written (%s)", NAME, error.strerror)

    def close(self) -> None:
        """Close the shelf; nothing can be read from now on."""
        self.shelf.close()
        self._aside.close()

    def _tidy(self) -> None:
        places = [known.place for known in self._current.values()]
        self.shelf, moved = rewritten(self.shelf, places, self.state)
        for (name, known), place in zip(tuple(self._current.items()), moved, strict=True):
            self._current[name] = replace(known, place=place, line=self._line_with(known, PLACE, place))


def open_memory(state: Path, frame: str) -> Memory:
    """What is known from the last build; nothing where that cannot be believed or was read under another frame."""
    table = tables.read(state / NAME, MAGIC)
    try:
        memory = memory_of(table, state, frame) if table else None
        if table is not None and memory is not None:
            for line in table.lines():
                memory.recall(json.loads(line), line)
            return memory
    except (ValueError, TypeError, LookupError, RecursionError):
        pass
    return Memory(frame, state, new_shelf(state))


def memory_of(table: Table, state: Path, frame: str) -> Memory | None:
    """The memory of a table, of which nothing is recalled yet; ``None`` where it was made under another frame or its
    shelf is gone. Raises ValueError and TypeError where it is no table of stories."""
    known, mark = table.head
    shelf = open_shelf(state, mark) if known == frame else None
    return Memory(frame, state, shelf) if shelf is not None else None
