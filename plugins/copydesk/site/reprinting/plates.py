"""What pages and feeds of the site in place are made from, kept so that those whose story changes are made again alone.

A printer keeps the plates of a page that may need a line mended. Here, the order of the stories, their lists, names and
addresses are made from their heads (`readings.HEADED`), the headline left aside. While the heads stand, the only pages
that change are those that show words or the card of a changed story, and those whose related stories change
(`relating`); the values of a page tell what it shows. So a build writes down two things: the values of each page and
feed with words or cards of a story, and for each story its place, its pages and its feeds. If a build asked a story for
more than its head before anything was printed, the story is told without plates, and a change to it has the whole site
built.

The table (`tables`) has a line for each story, `StoryLine`, one for each plate, `Plate`, and one for the terms of all
stories.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from copydesk.batch import clock
from copydesk.frozen import value
from copydesk.site import tables
from copydesk.site.stage.grounds import Ground
from copydesk.site.stage.resting import elsewhere
from copydesk.site.stage.standing import Row
from copydesk.site.stories.readings import Packed
from copydesk.site.tables import Laid, Table

logger = logging.getLogger(__name__)

NAME: Final = "plates.jsonl"
ROWS: Final = "sources.jsonl"
MAGIC: Final = b"copydesk plates 2\n"


@value(frozen=True, slots=True)
class Base:
    """What all plates stand on: what a build depends on that is in no file, the day of a build that asks the clock, and
    the frame of its pages as data."""

    elsewhere: str
    day: str | None
    frame: Packed


@value(frozen=True, slots=True)
class StoryLine:
    """A story: the name of its file, where its card leads and where its page is, when the feeds say it was published
    and last changed, if they tell of it, its edition, and the keys of the plates with words of it; ``None`` in place of
    these where pages may have words of it that have no plate; and whether its headline stands anywhere but in words and
    cards: on a card that was drawn, in a news sitemap, on a page at an old address. Leads and moments are data."""

    name: str
    leads: Packed
    address: str
    dates: Packed
    issue: str | None
    plates: list[str] | None
    is_told: bool


@value(frozen=True, slots=True)
class Plate:
    """A page or a feed: its key; the template of a page and its basis, ``None`` for a feed; the values as data."""

    key: str
    template: str | None
    basis: str | None
    values: Packed

    @property
    def path(self) -> str:
        """Where it is on the site."""
        return self.key[1:]


def key_of(path: str) -> str:
    """The key of the plate at a path: no story's, whose names are paths too."""
    return f"/{path}"


def row(line: StoryLine | Plate | Base) -> list[Any]:
    """What stands in the table."""
    return [getattr(line, each.name) for each in fields(line)]


@value(frozen=True, slots=True)
class Kept:
    """The plates of a site, and the rows of the files it was made from, which are written down apart: they change with
    every build."""

    table: Table
    rows: Table

    @property
    def mark(self) -> str:
        """What tells them from others."""
        return both(self.table.mark, self.rows.mark)

    @property
    def base(self) -> Base:
        """What the plates stand on. Raises ValueError and TypeError."""
        return Base(*self.table.head)


def both(table: str, rows: str) -> str:
    """The mark of a table of plates and one of rows."""
    return f"{table} {rows}"


def rows_table(rows: Iterable[Row]) -> Table:
    """Rows as they are written down."""
    return tables.table(list(rows), ())


def lay(state: Path, base: Base, lines: Iterable[bytes]) -> Laid | None:
    """Write the plates of a build that is not done; ``None`` where that cannot be done. Raises what ``lines`` do."""
    try:
        return tables.lay(state / NAME, MAGIC, row(base), lines)
    except OSError as error:
        _unwritten(error)
        return None


def put(state: Path, plates: Laid, rows: Table) -> str | None:
    """Put them in their place when it is done, with the rows of its sources; the mark of both, ``None`` where that
    cannot be done."""
    try:
        plates.put()
        rows.write(state / ROWS, MAGIC)
    except OSError as error:
        _unwritten(error)
        return None
    return both(plates.mark, rows.mark)


def written(state: Path, kept: Kept, before: Kept) -> str | None:
    """Write plates down, as far as they are not those of ``before``; their mark, ``None`` where that cannot be done."""
    try:
        if before.table is not kept.table:
            kept.table.write(state / NAME, MAGIC)
        kept.rows.write(state / ROWS, MAGIC)
    except OSError as error:
        _unwritten(error)
        return None
    return kept.mark


def _unwritten(error: OSError) -> None:
    logger.info("%s could not be written (%s)", NAME, error.strerror)


def read(ground: Ground, mark: str | None) -> Kept | None:
    """The plates with this ``mark``; ``None`` where they are missing, damaged, or of another day or version."""
    table, rows = (tables.read(ground.house.state / name, MAGIC) for name in (NAME, ROWS))
    kept = Kept(table, rows) if table and rows else None
    if kept is None or kept.mark != mark:
        return None
    is_todays = (kept.base.elsewhere, kept.base.day) == (elsewhere(ground), day_of(ground.house.normalize))
    return kept if is_todays else None


def day_of(asks_the_clock: bool) -> str | None:
    """The day of a build: editions dated ahead come out with it."""
    return clock.now().date().isoformat() if asks_the_clock else None
