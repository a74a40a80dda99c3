"""Links that a browser for terminals numbered: lynx and its kin set "[3]" before the words of a link and list the
addresses at the end. The figures leave the text, and the list leaves the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Cut, Paragraph, Place, Span

FEWEST: Final = 2
"""Addresses of the shortest list."""

_LISTED: Final = re.compile(
    r"\[?(\d{1,4})[.\]]:? {1,4}(?:https?|ftp|file|mailto|javascript|tel|localhost|about)[:/]\S*$"
)
_HEADS: Final = frozenset(("references", "references:", "visible links", "visible links:", "hidden links:", "links:"))
_MARK: Final = re.compile(r"\[(\d{1,4})\]")


class Unnumbered(NamedTuple):
    """The lines of a dump without the numbers of its links, and the list of addresses as cuts."""

    lines: list[Line]
    cuts: tuple[Cut, ...]


def take_out_numbers(lines: list[Line]) -> Unnumbered:
    """The lines without what a browser for terminals added; all of them where it added nothing."""
    begin = _list_begins(lines)
    if begin is None:
        return Unnumbered(lines, ())
    listed = {int(found[1]) for line in lines[begin:] if (found := _LISTED.match(line.text))}
    told = "\n".join([line.text for line in lines[:begin]])
    if len(listed) < FEWEST or not any(int(number) in listed for number in _MARK.findall(told)):
        return Unnumbered(lines, ())
    bared = [_without(line, listed) for line in lines[:begin]]
    return Unnumbered([line for line in bared if line.text], tuple(map(_as_cut, lines[begin:])))


def _list_begins(lines: list[Line]) -> int | None:
    """The place of the line that heads the list of addresses at the end; ``None`` where there is no list."""
    at = len(lines)
    while at and (_LISTED.match(lines[at - 1].text) or lines[at - 1].text.casefold() in _HEADS):
        at -= 1
    return at if at < len(lines) else None


def _without(line: Line, listed: set[int]) -> Line:
    text = _MARK.sub(lambda found: "" if int(found[1]) in listed else found[0], line.text)
    return replace(line, text=text.strip()) if text != line.text else line


def _as_cut(line: Line) -> Cut:
    block = Block(Paragraph(), (Span(line.text),), Place(line.number, line.last), gap=line.gap, indent=line.indent)
    return Cut(block, "take_out_numbers", "address of a link, as the browser listed it")
