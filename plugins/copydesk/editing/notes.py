"""Short notes: items of feeds without a title, as people write them who keep a log of small things.

What a page has around its story a note has not. So nothing of it is judged, lifted or cut: in a text of two sentences
every line looks like a caption, a byline or the words of a button.
"""

from __future__ import annotations

from typing import Final

from copydesk.editing.rules import RULES
from copydesk.editing.shapes import length
from copydesk.model import Draft

LONGEST: Final = 100
"""Words of the longest note. What services for notes take at most (280 to 500 characters) has fewer."""

FOR_PAGES: Final = ("score_", "lift_", "cut_", "end_at_", "part_furniture", "rate_confidence", "hold_")
"""How rules are named that look for what stands around a story, or ask whether there is one."""

FOR_ALL: Final = frozenset({"cut_empty_blocks", "cut_lines_the_curator_named", "cut_lines_of_the_publisher"})

RULES_OF_NOTES: Final = tuple(rule for rule in RULES if rule.name in FOR_ALL or not rule.name.startswith(FOR_PAGES))


def is_note(draft: Draft) -> bool:
    """Whether a draft is an item of a feed that has no title and few words: nothing but what its author wrote."""
    if draft.item is None or any(clue.fact == "headline" for clue in draft.clues):
        return False
    return sum(length(block.text) for block in draft.blocks) <= LONGEST
