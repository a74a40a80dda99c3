"""Briefs made of longer stories: a page of which only the first paragraphs of the story are left, in the page that was
around it or in a few of its lines.

The pages of the data sets tell long stories, while what is brought to a desk is often a brief, or some paragraphs
copied by hand with two lines of the site. Nothing of a page is changed but that blocks are left out, so that it is
edited just as any other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from copydesk.editing.shapes import ends_sentence, is_stopless, length
from copydesk.model import Block, Draft

from bench.sites import fold
from bench.train.labels import soft_labels

TOLD: Final = 0.5
"""The share of a block that the known text must have for it to be of the story."""
SHORTEST, STEP, STEPS = 20, 15, 9
"""The fewest words of a brief, and how many more it may have by lot: up to 140."""
AROUND: Final = (3, 12, None, None)
"""How many blocks are left above and below the story, by lot; ``None`` for all of them."""


def shortened(draft: Draft, gold: str, name: str) -> tuple[Draft, str] | None:
    """A page as it was read, with the first paragraphs of its story alone, and their text; the lot falls by ``name``.

    ``None`` where the whole story is no longer than the brief.
    """
    labels, _ = soft_labels([block.text for block in draft.blocks], gold)
    told = [at for at, label in enumerate(labels) if label >= TOLD and draft.blocks[at].text.strip()]
    brief = _first(draft.blocks, told, SHORTEST + STEP * fold(f"{name} words", STEPS))
    if not brief or len(brief) == len(told):
        return None
    around = AROUND[fold(f"{name} around", len(AROUND))]
    around = len(labels) if around is None else around
    above, below = max(0, brief[0] - around), told[-1] + 1
    kept = (*draft.blocks[above : brief[-1] + 1], *draft.blocks[below : below + around])
    return replace(draft, blocks=kept), "\n".join(draft.blocks[at].text for at in brief)


def _first(blocks: tuple[Block, ...], told: list[int], least: int) -> list[int]:
    """The first blocks of a story that have words enough together, to the end of a sentence."""
    said = 0
    for count, at in enumerate(told, 1):
        said += length(blocks[at].text)
        if said >= least and (ends_sentence(blocks[at].text) or is_stopless(blocks[at].text)):
            return told[:count]
    return []
