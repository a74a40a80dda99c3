"""Pages that are printed while others are still being planned.

One process plans a site, page after page, and many print it. A page is all that its template receives, so it can be
handed over as soon as it is known; what is planned later decides only whether the page is wanted at all. If another
page takes its path after all (`entries.Entries`), that one is printed over it at the end.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.site.entries import Entry, fold
from copydesk.site.hands import BATCH, Hands, give_way
from copydesk.site.printing.manifest import Manifest
from copydesk.site.printing.parcels import Packing
from copydesk.site.printing.rendering import Compiled, Kit, Quire, compiled, print_quire, take


@dataclass(slots=True)
class Ahead:
    """Hands pages over to the processes that print them, a quire at a time. ``kit`` is what these need, ``None`` where
    they cannot; ``known`` what the site in place was made from, pages of which need no printing."""

    stage: Path
    hands: Hands
    kit: Kit | None
    known: Manifest
    given: list[tuple[Quire, Future[None]]] = field(default_factory=list)
    """What was handed over."""
    fault: Exception | None = None
    """Why no more is handed over: a disk that is full, no room for a process. It is told once all is planned, where
    faults of printing are."""
    _printed: dict[str, Entry] = field(default_factory=dict)
    """The pages that were handed over, by their folded paths: two that fold alike may be one file."""
    _waiting: dict[str, Entry] = field(default_factory=dict)
    _packing: Packing = field(default_factory=Packing)
    _folders: set[str] = field(default_factory=set)
    _compiled: Compiled | None = None

    def prepare(self) -> None:
        """Compile the templates for all processes, while these are still busy with something else."""
        if self.kit is not None:
            self._compiled = compiled(self.kit)

    def is_data(self, entry: Entry) -> bool:
        """Whether another process can print an entry, and no plugin waits for a signal about it."""
        return self.kit is not None and entry.sheet is not None and entry.announce is None

    def take(self, entry: Entry) -> None:
        """Note an entry that is known; hand over those that wait as soon as there are enough."""
        self._waiting.pop(fold(entry.path), None)
        if self.is_data(entry) and not self.known.has(entry) and not self.stands_in_the_way(entry):
            self._waiting[fold(entry.path)] = entry
            if len(self._waiting) >= BATCH and self.fault is None and self.hands.are_worth(len(self._waiting)):
                self._hand_over_waiting()

    def _hand_over_waiting(self) -> None:
        try:
            self.hand_over(list(self._waiting.values()))
        except (OSError, CopydeskError, BrokenExecutor) as error:
            self.fault = error
        self._waiting.clear()

    def hand_over(self, pages: list[Entry]) -> None:
        """Give pages to the processes to be printed into the stage."""
        self.make_folders(pages)
        self._printed.update((fold(entry.path), entry) for entry in pages)
        if self._compiled is not None:
            self.hands.tell(take, self._compiled)
            self._compiled = None
        self.given += self.hands.give(print_aside, self._quires(pages))

    def has(self, entry: Entry) -> bool:
        """Whether an entry was handed over."""
        return self._printed.get(fold(entry.path)) is entry

    def stands_in_the_way(self, entry: Entry) -> bool:
        """Whether another entry was handed over that has the same file (where case does not count)."""
        return fold(entry.path) in self._printed and not self.has(entry)

    def unwanted(self, wanted: Collection[str]) -> list[str]:
        """The paths of what was handed over and is not ``wanted``."""
        return [entry.path for entry in self._printed.values() if entry.path not in wanted]

    def make_folders(self, entries: Iterable[Entry]) -> None:
        """The folders of some entries, in the stage."""
        for folder in sorted({posixpath.dirname(entry.path) for entry in entries} - self._folders):
            (self.stage / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)

    def _quires(self, pages: list[Entry]) -> Iterator[Quire]:
        for start in range(0, len(pages), BATCH):
            lot = pages[start : start + BATCH]
            leaves = tuple((entry.path, entry.sheet) for entry in lot if entry.sheet is not None)
            if self.kit is not None:
                yield Quire(self.kit, str(self.stage), leaves, self._packing)


def print_aside(quire: Quire) -> None:
    """Print a quire in a process that helps. Raises OSError."""
    give_way()
    print_quire(quire)
