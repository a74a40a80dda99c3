"""Days of other calendars as days of ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

ERAS: Mapping[str, int] = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""Japanese eras, each with the year before its first."""

BUDDHIST_AHEAD = 543
"""Years the calendar of Thailand is ahead of ours."""

_JALALI_EPOCH = date(2024, 3, 20)
_JALALI_EPOCH_YEAR = 1403
"""1 Farvardin 1403 fell on 20 March 2024: days are counted from there."""

_LEAP_REMAINDERS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years of the calendar of Iran, in its cycle of 33 years. True of 1244 to 1501 (1865 to 2122)."""


def from_jalali(year: int, month: int, day: int) -> date | None:
    """The day of our calendar, ``None`` where there is no such day or the rule of leap years is not certain."""
    if not (1300 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= _jalali_month_length(year, month)):
        return None
    before = sum(_jalali_month_length(year, earlier) for earlier in range(1, month))
    return _jalali_new_year(year) + timedelta(days=before + day - 1)


def is_jalali_leap(year: int) -> bool:
    """Whether a year of the calendar of Iran has 366 days."""
    return year % 33 in _LEAP_REMAINDERS


def _jalali_month_length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or is_jalali_leap(year) else 29


def _jalali_new_year(year: int) -> date:
    first, last = sorted((year, _JALALI_EPOCH_YEAR))
    days = sum(366 if is_jalali_leap(between) else 365 for between in range(first, last))
    return _JALALI_EPOCH + timedelta(days=days if year > _JALALI_EPOCH_YEAR else -days)
