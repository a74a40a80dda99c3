"""The register of editions: which edition each story came out in, so that an edition that is out stays as it is.

One committed text file, ``content/ledger/editions.tsv``, one line a story, ordered by GUID so that two branches seldom
touch the same line; behind a story that joined an edition that was out already stands when it did::

    urn:uuid:6f0c9c1e-…	2026-W20
    urn:uuid:b26e388f-…	2026-W20	2026-05-16T07:00:00+00:00

A curator may write another edition behind a story, or take its line out: then it is placed as if it had just come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from copydesk.batch.files import read_if_there, write_below
from copydesk.errors import LedgerError
from copydesk.settings import Settings
from copydesk.writing.ledgers.register import Row

NAME = "editions.tsv"

NOWHERE = "-"
"""What stands for the edition of a story that is in none, because it came in with too many others as old."""

ADVICE = "Restore it from version control; without it editions that are out take in stories of their days."


@dataclass(frozen=True, slots=True)
class Issued:
    """The key of each story's edition, and when those joined it that came in later, both by GUID."""

    editions: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, datetime] = field(default_factory=dict)

    def changed(self, told: Mapping[str, Row]) -> dict[str, datetime]:
        """When each edition last changed, by key: with the words of a story, as one was withdrawn, as one joined."""
        found: dict[str, datetime] = {}
        for guid, key in self.editions.items():
            moments = (told[guid].updated if guid in told else None, self.joined.get(guid), found.get(key))
            if known := [moment for moment in moments if moment is not None]:
                found[key] = max(known)
        return found


def path_of(settings: Settings) -> Path:
    """Where the register of a site is kept."""
    return settings.ledger / NAME


def read(settings: Settings) -> Issued:
    """The register of a site; an empty one where there is none. Raises LedgerError."""
    return parse(read_if_there(path_of(settings)) or "", f"ledger/{NAME}")


def parse(text: str, subject: str) -> Issued:
    """The register in a file's text. Raises LedgerError, with ``subject`` and the line, where it cannot be read."""
    editions: dict[str, str] = {}
    joined: dict[str, datetime] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not any(cells):
            continue
        if len(cells) not in (2, 3) or not all(cells):
            raise LedgerError(subject, f"line {number} has no story and edition with a tab between them", ADVICE)
        editions[cells[0]] = cells[1]
        if len(cells) == 3:
            joined[cells[0]] = instant(cells[2], f"{subject}, line {number}")
    return Issued(editions, joined)


def instant(text: str, subject: str) -> datetime:
    """A moment with its zone. Raises LedgerError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise LedgerError(subject, f"{text[:40]!r} is no moment with a zone", ADVICE)
    return moment


def record(settings: Settings, before: Issued, after: Issued) -> None:
    """Write the register where it changed."""
    if after != before:
        write_below(settings.content, path_of(settings), "".join(lines_of(after)))


def lines_of(issued: Issued) -> Iterable[str]:
    """The lines of a register, in the order of the GUIDs."""
    for guid, key in sorted(issued.editions.items()):
        moment = issued.joined.get(guid)
        yield f"{guid}\t{key}\t{moment.isoformat()}\n" if moment else f"{guid}\t{key}\n"
