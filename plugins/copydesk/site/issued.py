"""The register of editions: which edition each story came out in, so that an edition that is out stays as it is.

One committed text file, ``content/ledger/editions.tsv``, one line a story, ordered by GUID so that two branches seldom
touch the same line::

    urn:uuid:6f0c9c1e-…	2026-W20

A curator may write another edition behind a story, or take its line out: then it is placed as if it had just come in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copydesk.batch.files import read_if_there, write_below
from copydesk.errors import LedgerError
from copydesk.settings import Settings

NAME = "editions.tsv"

NOWHERE = "-"
"""What stands for the edition of a story that is in none, because it came in with too many others as old."""

ADVICE = "Restore it from version control; without it editions that are out take in stories of their days."


def path_of(settings: Settings) -> Path:
    """Where the register of a site is kept."""
    return settings.ledger / NAME


def read(settings: Settings) -> dict[str, str]:
    """The key of each story's edition, by GUID; nothing where there is no register. Raises LedgerError."""
    return parse(read_if_there(path_of(settings)) or "", f"ledger/{NAME}")


def parse(text: str, subject: str) -> dict[str, str]:
    """The same from the file's text. Raises LedgerError naming file and line where one cannot be read."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        guid, _, key = line.partition("\t")
        if line.strip():
            if not guid.strip() or not key.strip():
                raise LedgerError(subject, f"line {number} has no story and edition with a tab between them", ADVICE)
            found[guid.strip()] = key.strip()
    return found


def record(settings: Settings, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write the register where it changed."""
    if after != before:
        lines = (f"{guid}\t{key}\n" for guid, key in sorted(after.items()))
        write_below(settings.content, path_of(settings), "".join(lines))
