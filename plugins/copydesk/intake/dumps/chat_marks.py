"""What messengers leave in a message that was copied as text: the marks of bold and slanted letters, *bold* and
_slanted_, which are read only in a text that has a whole line in bold, as headlines of forwarded news are; and when and
by whom it was sent, before its first words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Cut, Paragraph, Place, Span

_BOLD_LINE: Final = re.compile(r"\*[^\s*](?:[^*\n]{3,198}[^\s*])\*")
_MARKED: Final = re.compile(
    r"(?<![\w*])\*(?P<bold>[^\s*][^*\n]{0,400})\*(?![\w*])|(?<![\w_])_(?P<slanted>[^\s_][^_\n]{0,400})_(?![\w_])"
)


_DAY: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HOUR: Final = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_HEAD: Final = re.compile(
    rf"\u200e?(?:\[(?:{_DAY},? {_HOUR}|{_HOUR}, {_DAY})\] |{_DAY},? {_HOUR} [-–] )"
    r"(?P<sender>[^\s:][^:]{0,60}):(?: (?P<said>\S.*))?|"
    rf"(?P<alone>[^\s,:][^,:]{{0,60}}), \[{_DAY} {_HOUR}\]:?"
)
"""How Telegram and WhatsApp copy and export a message: "[08.11.2026 21:14] Harbour News: Wall to be rebuilt"."""


class Sent(NamedTuple):
    """The lines of a message without its heads, and these as cuts."""

    lines: list[Line]
    cuts: tuple[Cut, ...]


def take_out_heads(lines: list[Line]) -> Sent:
    """The lines without what a messenger says of when and by whom they were sent, where the first begins with it and
    all are of one sender; what people write each other in turns stays as it is."""
    if not lines or _HEAD.fullmatch(lines[0].text) is None:
        return Sent(lines, ())
    heads = {line.number: head for line in lines if (head := _HEAD.fullmatch(line.text)) is not None}
    if len({head["sender"] or head["alone"] for head in heads.values()}) > 1:
        return Sent(lines, ())
    kept = [_without_head(line, heads.get(line.number)) for line in lines]
    cuts = tuple(_as_cut(line, heads[line.number]) for line in lines if line.number in heads)
    return Sent([line for line in kept if line is not None], cuts)


def _without_head(line: Line, head: re.Match[str] | None) -> Line | None:
    if head is None:
        return line
    return replace(line, text=head["said"]) if head["said"] else None


def _as_cut(line: Line, head: re.Match[str]) -> Cut:
    said = line.text[: head.start("said")] if head["said"] else line.text
    block = Block(Paragraph(), (Span(said.strip()),), Place(line.number, line.last), gap=line.gap, indent=line.indent)
    return Cut(block, "take_out_heads", "when and by whom a message was sent", "furniture")


def has_marks(lines: list[Line]) -> bool:
    """Whether a dump was written in a messenger: a whole line stands between two asterisks."""
    return any(_BOLD_LINE.fullmatch(line.text) for line in lines)


def spans(text: str) -> tuple[Span, ...]:
    """A line as spans, its marks read."""
    found: list[Span] = []
    at = 0
    for mark in _MARKED.finditer(text):
        inside = mark["bold"] or mark["slanted"]
        if inside[-1].isspace():
            continue
        found += [Span(text[at : mark.start()]), Span(inside, strong=bool(mark["bold"]), emphasis=not mark["bold"])]
        at = mark.end()
    return tuple(span for span in (*found, Span(text[at:])) if span.text)
