"""Live pages, roundups and stories that may lack their end are marked; others are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing.bylines.dates import is_hour
from copydesk.model import Clue, Draft, Heading
from editing_pages import STORY, TOLD, Line, carry_out, draft, page

ENTRIES = ("18.42 GMT", STORY[:1], "16.30 GMT", STORY[1:2], "13.20 GMT", STORY[2:])


def called(title: str, *parts: str | Line | tuple[str, ...]) -> Draft:
    return draft(page(*parts), (Clue("headline", title, "h1"),))


def marks(of: Draft) -> list[str]:
    return [doubt.code for doubt in carry_out("mark_forms", of).doubts]


def heads(*texts: str) -> list[Line | tuple[str, ...]]:
    return [part for text in texts for part in (Line(text, TOLD, kind=Heading(2)), STORY[:1])]


def test_a_page_that_says_so_is_live() -> None:
    assert marks(replace(called("Storm Agda", STORY), says=("liveblogposting",))) == ["live-page"]


def test_the_hours_of_its_entries_tell_a_live_page() -> None:
    assert marks(called("Storm Agda", *ENTRIES, "09.05 GMT", STORY[:1])) == ["live-page"]
    assert marks(called("Storm Agda: live updates", *ENTRIES)) == ["live-page"]
    assert marks(called("Storm Agda crosses the islands", *ENTRIES)) == []


@pytest.mark.parametrize(
    "text", ["16.30 GMT", "Updated 9:05 pm", "18:42", "14:05 Uhr", "9시 12분", "08.01.2026 • 19:40 Uhr"]
)
def test_an_hour_alone(text: str) -> None:
    assert is_hour(text)


@pytest.mark.parametrize(
    "text", ["1.234", "2:1", "The 8.04 was late", "10.12.2025", "25:00", "The ferry leaves at 8.04"]
)
def test_what_is_no_hour(text: str) -> None:
    assert not is_hour(text)


def test_a_page_of_short_parts_that_calls_itself_a_briefing_is_a_roundup() -> None:
    assert marks(called("Your Tuesday Briefing", *heads("Rates", "After the storm", "A key"))) == ["roundup"]


def test_parts_alone_or_a_name_alone_make_no_roundup() -> None:
    assert marks(called("Three small museums", *heads("Barometers", "Floods", "Keys"))) == []
    assert marks(called("The minister's briefing", STORY)) == []


def test_a_story_beside_an_offer_to_pay_may_lack_its_end() -> None:
    assert marks(replace(called("Wall", STORY), says=("not free",))) == ["perhaps-not-whole"]
    assert marks(replace(called("Wall", STORY), says=("not free",), held=("a teaser",))) == []


@pytest.mark.parametrize(
    "parts",
    [
        ("Sponsored content", "Storm Agda", STORY),
        ("Storm Agda", STORY, "This content was produced by the advertiser. The newsroom was not involved."),
        ("Storm Agda", "Paid for by Brisamar Electric", STORY),
    ],
)
def test_a_text_that_somebody_paid_for_is_marked(parts: tuple[str | tuple[str, ...], ...]) -> None:
    found = carry_out("mark_forms", carry_out("cut_advert_labels", called("Storm Agda", *parts)))
    assert [doubt.code for doubt in found.doubts] == ["paid-for"]


@pytest.mark.parametrize(
    "parts",
    [
        ("Storm Agda", STORY, "Three museums", "A key", "A barometer", "Sponsored content", "Buy this boat"),
        ("Storm Agda", STORY, "In partnership with the school, the harbour office will teach knots to children."),
    ],
)
def test_a_box_of_sponsored_stories_marks_none(parts: tuple[str | tuple[str, ...], ...]) -> None:
    found = carry_out("mark_forms", carry_out("cut_advert_labels", called("Storm Agda", *parts)))
    assert found.doubts == ()
