"""Captions that belong to the story: those of its own pictures and tables, and the source of a quotation."""

from __future__ import annotations

from copydesk.editing.shapes import length
from copydesk.model import Block, Caption, Markup, Quotation, Table

CAPTION, PICTURED = 0.05, 0.03
"""The score from which a marked caption stays, and one with its picture. Readers of the story want captions; the gold
the judge learned from has them as often as not, so it gives them low scores."""
SET_BELOW = 0.03
"""The score from which one right under a kept quotation or table stays."""
CAPTION_WORDS = 6
"""The fewest words of one,"""
SOURCE_WORDS = 12
"""and the most of one that says who is quoted;"""
CAPTION_NEAR, PICTURE_NEAR = 4, 8
"""and how many blocks from a kept one it may stand, and how many above the story with a picture."""
LINKED = 0.5
"""The share of one that links may be."""


def is_caption_of_story(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether the page marks a caption, of words and not of a credit alone, amid the story or right above it; or sets
    the source of a quotation or the caption of a table as one."""
    block = blocks[at]
    if not isinstance(block.kind, Caption) or block.markup is None:
        return False
    score = block.score or 0.0
    if at and kept[at - 1] and block.kind.image is None and _is_set_below(blocks[at - 1], block.markup, block.text):
        return score >= SET_BELOW
    if score < (CAPTION if block.kind.image is None else PICTURED) or block.markup.link_density >= LINKED:
        return False
    near = CAPTION_NEAR if block.kind.image is None else PICTURE_NEAR
    amid = any(kept[max(0, at - CAPTION_NEAR) : at]) and any(kept[at + 1 :])
    return length(block.text) >= CAPTION_WORDS and (amid or any(kept[at + 1 : at + 1 + near]))


def _is_set_below(above: Block, markup: Markup, text: str) -> bool:
    """Whether a caption without a picture says who is quoted above it, or stands in one element with a table."""
    if isinstance(above.kind, Quotation):
        return length(text) <= SOURCE_WORDS
    return isinstance(above.kind, Table) and above.markup is not None and above.markup.container == markup.container
