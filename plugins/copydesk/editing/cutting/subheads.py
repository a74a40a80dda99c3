"""Subheads of a dump, which look like any short line of the page: that paragraphs of the story stand on both sides says
what they are. And those of a saved page over a line of the story, under lines that the judge took out."""

from __future__ import annotations

from collections import Counter
from typing import Final

from copydesk.editing.cutting.numbered import with_numbered
from copydesk.editing.desk import Desk
from copydesk.editing.pictures.credits import is_credit
from copydesk.editing.shapes import bare, ends_sentence, is_heading, is_running_text, lead, length
from copydesk.model import Block

LEAST: Final = 0.24
"""The score from which a subhead stays between paragraphs,"""
SURE: Final = 0.7
"""and theirs."""
WORDS: Final = range(1, 9)
"""How many words it has."""
LIKELY, LINKED = 0.35, 0.5
"""The score from which one of a page stays, and the share of its characters that links may be. By site on the saved
pages of four sets this made thirteen better and one worse."""


def with_subheads(blocks: tuple[Block, ...], kept: list[bool], desk: Desk) -> list[bool]:
    """The choice with the subheads of a dump: those that it counts, and those between paragraphs."""
    return _with_lines_between(blocks, with_numbered(blocks, kept), desk)


def _with_lines_between(blocks: tuple[Block, ...], kept: list[bool], desk: Desk) -> list[bool]:
    """The choice with the short lines of a dump that stand alone, as paragraphs of their own, right between two
    paragraphs of which the judge is sure: "The bell"."""
    places = range(1, len(blocks) - 1)
    likely = [at for at in places if not kept[at] and kept[at - 1] and kept[at + 1] and _is_amid(blocks, at)]
    if not likely:
        return kept
    lines = Counter(block.text for block in blocks)
    told = {at for at in likely if lines[blocks[at].text] == 1 and not _is_of_the_site(blocks[at].text, desk)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _is_amid(blocks: tuple[Block, ...], at: int) -> bool:
    above, block, below = blocks[at - 1 : at + 2]
    if block.markup is not None or (block.score or 0.0) < LEAST or length(block.text) not in WORDS:
        return False
    believed = all((near.score or 0.0) >= SURE for near in (above, below)) and is_running_text(above.text)
    return believed and not ends_sentence(block.text) and _is_apart(above, block, below)


def _is_apart(above: Block, block: Block, below: Block) -> bool:
    """Whether as many blank lines stand over a line as under it, and nothing that rules have cut."""
    next_to_it = block.place.first - above.place.last == 1 + block.gap
    return block.gap == below.gap > 0 and next_to_it and below.place.first - block.place.last == 1 + below.gap


def _is_of_the_site(text: str, desk: Desk) -> bool:
    """Whether a line is one of the page around the story, or of a picture."""
    words, line = desk.words, bare(text)
    tables = (words.related_lines, words.list_lines, words.machine_lines, words.below_lines, words.share_lines)
    starts = (words.more_starts, words.related_starts, words.share_starts)
    listed = any(line in table for table in tables) or any(start.begin(lead(text)) for start in starts)
    return listed or "://" in text or is_credit(text, desk)


def is_subhead_over(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a likely heading of a page stands right over a kept line, below the beginning of the story."""
    block = blocks[at]
    if block.markup is None or (block.score or 0.0) < LIKELY or not is_heading(block):
        return False
    return block.markup.link_density < LINKED and any(kept[at + 1 : at + 2]) and any(kept[:at])
