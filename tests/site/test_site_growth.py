"""How the work of a build grows with its stories, counted and not timed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import pytest
from copydesk.site.hooks.lists_generator import periods_of
from newsstand import guid, make_site, press, story

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


def site_of(folder: Path, many: int) -> Path:
    """A site of so many stories, with what sites of any size share: the same few authors, sections and tags."""
    stories = {
        f"story-{number}.md": story(
            f"The {number}th tide came in. " * 12,
            title=f"Story number {number}",
            authors=[f"Author {number % 5}"],
            publisher=f"Publisher {number % 4}",
            section=f"Section {number % 3}",
            tags=[f"tag {number % 7}", f"tag {number % 6}"],
            date=f"{2001 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}",
            lang="en",
            guid=guid(number),
        )
        for number in range(many)
    }
    more = 'COPYDESK_SEARCH = COPYDESK_CARDS = False\nCOPYDESK_EDITIONS = "weekly"\nCOPYDESK_JOBS = 1'
    return make_site(folder, stories, f"{more}\nSITEURL = FEED_DOMAIN = 'https://digest.example'")


def calls_of(folder: Path) -> int:
    """How many calls of functions a build makes, Pelican's, ours and everyone's."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        press(folder)
    finally:
        sys.setprofile(None)
    return calls


def test_twice_the_stories_are_twice_the_work(tmp_path: Path) -> None:
    press(site_of(tmp_path / "first", 120))  # what is done once in a process is done, archives and further pages too
    few, more, many = (calls_of(site_of(tmp_path / str(count), count)) for count in (60, 120, 240))
    # 2.21 as it is: lists have further pages, and feeds fill up until they have fifty stories. A step for each pair
    # would be 4.
    assert many - more < 2.6 * (more - few)
