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
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from copydesk.editing.shapes import CLOSERS, ends_sentence, length
from copydesk.model import Block, ListItem

KindName = Literal["paragraph", "heading", "list item"]
KINDS: Final[tuple[KindName, ...]] = get_args(KindName)

WEIGHTS_FILE: Final = Path(__file__).with_name("kind_weights.toml")

_QUOTED: Final = re.compile(r"^[\"“”„«‘‚「『»].*[\"”“»’」』«][.,!?。]?$", re.DOTALL)
_LABELLED: Final = re.compile(r"^[^:：.!?]{1,40}[:：]\s*\S")
_NUMBERED: Final = re.compile(r"^[(#]?\d{1,3}[.):]\s*\S")
_DASHED: Final = re.compile(r"^[-–—]\s*\S")
_CREDITED: Final = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]$|[/|©]\s?[^/|©.]{2,40}$")
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


def likelihoods(blocks: Sequence[Block], at: int) -> dict[str, float]:
    """How likely each kind is for a block, given the blocks of the story around it; together 1."""
    seen = tuple(signs(blocks, at))
    odds = {"paragraph": 0.0} | {kind: sum(table.get(sign, 0.0) for sign in seen) for kind, table in weights().items()}
    top = max(odds.values())
    raised = {kind: math.exp(value - top) for kind, value in odds.items()}
    total = sum(raised.values())
    return {kind: value / total for kind, value in raised.items()}


def signs(blocks: Sequence[Block], at: int) -> Iterator[str]:
    """What can be said of a line and its neighbours, in names of weights."""
    text = blocks[at].text
    size, end = _size(text), _end(text)
    before = blocks[at - 1].text if at else ""
    after = blocks[at + 1].text if at + 1 < len(blocks) else ""
    yield "every line"
    yield f"{size} words"
    yield f"ends with {end}"
    yield f"{size} words, ends with {end}"
    yield from _marks(text)
    yield f"capitals: {_capitals(text)}"
    yield f"capitals: {_capitals(text)}, ends with {end}"
    yield f"begins with {_start(text)}"
    yield f"{size} words before {_size(after)}"
    yield f"{size} words after {_size(before)}"
    yield f"ends with {end} before {_end(after)}"
    yield f"ends with {end} after {_end(before)}"
    yield f"after one that ends with {_end(before)}"
    yield f"between {_rough(before)} and {_rough(after)}, itself {_rough(text)}"
    yield f"{_run(blocks, at)} short lines on end, itself {_rough(text)}"
    yield f"gaps: {_gaps(blocks, at)}"
    yield f"gaps: {_gaps(blocks, at)}, itself {_rough(text)}"
    yield f"set in: {_set_in(blocks, at)}"
    yield f"place: {'first' if at == 0 else 'last' if at + 1 == len(blocks) else 'amid'}, itself {_rough(text)}"
    yield f"beside list items: {_beside_items(blocks, at)}"
    yield f"{_alike(text, before)} the line before, {_alike(text, after)} the line after, itself {_rough(text)}"
    yield f"since a colon: {_since_colon(blocks, at)}, itself {_rough(text)}"


def _marks(text: str) -> Iterator[str]:
    """Marks that a line carries in itself."""
    if _QUOTED.match(text):
        yield "in quotation marks"
        yield f"in quotation marks, {_rough(text)}"
    if _LABELLED.match(text):
        yield f"has a label, {_rough(text)}"
    if _NUMBERED.match(text):
        yield f"has a number, {_rough(text)}"
    if _DASHED.match(text):
        yield "begins with a dash"
    if _CREDITED.search(text):
        yield f"ends with a credit, {_rough(text)}"
    if _INNER_STOP.search(text):
        yield f"has a stop inside, {_rough(text)}"
    if any(map(str.isdigit, text)):
        yield f"has a figure, {_rough(text)}"


def _size(text: str) -> str:
    count = length(text)
    return "no" if not count else next((name for most, name in _SIZES if count < most), "more than 50")


def _rough(text: str) -> str:
    """Nothing, a short line, a sentence, or prose."""
    if not text:
        return "nothing"
    if length(text) <= 15 and not ends_sentence(text):
        return "a short line"
    return "a sentence" if length(text) <= 15 else "prose"


def _end(text: str) -> str:
    if not text:
        return "nothing"
    last = text.rstrip(CLOSERS)[-1:]
    if last in _ENDS:
        return _ENDS[last]
    if ends_sentence(text):
        return "stop"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "mark"


def _start(text: str) -> str:
    first = text[:1]
    if first.isalpha():
        return "small letter" if first.islower() else "capital" if first.isupper() else "letter"
    return "digit" if first.isdigit() else "mark"


def _capitals(text: str) -> str:
    """How many of a line's words begin with a capital."""
    starts = _WORD_START.findall(text[:300])
    if not starts or not any(letter.isupper() or letter.islower() for letter in starts):
        return "none to have"
    if text.isupper():
        return "all letters"
    share = sum(letter.isupper() for letter in starts) / len(starts)
    return "all words" if share > 0.95 else "most words" if share > 0.6 else "some words" if share > 0.25 else "few"


def _run(blocks: Sequence[Block], at: int) -> str:
    """How many short lines stand on end around a place, itself among them."""
    first = last = at
    while first > 0 and at - first < 6 and _rough(blocks[first - 1].text) == "a short line":
        first -= 1
    while last + 1 < len(blocks) and last - at < 6 and _rough(blocks[last + 1].text) == "a short line":
        last += 1
    count = last - first
    return "no other" if not count else "one other" if count == 1 else "two or three" if count < 4 else "many"


def _gaps(blocks: Sequence[Block], at: int) -> str:
    """The blank lines before and after a line, beside what is usual on its page."""
    usual = sorted(min(block.gap, 4) for block in blocks)[len(blocks) // 2]
    before = min(blocks[at].gap, 4) - usual
    after = (min(blocks[at + 1].gap, 4) if at + 1 < len(blocks) else usual) - usual
    return f"{_beside(before)} before, {_beside(after)} after" + ("" if usual else ", usually none")


def _beside(difference: int) -> str:
    return "more" if difference > 0 else "less" if difference < 0 else "as many"


def _set_in(blocks: Sequence[Block], at: int) -> str:
    usual = sorted(block.indent for block in blocks)[len(blocks) // 2]
    return "more" if blocks[at].indent > usual else "less" if blocks[at].indent < usual else "as usual"


def _beside_items(blocks: Sequence[Block], at: int) -> str:
    near = [blocks[place].kind for place in (at - 1, at + 1) if 0 <= place < len(blocks)]
    return str(sum(isinstance(kind, ListItem) for kind in near))


def _alike(text: str, other: str) -> str:
    """Whether two lines are of one make: as items of a list are."""
    if not other:
        return "without"
    same = (_size(text) == _size(other)) + (_end(text) == _end(other)) + (_start(text) == _start(other))
    return "like" if same == 3 else "somewhat like" if same == 2 else "unlike"


def _since_colon(blocks: Sequence[Block], at: int) -> str:
    """How many lines stand between a line and the last one that ends with a colon, if all are as rough as it is."""
    rough = _rough(blocks[at].text)
    for steps in range(1, min(at, 8) + 1):
        text = blocks[at - steps].text
        if _end(text) == "colon":
            return "the next" if steps == 1 else "soon" if steps < 4 else "a while"
        if _rough(text) != rough:
            return "another line between"
    return "none"
