"""What one element of a page holds as lines with a break between them: headline, byline and date; titles of other
stories, or readers' comments, under the line that announces them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.bylines.dates import is_only_date
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, ends_sentence, is_laid_out, length
from copydesk.model import Block, Draft, Span

MOST_LINES, MOST_WORDS, FEW_WORDS = 5, 30, 6
"""Lines of the longest block that is parted, words of its longest line, and of one that is no byline and no date."""


def part_furniture(draft: Draft, desk: Desk) -> Draft:
    """Part a block at its breaks where its first line is a byline or one or a date stands under it, or where that line
    announces other stories or comments: "By Jane Doe", "Have your say"."""
    parted = {
        at: tuple(_parts(block))
        for at, block in enumerate(draft.blocks)
        if "\n" in block.text and not is_laid_out(block) and (_is_furniture(block, desk) or _is_announced(block, desk))
    }
    if not parted:
        return draft
    blocks = (piece for at, block in enumerate(draft.blocks) for piece in parted.get(at, (block,)))
    return replace(draft, blocks=tuple(blocks))


def _is_furniture(block: Block, desk: Desk) -> bool:
    """Whether a block is a title, and lines about it: a poem with its poet's name is longer."""
    title, *others = [line.strip() for line in block.text.split("\n") if line.strip()] or [""]
    if not 1 <= len(others) < MOST_LINES or length(title) > MOST_WORDS or ends_sentence(title):
        return False
    about = [line for line in others if is_only_date(line, desk) or is_byline(line, desk)]
    return bool(about or is_byline(title, desk)) and all(line in about or length(line) <= FEW_WORDS for line in others)


def _is_announced(block: Block, desk: Desk) -> bool:
    """Whether the first line is one that ends a story: "Most read", "Have your say"."""
    return bare(block.text.strip().split("\n", 1)[0]) in desk.words.below_lines


def _parts(block: Block) -> Iterator[Block]:
    """The lines of a block, each a block with the marks it had."""
    line: list[Span] = []
    for span in (*block.spans, Span("\n")):
        first, *others = span.text.split("\n")
        line.append(replace(span, text=first))
        for text in others:
            yield from _block(block, line)
            line = [replace(span, text=text)]


def _block(block: Block, line: list[Span]) -> Iterator[Block]:
    spans = tuple(span for span in line if span.text)
    if "".join(span.text for span in spans).strip():
        yield replace(block, spans=spans, rule="part_furniture")
