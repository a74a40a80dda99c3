"""What a line says of the date on it, or of the date on the next line: "Published", "Available until", a day of the
week."""

from __future__ import annotations

import re

from copydesk.metadata.dates.month_names import spell
from copydesk.metadata.dates.reading import read_value
from copydesk.metadata.dates.words import published_words, until_words, weekdays

LABEL_WORDS = 3
"""The most words of a line that is a label and nothing else."""

_WORD = re.compile(r"[^\W\d_]+")


def spelled_words(text: str) -> list[str]:
    """The words of a text, each spelled as the tables of dates have it."""
    return [spell(word) for word in _WORD.findall(text)]


def says_published(text: str) -> bool:
    """Whether a line says "published" in any language."""
    return not published_words().isdisjoint(spelled_words(text))


def says_until(text: str) -> bool:
    """Whether a line says how long something can be had: "Available until 6 May 2024"."""
    line = spell(text)
    return any(words in line for words in until_words())


def names_day_of_week(text: str) -> bool:
    """Whether a line has the name of a day of the week, in any language."""
    return any(word in weekdays() for word in spelled_words(text))


def is_today(text: str) -> bool:
    """Whether a line reads like the page's own date: a weekday and a day, no time, no label."""
    reading = read_value(text)
    if reading is None or reading.moment.clock is not None:
        return False
    return names_day_of_week(text) and not says_published(text)


def is_label(text: str) -> bool:
    """Whether a line says no more than "Published:"."""
    return len(spelled_words(text)) <= LABEL_WORDS and says_published(text)
