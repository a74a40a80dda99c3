"""Blocks to Markdown: CommonMark and the pipe tables of GitHub, one paragraph a line, so that a diff shows paragraphs.

Two conventions are ours. A caption is a paragraph under a line ``{.caption}`` (with ``image="…"`` inside the braces
where the page gave the picture's address). Headings begin at the second level, whatever the page used, and skip none:
the first level belongs to the headline. What is written here reads back as the same words; `verifying` holds us to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from copydesk.model import (
    Block,
    Caption,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Table,
)
from copydesk.writing.addresses import safe_href
from copydesk.writing.conflicts import unfinished
from copydesk.writing.escaping import IN_CELL, active_places, visible
from copydesk.writing.html.rendering import reads_as, to_html
from copydesk.writing.markdown.inline import inline, inline_heading, without_emphasis
from copydesk.writing.markdown.lists import write_list

__all__ = ["caption_line", "heading_levels", "to_html", "write", "written_spans"]

_TICKS = re.compile("`{3,}")
_LINE = re.compile("^", re.MULTILINE)

NEIGHBOURS = (ListItem, Quotation)
"""Kinds whose neighbours are written as one."""


def write(blocks: tuple[Block, ...]) -> str:
    """The Markdown of a story's body, ending in a newline; ``""`` where no block has words."""
    levels = heading_levels(blocks)
    parts = [_write_group(group, levels) for group in _groups(blocks)]
    return "".join(f"{part}\n" for part in ("\n\n".join(parts),) if part)


def heading_levels(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The level each heading level of the page is written as: the highest is 2, the next 3, at most 6."""
    used = sorted({block.kind.level for block in blocks if isinstance(block.kind, Heading)})
    return {level: min(2 + rank, 6) for rank, level in enumerate(used)}


def written_spans(block: Block) -> str:
    """The inline Markdown of a block; emphasis is left out where it would not read back as the same words."""
    write_spans = inline_heading if isinstance(block.kind, Heading) else inline
    written = write_spans(block.spans)
    if any(span.strong or span.emphasis for span in block.spans) and not reads_as(written, block.text):
        return write_spans(without_emphasis(block.spans))
    return written


def caption_line(image: str | None) -> str:
    """The line that makes the paragraph under it a caption."""
    href = safe_href(image)
    return "{.caption}" if href is None else f'{{.caption image="{href}"}}'


def _groups(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks with words, those that are one list or one quotation together."""
    worded = (block for block in blocks if visible(block.text).strip())
    for kind, group in groupby(worded, key=lambda block: type(block.kind)):
        if kind in NEIGHBOURS:
            yield tuple(group)
        else:
            yield from ((block,) for block in group)


def _write_group(group: tuple[Block, ...], levels: Mapping[int, int]) -> str:
    block = group[0]
    match block.kind:
        case ListItem():
            return write_list([(item.kind, written_spans(item)) for item in group if isinstance(item.kind, ListItem)])
        case Quotation():
            return _quoted(group)
        case Heading(level):
            return f"{'#' * levels[level]} {written_spans(block)}"
        case _:
            return WRITERS[type(block.kind)](block)


def _quoted(group: tuple[Block, ...]) -> str:
    lines = "\n\n".join(map(written_spans, group)).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _captioned(block: Block) -> str:
    image = block.kind.image if isinstance(block.kind, Caption) else None
    return f"{caption_line(image)}\n{written_spans(block)}"


def _fenced(block: Block) -> str:
    text = visible(block.text).strip("\n")
    fence = "`" * (1 + max((len(ticks) for ticks in _TICKS.findall(text)), default=2))
    written = f"{fence}\n{text}\n{fence}"
    if unfinished(written) is None:
        return written
    return _LINE.sub(" ", written)  # of every line a reader takes the space that its fence has


def _tabled(block: Block) -> str:
    """A pipe table; one without a heading row gets an empty one, which the page leaves out again. Only the heading row
    is filled up to the longest, or a hostile table of few cells would become one of millions."""
    if not isinstance(block.kind, Table):
        return written_spans(block)
    rows = block.kind.rows if block.kind.header else ((), *block.kind.rows)
    width = max(map(len, rows))
    heading, *lines = (_row(tuple(map(_cell, row))) for row in ((*rows[0], *("",) * (width - len(rows[0]))), *rows[1:]))
    return "\n".join((heading, _row(("---",) * width), *lines))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    flat = " ".join(visible(text).split())
    places = active_places(flat, IN_CELL)
    return "".join(f"\\{letter}" if place in places else letter for place, letter in enumerate(flat))


WRITERS: Mapping[type, Callable[[Block], str]] = {
    Paragraph: written_spans,
    Caption: _captioned,
    Preformatted: _fenced,
    Table: _tabled,
}
"""How each kind that stands alone is written; headings, lists and quotations need what stands beside them."""
