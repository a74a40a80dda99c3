"""The points of a story that a page lists between headline and lede: "140 jobs, two thirds of them local"."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from copydesk.editing.shapes import length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Draft, ListItem

LEAST: Final = 0.1
"""The score that each point has at least. On saved pages of four sets this changed four: for the better on three."""
FEWEST, WORDS, LINKED = 2, 4, 0.3
"""How many points there are at least, the fewest words of each, and the share of its characters that links are."""


def with_points_above(draft: Draft, kept: list[bool]) -> list[bool]:
    """The choice with the lists of a page between the headline and the first running text of the story, if each of
    their items is a point and no link."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None:
        return kept
    lists: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks)]):
        if isinstance(block.kind, ListItem) and block.markup is not None and block.order > headline.order:
            lists[block.markup.container].append(at)
    are_points = (items for items in lists.values() if all(_is_point(draft.blocks[at]) for at in items))
    told = {at for items in are_points if len(items) >= FEWEST for at in items}
    return [is_kept or at in told for at, is_kept in enumerate(kept)] if told else kept


def _is_point(block: Block) -> bool:
    is_text = block.markup is not None and block.markup.link_density < LINKED
    return is_text and (block.score or 0.0) >= LEAST and length(block.text) >= WORDS
