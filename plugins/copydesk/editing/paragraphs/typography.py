"""Typography evened out only where meaning cannot change: spaces and characters nobody sees.

The writer's quotation marks, dashes and ellipses stay as they are. ZWNJ and ZWJ stay too: they spell Persian and Indic
words and tie emoji together.
"""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import is_laid_out
from copydesk.model import Block, Draft, Span
from copydesk.text import INVISIBLE, ODD_SPACES, WIDE_SPACE, is_spaceless

_ODD = re.compile(f"(?!{WIDE_SPACE})[{ODD_SPACES}\t\u0085\u2028\u2029]")
_RUNS = re.compile(r"[ \n\r\f\v]{2,}|[\n\r\f\v]")
FEWEST_LINES, LONGEST_LINE = 3, 60
"""Lines of the shortest block of a page whose breaks are kept, and the characters of its longest line, half as many
where they are twice as wide."""
_INVISIBLE = {ord(mark): None for mark in INVISIBLE}


def even_out_spaces(draft: Draft, desk: Desk) -> Draft:
    """Set no-break and odd spaces as plain ones, a run of them as one, none at the ends; breaks too, but for those of a
    verse or an address in a page, and the wide space of Chinese and Japanese print: "Her Soil\u00a0 "."""
    return replace(draft, blocks=tuple(map(_evened, draft.blocks)))


def drop_invisible_characters(draft: Draft, desk: Desk) -> Draft:
    """Take out soft hyphens and zero-width spaces, which split words for searching: "Wirt\u00adschaft"."""
    page = "".join([block.text for block in draft.blocks])
    if page.isascii() or not any(mark in page for mark in INVISIBLE):
        return draft
    return replace(draft, blocks=tuple(map(_without_invisible, draft.blocks)))


def _without_invisible(block: Block) -> Block:
    if block.text.isascii() or not any(mark in block.text for mark in INVISIBLE):
        return block
    spans = tuple(replace(span, text=span.text.translate(_INVISIBLE)) for span in block.spans)
    return replace(block, spans=spans, rule="drop_invisible_characters")


def _evened(block: Block) -> Block:
    text = block.text
    if "  " not in text and text == text.strip() and (text.isprintable() or not _is_uneven(text)):
        return block
    if is_laid_out(block):
        return block
    lines = "\n" if "\n" in text and _is_set_in_lines(block) else " "
    return replace(block, spans=evened_spans(block.spans, lines), rule="even_out_spaces")


def _is_set_in_lines(block: Block) -> bool:
    """Whether the breaks in a block of a page are the writer's: three short lines or more, as of a verse or an
    address."""
    lines = block.text.split("\n")
    if block.markup is None or len(lines) < FEWEST_LINES:
        return False
    return max(map(len, lines)) <= LONGEST_LINE // (1 + is_spaceless(block.text))


def _is_uneven(text: str) -> bool:
    return _ODD.search(text) is not None or _RUNS.search(text) is not None


def evened_spans(spans: tuple[Span, ...], lines: str = " ") -> tuple[Span, ...]:
    """The spans with single plain spaces, none at the ends of the whole, and no empty span; line breaks are set as
    ``lines``: spaces, or breaks."""
    evened: list[Span] = []
    open_space = False
    for span in spans:
        text = _RUNS.sub(lambda run: lines if "\n" in run[0] else " ", _ODD.sub(" ", span.text))
        if not evened or open_space:
            text = text.lstrip(" \n")
        if text:
            evened.append(_saying(span, text))
            open_space = text.endswith((" ", "\n"))
    while evened and not (last := evened[-1].text.rstrip(" \n")):
        evened.pop()
    if evened:
        evened[-1] = _saying(evened[-1], last)
    return tuple(evened)


def _saying(span: Span, text: str) -> Span:
    """The span with another text; made field by field, faster than `replace`, several times for some blocks."""
    return Span(text, span.strong, span.emphasis, span.code, span.href)
