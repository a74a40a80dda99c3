"""The archive: which days, months and years have stories, as calendars one can scan."""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from copydesk.site.showing.cards import Cards
from copydesk.site.showing.list_values import ArchivePage, ArchiveYear, Calendar, CalendarDay, CalendarMonth
from copydesk.site.showing.lists import period_path
from copydesk.site.tongue import Tongue
from copydesk.site.values import Link

NEWEST = 10
"""Stories shown on the archive's first page."""

MONTHS = range(1, 13)

PERIODS = ("YEAR", "MONTH", "DAY")
"""The archives a site may have: a period is one, two or three numbers, (2026,), (2026, 5), (2026, 5, 11)."""

Period = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """How many stories each period has. ``settings`` say which periods have a page."""

    counts: Mapping[Period, int]
    settings: dict[str, Any]
    tongue: Tongue
    _orders: dict[int, list[Period]] = field(default_factory=dict)

    def heading(self, period: Period) -> str:
        """ "2026", "May 2026" or "11 May 2026"."""
        first = first_day(period)
        return (str(first.year), self.tongue.month(first), self.tongue.day(first))[len(period) - 1]

    def path(self, period: Period) -> str | None:
        """The page of a period, ``None`` where it has no stories or the site no such pages."""
        if period not in self.counts:
            return None
        return period_path(self.settings, PERIODS[len(period) - 1], first_day(period))

    def neighbours(self, period: Period) -> tuple[Link | None, Link | None]:
        """The periods of the same length with stories: the one after, the one before."""
        order = self._order(len(period))
        at = bisect_left(order, period)
        later = order[at + 1] if at + 1 < len(order) else None
        earlier = order[at - 1] if at else None
        return self._link(later), self._link(earlier)

    def _order(self, length: int) -> list[Period]:
        if length not in self._orders:
            self._orders[length] = sorted(period for period in self.counts if len(period) == length)
        return self._orders[length]

    def _link(self, period: Period | None) -> Link | None:
        path = self.path(period) if period else None
        return Link(self.heading(period), path=path) if period and path else None

    def page(self, heading: str, cards: Cards, articles: list[Any]) -> ArchivePage:
        """The archive's first page."""
        years = tuple(self._year(year) for (year,) in reversed(self._order(1)))
        return ArchivePage(heading, years, cards.all(articles[:NEWEST]))

    def _year(self, year: int) -> ArchiveYear:
        months = tuple(
            Link(self.tongue.month_alone(date(year, month, 1)), self.path((year, month)), count=self.count(year, month))
            for month in MONTHS
        )
        return ArchiveYear(str(year), self.path((year,)), self.count(year), months)

    def count(self, *period: int) -> int:
        """How many stories a period has."""
        return self.counts.get(period, 0)

    def calendar(self, period: Period) -> Calendar | None:
        """The months of a year, or a month; ``None`` for a day."""
        if len(period) == 3:
            return None
        months = [period[1]] if len(period) == 2 else MONTHS
        return Calendar(self.tongue.weekdays(), tuple(self._month(period[0], month) for month in months))

    def _month(self, year: int, month: int) -> CalendarMonth:
        weeks = calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
        name = self.tongue.month_alone(date(year, month, 1))
        shown = tuple(tuple(self._day(year, month, day) if day else None for day in week) for week in weeks)
        return CalendarMonth(name, self.path((year, month)), self.count(year, month), shown)

    def _day(self, year: int, month: int, day: int) -> CalendarDay:
        words = self.tongue.day(date(year, month, day))
        return CalendarDay(day, words, self.count(year, month, day), self.path((year, month, day)))


def archive_of(articles: Iterable[Any], settings: dict[str, Any], tongue: Tongue) -> Archive:
    """The archive of a site's stories."""
    counts: Counter[Period] = Counter()
    for day, count in Counter(article.copydesk.moment.date() for article in articles).items():
        for period in ((day.year,), (day.year, day.month), (day.year, day.month, day.day)):
            counts[period] += count
    return Archive(counts, settings, tongue)


def first_day(period: Period) -> date:
    """The first day of a period."""
    year, month, day = (*period, 1, 1)[:3]
    return date(year, month, day)
