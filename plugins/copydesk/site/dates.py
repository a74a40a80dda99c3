"""Dates as people read them and as machines do. The words are English here, whatever locale the machine has."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from copydesk.site.values import When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date) -> str:
    """ "10 August 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """ "Sunday, 10 August 2025"."""
    return f"{DAYS[day.weekday()]}, {day_words(day)}"


def month_words(day: date) -> str:
    """ "August 2025"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def when_day(day: date) -> When:
    """A day without a time."""
    return When(iso=day.isoformat(), label=day_words(day), day=day_words(day))


def when_moment(moment: datetime) -> When:
    """A point in time in its own offset: "10 August 2025, 14:05 GMT+2"."""
    label = f"{day_words(moment)}, {moment:%H:%M} {offset_words(moment.utcoffset())}"
    return When(iso=moment.isoformat(timespec="seconds"), label=label, day=day_words(moment))


def offset_words(offset: timedelta | None) -> str:
    """ "GMT", "GMT+2", "GMT−3:30"."""
    minutes = round((offset or timedelta()).total_seconds() / 60)
    if minutes == 0:
        return "GMT"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"GMT{sign}{hours}{f':{rest:02}' if rest else ''}"
