"""Story files under one GUID: a copy from which a curator began another story, or a name that somebody took.

A GUID is whom subscribers know a story by, so there can be one. It is the file's that the ledger names, and without a
ledger the first one's; the others are left out of a build, and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from copydesk.batch.files import read_if_there
from copydesk.errors import LedgerError
from copydesk.writing.ledgers.ledger import parse_entry

ADVICE = "If it is another story, take its line guid out; if it is the same, keep one of the two files."


def doubles(guid: str, paths: Iterable[str], ledger: Path) -> Mapping[str, str]:
    """Of story files under one GUID, those that are left out, with the one whose GUID it is: paths below the content
    folder."""
    ordered = sorted(set(paths))
    owner = next((path for path in _recorded(guid, ledger) if path in ordered), ordered[0])
    return {path: owner for path in ordered if path != owner}


def _recorded(guid: str, ledger: Path) -> Iterator[str]:
    """Where the ledger says that a story stands, and stood."""
    name = f"{guid.removeprefix('urn:uuid:')}.txt"
    try:
        text = read_if_there(ledger / name) if name.isprintable() and "/" not in name else None
        entry = parse_entry(text, name) if text is not None else None
    except (LedgerError, OSError):
        return
    if entry is not None and entry.guid == guid:
        yield from (entry.path, *entry.was)
