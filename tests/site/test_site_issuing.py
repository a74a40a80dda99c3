"""Which edition a story comes out in, and that it stays there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from copydesk.site.issues.edition_files import EditionFile
from copydesk.site.issues.editions import Draft, Rhythm
from copydesk.site.issues.issuing import EditionSources, Past, by_calendar, by_hand
from copydesk.site.registers.issued import NOWHERE

TODAY = date(2025, 8, 20)

OUT = {"monday": "2025-W32", "sunday": "2025-W32", "next": "2025-W33"}
"""What came out in the past of these tests."""

DAYS = {"monday": "2025-08-04", "sunday": "2025-08-10", "next": "2025-08-12"}
"""When the stories of `OUT` are dated."""


def article(guid: str, day: str) -> Any:
    return SimpleNamespace(copydesk=SimpleNamespace(guid=guid, moment=datetime.fromisoformat(day)))


def desk(days: Mapping[str, str], *files: EditionFile) -> EditionSources:
    stories = {guid: article(guid, day) for guid, day in days.items()}
    return EditionSources(tuple(stories.values()), stories, files)


def shown(drafts: Iterable[Draft]) -> dict[str, list[str]]:
    return {draft.key: [each.copydesk.guid for each in draft.articles] for draft in drafts}


def weeks(past: Past, more: Mapping[str, str], *files: EditionFile, rhythm: Rhythm = "weekly") -> dict[str, list[str]]:
    return shown(by_calendar(rhythm, desk({**DAYS, **more}, *files), past)[0])


def test_at_first_every_story_stands_in_the_edition_of_its_date() -> None:
    drafts, placed = by_calendar("weekly", desk(DAYS), Past(today=TODAY))
    assert shown(drafts) == {"2025-W32": ["monday", "sunday"], "2025-W33": ["next"]}
    assert placed == OUT


def test_a_late_story_joins_the_current_edition() -> None:
    assert weeks(Past(OUT, today=TODAY), {"late": "2025-08-07"})["2025-W33"] == ["next", "late"]


def test_the_current_edition_still_takes_stories_of_its_days() -> None:
    assert weeks(Past(OUT, today=TODAY), {"more": "2025-08-17"})["2025-W33"] == ["next", "more"]


def test_a_late_story_that_comes_with_the_next_edition_joins_that_one() -> None:
    found = weeks(Past(OUT, today=TODAY), {"new": "2025-08-18", "still": "2025-08-16", "late": "2025-08-07"})
    assert found["2025-W33"] == ["next", "still"]
    assert found["2025-W34"] == ["new", "late"]


def test_the_build_after_a_late_story_finds_its_edition_as_it_was_made() -> None:
    days = {"late": "2025-08-07", "monday": "2025-08-04", "new": "2025-08-18", "next": "2025-08-12"}
    drafts, placed = by_calendar("weekly", desk(days), Past(OUT, today=TODAY))
    assert placed["late"] == "2025-W34"
    assert shown(by_calendar("weekly", desk(days), Past(placed, today=TODAY))[0]) == shown(drafts)


def test_days_that_had_no_edition_get_none_once_a_later_one_is_out() -> None:
    assert "2025-W27" not in weeks(Past(OUT, today=TODAY), {"late": "2025-07-02"})


def test_a_story_stays_in_its_edition_when_its_date_is_put_right() -> None:
    assert weeks(Past(OUT, today=TODAY), {"monday": "2025-08-12"})["2025-W32"] == ["monday", "sunday"]


def test_stories_too_old_to_be_news_stand_in_none_now_and_later() -> None:
    days = {**DAYS, "old": "2011-03-01", "late": "2025-08-07"}
    drafts, placed = by_calendar("weekly", desk(days), Past(OUT, {"old"}, TODAY))
    assert placed == {**OUT, "old": NOWHERE, "late": "2025-W33"}
    assert shown(by_calendar("weekly", desk(days), Past(placed, (), TODAY))[0]) == shown(drafts)


def test_the_curator_puts_a_late_story_into_an_edition_that_is_out() -> None:
    file = EditionFile("2025-W32", "editions/2025-W32.md", date(2025, 8, 10), stories=("late",))
    found = weeks(Past(OUT, today=TODAY), {"late": "2025-08-07"}, file)
    assert found == {"2025-W32": ["monday", "sunday", "late"], "2025-W33": ["next"]}


@pytest.mark.parametrize("today", [TODAY, None])
def test_a_story_dated_far_ahead_closes_no_edition_where_there_is_a_clock(today: date | None) -> None:
    past = Past({**OUT, "typo": "2099-W32"}, today=today)
    assert ("today" in weeks(past, {"typo": "2099-08-07", "today": "2025-08-16"})["2025-W33"]) is (today is not None)


def test_editions_that_are_out_stay_when_the_rhythm_changes() -> None:
    found = weeks(Past(OUT, today=TODAY), {"new": "2025-08-18"}, rhythm="daily")
    assert found == {"2025-W32": ["monday", "sunday"], "2025-W33": ["next"], "2025-08-18": ["new"]}


def test_what_is_gone_from_the_site_is_not_forgotten() -> None:
    assert by_calendar("weekly", desk({"next": DAYS["next"]}), Past(OUT, today=TODAY))[1] == OUT


@pytest.mark.parametrize(("listed", "joins"), [((), ["next", "late"]), (("next",), [])])
def test_by_hand_a_late_story_joins_the_newest_edition_unless_that_has_a_list(
    listed: tuple[str, ...], joins: list[str]
) -> None:
    files = (EditionFile("one", "one.md", date(2025, 8, 10)), EditionFile("two", "two.md", TODAY, stories=listed))
    past = Past({"monday": "one", "sunday": "one", **({} if listed else {"next": "two"})}, today=TODAY)
    if listed:  # its list has been read, so that it is the newest that is out
        past = Past({**past.editions, "gone": "two"}, today=TODAY)
    found = shown(by_hand(desk({**DAYS, "late": "2025-08-07"}, *files), past)[0])
    assert found == {"one": ["monday", "sunday"], "two": joins}
