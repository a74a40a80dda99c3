"""The clock jumps back and ahead, between builds and in their midst: nothing that was told is told otherwise.

Each build comes after a change and has a clock of its own, and none is told the time by ``SOURCE_DATE_EPOCH``. No GUID
goes, no story's published date moves, none is updated earlier than before or at the moment of another, a hand edit
stays, and what was built from what stood is what is built from nothing at the same time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from torture.desk import ROOT, change, guids, make_desk, run, tree
from torture.same_bytes import ELSEWHERE
from torture.table import Experiment, Row, Scale

DAYS = {Scale.SLICE: (400, -400), Scale.WHOLE: (0, 400, -400, 1, -1, 4000, 0, -4000, 30, 31, -9000, 0)}
"""How far from now the clock of each build is."""

LEAPS = {Scale.SLICE: 0, Scale.WHOLE: 12}
"""Builds in which it jumps by up to 400 days every 20 ms."""


@dataclass(frozen=True)
class Told:
    """What the feeds say of a story: its words' digest, when it was published, when it changed, as the register has
    them."""

    digest: str
    published: str
    updated: str


def every_jump(scale: Scale, folder: Path) -> Row:
    """Builds at other times, then builds in which the time changes."""
    site = make_desk(folder / "site", 3)
    lost = list(built(site, 0, "the first"))
    turns = [(f"{days} days", {"TORTURE_DAYS": str(days)}) for days in DAYS[scale]]
    turns += [(f"leaps {number}", {"TORTURE_LEAPS": str(number + 1)}) for number in range(LEAPS[scale])]
    for number, (name, clock) in enumerate(turns, 1):
        before, known = register(site), guids(site)
        change(site, number)
        lost += [f"{name}: {fault}" for fault in built(site, number, name, **clock)]
        lost += [f"{name}: {fault}" for fault in moved(before, register(site))]
        lost += [f"{name}: a GUID is lost"] if known - guids(site) else []
        if "TORTURE_DAYS" in clock and scale is Scale.WHOLE:
            lost += [f"{name}: {fault}" for fault in otherwise(site, clock)]
    lost += [f"afterwards: {fault}" for fault in built(site, 0, "afterwards")]
    lost += [f"afterwards: {fault}" for fault in otherwise(site, {})]
    return Row(len(turns), tuple(lost), told(register(site)))


def built(site: Path, number: int, name: str, **clock: str) -> Iterator[str]:
    """Build at a time; what is wrong with how it ended and what it left of a hand's words."""
    code, printed = run(site, environment=surroundings(clock))
    if code or "Traceback" in printed:
        yield f"{name} ends with {code}: {printed[-300:]}"
    words = b"".join(story.read_bytes() for story in (site / "content").rglob("*lighthouse*.md"))
    if any(f"Added by hand, {each}.".encode() not in words for each in range(1, number + 1)):
        yield "a hand edit is lost"


def surroundings(clock: Mapping[str, str]) -> dict[str, str]:
    """The environment of a build that asks a clock."""
    return {"SOURCE_DATE_EPOCH": "", "PYTHONPATH": f"{ELSEWHERE}:{ROOT / 'plugins'}", **clock}


def register(site: Path) -> dict[str, Told]:
    """What the feeds have said of every story."""
    lines = (site / "content/ledger/feeds.tsv").read_text("utf-8").splitlines()[1:]
    return {guid: Told(*values[:3]) for guid, *values in (line.split("\t") for line in lines)}


def moved(before: Mapping[str, Told], now: Mapping[str, Told]) -> Iterator[str]:
    """What a build says otherwise than the one before it that it may not."""
    for guid, told in before.items():
        new = now.get(guid)
        if new is None:
            yield f"{guid} is forgotten"
        elif new.published != told.published:
            yield f"{guid} was published on {told.published}, now {new.published}"
        elif new.digest == told.digest and new.updated != told.updated:
            yield f"{guid} did not change and is updated on {new.updated}"
        elif new.digest != told.digest and new.updated <= told.updated:
            yield f"{guid} changed and is updated on {new.updated}, not after {told.updated}"
    if len({told.updated for told in now.values()}) != len(now):
        yield "two stories are updated at one moment"


def otherwise(site: Path, clock: Mapping[str, str]) -> Iterator[str]:
    """The pages that are not what a build from nothing makes at the same time."""
    before = tree(site / "output")
    for part in ("output", ".copydesk"):
        shutil.rmtree(site / part)
    yield from built(site, 0, "from nothing", **clock)
    after = tree(site / "output")
    yield from (
        f"{path} is not as made from nothing"
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    )


def told(rows: Mapping[str, Told]) -> str:
    """The control: a story that is updated earlier than before, and one that is published at another time, are told."""
    guid, row = next(iter(rows.items()))
    earlier = Told("another", row.published, "0001-01-01T00:00:00+00:00")
    later = Told(row.digest, "9999-01-01T00:00:00+00:00", row.updated)
    assert list(moved({guid: row}, {guid: earlier}))
    assert list(moved({guid: row}, {guid: later}))
    return f"{len(rows)} stories; one updated earlier and one published otherwise are told"


EXPERIMENTS = (Experiment("clock: back and ahead, between builds and in their midst", every_jump),)
