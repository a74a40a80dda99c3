"""Time zones, settled here and nowhere else: the abbreviations we trust, and the zone of a date that names none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.model import Moment

OFFSETS: Mapping[str, int] = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60,
    "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180,
    "wat": 60, "cat": 120, "sast": 120, "eat": 180, "pkt": 300, "wib": 420, "wita": 480, "wit": 540,
    "hkt": 480, "sgt": 480, "pht": 480, "jst": 540, "kst": 540, "awst": 480, "aest": 600, "aedt": 660, "acst": 570,
    "acdt": 630, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cdt": -300, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "nst": -210, "ndt": -150, "adt": -180,
}  # fmt: skip
"""Minutes east of Greenwich of the abbreviations news uses for one zone alone. IST (India, Ireland, Israel), CST
(America, China, Cuba), BST (Britain, Bangladesh), AST, MST and GST mean several and are left out."""

PLACES: Mapping[str, str] = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
"""Abbreviations that name a place's own time, whatever the season."""

_NUMERIC = re.compile(r"(?:utc|gmt)?\s*([+\-\u2212])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_FURTHEST = 14 * 60


def read_zone(text: str, day: date) -> timezone | None:
    """The offset that a zone's text ("+05:30", "CEST", "ET") means on a day; ``None`` where that is not certain."""
    name = text.strip().casefold().strip("().").replace(".", "")
    if name in OFFSETS:
        return offset_of(OFFSETS[name])
    if name in PLACES:
        return zone_on(PLACES[name], day)
    match = _NUMERIC.fullmatch(name)
    if not match:
        return _named(text.strip(" ()"), day) if "/" in text else None
    sign, hours, minutes = match.groups()
    total = int(hours) * 60 + int(minutes or 0)
    if total > _FURTHEST or int(minutes or 0) > 59:
        return None
    return offset_of(-total if sign != "+" else total)


def _named(name: str, day: date) -> timezone | None:
    """The offset of a place under its IANA name: "America/New_York"."""
    try:
        return zone_on(name, day)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def offset_of(minutes: int) -> timezone:
    """A fixed offset east of Greenwich; UTC itself where it is none."""
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


def zone_on(name: str, day: date, clock: time = time(12)) -> timezone:
    """The offset that a place keeps at a time of day there."""
    offset = datetime.combine(day, clock, ZoneInfo(name)).utcoffset() or timedelta()
    return offset_of(int(offset.total_seconds()) // 60)


def settle(moment: Moment, zone: str, named: str | None = None) -> Moment:
    """A moment that gives no offset, in the zone it is taken to mean. A bare day stays a day; nothing is converted.

    ``named`` is an abbreviation that could mean several zones ("IST", "BST"): it counts where ``zone`` calls itself so
    on that day; elsewhere the time of day is not certain and is left out.
    """
    if moment.clock is None or moment.clock.tzinfo is not None:
        return moment
    if named and datetime.combine(moment.day, moment.clock, ZoneInfo(zone)).tzname() != named:
        return replace(moment, clock=None)
    return replace(moment, clock=moment.clock.replace(tzinfo=zone_on(zone, moment.day, moment.clock)))
