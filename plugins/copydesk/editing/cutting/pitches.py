"""The box that asks for an address: what stands over its button in words of the newsletter's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, ends_sentence, lead, length
from copydesk.model import Block

BUTTONS: Final = 3
"""How many lines of buttons and fields a box has at most over what it says under them."""
BUTTON_WORDS: Final = 2
"""Words of the longest button that no table has: "Sign up"."""
PITCH_WORDS, PITCH, NAMED = 25, 0.6, 0.75
"""Words of the longest sentence over the button, and the scores under which it is none of the story, alone or under the
name of a newsletter."""
NAME_WORDS, NAME = 6, 0.9
"""The same of the newsletter's name over that."""


def pitches_above(blocks: tuple[Block, ...], below: set[int], desk: Desk) -> set[int]:
    """The places of the name of a newsletter and of what it says of itself, over a button and one of the lines
    ``below`` it that says to what a reader agrees: "The Build Sheet", "Our weekly briefing, every Thursday."."""
    agreed = (at for at in below if desk.words.agreed_starts.begin(lead(blocks[at].text)))
    return {at for end in agreed for at in _pitch(blocks, end, desk)}


def _pitch(blocks: tuple[Block, ...], agreed: int, desk: Desk) -> Iterator[int]:
    top = agreed
    while top > 0 and agreed - top < BUTTONS and _is_button(blocks[top - 1], desk):
        top -= 1
    is_named = top > 1 and _is_name(blocks[top - 2])
    if top == 0 or not (is_named or top < agreed) or not _is_said(blocks[top - 1], NAMED if is_named else PITCH):
        return
    yield top - 1
    if is_named:
        yield top - 2


def _is_button(block: Block, desk: Desk) -> bool:
    line = bare(block.text)
    asks = length(line) <= BUTTON_WORDS and desk.words.newsletter_starts.begin(f"{line} ")
    return line in desk.words.machine_lines or asks


def _is_said(block: Block, sure: float) -> bool:
    """Whether a block is a sentence or two of which the judge is not sure."""
    size = length(block.text)
    return NAME_WORDS <= size <= PITCH_WORDS and ends_sentence(block.text) and (block.score or 0.0) < sure


def _is_name(block: Block) -> bool:
    """Whether a block is short enough for the name of a newsletter, and no sentence."""
    is_short = 0 < length(block.text) <= NAME_WORDS and not ends_sentence(block.text)
    return is_short and block.text[-1] not in ":：" and (block.score or 0.0) < NAME
