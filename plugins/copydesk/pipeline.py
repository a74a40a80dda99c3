"""The four stages joined: a raw file in, stories out. Pure: same bytes and same knowledge, same story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copydesk import editing, intake, metadata
from copydesk.editing.logo_names import logo_name
from copydesk.editing.shapes import bare, is_running_text, lead
from copydesk.metadata.dates.month_names import spell
from copydesk.model import House, Limits, Overrides, RawDocument, Story
from copydesk.patterns import numberless
from copydesk.text import count_words, fold, words

NO_OVERRIDES = Overrides()

_ASKED_OF_LINES: Final = (fold, words, count_words, bare, lead, is_running_text, logo_name, numberless, spell)
"""What is asked of one line again and again, and so remembered."""


def clean(
    raw: RawDocument,
    house: House,
    overrides: Overrides = NO_OVERRIDES,
    limits: Limits | None = None,
) -> tuple[Story, ...]:
    """The stories of one seed, most seeds holding one. Raises HeldError for a seed that cannot be read at all; a story
    that was read but may not be published has its reasons in ``held``."""
    return tuple(stories(raw, house, overrides, limits or Limits()))


def stories(raw: RawDocument, house: House, overrides: Overrides, limits: Limits) -> Iterator[Story]:
    """The stories of one seed, each as soon as it is done, so that a caller can count the time of each. Raises
    HeldError.

    What was remembered of the lines of another seed is forgotten first, so that its memory is used again while it is
    in the processor's cache. Thousands of lines kept for later pages push out of it what is at work, which costs more
    than they spare, even where the next page is of the same site."""
    for answers in _ASKED_OF_LINES:
        answers.cache_clear()
    for draft in intake.read(raw, limits):
        yield metadata.resolve(editing.edit(draft, house, overrides), house, overrides)
