"""Forms beside the story of a saved page: the questions and answers of a poll read like sentences of it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Final

from copydesk.editing.shapes import length
from copydesk.model import Block

MOST_TOLD: Final = 0.3
"""The share of what is kept that a form holds at most: there are systems that set the whole page into one."""
SURE: Final = 0.9
"""The score from which a line stays in any form. Measured by site on every second page of four sets: 288 words that
were none of the story's left, and none that were."""


def without_forms(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice of lines ``kept`` without those of forms that hold little of it. What the judge is sure of stays."""
    forms = _kept_in_forms(blocks, kept)
    if not forms:
        return kept
    told = sum(length(block.text) for block in itertools.compress(blocks, kept))
    small = [places for places in forms if sum(length(blocks[at].text) for at in places) < MOST_TOLD * told]
    out = {at for places in small for at in places if (blocks[at].score or 0.0) < SURE}
    return [is_kept and at not in out for at, is_kept in enumerate(kept)]


def _kept_in_forms(blocks: tuple[Block, ...], kept: list[bool]) -> list[list[int]]:
    """The positions of the kept lines in each form of the page."""
    forms: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if kept[at] and block.markup is not None and "form" in block.markup.path:
            forms[_number(block.markup.path, block.markup.ancestors)].append(at)
    return list(forms.values())


def _number(path: tuple[str, ...], ancestors: tuple[int, ...]) -> int:
    """The number of the outermost form around a block; both tuples end with the block's own element."""
    up = len(path) - path.index("form")
    return ancestors[-up] if up <= len(ancestors) else 0
