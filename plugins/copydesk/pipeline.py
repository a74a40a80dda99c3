"""The four stages joined: a raw file in, stories out. Pure: same bytes and same knowledge, same story."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk import editing, intake, metadata
from copydesk.model import House, Limits, Overrides, RawDocument, Story

NO_OVERRIDES = Overrides()


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
    HeldError."""
    for draft in intake.read(raw, limits):
        yield metadata.resolve(editing.edit(draft, house, overrides), house, overrides)
