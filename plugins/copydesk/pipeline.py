"""The four stages joined: a raw file in, stories out. Pure: same bytes and same knowledge, same story."""

from __future__ import annotations

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
    drafts = intake.read(raw, limits or Limits())
    return tuple(metadata.resolve(editing.edit(draft, house, overrides), house, overrides) for draft in drafts)
