"""The kin that stories have by their words alone, found when a story is new or changed and remembered until then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from copydesk.batch.files import bytes_of, read_if_there, write_cache
from copydesk.batch.relations.prints import basis, prints_of
from copydesk.kinship.copies import Pair, copies
from copydesk.kinship.events import events
from copydesk.settings import Settings
from copydesk.writing.ledgers.ledger import Entry

NAME = "kin.json"


@dataclass(frozen=True, slots=True)
class Kin:
    """``order`` is every GUID, the earliest first seen first; ``copies`` are near-copies with the earliest they are
    copies of, ``events`` pairs of one event."""

    order: tuple[str, ...]
    copies: tuple[Pair, ...]
    events: tuple[Pair, ...]


def kin_of(settings: Settings, entries: Sequence[Entry], *, remembered: bool) -> Kin:
    """The kin of the stories of the ledger; what is found is ``remembered`` for the next run."""
    parts = sorted(f"{entry.guid} {entry.digest} {entry.first_seen.isoformat()}" for entry in entries)
    key = hashlib.sha256("\n".join((basis(), *parts)).encode()).hexdigest()
    known = recall(settings, key)
    if known is not None:
        return known
    prints = prints_of(settings, entries, remembered=remembered)
    ordered = sorted(entries, key=lambda entry: (entry.first_seen, prints[entry.guid].day, entry.guid))
    order = tuple(entry.guid for entry in ordered)
    kin = Kin(order, tuple(copies(prints, order)), tuple(events(prints, order)))
    if remembered:
        write_cache(settings.state / NAME, bytes_of(json.dumps({"key": key, **asdict(kin)})))
    return kin


def recall(settings: Settings, key: str) -> Kin | None:
    """What was found of just these stories, ``None`` where that is not known."""
    try:
        stored = json.loads(read_if_there(settings.state / NAME) or "{}")
        if stored["key"] != key:
            return None
        pairs = {name: tuple((str(one), str(other)) for one, other in stored[name]) for name in ("copies", "events")}
        return Kin(tuple(map(str, stored["order"])), **pairs)
    except (ValueError, TypeError, KeyError, AttributeError, OSError, RecursionError):
        return None
