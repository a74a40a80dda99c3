"""What kind of line it is, where nothing marks it: a subhead, an item of a list, else a paragraph.

Bare text has lost the elements that said so; what is left is the shape of the line and of those around it. (It does not
tell quotations and captions: of the lines that looked most like one, two in three were none.) The weights
are learned (`python -m bench.train.kinds`) from dumps in four styles of pages whose own elements say what each line
was. WCXB is licensed CC-BY-4.0; thanks to its authors.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from copydesk.editing.shapes import CLOSERS, ends_sentence, length
from copydesk.model import Block, ListItem
from copydesk.text import has_figure

KindName = Literal["paragraph", "heading", "list item"]
KINDS: Final[tuple[KindName, ...]] = get_args(KindName)

WEIGHTS_FILE: Final = Path(__file__).with_name("kind_weights.toml")

_QUOTED: Final = re.compile(r"^[\"“”„«‘‚「『»].*[\"”“»’」』«][.,!?。]?$", re.DOTALL)
_LABELLED: Final = re.compile(r"^[^:：.!?]{1,40}[:：]\s*\S")
_NUMBERED: Final = re.compile(r"^[(#]?\d{1,3}[.):]\s*\S")
_DASHED: Final = re.compile(r"^[-–—]\s*\S")
_CREDITED: Final = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]$|[/|©]\s?[^/|©.]{2,40}$")
_LONGEST_CREDIT: Final = 64
"""Characters of the end of a line in which a credit is looked for, at least as many as one can have."""
_INNER_STOP: Final = re.compile(r"[.!?…]['\"”’»)]?\s+\w|[。！？]")
_WORD_START: Final = re.compile(r"\b[^\W\d_]")

_SIZES: Final = ((2, "1"), (4, "2-3"), (7, "4-6"), (11, "7-10"), (16, "11-15"), (26, "16-25"), (51, "26-50"))
_ENDS: Final = {
    ":": "colon",
    "：": "colon",
    "?": "question",
    "？": "question",
    ",": "comma",
    ";": "comma",
    "、": "comma",
}


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """For each kind but the paragraph, what each sign adds to its log-odds beside the paragraph's."""
    tables: Mapping[str, Mapping[str, float]] = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return tables


@cache
def _weights_by_sign() -> Mapping[str, tuple[float, ...]]:
    """What each sign adds to the log-odds of every kind of `weights`, in their order."""
    tables = tuple(weights().values())
    return {sign: tuple([table.get(sign, 0.0) for table in tables]) for table in tables for sign in table}


def likelihoods(blocks: Sequence[Block], at: int) -> dict[str, float]:
    """How likely each kind is for a block, given the blocks of the story around it; together 1."""
    return weighed(look_over(blocks), at)


def weighed(lines: Lines, at: int) -> dict[str, float]:
    """How likely each kind is for a line of a story that was looked over; together 1."""
    table = _weights_by_sign()
    rows = [row for sign in signs(lines, at) if (row := table.get(sign)) is not None]
    odds = {"paragraph": 0.0} | {kind: sum([row[place] for row in rows]) for place, kind in enumerate(weights())}
    top = max(odds.values())
    raised = {kind: math.exp(value - top) for kind, value in odds.items()}
    total = sum(raised.values())
    return {kind: value / total for kind, value in raised.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """What a line looks like by itself: each is asked of again and again by the lines around it."""

    text: str
    size: str
    rough: str
    """Nothing, a short line, a sentence, or prose."""
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a story: its blocks, how each looks, and the gap (at most `_WIDEST`) and indent usual among them."""

    blocks: Sequence[Block]
    looks: tuple[Look, ...]
    usual_gap: int
    usual_indent: int


_NO_LINE: Final = Look("", "no", "nothing", "mark", "nothing")
_WIDEST: Final = 4
"""Blank lines that are counted between two lines."""


def look_over(blocks: Sequence[Block]) -> Lines:
    """Look once at every line of a story."""
    middle = len(blocks) // 2
    return Lines(
        blocks,
        tuple([_look(block.text) for block in blocks]),
        sorted([min(block.gap, _WIDEST) for block in blocks])[middle] if blocks else 0,
        sorted([block.indent for block in blocks])[middle] if blocks else 0,
    )


def _look(text: str) -> Look:
    if not text:
        return _NO_LINE
    count, ended = length(text), ends_sentence(text)
    size = "no" if not count else next((name for most, name in _SIZES if count < most), "more than 50")
    rough = "prose" if count > 15 else "a sentence" if ended else "a short line"
    return Look(text, size, rough, _start(text), _end(text, ended))


def signs(lines: Lines, at: int) -> list[str]:
    """What can be said of a line and its neighbours, in names of weights."""
    looks = lines.looks
    line = looks[at]
    before = looks[at - 1] if at else _NO_LINE
    after = looks[at + 1] if at + 1 < len(looks) else _NO_LINE
    size, end, itself = line.size, line.end, f"itself {line.rough}"
    capitals, gaps = _capitals(line.text), _gaps(lines, at)
    return [
        "every line",
        f"{size} words",
        f"ends with {end}",
        f"{size} words, ends with {end}",
        *_marks(line),
        f"capitals: {capitals}",
        f"capitals: {capitals}, ends with {end}",
        f"begins with {line.start}",
        f"{size} words before {after.size}",
        f"{size} words after {before.size}",
        f"ends with {end} before {after.end}",
        f"ends with {end} after {before.end}",
        f"after one that ends with {before.end}",
        f"between {before.rough} and {after.rough}, {itself}",
        f"{_run(looks, at)} short lines on end, {itself}",
        f"gaps: {gaps}",
        f"gaps: {gaps}, {itself}",
        f"set in: {_set_in(lines, at)}",
        f"place: {'first' if at == 0 else 'last' if at + 1 == len(looks) else 'amid'}, {itself}",
        f"beside list items: {_beside_items(lines.blocks, at)}",
        f"{_alike(line, before)} the line before, {_alike(line, after)} the line after, {itself}",
        f"since a colon: {_since_colon(looks, at)}, {itself}",
    ]


def _marks(line: Look) -> Iterator[str]:
    """Marks that a line carries in itself."""
    text, rough = line.text, line.rough
    if _QUOTED.match(text):
        yield "in quotation marks"
        yield f"in quotation marks, {rough}"
    if _LABELLED.match(text):
        yield f"has a label, {rough}"
    if _NUMBERED.match(text):
        yield f"has a number, {rough}"
    if _DASHED.match(text):
        yield "begins with a dash"
    if _CREDITED.search(text, max(0, len(text) - _LONGEST_CREDIT)):
        yield f"ends with a credit, {rough}"
    if _INNER_STOP.search(text):
        yield f"has a stop inside, {rough}"
    if has_figure(text):
        yield f"has a figure, {rough}"


def _end(text: str, ended: bool) -> str:
    last = text.rstrip(CLOSERS)[-1:]
    if last in _ENDS:
        return _ENDS[last]
    if ended:
        return "stop"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "mark"


def _start(text: str) -> str:
    first = text[:1]
    if first.isalpha():
        return "small letter" if first.islower() else "capital" if first.isupper() else "letter"
    return "digit" if first.isdigit() else "mark"


def _capitals(text: str) -> str:
    """How many of a line's words begin with a capital."""
    starts = "".join(_WORD_START.findall(text[:300]))
    if not (starts.islower() or starts.isupper() or any(letter.isupper() or letter.islower() for letter in starts)):
        return "none to have"
    if text.isupper():
        return "all letters"
    share = sum(map(str.isupper, starts)) / len(starts)
    return "all words" if share > 0.95 else "most words" if share > 0.6 else "some words" if share > 0.25 else "few"


def _run(looks: Sequence[Look], at: int) -> str:
    """How many short lines stand on end around a place, itself among them."""
    first = last = at
    while first > 0 and at - first < 6 and looks[first - 1].rough == "a short line":
        first -= 1
    while last + 1 < len(looks) and last - at < 6 and looks[last + 1].rough == "a short line":
        last += 1
    count = last - first
    return "no other" if not count else "one other" if count == 1 else "two or three" if count < 4 else "many"


def _gaps(lines: Lines, at: int) -> str:
    """The blank lines before and after a line, beside what is usual on its page."""
    blocks, usual = lines.blocks, lines.usual_gap
    before = min(blocks[at].gap, _WIDEST) - usual
    after = (min(blocks[at + 1].gap, _WIDEST) if at + 1 < len(blocks) else usual) - usual
    return f"{_beside(before)} before, {_beside(after)} after" + ("" if usual else ", usually none")


def _beside(difference: int) -> str:
    return "more" if difference > 0 else "less" if difference < 0 else "as many"


def _set_in(lines: Lines, at: int) -> str:
    indent, usual = lines.blocks[at].indent, lines.usual_indent
    return "more" if indent > usual else "less" if indent < usual else "as usual"


def _beside_items(blocks: Sequence[Block], at: int) -> int:
    near = [blocks[place].kind for place in (at - 1, at + 1) if 0 <= place < len(blocks)]
    return sum([isinstance(kind, ListItem) for kind in near])


def _alike(line: Look, other: Look) -> str:
    """Whether two lines are of one make: as items of a list are."""
    if not other.text:
        return "without"
    same = (line.size == other.size) + (line.end == other.end) + (line.start == other.start)
    return "like" if same == 3 else "somewhat like" if same == 2 else "unlike"


def _since_colon(looks: Sequence[Look], at: int) -> str:
    """How many lines stand between a line and the last one that ends with a colon, if all are as rough as it is."""
    for steps in range(1, min(at, 8) + 1):
        above = looks[at - steps]
        if above.end == "colon":
            return "the next" if steps == 1 else "soon" if steps < 4 else "a while"
        if above.rough != looks[at].rough:
            return "another line between"
    return "none"
