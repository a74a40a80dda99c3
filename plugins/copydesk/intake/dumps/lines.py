"""The lines of a dump that have words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_TRAILING: Final = " \t"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number counted from 1, its text without the ordinary space around it, the blank lines before it, and
    the spaces before its first character (a tab counts to the next multiple of eight). ``last`` is the number of the
    last line where several were joined, ``trails`` whether a space ends it."""

    number: int
    text: str
    gap: int
    indent: int
    last: int
    trails: bool = False


def lines_with_words(lines: list[str]) -> list[Line]:
    """The lines that are more than white space, in order."""
    found, gap = [], 0
    for number, line in enumerate(lines, start=1):
        if not line or line.isspace():
            gap += 1
            continue
        text = line.strip(" \t")
        indent = 0
        if line[0] in " \t":
            indent = len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(8))
        found.append(Line(number, text, gap, indent, number, line[-1] in _TRAILING))
        gap = 0
    return found
