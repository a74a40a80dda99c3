"""Which of the dates offered is the story's."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.metadata.credits.beside_headline import clues_beside_headline
from copydesk.metadata.dates.dates import Dates, resolve_dates
from copydesk.metadata.evidence import Evidence
from copydesk.metadata.names.site_names import NO_NAMES
from copydesk.metadata.page_lines import Line, PageLines, lines_of
from copydesk.model import Clue, House, Overrides, Publisher, RawDocument
from drafts import BODY, HARBOR, clue, draft, evidence


def dates(
    *clues: Clue, language: str | None = "en", publisher: Publisher | None = None, address: str | None = None
) -> Dates:
    return resolve_dates(evidence(*clues), language, publisher, address)


def told(found: Dates) -> tuple[str | None, list[str]]:
    day = str(found.published.value.day) if found.published else None
    return day, [doubt.code for doubt in found.doubts]


def test_the_most_trusted_date_that_can_be_read() -> None:
    found = dates(clue("published", "2025-08-31T99:00", "json-ld"), clue("published", "10 August 2025", "date line"))
    assert told(found) == ("2025-08-10", [])
    assert found.published and found.published.origin == "date line"


def test_no_date_is_none() -> None:
    assert told(dates(clue("published", "2 hours ago", "date line"))) == (None, ["no-date"])


@pytest.mark.parametrize("written", ["2026-13-45T99:00:00Z", "2062-11-24"])
def test_a_date_that_no_story_can_have_is_shown_to_the_curator(written: str) -> None:
    (doubt,) = dates(clue("published", written, "open graph", 3)).doubts
    assert doubt.code == "no-date" and f'"{written}"' in doubt.message
    assert doubt.place is not None and doubt.place.first == 3


def test_the_page_s_own_today_is_doubtful() -> None:
    found = dates(clue("published", "Sunday, August 10, 2025", "page header", 2))
    assert told(found) == ("2025-08-10", ["date-from-page-header"])
    assert found.published and found.published.confidence < 0.5


def test_the_name_of_an_image_is_a_hint_only() -> None:
    assert told(dates(clue("published", "2025 08 08 12 33 57", "image name"))) == (None, ["no-date"])


def test_an_order_nothing_settles_is_doubtful() -> None:
    found = dates(clue("published", "10/08/2025", "date line"))
    assert told(found) == ("2025-08-10", ["ambiguous-date"])
    assert found.published and found.published.confidence < 0.5


@pytest.mark.parametrize(
    ("language", "publisher", "day"),
    [("fr", None, "2025-08-10"), ("en-GB", None, "2025-08-10"), ("en", HARBOR, "2025-10-08")],
)
def test_what_settles_the_order(language: str, publisher: Publisher | None, day: str) -> None:
    assert told(dates(clue("published", "10/08/2025", "meta"), language=language, publisher=publisher)) == (day, [])


def test_a_plain_date_beats_one_of_doubtful_order() -> None:
    found = dates(clue("published", "10/08/2025", "json-ld"), clue("published", "October 8, 2025", "date line"))
    assert told(found) == ("2025-10-08", [])


def test_a_date_without_a_zone_takes_the_publisher_s_else_the_site_s() -> None:
    line = clue("published", "10 August 2025, 15:04", "date line")
    assert str(dates(line, publisher=HARBOR).published.value.clock) == "15:04:00-04:00"  # type: ignore[union-attr]
    site = resolve_dates(Evidence(draft(line), House(zone="Europe/Berlin"), Overrides()), "en", None, None)
    assert site.published and str(site.published.value.clock) == "15:04:00+02:00"


def test_a_date_with_a_zone_is_not_converted() -> None:
    found = dates(clue("published", "2025-08-10T23:30:00-07:00", "json-ld"), publisher=HARBOR)
    assert found.published and str(found.published.value.clock) == "23:30:00-07:00"
    assert str(found.published.value.day) == "2025-08-10"


def test_a_zone_that_could_be_several_leaves_the_day_alone() -> None:
    line = clue("published", "10 August 2025 15:04 IST", "date line")
    assert dates(line).published.value.clock is None  # type: ignore[union-attr]
    delhi = Publisher("delhi", "Delhi Tidings", zone="Asia/Kolkata")
    assert str(dates(line, publisher=delhi).published.value.clock) == "15:04:00+05:30"  # type: ignore[union-attr]


def test_one_line_with_both_dates() -> None:
    found = dates(clue("published", "Published 10 August 2025. Updated 12 August 2025", "date class"))
    assert told(found)[0] == "2025-08-10"
    assert found.updated and str(found.updated.value.day) == "2025-08-12"


def test_a_change_before_publication_is_no_change() -> None:
    found = dates(clue("published", "2025-08-10", "json-ld"), clue("updated", "2025-08-09", "json-ld"))
    assert found.updated is None


def test_a_change_s_date_alone_stands_in_and_is_doubtful() -> None:
    found = dates(clue("updated", "2025-08-10", "json-ld"))
    assert told(found) == ("2025-08-10", ["date-of-update"]) and found.updated is None
    assert found.published and found.published.confidence < 0.5


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2025/08/10/wall", "2025-08-10"),
        ("economy/2025-08-10/wall", "2025-08-10"),
        ("2025/aug/10/wall", "2025-08-10"),
        ("wall-20250810.html", "2025-08-10"),
        ("2025/08/wall", None),
        ("2025/13/40/wall", None),
        ("10258133/wall", None),
    ],
)
def test_a_day_in_the_address(path: str, day: str | None) -> None:
    assert told(dates(address=f"https://tidings.example/{path}"))[0] == day


def test_dates_that_disagree_are_shown() -> None:
    found = dates(clue("published", "2025-08-10", "json-ld"), clue("published", "2025-08-11", "json-ld"))
    assert told(found) == ("2025-08-10", ["date-disagreement"])


def test_an_override_that_is_no_date_is_said() -> None:
    given = Evidence(
        draft(clue("published", "2025-08-10", "json-ld")), House(), Overrides(facts={"published": ("last week",)})
    )
    found = resolve_dates(given, "en", None, None)
    assert found.published is None and "override-unread" in [doubt.code for doubt in found.doubts]


def test_a_publication_after_the_change_of_the_same_origin_gives_way_to_the_date_shown() -> None:
    reset = clue("published", "2025-06-12T10:00:00Z", "json-ld")
    shown = clue("published", "2 November 2022", "date line")
    assert told(dates(reset, clue("updated", "2025-06-10T10:00:00Z", "json-ld"), shown))[0] == "2022-11-02"
    assert told(dates(reset, clue("updated", "2025-06-13T10:00:00Z", "json-ld"), shown))[0] == "2025-06-12"
    assert told(dates(reset, clue("updated", "2025-06-10T10:00:00Z", "json-ld")))[0] == "2025-06-12"


def test_dates_marked_all_over_a_page_are_of_other_stories() -> None:
    teasers = [clue("published", f"2026-03-13T{hour}:00:00+00:00", "microdata") for hour in (10, 11, 12)]
    own = clue("published", "March 27, 2025", "meta")
    assert told(dates(*teasers, own))[0] == "2025-03-27"
    assert told(dates(*teasers[:2], own))[0] == "2026-03-13"


@pytest.mark.parametrize(
    ("changed", "origin"),
    [
        ("2025-12-17T15:33:55-05:00", "open graph"),  # written in the evening, online in the morning
        ("2025-12-10T15:33:55-05:00", "date line"),  # set anew when the site was published
        ("2025-12-18T04:00:00-05:00", "date line"),
    ],
)
def test_a_story_may_wait_for_its_hour(changed: str, origin: str) -> None:
    found = dates(
        clue("published", "2025-12-18T04:00:04-05:00", "open graph"),
        clue("updated", changed, "open graph"),
        clue("published", "December 9, 2025", "date line"),
    )
    assert found.published and found.published.origin == origin


def test_a_moment_is_told_in_the_time_of_its_place() -> None:
    universal = clue("published", "2025-12-19T03:05:00+00:00", "open graph")
    shown = clue("published", "2025-12-18T19:05:00-08:00", "time element")
    assert told(dates(universal, shown))[0] == "2025-12-18"
    assert told(dates(universal, clue("published", "2025-12-18T19:06:00-08:00", "time element")))[0] == "2025-12-19"


def test_a_day_in_an_address_with_plus_signs() -> None:
    assert told(dates(address="https://blog.example/posts/2025-12-15+Walls"))[0] == "2025-12-15"
    assert told(dates(address="https://blog.example/posts/2025-12-1512"))[0] is None


def test_a_time_shown_without_a_zone_has_that_of_the_element_around_it() -> None:
    shown = clue("published", "13 May 2026, 07:10", "beside headline")
    found = dates(shown, clue("published", "2026-05-13T07:10:00+01:00", "time element")).published
    assert found and found.origin == "beside headline"
    assert found.value.clock and found.value.clock.isoformat() == "07:10:00+01:00"


def test_a_change_shown_beside_the_hour_of_publication_is_of_its_zone() -> None:
    shown = (clue("published", "2026-05-20 09:31", "date line"), clue("updated", "2026-05-20 10:02", "date line"))
    for declared, changed in (("2026-05-20T09:31:00+09:00", "+09:00"), ("2026-05-20T09:40:00+09:00", "+00:00")):
        found = dates(clue("published", declared, "open graph"), *shown).updated
        assert found and found.value.clock and found.value.clock.isoformat() == f"10:02:00{changed}"


def test_another_time_lends_no_zone() -> None:
    shown = clue("published", "13 May 2026, 07:10", "beside headline")
    found = dates(shown, clue("published", "2026-05-13T07:15:00+01:00", "time element")).published
    assert found and found.value.clock and found.value.clock.isoformat() == "07:10:00+00:00"


@pytest.mark.parametrize(
    ("also", "day"),
    [
        (clue("published", "12/16/2025", "date line"), "2025-10-08"),
        (clue("published", "16/12/2025", "date line"), "2025-08-10"),
        (clue("published", "2025-10-08T12:00:00Z", "time element"), "2025-10-08"),
    ],
)
def test_the_page_itself_settles_the_order(also: Clue, day: str) -> None:
    found = dates(clue("published", "10/08/2025", "beside headline"), also)
    assert told(found)[0] == day and found.published and found.published.confidence > 0.5


def test_the_address_settles_the_order() -> None:
    found = dates(clue("published", "10/08/2025", "beside headline"), address="https://tarn.example/2025/10/08/wall")
    assert told(found) == ("2025-10-08", [])


@pytest.mark.parametrize(
    ("changed", "beside", "day"),
    [
        ("2025-11-13T09:21:40Z", "August 2, 2025", "2025-08-02"),
        ("2025-11-13T09:21:40Z", "November 12, 2025", "2025-11-13"),
        ("2025-11-14T09:21:40Z", "August 2, 2025", "2025-11-13"),
    ],
    ids=["saved anew", "the evening before", "changed later"],
)
def test_a_date_that_was_only_saved_gives_way_to_an_earlier_one_beside_the_headline(changed, beside, day) -> None:
    found = dates(
        clue("published", "2025-11-13T09:21:40Z", "json-ld"),
        clue("updated", changed, "json-ld"),
        clue("published", beside, "beside headline"),
    )
    assert told(found)[0] == day


def test_a_day_given_for_both_gives_way_to_an_earlier_one_beside_the_headline() -> None:
    given = (clue("published", "2025-06-24", "json-ld"), clue("updated", "2025-06-24", "json-ld"))
    shown = clue("published", "August 25, 2024", "beside headline")
    assert told(dates(*given, shown))[0] == "2024-08-25"
    assert told(dates(*given, clue("published", "June 23, 2025", "beside headline")))[0] == "2025-06-24"


@pytest.mark.parametrize(
    ("language", "written", "day"),
    [
        ("en", "3/4/2025", "2025-03-04"),
        ("en", "12/3/2025", "2025-12-03"),
        ("en", "03/04/2025", "2025-04-03"),
        ("en-GB", "3/4/2025", "2025-04-03"),
        ("fr", "3/4/2025", "2025-04-03"),
        (None, "3/4/2025", "2025-04-03"),
        ("en", "27/4/2025", "2025-04-27"),
    ],
)
def test_figures_without_noughts_are_written_in_the_united_states(language: str | None, written: str, day: str) -> None:
    assert told(dates(clue("published", written, "date line"), language=language))[0] == day


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("This article was originally published on 26 Sep 2019 at 4:12pm but has been updated.", "2019-09-26"),
        ("Dieser Text wurde zuerst veröffentlicht am 3. Mai 2021 und seither ergänzt.", "2021-05-03"),
        ("It was first published on a windy day; the harbour opened on 26 Sep 2019.", None),
        ("First published on Friday.", None),
    ],
)
def test_a_note_beside_the_story_says_when_it_was_first_published(note: str, day: str | None) -> None:
    assert first_day(note, "cut_what_is_judged_out") == day
    assert first_day(note, None) is None  # of a novel, in the story


def first_day(note: str, rule: str | None) -> str | None:
    """The day chosen for a page with a note over its story that a rule has cut, or none has."""
    page = lines_of(draft(body=(note, *BODY)))
    assert page is not None
    page = PageLines((Line(page.lines[0].block, rule, note), *page.lines[1:]), 1)
    found = clues_beside_headline(evidence(), page, "Harbour wall to be rebuilt", "en", NO_NAMES)
    return told(dates(*(each for each in found if each.value in note.casefold())))[0]


def test_a_bare_day_has_the_hour_that_the_page_gives_for_machines() -> None:
    shown, timed = clue("published", "20 Feb 2025", "json-ld"), "2025-02-20T09:30:00+01:00"
    found = dates(shown, clue("published", timed, "time element"))
    assert found.published and found.published.value.clock and found.published.value.clock.hour == 9
    for other in ("2025-02-20T00:00:00Z", "2025-02-21T09:30:00Z"):
        found = dates(shown, clue("published", other, "time element"))
        assert found.published and found.published.value.clock is None


def test_the_day_of_a_source_that_a_page_cites_is_not_the_story_s() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    cited = '<ul><li>Ann Lorne. "Sula strikes a pontoon" — Tarn Post, January 8, 2026</li></ul>'
    for shown, day in (("<p><b>Friday, January 9, 2026</b></p>", "2026-01-09"), ("", None)):
        page = f"<html><body><h1>Ferry collides with pontoon</h1>{shown}<div>{text}</div>{cited}</body></html>"
        (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
        assert (story.metadata.published and story.metadata.published.value.day.isoformat()) == day


def test_a_day_before_the_name_of_the_paper_is_the_story_s() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    shown = "<div>28 November 2011, 14:15 [ “The Harbour Post” ]</div>"
    page = f"<html><body><h1>Ferry collides with pontoon</h1>{shown}<div>{text}</div></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert story.metadata.published is not None and str(story.metadata.published.value.day) == "2011-11-28"
