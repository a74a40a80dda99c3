"""How the work of a build grows with its stories, counted and not timed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from copydesk.site.lists_generator import periods_of

SETTINGS = {
    "YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html",
    "YEAR_ARCHIVE_URL": "{date:%Y}/",
    "MONTH_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/index.html",
    "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
    "DAY_ARCHIVE_SAVE_AS": "",
    "DAY_ARCHIVE_URL": "",
}


class Counted:
    """A story that counts how often it is compared with another."""

    compared = 0

    def __init__(self, number: int) -> None:
        self.date = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=number)

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return self is other

    __hash__ = object.__hash__


@pytest.fixture
def stories() -> Iterator[list[Counted]]:
    """Stories of several years, newest first."""
    Counted.compared = 0
    yield [Counted(number) for number in range(1500)][::-1]


def test_archives_are_pelicans_own(stories: list[Counted]) -> None:
    from pelican.generators import ArticlesGenerator

    few = stories[::25]
    build: Any = ArticlesGenerator._build_period_archives
    theirs = build(SimpleNamespace(), few, few, SETTINGS)
    assert periods_of(few, few, SETTINGS) == dict(theirs)


def test_no_story_is_compared_with_all_others(stories: list[Counted]) -> None:
    periods_of(stories, stories, SETTINGS)
    assert Counted.compared == 0
