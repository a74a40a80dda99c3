"""The box under the story in which the site offers its goods: a heading, a sentence or two, and a button."""

from __future__ import annotations

from typing import Final

from copydesk.editing.shapes import is_heading, length
from copydesk.editing.story import tells
from copydesk.model import Block, Draft

CERTAIN: Final = 0.8
"""The score from which running text is the story's last paragraph, over the box, and under which each line of it is."""
LINES, WORDS, BUTTON_WORDS = range(2, 4), 30, 5
"""How many lines the box has, their most words, and those of its button."""
LINKED: Final = 0.8
"""The share of the characters of a button that is a link."""


def without_offers(draft: Draft, kept: list[bool]) -> list[bool]:
    """The choice of blocks without boxes of a page that stand under the story in an element of their own, which ends in
    a button: "Ship queues that tell the truth" over "Free for up to 10,000 jobs." and "Start for free"."""
    blocks = draft.blocks
    told = (at for at, block in enumerate(blocks) if tells(block) and (block.score or 0.0) >= CERTAIN)
    last = max(told, default=len(blocks))
    below = range(last + 1, len(blocks))
    heads = [at for at in below if kept[at] and is_heading(blocks[at]) and (blocks[at].score or 0.0) < CERTAIN]
    if not heads or (story := blocks[last].markup) is None:
        return kept
    boxes = _boxes_with_buttons(draft) - set(story.ancestors)
    offered = {at for head in heads for at in _offer(blocks, head, boxes)}
    return [is_kept and at not in offered for at, is_kept in enumerate(kept)]


def _boxes_with_buttons(draft: Draft) -> set[int]:
    """The elements of the page that a button stands in."""
    every = (*draft.blocks, *(taken.block for taken in draft.cuts if taken.nature != "empty"))
    return {block.markup.container for block in every if block.markup is not None and _is_button(block)}


def _is_button(block: Block) -> bool:
    markup = block.markup
    is_set_so = markup is not None and (markup.link_density >= LINKED or markup.path[-1:] == ("button",))
    return is_set_so and 0 < length(block.text) <= BUTTON_WORDS


def _offer(blocks: tuple[Block, ...], head: int, boxes: set[int]) -> range:
    """The places of a heading and what is in its box but the button; none where that is long or believed."""
    markup = blocks[head].markup
    if markup is None or markup.container not in boxes:
        return range(0)
    end = head
    while end < len(blocks) and _stands_in(blocks[end], markup.container) and not _is_button(blocks[end]):
        end += 1
    box = blocks[head:end]
    is_small = len(box) in LINES and sum(length(block.text) for block in box) <= WORDS
    is_offer = is_small and all((block.score or 0.0) < CERTAIN for block in box)
    return range(head, end) if is_offer and not _stands_in(blocks[head - 1], markup.container) else range(0)


def _stands_in(block: Block, element: int) -> bool:
    return block.markup is not None and element in block.markup.ancestors
