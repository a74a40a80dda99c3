"""Reading the time of day that stands beside a date, with the zone it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from copydesk.metadata.dates.words import AFTER_NOON, BEFORE_NOON
from copydesk.metadata.dates.zones import read_zone


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and the part of the text that said it. ``time`` is ``None`` where it said something impossible
    ("25:00"), which makes the whole date suspect."""

    time: time | None
    start: int
    end: int
    zone: str | None = None
    """An abbreviation of a zone that could mean several."""


_NOON = "|".join(sorted(map(re.escape, BEFORE_NOON + AFTER_NOON), key=len, reverse=True))
_TIME = (
    rf"(?:(?P<noon1>{_NOON})\s*)?"
    r"(?P<hour>\d{1,2})"
    r"(?:\s?[:.h時时시點点]\s?(?P<minute>\d{2})(?:\s?[:分분]\s?(?P<second>\d{2})(?:[.,]\d+)?)?\s?[분分秒초]?|(?=\s?[apπμ][mμ]\b))"
    rf"(?:\s?(?P<noon2>{_NOON})(?!\w))?"
    r"(?:\s?(?:h|hrs|hours|uhr|uur|часов|ч|giờ)(?![\w]))?"
)
_ZONE = (
    r"(?:\s?\(?(?P<zone>(?:UTC|GMT)\s?[+\-]\d{1,2}(?::?\d{2})?|[+\-]\d{2}:?\d{2}"
    r"|[A-Za-z]{3,10}/[A-Za-z_]{2,20}(?:/[A-Za-z_]{2,20})?|[A-Za-z]{1,5}|МСК|мск)"
    r"(?![\w:])\)?)?"
)
_BETWEEN = (
    r"(?:t|[\s,.|·•–—/@()\-]*(?:(?:г|р)\.?,?\s*)?(?:(?:at|um|à|a las|las|alle ore|alle|ore|às|om|op|kl|klo|o godz|godz"
    r"|o|в|о|στις|saat|pukul|jam|lúc|на|الساعة|ساعت|בשעה|время|time|as)\b[.:]?\s*)?)"
)
_FURTHEST_BEFORE = 48
_AFTER = re.compile(rf"{_BETWEEN}{_TIME}{_ZONE}(?![\d:])", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?<![\d:.]){_TIME}{_ZONE}[\s,|·•–—-]*(?:[^\W\d_]{{2,12}}[,.\s]+)?(?:(?:on|am|le|el|del|il|den|of)\b\s*)?$",
    re.IGNORECASE,
)


def read_clock_after(text: str, at: int, day: date) -> Clock | None:
    """The time right after a date that ends at ``at``."""
    match = _AFTER.match(text, at)
    return _clock(match, day) if match else None


def read_clock_before(text: str, floor: int, at: int, day: date) -> Clock | None:
    """The time right before a date that starts at ``at``, not before ``floor``: "10:30 GMT, 10 August 2025"."""
    start = max(floor, at - _FURTHEST_BEFORE)
    match = _BEFORE.search(text[start:at])
    if not match:
        return None
    clock = _clock(match, day)
    return replace(clock, start=start + clock.start, end=start + clock.end)


def _clock(match: re.Match[str], day: date) -> Clock:
    """What a match of `_AFTER` or `_BEFORE` says; ``day`` settles whether its zone has summer time then."""
    told, named = _time_of(match), match["zone"]
    if told is None or not named:
        return Clock(told, match.start(), match.end())
    zone = read_zone(named, day)
    if zone is not None:
        return Clock(told.replace(tzinfo=zone), match.start(), match.end())
    if named.isupper() and 2 < len(named) < 6:
        return Clock(told, match.start(), match.end(), named)
    return Clock(told, match.start(), match.start("zone"))  # a word of the line, not a zone


def _time_of(match: re.Match[str]) -> time | None:
    """The time of day that a match names, without a zone; ``None`` for an impossible one ("25:00")."""
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    noon = (match["noon1"] or match["noon2"] or "").casefold()
    if noon and hour <= 12:
        hour = hour % 12 + (12 if noon in AFTER_NOON else 0)
    if (hour, minute, second) == (24, 0, 0):
        hour = 0  # the midnight a day begins with, as some systems print it
    if hour > 23 or minute > 59 or second > 60:
        return None
    return time(hour, minute, min(second, 59))  # 60 is a leap second, which Python does not know
