"""What each raw file shows before it is cleaned: signs of whose page it is, and its lines. A first pass over the seeds,
kept in the state folder by digest, so that a seed is read for it once.

The memory is believed only where our own code is what it was; one that is damaged or absent costs reading again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.batch.files import bytes_of, read_if_there, write_cache
from copydesk.batch.processes.fences import Fence
from copydesk.batch.processes.workers import Loss, Work
from copydesk.batch.recurring.recurrence import lines_of
from copydesk.batch.recurring.signs import Signs
from copydesk.batch.seeds.cleaning import fence_of
from copydesk.batch.seeds.memory import rules_digest
from copydesk.model import Limits, RawDocument
from copydesk.settings import Settings

KEY, ENTRY = 12, 14
"""Hex digits of a line's key, and of the key with the line's number of words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a raw file shows: signs of its publisher, and the keys of its lines with the words of each."""

    signs: Signs
    words: Mapping[str, int]


NOTHING = Shown(Signs(), {})


@dataclass(frozen=True, slots=True)
class Reading:
    """A raw file to be looked at."""

    raw: RawDocument
    limits: Limits


def show(reading: Reading) -> Shown:
    """What a raw file shows; nothing where it cannot be read, which cleaning it will say."""
    # The readers are heavy to import, and a process that reads nothing itself does not need them.
    from copydesk import intake
    from copydesk.batch.recurring.whose import signs_of

    try:
        drafts = intake.read(reading.raw, reading.limits)
        return Shown(signs_of(drafts), lines_of(drafts))
    except Exception:  # noqa: BLE001  # whatever is wrong with the file is reported when it is cleaned
        return NOTHING


def lost(_: Reading, __: Loss) -> Shown:
    """What a raw file shows that takes too much, or ends the process reading it."""
    return NOTHING


def fence(reading: Reading) -> Fence:
    """What looking at a raw file may take."""
    return fence_of(reading.limits, len(reading.raw.data))


SHOWING = Work(show, lost, fence)
"""The first pass as work for several processes."""


def recall_shown(settings: Settings) -> dict[str, Shown]:
    """What is remembered, by digest of the raw file; nothing where the memory is another code's or cannot be read."""
    try:
        stored = json.loads(read_if_there(settings.state / "shown.json") or "{}")
        if stored.get("rules") != rules_digest():
            return {}
        return {sha: _shown(entry) for sha, entry in stored["seeds"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, OSError, RecursionError):
        return {}


def remember_shown(settings: Settings, shown: Mapping[str, Shown]) -> None:
    """Keep what the raw files show."""
    seeds = {sha: _plain(one) for sha, one in sorted(shown.items())}
    write_cache(settings.state / "shown.json", bytes_of(json.dumps({"rules": rules_digest(), "seeds": seeds})))


def _plain(shown: Shown) -> list[Any]:
    lines = "".join(f"{key}{words:02x}" for key, words in shown.words.items())
    return [list(shown.signs.hosts), list(shown.signs.names), list(shown.signs.head), lines]


def _shown(stored: Iterable[Any]) -> Shown:
    hosts, names, head, lines = stored
    entries = (lines[at : at + ENTRY] for at in range(0, len(lines), ENTRY))
    signs = Signs(tuple(map(str, hosts)), tuple(map(str, names)), tuple(map(str, head)))
    return Shown(signs, {entry[:KEY]: int(entry[KEY:], 16) for entry in entries})
