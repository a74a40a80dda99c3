"""The forms a day is written in, in order: the first that fits at a place is taken. Nothing is guessed from a part of
a date; what cannot be a day is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from copydesk.metadata.dates.calendars import BUDDHIST_AHEAD, ERAS, from_jalali
from copydesk.metadata.dates.month_names import jalali_month_number, month_number
from copydesk.text import script

EARLIEST_YEAR, LATEST_YEAR = 1700, 2060
"""Years a story can be of: newspapers of three centuries are online; later years are slips and placeholders."""

Match = re.Match[str]
Days = tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a day. ``days`` gives the day meant, both where day and month could be exchanged (day first
    comes first), none where it is no day."""

    name: str
    pattern: re.Pattern[str]
    days: Callable[[Match], Days]


def day_of(year: int, month: int, day: int) -> Days:
    """The day as a tuple of one, empty where there is no such day or the year is absurd."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return ()
    try:
        found = date(year, month, day)
    except ValueError:
        return ()
    # What a content system prints where it has no date: the first second of its clock.
    return () if found == date(1970, 1, 1) else (found,)


def _numbered(match: Match) -> Days:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


def _year_first(match: Match) -> Days:
    if int(match["y"]) < EARLIEST_YEAR:
        jalali = from_jalali(int(match["y"]), int(match["m"]), int(match["d"]))
        return (jalali,) if jalali else ()
    return _numbered(match)


def _week(match: Match) -> Days:
    try:
        found = date.fromisocalendar(int(match["y"]), int(match["week"]), int(match["d"]))
    except ValueError:
        return ()
    return day_of(found.year, found.month, found.day)


def _named(match: Match) -> Days:
    year, day = int(match["y"]), int(match["d"])
    month = month_number(match["name"])
    if month is None:
        return _named_in_iran(match)
    if year > LATEST_YEAR and script(match["name"]) == "thai":
        year -= BUDDHIST_AHEAD
    return day_of(year, month, day)


def _named_in_iran(match: Match) -> Days:
    month = jalali_month_number(match["name"])
    found = from_jalali(int(match["y"]), month, int(match["d"])) if month else None
    return (found,) if found else ()


def _named_short(match: Match) -> Days:
    month = month_number(match["name"])
    return day_of(_full_year(match["y"]), month, int(match["d"])) if month else ()


def _numbered_short(match: Match) -> Days:
    return day_of(_full_year(match["y"]), int(match["m"]), int(match["d"]))


def _era(match: Match) -> Days:
    year = 1 if match["y"] == "元" else int(match["y"])
    return day_of(ERAS[match["era"]] + year, int(match["m"]), int(match["d"]))


def _dotted(match: Match) -> Days:
    """Day first; month first ("12.16.2025", in the United States) only where it can be nothing else."""
    first, second, year = int(match["a"]), int(match["b"]), _full_year(match["y"])
    return day_of(year, second, first) or day_of(year, first, second)


def _exchangeable(match: Match) -> Days:
    first, second, year = int(match["a"]), int(match["b"]), _full_year(match["y"])
    days = day_of(year, second, first) + day_of(year, first, second)
    return days[:1] if len(days) == 2 and days[0] == days[1] else days


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


_FROM = r"(?<!\d)(?<!\d[-/.])"
_TO = r"(?!\d)(?![/.]\d|-\d(?!\d?:\d\d))"
_NAME = r"(?P<name>[^\s\d,.;:()\[\]/|–—-]{2,24})"
_JOIN = r"[\s,.'/\-–]*+(?:(?:de|del|d|of|di|the|da|al|dne|à)[\s']++)?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|e|ος|η|º|ª|°)?"


def _form(name: str, pattern: str, days: Callable[[Match], Days]) -> Form:
    return Form(name, re.compile(pattern, re.IGNORECASE), days)


_Y, _M, _D = r"(?P<y>\d{4})", r"(?P<m>\d\d?)", r"(?P<d>\d\d?)"
_A, _B, _SHORT_Y = r"(?P<a>\d\d?)", r"(?P<b>\d\d?)", r"(?P<y>\d{4}|\d\d(?=\D|$))"

FORMS: tuple[Form, ...] = (
    _form("2025-08-10", rf"{_FROM}{_Y}-{_M}-{_D}(?!\d)(?!-\d|/)", _year_first),
    _form("2025/8/10, 2025. 8. 10.", rf"{_FROM}{_Y}([/.])\s?{_M}\2\s?{_D}{_TO}", _year_first),
    _form("2025年8月10日", rf"{_Y}\s*[年년]\s*{_M}\s*[月월]\s*{_D}\s*[日號号일]", _numbered),
    _form("令和7年8月10日", rf"(?P<era>令和|平成|昭和)\s*(?P<y>\d\d?|元)\s*年\s*{_M}\s*月\s*{_D}\s*日", _era),
    _form("10 tháng 8 năm 2025", rf"{_D}\s+tháng\s+{_M}[,\s]+(?:năm\s+)?{_Y}", _numbered),
    _form("2025-W32-7", rf"{_FROM}{_Y}-?W(?P<week>\d\d)-?(?P<d>[1-7]){_TO}", _week),
    _form("20250810", rf"{_FROM}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=$|T\d|\s)", _numbered),
    _form("2025 08 08", rf"{_FROM}(?P<y>(?:19|20)\d\d) (?P<m>\d\d) (?P<d>\d\d){_TO}", _numbered),
    _form("10 August 2025", rf"{_FROM}{_D}{_ORDINAL}{_JOIN}{_NAME}{_JOIN}{_Y}(?!\d)", _named),
    _form("August 10, 2025", rf"(?<![^\W\d_]){_NAME}[\s.]*{_D}{_ORDINAL}[,.\s]+{_Y}(?![\d:])", _named),
    _form("2025. augusztus 10.", rf"{_FROM}{_Y}[\s.-]+{_NAME}[\s.-]*{_D}(?!\d|:)", _named),
    _form("10 Aug 25", rf"{_FROM}{_D}[\s-]{_NAME}[\s-](?P<y>\d\d)(?=\s+\d\d:\d\d)", _named_short),
    _form("dpa:250810-", r"\bdpa:(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=-\d)", _numbered_short),
    _form("10.08.2025", rf"{_FROM}{_A}\.\s?{_B}\.\s?{_SHORT_Y}{_TO}", _dotted),
    _form("10/08/2025", rf"{_FROM}{_A}\s?([/-])\s?{_B}\s?\2\s?{_SHORT_Y}{_TO}", _exchangeable),
)
"""Year first, then a month by its name, then numbers alone; between numbers a full stop means day first. The German
agency dpa numbers its reports by day: "dpa:250810-99-123456/2"."""
