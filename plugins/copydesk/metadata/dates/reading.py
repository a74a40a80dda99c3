"""Reading dates: strictly, in any of the languages news is written in, right or not at all.

No relative dates ("2 hours ago"), no part of a date completed from the clock, no order guessed: where day and month
could be exchanged and neither the weekday nor the page's habits settle it, both are given and the caller is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal

from copydesk.metadata.dates.clock import read_clock_after, read_clock_before
from copydesk.metadata.dates.forms import FORMS, Form, day_of
from copydesk.metadata.dates.month_names import spell
from copydesk.metadata.dates.words import neutral_words, updated_words, weekdays
from copydesk.metadata.dates.zones import read_zone
from copydesk.model import Moment
from copydesk.text import has_figure, squeeze

LONGEST = 300
"""Characters of a value that are looked at: a longer one is prose."""

SHORTEST = 6
"""Characters of the shortest date: "1/5/25"."""

Order = Literal["day", "month"]
"""Which of the two comes first in 10/08/2025."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read from a text. ``other`` is the day it would be with day and month exchanged, where nothing settles
    it; ``updated`` says that a label before it calls it the last change; ``zone`` is an abbreviation beside the time
    that could mean several zones ("IST")."""

    moment: Moment
    other: date | None = None
    updated: bool = False
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading with where it stood in the prepared text."""

    reading: Reading
    start: int
    end: int


def read_value(text: str, order: Order | None = None) -> Reading | None:
    """The date a value is, where it is a date and nothing else ("Published: 10 August 2025, 15:04 CEST")."""
    stamp = _read_stamp(text)
    if stamp:
        return stamp
    if not _has_figures(text) or text.isascii() and not _may_hold_date(text, 0):
        return None
    prepared = prepare(text)
    found = next(iter(_found(prepared, order)), None)
    if found is None:
        return None
    rest = prepared[: found.start] + " " + prepared[found.end :]
    return found.reading if _is_neutral(rest) else None


def read_line(text: str, order: Order | None = None) -> tuple[Reading, ...]:
    """Every date a line shows, in order, whatever else it says."""
    if len(text) < SHORTEST or not has_figure(text) or text.isascii() and not _may_hold_date(text, 0):
        return ()
    return tuple(found.reading for found in _found(prepare(text), order))


def _has_figures(text: str) -> bool:
    """Whether there is a figure in a text, of any script: no form of a date is without one."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text[:LONGEST])
    return has_figure(plain)


def without_dates(text: str) -> str:
    """A line with a comma in place of every date with its weekday and time: what else "Jane Roe 3 May 2024" says."""
    if len(text) < SHORTEST or not has_figure(text):
        return text
    prepared, kept, at = prepare(_GLUED_MONTH.sub(r"\1 \2", text)), "", 0
    for found in _found(prepared, None):
        kept += _without_labels(prepared[at : found.start]) + ","
        at = found.end
    return kept + prepared[at:] if at else text


def _without_labels(before: str) -> str:
    """What stands before a date without the words that belong to it: "Jane Roe on Friday" is "Jane Roe"."""
    words = before.split(" ")
    while words and _is_neutral(words[-1]):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=512)
def prepare(text: str) -> str:
    """A text as the forms expect it: plain digits, spaces and commas, halves of the day and names as one word."""
    if _AS_DATA.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text[:LONGEST])
    for mark in set(plain) if not plain.isascii() else ():
        if mark.isdigit():
            plain = plain.replace(mark, str(unicodedata.digit(mark)))
    joined = plain.translate(_PLAIN)
    for pattern, written in _REWRITTEN if joined.isascii() else _IN_OTHER_LETTERS + _REWRITTEN:
        joined = pattern.sub(written, joined)
    return squeeze(joined)


_AS_DATA = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
"""A date as data has it (ISO 8601), which is as the forms expect it."""

_PLAIN = str.maketrans({"،": ",", "、": ",", "\u200f": None, "\u200e": None, "\u200b": None, "’": "'"})

_IN_OTHER_LETTERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(كانون|تشرين) (الأول|الثاني)"), r"\1_\2"),
    (re.compile(r"(มี|มิ|เม|[มกพสตธ])\.\s?([คพย])\."), r"\1\2 "),
)
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[\d\s])([apπμ])\.?\s?([mμ])\b\.?", re.IGNORECASE), r"\1\2"),
    (re.compile(r"\b(\w{3} +\d\d?) (\d\d:\d\d:\d\d)((?: [A-Z]{3,4}| [+-]\d{4})?) (\d{4})\b"), r"\1, \4 \2\3"),
    (re.compile(r"(?<!\d)(\d\d?\.\d\d?\.\d\d)(?=[012]\d:[0-5]\d(?!\d))"), r"\1, "),
    (re.compile(r"(?<!\d)(\d\d?\.\d\d?\.\d{4})-?(?=\d\d?(?:\. ?[^\W\d]|\.\d\d?\.\d{4}|:\d\d))"), r"\1, "),
    (re.compile(r"\b(\d{4}) (\d\d) (\d\d) (\d\d) (\d\d) (\d\d)\b"), r"\1-\2-\3 \4:\5:\6"),
    (re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)[T_](\d\d):?(\d\d):?(\d\d)(?!\d)"), r"\1-\2-\3T\4:\5:\6"),
)
"""What is put in a commoner shape first: two-word months, short Thai months ("ม.ค."), "p.m.", the order of the C
library ("Aug 10 10:00:00 2025"), times without colons."""

_GLUED_MONTH = re.compile(r"([a-zß-ÿ])([A-Z][a-z]{2,8}\.?\s\d)")
"""A month run into the word before it, as links do in dumps: "Jane RoeAugust 10, 2025"."""
_FIGURES = re.compile(r"\d+")
_STAMP = re.compile(r"\s*(\d{10})(\d{3})?\s*")
_WORD = re.compile(r"[^\s\d,.;:()\[\]/|·•@–—+-]+")


def _read_stamp(text: str) -> Reading | None:
    """Seconds or milliseconds since 1970, as some pages give in their data."""
    match = _STAMP.fullmatch(text)
    if not match or not text.isascii():
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    days = day_of(moment.year, moment.month, moment.day)
    return Reading(Moment(days[0], moment.timetz())) if days else None


@lru_cache(maxsize=512)
def _found(text: str, order: Order | None) -> tuple[_Found, ...]:
    """The dates in a prepared text, which is asked for them again and again: as a line, as a value, for the rest."""
    return tuple(_find(text, order))


def _find(text: str, order: Order | None) -> Iterator[_Found]:
    at = 0
    while _may_hold_date(text, at) and (found := _first(text, at, order)):
        yield found
        at = found.end


def _may_hold_date(text: str, at: int) -> bool:
    """Whether there are figures enough from ``at`` on: no form has fewer than four in two places or six in one, but for
    the first year of a Japanese era."""
    figures = _FIGURES.findall(text, at)
    if len(figures) > 1 and sum(map(len, figures)) >= 4 or any(len(each) >= 6 for each in figures):
        return True
    return bool(figures) and "年" in text


def _first(text: str, at: int, order: Order | None) -> _Found | None:
    """The leftmost date from ``at`` on; where two forms begin there, the earlier one of the table."""
    first: _Found | None = None
    for form in FORMS:
        one = _first_of(form, text, at, order)
        if one is not None and (first is None or one.start < first.start):
            first = one
            if first.start == at:  # no other begins before it
                break
    return first


def _first_of(form: Form, text: str, at: int, order: Order | None) -> _Found | None:
    for match in form.pattern.finditer(text, at):
        found = _complete(text, at, match, form.days(match), order)
        if found:
            return found
    return None


def _complete(text: str, at: int, match: re.Match[str], days: tuple[date, ...], order: Order | None) -> _Found | None:
    """The day of a match with its weekday, its time and its label; ``None`` where they contradict each other."""
    weekday = _weekday_beside(text[at : match.start()], text[match.end() :])
    fitting = tuple(day for day in days if weekday is None or day.weekday() == weekday)
    if not fitting:
        return None
    day, other = _choose(fitting, order)
    clock = read_clock_after(text, match.end(), day) or read_clock_before(text, at, match.start(), day)
    if clock and clock.time is None:
        return None
    start = min(match.start(), clock.start) if clock else match.start()
    end = max(match.end(), clock.end) if clock else match.end()
    moment = Moment(day, clock.time if clock else None)
    updated = _says_updated(text[at:start]) or _is_called_updated(text[end:])
    reading = Reading(moment, other, updated, clock.zone if clock else None)
    return _Found(reading, start, end)


def _choose(days: tuple[date, ...], order: Order | None) -> tuple[date, date | None]:
    """The day meant and, where nothing says which comes first, the other one. Day first is the habit of most places."""
    if len(days) == 1:
        return days[0], None
    if order is None:
        return days[0], days[1]
    return (days[0] if order == "day" else days[1]), None


def _weekday_beside(before: str, after: str) -> int | None:
    """The weekday named right before a date, or right after it."""
    last = [spell(word) for word in _WORD.findall(before)[-2:]]
    first = [spell(word) for word in _WORD.findall(after)[:1]]
    for words in (last, last[-1:], first):
        if words and (number := weekdays().get(" ".join(words))) is not None:
            return number
    return None


def _says_updated(before: str) -> bool:
    label = spell(before) if before else ""
    return bool(label) and any(word in label for word in updated_words())


def _is_called_updated(after: str) -> bool:
    """Whether the words behind a date and a bar say so, no other date following: "12 Jan 2026 | Latest version"."""
    label = spell(after.lstrip(" |·•–—-(")[:24]) if after.lstrip()[:1] in ("|", "·", "•", "(") else ""
    return not any(map(str.isdigit, label)) and label.startswith(updated_words())


def _is_neutral(rest: str) -> bool:
    """Whether what is left beside a date says nothing else."""
    if any(mark.isdigit() for mark in rest):
        return False
    words = {spell(word) for word in _WORD.findall(rest)}
    return all(word in neutral_words() or word in weekdays() or read_zone(word, _ANY_DAY) for word in words)


_ANY_DAY = date(2000, 1, 1)
