"""Dates are read right or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from copydesk.metadata.dates.labels import is_label, is_today
from copydesk.metadata.dates.reading import read_line, read_value, without_dates
from hypothesis import given, settings
from hypothesis import strategies as st


def spoken(text: str, order: str | None = None) -> str | None:
    """A reading as one string: day, time with offset, and the other day where the order is not settled."""
    reading = read_value(text, order)  # type: ignore[arg-type]
    if reading is None:
        return None
    parts = [str(reading.moment.day), str(reading.moment.clock) if reading.moment.clock else None]
    return " ".join(filter(None, [*parts, f"or {reading.other}" if reading.other else None]))


TENTH = "2025-08-10"
AT_THREE = "2025-08-10 15:04:00"

IN_MANY_LANGUAGES = {
    "August 10, 2025": TENTH,
    "Aug. 10th, 2025": TENTH,
    "10th of August, 2025": TENTH,
    "Published: August 10, 2025 | 3:04 PM": AT_THREE,
    "Sunday 10 August 2025 at 15:04": AT_THREE,
    "10. August 2025, 15:04 Uhr": AT_THREE,
    "Veröffentlicht am 10.08.2025 um 15:04 Uhr": AT_THREE,
    "10.08.25": TENTH,
    "10.08.2515:04": AT_THREE,
    "dimanche 10 août 2025 à 15h04": AT_THREE,
    "Publié le 10 août 2025": TENTH,
    "1er mai 2025": "2025-05-01",
    "10 de agosto de 2025 a las 15:04": AT_THREE,
    "Il 10 agosto 2025 alle ore 15:04": AT_THREE,
    "10 de agosto de 2025 às 15h04": AT_THREE,
    "zondag 10 augustus 2025, 15:04": AT_THREE,
    "10 sierpnia 2025, 15:04": AT_THREE,
    "10 августа 2025 г. в 15:04": AT_THREE,
    "10 серпня 2025, 15:04": AT_THREE,
    "Κυριακή, 10 Αυγούστου 2025, 15:04": AT_THREE,
    "10 Ağustos 2025 15:04": AT_THREE,
    "الأحد 10 أغسطس 2025 - 15:04": AT_THREE,
    "١٠ آب ٢٠٢٥": TENTH,
    "10 تشرين الأول 2025": "2025-10-10",
    "10 באוגוסט 2025, 15:04": AT_THREE,
    "۱۹ مرداد ۱۴۰۴ - ۱۵:۰۴": AT_THREE,
    "1404/05/19": TENTH,
    "१० अगस्त २०२५": TENTH,
    "2025年8月10日 15:04": AT_THREE,
    "2025年8月10日 下午3:04": AT_THREE,
    "2025年8月10日 15時04分": AT_THREE,
    "令和7年8月10日": TENTH,
    "2025. 8. 10. 오후 3:04": AT_THREE,
    "2025년 8월 10일 15시 04분": AT_THREE,
    "ngày 10 tháng 8 năm 2025": TENTH,
    "2025. augusztus 10.": TENTH,
}


@pytest.mark.parametrize(("text", "meant"), IN_MANY_LANGUAGES.items())
def test_dates_in_many_languages(text: str, meant: str) -> None:
    assert spoken(text) == meant


MACHINE_FORMS = {
    "2025-08-10": TENTH,
    "2025-08-10T15:04:00Z": AT_THREE + "+00:00",
    "2025-08-10T15:04:00.123456789+05:30": AT_THREE + "+05:30",
    "2025-08-10 15:04:00 -0400": AT_THREE + "-04:00",
    "20250810T150400Z": AT_THREE + "+00:00",
    "Sun, 10 Aug 2025 15:04:00 GMT": AT_THREE + "+00:00",
    "Sun, 10 Aug 25 15:04:00 GMT": AT_THREE + "+00:00",
    "Sun Aug 10 15:04:00 2025": AT_THREE,
    "Sun Aug 10 15:04:00 +0000 2025": AT_THREE + "+00:00",
    "2025-W32-7": TENTH,
    "2025 08 10 15 04 00": AT_THREE,
    "1754838240": "2025-08-10 15:04:00+00:00",
    "1754838240000": "2025-08-10 15:04:00+00:00",
    "2025-08-10T24:00:00Z": "2025-08-10 00:00:00+00:00",
    "Aug. 10, 2025 at 3:04 p.m. ET": AT_THREE + "-04:00",
    "10 Agustus 2025 15:04 WIB": AT_THREE + "+07:00",
    "10 August 2025 15:04 CEST": AT_THREE + "+02:00",
    "10 August 2025 15:04 Europe/Berlin": AT_THREE + "+02:00",
}


@pytest.mark.parametrize(("text", "meant"), MACHINE_FORMS.items())
def test_dates_of_machines(text: str, meant: str) -> None:
    assert spoken(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "31.06.2025",
        "0000-01-01",
        "9999-12-31 23:59:59",
        "99999-01-01",
        "2025-13-01",
        "1970-01-01T00:00:00Z",
        "2025-08-10 25:00",
        "2025-08-10 10:61",
        "Monday, 10 August 2025",  # a Sunday
        "2 hours ago",
        "yesterday",
        "Tuesday",
        "August 10",
        "August 2025",
        "10",
        "12:00",
        "1e9",
        "-1",
        "12345",
        "10.5.1",
        "192.168.10.20",
        "",
        "10 Smith 2025",
        "In 10 August 2025 cases were found",
        "2025-2026",
        "May 10,2025,000 people",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert spoken(text) is None


def test_day_and_month_that_could_be_exchanged_are_both_given() -> None:
    assert spoken("10/08/2025") == "2025-08-10 or 2025-10-08"


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("10/08/2025", "day", "2025-08-10"),
        ("10/08/2025", "month", "2025-10-08"),
        ("25/08/2025", None, "2025-08-25"),
        ("08/25/2025", None, "2025-08-25"),
        ("08/08/2025", None, "2025-08-08"),
        ("Sunday, 10/08/2025", None, "2025-08-10"),  # only then is it a Sunday
        ("10.08.2025", "month", "2025-08-10"),  # full stops: day first everywhere
    ],
)
def test_what_settles_the_order(text: str, order: str | None, meant: str) -> None:
    assert spoken(text, order) == meant


def test_an_abbreviation_of_several_zones_is_told_apart_from_none() -> None:
    reading = read_value("10 Aug 2025 15:04 IST")
    assert reading and reading.zone == "IST" and reading.moment.clock and reading.moment.clock.tzinfo is None


def test_a_line_with_both_dates() -> None:
    first, second = read_line("Published 10 August 2025, 3:04pm; last updated Aug 11, 2025 at 9:30 a.m. by the desk")
    assert (str(first.moment.day), first.updated) == (TENTH, False)
    assert (str(second.moment.day), str(second.moment.clock), second.updated) == ("2025-08-11", "09:30:00", True)


def test_a_time_before_its_date() -> None:
    (reading,) = read_line("Updated 10:30 AM EDT, Sun August 10, 2025")
    assert str(reading.moment.clock) == "10:30:00-04:00" and reading.updated


def test_a_label_behind_its_date() -> None:
    assert [reading.updated for reading in read_line("12 Jan 2026 | Latest version")] == [True]
    assert [reading.updated for reading in read_line("3 Sept 2024 | Originally published")] == [False]
    assert [reading.updated for reading in read_line("3 Sept 2024 | Updates by mail")] == [True]
    assert [reading.updated for reading in read_line("3 Sept 2024, updates to the plan")] == [False]


def test_dates_that_run_into_what_follows() -> None:
    assert [str(reading.moment) for reading in read_line("30.01.202430. Januar 2024")][:1] == [
        str(read_line("30.01.2024")[0].moment)
    ]
    (late,) = read_line("-Aktualisiert am 28.04.2023-19:20")
    assert (str(late.moment.day), str(late.moment.clock), late.updated) == ("2023-04-28", "19:20:00", True)
    assert read_line("28.04.2023-19") == ()
    assert read_line("30.01.20243") == ()


def test_a_full_stop_means_day_first_where_it_can() -> None:
    assert spoken("12.16.2025") == "2025-12-16"
    assert spoken("12.06.2025") == "2025-06-12"
    assert spoken("16.16.2025") is None


def test_a_line_without_its_dates() -> None:
    assert without_dates("Jane Roe on Friday, 3 May 2024 14:05").strip(" ,") == "Jane Roe"
    assert without_dates("Jane Roe, born 1975") == "Jane Roe, born 1975"


@settings(deadline=None)
@given(st.text(max_size=80))
def test_reading_never_raises(text: str) -> None:
    read_value(text)
    read_line(text)


@settings(deadline=None)
@given(st.dates(min_value=date(1971, 1, 1), max_value=date(2059, 12, 31)))
def test_every_day_written_plainly_is_read(day: date) -> None:
    assert spoken(f"{day:%Y-%m-%d}") == spoken(f"{day:%d.%m.%Y}") == spoken(f"{day:%d %B %Y}") == str(day)


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("Sunday, August 10, 2025", True),
        ("dimanche 10 août 2025", True),
        ("August 10, 2025", False),  # no day of the week
        ("Sunday, August 10, 2025, 10:15 am", False),  # a time: of something that happened
        ("Published Sunday, August 10, 2025", False),  # a label
        ("A Sunday in the harbour", False),  # no date at all
    ],
)
def test_the_page_s_own_day_has_a_weekday_and_neither_hour_nor_label(line: str, is_so: bool) -> None:
    assert is_today(line) is is_so


@pytest.mark.parametrize(("line", "is_so"), [("Published:", True), ("Published by the board", False), ("Tides", False)])
def test_a_label_says_no_more_than_that(line: str, is_so: bool) -> None:
    assert is_label(line) is is_so
