"""The marks with which messengers write bold and slanted letters, in a message that was copied as text: *bold* and
_slanted_. They are read only in a text that has a whole line in bold, as headlines of forwarded news are."""

from __future__ import annotations

import re
from typing import Final

from copydesk.intake.dumps.lines import Line
from copydesk.model import Span

_BOLD_LINE: Final = re.compile(r"\*[^\s*](?:[^*\n]{3,198}[^\s*])\*")
_MARKED: Final = re.compile(
    r"(?<![\w*])\*(?P<bold>[^\s*][^*\n]{0,400})\*(?![\w*])|(?<![\w_])_(?P<slanted>[^\s_][^_\n]{0,400})_(?![\w_])"
)


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
