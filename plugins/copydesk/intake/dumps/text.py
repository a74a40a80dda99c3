"""Plain-text dumps: one block per line that has words, with the blank lines and the indentation before it.

A line's text is kept to the character, no-break spaces and all, but for the ordinary spaces around it, whose number
``indent`` keeps. Marks are read where they are clear: Markdown where the whole file is Markdown, bullets elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from copydesk.intake.dumps import chat_marks, programs, rows
from copydesk.intake.dumps.bullets import Bulleted, find_items
from copydesk.intake.dumps.clippings import head_of_clipping
from copydesk.intake.dumps.columns import split_columns
from copydesk.intake.dumps.inline_marks import pictures
from copydesk.intake.dumps.lines import Line, lines_with_words
from copydesk.intake.dumps.marks import MarkedReader, is_marked
from copydesk.intake.dumps.numbered_links import take_out_numbers
from copydesk.intake.dumps.printed import take_out_edges, take_out_feet
from copydesk.intake.dumps.text_nodes import join_text_nodes
from copydesk.intake.limits import check_lines
from copydesk.intake.markup.pictures import Picture
from copydesk.intake.source import Source
from copydesk.model import Block, Clue, Draft, Paragraph, Place, Span

_HEAD: Final = 30
"""How many of the first lines are read for logos."""


def read(source: Source) -> tuple[Draft, ...]:
    """The one document of a dump. Raises HeldError for a dump past the limits."""
    lines = source.text.split("\n")
    check_lines(source.raw.seed, lines, source.limits)
    clipped = head_of_clipping(lines)
    if clipped:
        lines[: clipped.length] = [""] * clipped.length
    sent = chat_marks.take_out_heads(lines_with_words(lines))
    printed = take_out_feet(take_out_edges(sent.lines))
    worded, listed = take_out_numbers(printed.lines)
    url = source.raw.url or (clipped.address if clipped else None)
    marked = clipped is not None or is_marked(worded)
    blocks = MarkedReader(url).read(worded) if marked else _plain(worded)
    known = (Clue("canonical_url", url, "known url"),) if source.raw.url and url else ()
    return (
        Draft(
            seed=source.raw.seed,
            sha256=source.sha256,
            format="text",
            encoding=source.encoding,
            lines=source.lines,
            blocks=tuple(blocks),
            clues=(*known, *(clipped.clues if clipped else ()), *printed.clues, *(_logos(worded) if marked else ())),
            cuts=(*(clipped.cuts if clipped else ()), *sent.cuts, *printed.cuts, *listed),
            doubts=source.doubts,
            url=url,
        ),
    )


def _logos(lines: list[Line]) -> Iterator[Clue]:
    """The names in the pictures at the head of the page that call themselves logos."""
    for line in lines[:_HEAD]:
        for alt, address in pictures(line.text):
            if Picture(address, alt.strip(), "").is_logo():
                yield Clue("publisher", alt.strip(), "logo text", Place(line.number, line.number))


def _plain(lines: list[Line]) -> list[Block]:
    """The blocks of a dump without marks: programs and tables as they were laid out, and the lines between them."""
    lines = split_columns(join_text_nodes(lines))
    from_chat = chat_marks.has_marks(lines)
    blocks: list[Block] = []
    at = 0
    for laid in _laid_out(lines):
        if laid.first >= at:
            blocks += (*_lines(lines[at : laid.first], from_chat), laid.block)
            at = laid.end
    return [*blocks, *_lines(lines[at:], from_chat)]


class _LaidOut(NamedTuple):
    """Lines whose breaks mean something, from the place of the first to that behind the last, as one block."""

    first: int
    end: int
    block: Block


def _laid_out(lines: list[Line]) -> list[_LaidOut]:
    """The programs and tables among the lines, in order."""
    found = [_LaidOut(*each, programs.as_block(lines[each.first : each.end])) for each in programs.find_programs(lines)]
    for first, cells in rows.find_tables(lines):
        end = first + len(cells)
        found.append(_LaidOut(first, end, rows.as_block(lines[first:end], cells)))
    return sorted(found, key=itemgetter(0))


def _lines(lines: list[Line], from_chat: bool) -> list[Block]:
    items = find_items(lines)
    return [_block(line, items.get(at), from_chat) for at, line in enumerate(lines)]


def _block(line: Line, item: Bulleted | None, from_chat: bool) -> Block:
    kind, text = item if item is not None else (Paragraph(), line.text)
    return Block(
        kind,
        chat_marks.spans(text) if from_chat else (Span(text),),
        Place(line.number, line.last),
        gap=line.gap,
        indent=line.indent,
    )
