"""The register of a site: read, brought up to date with what is listed, and written with the site."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from copydesk.batch import clock
from copydesk.batch.files import read_if_there, write_below
from copydesk.settings import Settings
from copydesk.site.feeds.dating import Telling, dated, without
from copydesk.site.feeds.items import settled
from copydesk.site.stories.record import StoryRecord
from copydesk.writing.ledgers.register import NAME, Row, compose_register, parse_register

logger = logging.getLogger(__name__)


def told_of(
    settings: Settings, listed: Iterable[Any], withdrawn: Iterable[Any], most: int | None, is_whole: bool
) -> dict[str, Row]:
    """What the feeds say of each of Pelican's articles, by GUID. Raises LedgerError for a damaged register.

    A build that publishes what was reviewed reads no clock. ``most`` old stories
    that come in at once are news. Without ``is_whole`` some stories could not be read this time, so that a missing one
    is not gone.
    """
    path = settings.ledger / NAME
    known = parse_register(read_if_there(path) or "", "/".join(path.parts[-3:]))
    now = clock.now() if settings.normalize else None
    tellings = [telling(article.copydesk) for article in (*listed, *withdrawn)]
    rows = dated(known, tellings, now, most)
    if is_whole:
        rows = without(rows, {telling.guid for telling in tellings}, now)
    return rows


def telling(story: StoryRecord) -> Telling:
    """What the register wants to know of a story."""
    ends = (moment for moment in (story.changed, withdrawn_on(story)) if moment is not None)
    return Telling(story.guid, story.digest, settled(story.moment), max(map(settled, ends), default=None))


def withdrawn_on(story: StoryRecord) -> datetime | None:
    """The day of a story's withdrawal, ``None`` where it stands or no day is given."""
    when = story.withdrawal and story.withdrawal.when
    return datetime.fromisoformat(when.iso).replace(tzinfo=UTC) if when else None


def is_recorded(settings: Settings, rows: Mapping[str, Row]) -> bool:
    """Whether the register says what the feeds say; also where a build that writes none finds none. One that cannot be
    read does not: the site stands by then, and the next build looks again."""
    try:
        text = read_if_there(settings.ledger / NAME)
    except OSError:
        return False
    return not settings.normalize if text is None else text == compose_register(rows.values())


def is_lost(settings: Settings, rows: Mapping[str, Row]) -> bool:
    """Whether a build that writes the register could not: the next one must not rest, since it has that to make up."""
    return settings.normalize and bool(rows) and not is_recorded(settings, rows)


def record(settings: Settings, rows: Mapping[str, Row]) -> None:
    """Write the register where it changed, as the feeds that tell of it are put in place. A content folder that cannot
    be written to costs the dates of changes."""
    path, text = settings.ledger / NAME, compose_register(rows.values())
    if not rows or text == read_if_there(path):
        return
    try:
        write_below(settings.content, path, text)
    except OSError as error:
        logger.warning("%s could not be written (%s): dates in feeds may move", NAME, error.strerror)
