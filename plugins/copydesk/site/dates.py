"""Dates as people read them, in the language of the interface, and as machines do."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from copydesk.site.tongue import Tongue
from copydesk.site.values import When


def when_day(day: date, tongue: Tongue) -> When:
    """A day without a time."""
    words = tongue.day(day)
    return When(iso=day.isoformat(), label=words, day=words)


def when_weekday(day: date, tongue: Tongue) -> When:
    """A day with its day of the week."""
    return When(iso=day.isoformat(), label=tongue.weekday(day), day=tongue.day(day))


def when_moment(moment: datetime, tongue: Tongue) -> When:
    """A point in time in its own offset: "10 August 2025, 14:05 GMT+2"."""
    words, comma = tongue.day(moment.date()), tongue.say(", ")
    label = f"{words}{comma}{moment:%H:%M} {offset_words(moment.utcoffset())}"
    return When(iso=moment.isoformat(timespec="seconds"), label=label, day=words)


def offset_words(offset: timedelta | None) -> str:
    """ "GMT", "GMT+2", "GMT−3:30"."""
    minutes = round((offset or timedelta()).total_seconds() / 60)
    if minutes == 0:
        return "GMT"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"GMT{sign}{hours}{f':{rest:02}' if rest else ''}"
