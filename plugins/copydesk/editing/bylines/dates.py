"""Whether a line is a date and nothing else. Reading the date is the business of metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded, lead, length

_FIGURES = re.compile(r"\d+")
_NUMERIC = re.compile(r"\b\d{1,2}[./\-]\s?\d{1,2}[./\-]\s?(?:\d{4}|\d{2})\b|\b\d{4}[./\-]\d{1,2}[./\-]\d{1,2}")
_EASTERN = re.compile(r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]")
_DAY = re.compile(r"(?<!\d)(?:[0-3]?\d)(?!\d)|[०-९٠-٩۰-۹]{1,2}")
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|25[4-7]\d)(?!\d)|[०-९٠-٩۰-۹]{4}")
_CENTURIES = ("19", "20", "254", "255", "256", "257")
"""How years begin; 2540 and so on count from the Buddha."""
CLOCK = re.compile(r"(?<![\d.])\d{1,2}\s?[:.h時点시]\s?\d{2}(?![\d.])")
"""An hour and its minutes, which a date with dots is not."""
_SIGNED = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0e7f])*"
"""A word with the vowel signs that the scripts of India and Thai write beside their letters."""
_LETTERS = re.compile(rf"{_SIGNED}(?:\.{_SIGNED})*")

_HOUR = re.compile(
    r"(?:[^\W\d]+ )?(?:[01]?\d|2[0-3])\s?[:.h時点시]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:uhr|\u5206|\ubd84))?(?:\s?[a-z]{2,4})?"
)
"""An hour with perhaps a word before it and a zone behind it: "16.30 GMT", "Updated 9:05 pm"."""
_DAY_BEFORE = re.compile(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4} ?[•·|,–-]? ?")
"""The day in figures before an hour: "08.01.2026 • 19:40 Uhr"."""
_IN_HOUR = re.compile(r"\d[^\S\n]?[:.h時点시][^\S\n]?\d")
"""What no hour is without."""

DATE_LINE_WORDS, HOUR_LENGTH = 16, 26
"""Words of the longest line that is a date, and characters of one that is an hour."""


def holds_date(text: str, desk: Desk) -> bool:
    """Whether a day of a month of a year, or at least of a month, is written somewhere in a line."""
    line = folded(text)
    figures = _FIGURES.findall(line)
    if not figures:
        return False
    if len(figures) > 2 and _NUMERIC.search(line) or (not line.isascii() and _EASTERN.search(line)):
        return True
    if not any(map(_is_year, figures)) or not _DAY.search(line):
        return False
    return not desk.words.months.isdisjoint(_LETTERS.findall(line))


def _is_year(figure: str) -> bool:
    """The same as `_YEAR` of figures that stand alone: it takes many times as long to search a long line."""
    if figure.isascii():
        return len(figure) == 4 and figure.startswith(_CENTURIES)
    return _YEAR.search(figure) is not None


def is_only_date(text: str, desk: Desk) -> bool:
    """Whether a line is a date with perhaps its weekday, time, zone and label, and no other words."""
    if not 0 < length(text) <= DATE_LINE_WORDS or len(text) > 120 or not holds_date(text, desk):
        return False
    return not _others(_EASTERN.sub(" ", _without_label(lead(text), desk)), desk)


def is_hour(text: str) -> bool:
    """Whether a line is the hour of an entry and nothing else: "16.30 GMT"."""
    if len(text) > HOUR_LENGTH:
        return False
    line = folded(text)
    return _HOUR.fullmatch(_DAY_BEFORE.sub("", line) if line[:1].isdigit() else line) is not None


def may_have_hours(texts: Sequence[str], fewest: int) -> bool:
    """Whether so many lines may be an hour: asked of all short lines together."""
    short = "\n".join([folded(text) for text in texts if len(text) <= HOUR_LENGTH])
    return len(_IN_HOUR.findall(short)) >= fewest


def is_day_alone(text: str, desk: Desk) -> bool:
    """Whether a line is a day of a month and nothing else, the year left out: "May 3"."""
    line = folded(text)
    if not 2 <= length(text) <= 4 or len(_DAY.findall(line)) != 1 or _YEAR.search(line):
        return False
    named = [word for word in _LETTERS.findall(line) if word in desk.words.months]
    return len(named) == 1 and not _others(line, desk)


def names_weekday(text: str, desk: Desk) -> bool:
    """Whether a line names a day of the week."""
    line = folded(text)
    return any(word in desk.words.weekdays for word in _LETTERS.findall(line)) or any(
        day in line for day in desk.words.weekdays if not day.isascii() and len(day) >= 3
    )


def _without_label(line: str, desk: Desk) -> str:
    for label in desk.words.dated_starts:
        line = line.replace(label, " ")
    for day in desk.words.weekdays if "'" in line else ():
        line = line.replace(day, " ") if "'" in day else line  # "п'ятниця" is one word
    return line


def _others(line: str, desk: Desk) -> tuple[str, ...]:
    """The words of a line that have no place in a date."""
    known = (desk.words.months, desk.words.weekdays, desk.words.date_words)
    found = (word for word in _LETTERS.findall(line) if len(word) > 1)
    return tuple(word for word in found if not any(word.strip(".") in table for table in known))
