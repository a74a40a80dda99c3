"""Boxes under the story of a saved page that a heading with the writer's name begins: "Written by Jane Doe", and what
she does below it, her name not said again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import is_heading, lead, length, start_of
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Draft
from copydesk.text import words

HEAD_WORDS = 8
"""The most words of the heading of a box about a writer."""
LONGEST = 60
"""The most words of a paragraph under it."""
SURE = 0.9
"""The score from which such a paragraph belongs to the story."""
OUTERMOST: Final = 2
"""Elements around the whole page: to stand in one of these together means nothing."""


def in_boxes_of_writers(draft: Draft, desk: Desk, writers: tuple[str, ...]) -> set[int]:
    """The places of what stands in such boxes; the heading may have been cut already."""
    heads = list(_heads(draft, desk, frozenset(writers))) if writers else []
    return {at for head in heads for at in _under(draft.blocks, head)}


def _heads(draft: Draft, desk: Desk, writers: frozenset[str]) -> Iterator[Block]:
    cuts = (taken.block for taken in draft.cuts if taken.rule == "cut_what_is_judged_out")
    for block in (*draft.blocks, *cuts):
        if is_heading(block) and block.markup is not None and length(block.text) <= HEAD_WORDS:
            start = start_of(lead(block.text), desk.words.byline_starts) or ""
            if " ".join(words(lead(block.text)[len(start) :])) in writers:
                yield block


def _under(blocks: tuple[Block, ...], head: Block) -> Iterable[int]:
    """The places of the short paragraphs of a box under its heading; none where the story stands in the box too."""
    box = head.markup.ancestors[:-1] if head.markup is not None else ()
    inside = [at for at, block in enumerate(blocks) if block.markup and block.markup.ancestors[: len(box)] == box]
    begin = start_of_story(blocks)
    if len(box) <= OUTERMOST or not inside or inside[0] <= begin or any(blocks[at].order < head.order for at in inside):
        return ()
    return [at for at in inside if length(blocks[at].text) <= LONGEST and (blocks[at].score or 0.0) < SURE]
