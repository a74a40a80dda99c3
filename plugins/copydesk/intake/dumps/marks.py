"""Dumps in Markdown, as html2text and other converters leave them: recognised as a whole, then read line by line.

A file counts as Markdown only where marks of several sorts agree: an asterisk before a line proves nothing alone.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from copydesk.intake.dumps import programs
from copydesk.intake.dumps.inline_marks import plain_text, spans
from copydesk.intake.dumps.lines import Line
from copydesk.intake.markup.links import Links
from copydesk.model import Block, Heading, Kind, ListItem, Paragraph, Place, Preformatted, Quotation, Span, Table

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(\S.*)$")
_ITEM: Final = re.compile(r"(?:[*+-][ \t]++(?=(?:[*+-]|\d{1,9}[.)])[ \t]))*+(?:[*+-]|(\d{1,9})[.)])[ \t]++(\S.*)$")
_QUOTED: Final = re.compile(r"(?:>[ \t]?)+")
_NOTHING: Final = re.compile(r"(?:[*+_>#=-][ \t]*)+$")
"""Rules, empty items, empty quotations: marks without a word."""
_UNDERLINE: Final = re.compile(r"={3,}$|-{3,}$")
_TABLE_RULE: Final = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$")
_FENCE: Final = re.compile(r"(?:```|~~~)")
_SET_IN: Final = 4
"""Spaces by which Markdown sets in a program."""
_LONGEST_CELL: Final = 500
_FEWEST_ROWS: Final = 3

_SURE_SIGNS: Final = (
    (("* * *", "---", "***"), re.compile(r"^(?:\* \* \*|---|\*\*\*)$", re.MULTILINE)),
    (("---",), re.compile(r"^\|?[ \t]{0,3}:?-{3,40}:?[ \t]{0,3}\|[ \t:|-]*$", re.MULTILINE)),
    (("**",), re.compile(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}[^\s*]\*\*(?![*\w])")),
    (("](http",), re.compile(r"\[[^\[\]\n]{1,200}\]\(https?://")),
    (("\\",), re.compile(r"\w\\[-._*+()\[\]]|^\d{1,4}\\\.", re.MULTILINE)),
)
"""What only Markdown has, each after the marks of which one is in it: few texts have any, quickly found."""
_OTHER_SIGNS: Final = (
    re.compile(r"^[*+-][ \t]+\S", re.MULTILINE),
    re.compile(r"^>[ \t]+\S", re.MULTILINE),
    re.compile(r"(?<![\w_])_[^\s_][^_\n]{0,200}[^\s_]_(?![\w_])"),
)
_FEWEST_HEADINGS: Final = 3
"""So many headings prove a dump Markdown by themselves; fewer do in the company of other marks."""


def is_marked(lines: list[Line]) -> bool:
    """Whether the file as a whole is Markdown: its first line a title, or two sorts of marks in it, one a sure one.

    Headings count where blank lines stand around them, as converters leave them and comments in code do not.
    """
    headings = sum(map(_stands_alone, lines, [*lines[1:], None]))
    text = "\n".join([line.text for line in lines])
    sure = sum(any(mark in text for mark in marks) and sign.search(text) is not None for marks, sign in _SURE_SIGNS)
    if headings >= _FEWEST_HEADINGS or sure >= 2 or headings and sure or _is_titled(lines):
        return True
    return headings > 0 and any(sign.search(text) for sign in _OTHER_SIGNS)


def _is_titled(lines: list[Line]) -> bool:
    """Whether the file begins with its title, marked as one and alone: nothing but Markdown does."""
    if len(lines) < 2 or not lines[0].text.startswith("# "):
        return False
    return lines[0].text.count("#") == 1 and _stands_alone(lines[0], lines[1])


def _stands_alone(line: Line, following: Line | None) -> bool:
    if line.indent or not _HEADING.match(line.text) or line.number > 1 and not line.gap:
        return False
    return following is None or following.gap > 0


_PICTURED: Final = re.compile(r"!\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)\s+(?=\S)")


class MarkedReader:
    """Reads the lines of a Markdown dump into blocks."""

    def __init__(self, url: str | None) -> None:
        self._links = Links(url)
        self._indents: list[int] = []
        self._fenced: list[Line] | None = None
        self._header: Block | None = None
        self.blocks: list[Block] = []

    def read(self, lines: list[Line]) -> list[Block]:
        """The blocks of the dump, in order."""
        index = 0
        while index < len(lines):
            line = lines[index]
            rows = _table_at(lines, index)
            if rows:
                self._add_table(rows)
                index += len(rows)
                continue
            if program := self._program_at(lines, index):
                self.blocks.append(programs.as_block(program))
                index += len(program)
                continue
            self._take(line)
            index += 1
        for line in self._fenced or ():
            self._add(Paragraph(), (Span(line.text),), line)
        return self.blocks

    def _program_at(self, lines: list[Line], index: int) -> list[Line]:
        """The lines from ``index`` on that are set in as a program is, one of them surely a program's; none within a
        list, whose items go on set in too."""
        first = lines[index]
        if first.indent < _SET_IN or not first.gap or self._fenced is not None or self._indents:
            return []
        run = list(itertools.takewhile(lambda line: line.indent >= _SET_IN, lines[index:]))
        return run if any(map(programs.is_sure, run)) else []

    def _take(self, line: Line) -> None:
        if _FENCE.match(line.text):
            self._fence()
        elif self._fenced is not None:
            self._fenced.append(line)
        elif _UNDERLINE.match(line.text) and self._is_underlined(line):
            self.blocks[-1] = _as_heading(self.blocks[-1], 1 if line.text[0] == "=" else 2)
        elif not _NOTHING.match(line.text) and not _TABLE_RULE.match(line.text):
            self._classify(line)

    def _classify(self, line: Line) -> None:
        text = line.text
        item = _ITEM.match(text)
        heading = _HEADING.match(item[2] if item else text)
        if heading:
            self._add(Heading(len(heading[1])), self._spans(heading[2].rstrip("# \t") or heading[2]), line)
        elif item:
            number = int(item[1]) if item[1] else None
            self._add(ListItem(self._depth(line.indent), number), self._spans(item[2]), line)
        elif quoted := _QUOTED.match(text):
            self._add(Quotation(), self._spans(text[quoted.end() :]), line)
        else:
            if line.indent < 2:
                self._indents.clear()
            pictured = _PICTURED.match(text)
            if pictured and not text[pictured.end()].islower():  # the alternative text, and the caption behind it
                self._add(Paragraph(), self._spans(pictured[1]), line)
                text = text[pictured.end() :]
            self._add(Paragraph(), self._spans(text.strip("|")), line)

    def _fence(self) -> None:
        lines, self._fenced = self._fenced, [] if self._fenced is None else None
        if lines:
            text = "\n".join(" " * line.indent + line.text for line in lines)
            place = Place(lines[0].number, lines[-1].number)
            self.blocks.append(Block(Preformatted(), (Span(text),), place, gap=lines[0].gap))

    def _is_underlined(self, line: Line) -> bool:
        if line.gap or not self.blocks:
            return False
        last = self.blocks[-1]
        return isinstance(last.kind, Paragraph) and last.place.last == line.number - 1 and len(last.text) < 200

    def _depth(self, indent: int) -> int:
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return len(self._indents) - 1

    def _add_table(self, lines: list[Line]) -> None:
        rows = [line for line in lines if not _TABLE_RULE.match(line.text)]
        cells = [_cells(row.text) for row in rows]
        if max(len(cell) for row in cells for cell in row) > _LONGEST_CELL:
            for line, texts in zip(rows, cells, strict=True):
                for text in texts:
                    self._add(Paragraph(), (Span(text),), line)
            return
        width = max(map(len, cells))
        squared = tuple(tuple(row + [""] * (width - len(row))) for row in cells if any(row))
        header = len(rows) < len(lines) and any(cells[0])
        if squared:
            text = "\n".join(map("\t".join, squared))
            place = Place(lines[0].number, lines[-1].number)
            self.blocks.append(Block(Table(squared, header), (Span(text),), place, gap=lines[0].gap))

    def _spans(self, text: str) -> tuple[Span, ...]:
        return spans(text.strip(" \t"), self._links)

    def _add(self, kind: Kind, parts: tuple[Span, ...], line: Line) -> None:
        if any(span.text.strip() for span in parts):
            place = Place(line.number, line.number)
            self.blocks.append(Block(kind, parts, place, gap=line.gap, indent=line.indent))


def _as_heading(block: Block, level: int) -> Block:
    return Block(Heading(level), block.spans, block.place, block.gap, block.indent)


def _table_at(lines: list[Line], index: int) -> list[Line]:
    """The lines of the table that begins at ``index``; none where none does.

    A table is rows of cells with a rule of dashes and bars among the first two lines, or three rows of as many cells.
    """
    if "|" not in lines[index].text or _ITEM.match(lines[index].text):
        return []
    end = index + 1
    while end < len(lines) and "|" in lines[end].text and not lines[end].gap:
        end += 1
    rows = lines[index:end]
    if len(rows) >= 2 and any(_TABLE_RULE.match(row.text) for row in rows[:2]):
        return rows if any(not _TABLE_RULE.match(row.text) for row in rows) else []
    alike = 1
    while alike < len(rows) and rows[alike].text.count("|") == rows[0].text.count("|"):
        alike += 1
    return rows[:alike] if alike >= _FEWEST_ROWS else []


def _cells(row: str) -> list[str]:
    text = row.strip(" \t")
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [plain_text(cell.strip(" \t")).strip() for cell in re.split(r"(?<!\\)\|", text)]
