"""Boxes under the story of a saved page that a heading with the writer's name begins: "Written by Jane Doe", and what
she does below it, her name not said again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import is_heading, lead, length, start_of
from copydesk.editing.story import start_of_story
from copydesk.editing.vocabulary import Starts
from copydesk.model import Block, Draft
from copydesk.text import words

HEAD_WORDS = 8
"""The most words of the heading of a box about a writer."""
LONGEST = 60
"""The most words of a paragraph under it."""
NAME_WORDS: Final = 4
"""Words of the longest name in the line over a box."""
LAST, FIRST_WORDS = 8, 3
"""How many of a story's last blocks may be such a box in a dump, and the first words that call its writer."""
ABOUT: Final = Starts(
    (
        "about the author ", "about the author: ", "about ", "über den autor ", "über die autorin ", "über ",
        "zur person: ", "à propos de ", "sobre el autor ", "sobre la autora ", "sobre ", "acerca de ", "chi è ",
        "sull'autore ", "over ", "o autorze ", "o autorce ", "об авторе ", "о авторе ", "про автора ",
        "yazar hakkında ", "tentang ", "om ", "về ",
    )
)  # fmt: skip
"""What stands before the writer's name there."""
SURE = 0.9
"""The score from which such a paragraph belongs to the story."""
OUTERMOST: Final = 2
"""Elements around the whole page: to stand in one of these together means nothing."""


def in_boxes_of_writers(draft: Draft, desk: Desk, writers: tuple[str, ...]) -> set[int]:
    """The places of what stands in such boxes; the heading may have been cut already."""
    heads = list(_heads(draft, desk, frozenset(writers))) if writers else []
    boxes = {at for head in heads for at in _under(draft.blocks, head)}
    return boxes | (set(_in_dump(draft.blocks, desk, writers)) if writers else set())


def _in_dump(blocks: tuple[Block, ...], desk: Desk, writers: tuple[str, ...]) -> Iterator[int]:
    """The places of a line of a dump that says about whom a box is, under the story, and of the paragraph below it that
    calls the writer by a name: "About Jane Doe", "Jane is a former night editor."."""
    for at in range(max(1, len(blocks) - LAST), len(blocks)):
        writer = _is_about(blocks[at], desk, writers)
        if writer is None or at <= start_of_story(blocks):
            continue
        yield at
        if at + 1 < len(blocks) and _calls(blocks[at + 1], writer):
            yield at + 1


def _is_about(block: Block, desk: Desk, writers: tuple[str, ...]) -> str | None:
    """The writer whom a short line of a dump says that what follows is about."""
    line = lead(block.text)
    if block.markup is not None or length(block.text) > HEAD_WORDS:
        return None
    start = start_of(f"{line} ", desk.words.about_starts) or start_of(line, ABOUT)
    named = " ".join(words(line[len(start) :])) if start else ""
    called = (named if " " in named else writer for writer in writers if _is_called(writer, named))
    return next(called, None) if named else None


def _is_called(writer: str, named: str) -> bool:
    """Whether a byline begins with a name, of a few words or the given name alone."""
    return f"{writer} ".startswith(f"{named} ") and len(named.split()) <= NAME_WORDS


def _calls(block: Block, writer: str) -> bool:
    """Whether a paragraph of a few sentences has a part of the writer's name among its first words."""
    first = words(block.text)[:FIRST_WORDS]
    return length(block.text) <= LONGEST and not set(writer.split()).isdisjoint(first)


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
