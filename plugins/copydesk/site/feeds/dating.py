"""When the feeds say a story was published and last changed, decided against what they said before. Pure.

A story's first dates are its own: when it was published, and when its publisher changed it. From then on only a change
of its words or facts moves ``updated``, and nothing moves ``published``. No two stories have one ``updated``: of two
that would, one is dated a second later (RFC 4287, 4.2.15 leaves the moment to us; validators warn of equal ones).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from copydesk.frozen import value
from copydesk.writing.ledgers.register import GONE, Row

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

UNSEEN = 3600
"""Seconds within which a change is dated that no `make html` has recorded: by its digest, so that every build of the
same content gives the same date."""

OLD = timedelta(days=30)
"""How old a story is that is no news when it comes in."""

SECOND = timedelta(seconds=1)


@value(frozen=True, slots=True)
class Telling:
    """What a build finds of a story that is listed or was withdrawn: its identity, the digest of its words and facts,
    when it was published, when its publisher changed it."""

    guid: str
    digest: str
    published: datetime
    changed: datetime | None = None


@dataclass(slots=True)
class Clock:
    """Gives every story an instant of its own. ``now`` is ``None`` where nothing is recorded: no clock is read then."""

    now: datetime | None
    _taken: set[int] = field(default_factory=set)
    _next: dict[int, int] = field(default_factory=dict)

    def keep(self, moment: datetime) -> None:
        """An instant that is some story's already."""
        self._taken.add(instant(moment))

    def own(self, moment: datetime) -> datetime:
        """The first instant from ``moment`` on that no story has; before it where time ends."""
        start = instant(moment)
        place = self._next.get(start, start)
        while place in self._taken:
            place += 1
        self._next[start] = place + 1
        try:
            found = moment + timedelta(seconds=place - start)
            found.astimezone(UTC)
        except OverflowError:
            found = self._before(moment)
        self.keep(found)
        return found

    def _before(self, moment: datetime) -> datetime:
        while instant(moment) in self._taken:
            moment -= SECOND
        return moment

    def moved(self, row: Row, digest: str) -> datetime:
        """When a story changed whose digest is now another: now, or soon after it last did."""
        if self.now is None:
            return self.own(later(row.updated, 1 + int(digest[:8], 16) % UNSEEN))
        return self.own(max(self.now, later(row.updated, 1)))


def dated(
    known: Mapping[str, Row], tellings: Iterable[Telling], now: datetime | None, most: int | None
) -> dict[str, Row]:
    """The register brought up to date. The order of ``tellings`` does not matter. With ``now`` ``None`` nothing will be
    recorded, and the same content gives the same rows. ``most`` late stories at once are news, with ``None`` all."""
    clock = Clock(now)
    for row in known.values():
        clock.keep(row.updated)
    opened = max((row.month for row in known.values() if _has_come(row.month, now)), default="")
    rows = dict(known)
    for telling in sorted(tellings, key=lambda telling: (instant(telling.published), telling.guid)):
        before = known.get(telling.guid)
        row = _begun(telling, clock, opened) if before is None else _continued(before, telling.digest, clock)
        rows[telling.guid] = row
    return {**rows, **_without_flood(known, rows, now, most)}


def _without_flood(
    known: Mapping[str, Row], rows: Mapping[str, Row], now: datetime | None, most: int | None
) -> dict[str, Row]:
    """Of the stories that are new and old at once, all but the ``most`` newest, as late ones. None of a first build."""
    if not known or most is None:
        return {}
    today = now or max(row.published for row in known.values())
    old = [row for guid, row in rows.items() if guid not in known and today - row.published > OLD]
    old.sort(key=lambda row: (instant(row.published), row.guid), reverse=True)
    return {row.guid: replace(row, is_late=True) for row in old[most:]}


def without(rows: Mapping[str, Row], standing: Container[str], now: datetime | None) -> dict[str, Row]:
    """The rows, those marked as gone whose stories do not stand any more."""
    lost = [row for guid, row in rows.items() if guid not in standing and not row.is_gone]
    if not lost:
        return dict(rows)
    clock = Clock(now)
    for row in rows.values():
        clock.keep(row.updated)
    return {**rows, **{row.guid: replace(row, digest=GONE, updated=clock.moved(row, row.digest)) for row in lost}}


def _continued(row: Row, digest: str, clock: Clock) -> Row:
    return row if row.digest == digest else replace(row, digest=digest, updated=clock.moved(row, digest))


def _begun(telling: Telling, clock: Clock, opened: str) -> Row:
    """The row of a story not seen before. It stands in its own month or, where that is closed, in the one that is
    open."""
    updated = clock.own(max(telling.published, telling.changed or telling.published))
    month = max(f"{telling.published.year:04}-{telling.published.month:02}", opened)
    return Row(telling.guid, telling.digest, telling.published, updated, month)


def _has_come(month: str, now: datetime | None) -> bool:
    """Whether a month is no future one: a story dated far ahead opens no month for those of today. Without ``now`` no
    clock is read, and every month has come."""
    return now is None or month <= f"{now.year:04}-{now.month:02}"


def later(moment: datetime, seconds: int) -> datetime:
    """The moment so many seconds on, itself where time ends before."""
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:
        return moment


def instant(moment: datetime) -> int:
    """The moment in whole seconds since 1970, also for those at both ends of time."""
    return int((moment - EPOCH).total_seconds())
