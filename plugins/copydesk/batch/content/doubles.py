"""Story files under one GUID: a copy from which a curator began another story, or a name that somebody took.

Subscribers know a story by its GUID, so only one file may have it: the one that the ledger names, or the first where
there is no ledger. A build leaves the others out, and names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from copydesk.batch.files import read_if_there
from copydesk.errors import LedgerError
from copydesk.writing.ledgers.ledger import parse_entry

ADVICE = "If it is another story, take its line guid out; if it is the same, keep one of the two files."


def doubles(guid: str, paths: Iterable[str], ledger: Path) -> Mapping[str, str]:
    """The files to leave out among those with one GUID, each with the file that keeps it; paths are below the content
    folder."""
    ordered = sorted(set(paths))
    owner = next((path for path in _recorded(guid, ledger) if path in ordered), ordered[0])
    return {path: owner for path in ordered if path != owner}


def _recorded(guid: str, ledger: Path) -> Iterator[str]:
    """The paths under which the ledger knows a story, now and earlier."""
    name = f"{guid.removeprefix('urn:uuid:')}.txt"
    try:
        text = read_if_there(ledger / name) if name.isprintable() and "/" not in name else None
        entry = parse_entry(text, name) if text is not None else None
    except (LedgerError, OSError):
        return
    if entry is not None and entry.guid == guid:
        yield from (entry.path, *entry.was)
