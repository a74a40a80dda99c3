"""The prints of the stories on the shelf, made once from each version of a story and remembered in the state folder.

Like the memory of seeds they may be lost or damaged at any time: the next run makes them anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from copydesk import kinship
from copydesk.batch.files import bytes_of, read_if_there, write_cache
from copydesk.kinship.prints import SLOT, SLOTS, Print, print_of, shared
from copydesk.settings import Settings
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.storyfile import parse

NAME = "prints.json"


def prints_of(settings: Settings, entries: Sequence[Entry], *, remembered: bool) -> dict[str, Print]:
    """The print of each story by its GUID, from what was last generated; new ones are ``remembered``."""
    known = recall(settings)
    prints = {entry.digest: known.get(entry.digest) or made(entry) for entry in entries}
    if remembered and prints.keys() != known.keys():
        rows = {digest: _row(each) for digest, each in prints.items()}
        write_cache(settings.state / NAME, bytes_of(json.dumps({"basis": basis(), "prints": rows}, ensure_ascii=False)))
    return {entry.guid: prints[entry.digest] for entry in entries}


def made(entry: Entry) -> Print:
    """The print of one version of a story."""
    file = parse(entry.base, entry.path)
    day = file.date.day if file.date else entry.first_seen.date()
    return print_of(file.title, file.body, file.lang or "", day, file.source_url)


def recall(settings: Settings) -> dict[str, Print]:
    """The prints remembered, by the digest of what they were made from; none where they were made another way."""
    try:
        stored = json.loads(read_if_there(settings.state / NAME) or "{}")
        rows = stored["prints"] if stored.get("basis") == basis() else {}
        return {str(digest): _print(row) for digest, row in rows.items()}
    except (ValueError, TypeError, KeyError, AttributeError, OSError, RecursionError):
        return {}


def basis() -> str:
    """The digest of all that decides what a print is and what follows from it."""
    folder = Path(kinship.__file__).parent
    total = hashlib.sha256(version("rensa").encode())
    for path in (*sorted(folder.glob("*.py")), folder.parent / "text.py"):
        total.update(path.read_bytes())
    return total.hexdigest()


def _row(each: Print) -> list[object]:
    return [each.signature.hex(), each.terms, each.headline, each.language, each.day.isoformat(), each.told_at]


def _print(row: list[object]) -> Print:
    signature, terms, headline, language, day, told_at = row
    slots = bytes.fromhex(str(signature))
    if len(slots) not in (0, SLOTS * SLOT) or not isinstance(terms, list) or not isinstance(headline, list):
        raise ValueError
    read = Print(slots, (), (), str(language), date.fromisoformat(str(day)), str(told_at))
    return replace(read, terms=shared(map(str, terms)), headline=shared(map(str, headline)))
