"""Clues to facts: who wrote a story, who published it, when and where, each with its origin and its trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.model import Draft, House, Overrides, Story

__all__ = ["resolve"]


def resolve(draft: Draft, house: House, overrides: Overrides) -> Story:
    """The story of an edited draft. It is imported where it is asked for: a build of the site, which asks this package
    for datelines alone, begins an eighth of a second earlier."""
    from copydesk.metadata import resolving

    return resolving.resolve(draft, house, overrides)
