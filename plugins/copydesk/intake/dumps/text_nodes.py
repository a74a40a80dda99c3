"""Dumps with a line for every text node (Beautiful Soup's ``get_text("\\n")``), put back into paragraphs.

Such a dump breaks a sentence at every link and every bold word, but it keeps the spaces of the page: "He told " ends
with one, " said so." begins with one. What a break most likely is, the end of a paragraph or the edge of a link, is
weighed from those spaces, the marks on both sides, the lengths, and how the lines around are spaced. The weights are
learned (`python -m bench.train.text_nodes`) from pages whose paragraphs are known. WCXB is licensed CC-BY-4.0; thanks
to its authors.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from copydesk.intake.dumps.lines import Line
from copydesk.text import is_spaceless

WEIGHTS_FILE: Final = Path(__file__).with_name("text_node_weights.toml")

FEWEST_SPACED: Final = 3
"""How many breaks with a space on one side show that the lines are text nodes. Other renderers leave such breaks too
where they lay out whole pages, but then more lines are set in, one under the other."""

SURE, SURE_AFTER_STOP = 0.0, 1.5
"""The log-odds above which two lines are one paragraph. Two whole sentences do no harm apart, and much as one if only
the first belongs to the story."""

PARAGRAPH: Final = 60
"""Characters of a line that ends with a full stop from which it is likely to end a paragraph."""

LABEL_WORDS, DROPPED = 4, 2
"""Words of the longest tag, and characters of the longest initial that a page sets apart from its word."""

_ENDS: Final = {".": "stop", "!": "stop", "?": "stop", "…": "stop", "。": "stop", "！": "stop", "？": "stop"} | {
    ",": "comma", ";": "comma", "，": "comma", "、": "comma", ":": "colon", "：": "colon"
}  # fmt: skip
_OPENS: Final = "([{“„«‘「『（"
_CLOSES: Final = ",.;:!?)]}”’»…。，、；：！？）』」%"
_FULL_WIDTH: Final = "，。、；：！？）」』"
"""Marks that hold the space after them themselves."""
_QUOTES: Final = "\"'"
_PARAGRAPH_SPACE: Final = "\u3000"
"""Sets in the first line of a paragraph in Chinese and Japanese."""
_LENGTHS: Final = ((4, "a few letters"), (16, "a word or two"), (60, "a phrase"), (200, "a line"))


def join_text_nodes(lines: list[Line]) -> list[Line]:
    """The lines of a dump with those that are one paragraph as one; all as they are where lines are no text nodes."""
    if not are_text_nodes(lines):
        return lines
    habit = habit_of(lines)
    joined = [lines[0]]
    for at in range(1, len(lines)):
        if may_join(lines[at - 1], lines[at]) and _goes_on(lines, at, habit):
            joined[-1] = _as_one(joined[-1], lines[at])
        else:
            joined.append(lines[at])
    return joined


def _goes_on(lines: Sequence[Line], at: int, habit: str) -> bool:
    weight = weights()
    odds = sum(weight.get(sign, 0.0) for sign in signs(lines, at, habit))
    return odds > (SURE_AFTER_STOP if _end(lines[at - 1].text) == "stop" else SURE)


@cache
def weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds that two lines are one paragraph, by name."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8")).items()}


def are_text_nodes(lines: Sequence[Line]) -> bool:
    """Whether the lines of a dump are the text nodes of a page."""
    close = [(before, line) for before, line in pairwise(lines) if not line.gap]
    spaced = sum(
        not before.indent and (before.trails if not line.indent else line.indent == 1) for before, line in close
    )
    return spaced >= FEWEST_SPACED and spaced > sum(before.indent > 0 and line.indent > 0 for before, line in close)


def habit_of(lines: Sequence[Line]) -> str:
    """Whether the paragraphs of a page end with spaces, which then mean nothing."""
    ends = [line.trails for line in lines if len(line.text) >= PARAGRAPH and _end(line.text) == "stop"]
    share = sum(ends) / len(ends) if ends else 0.0
    return "paragraphs end with spaces" if share > 0.5 else "some do" if share > 0.15 else "none does"


def may_join(before: Line, line: Line) -> bool:
    """Whether it is worth while to weigh a break: at most one blank line in it, and something that hints at more."""
    if line.text[0] == _PARAGRAPH_SPACE:
        return False
    if line.gap:
        return line.gap == 1 and (before.trails or line.indent > 0 or line.text[0].islower())
    if _are_labels(before, line):
        return False
    return before.trails or line.indent > 0 or not line.text[0].isupper() or before.text[-1] in _OPENS


def _are_labels(before: Line, line: Line) -> bool:
    """Whether two lines are a few words each, in elements that no space parts, as tags are: a word of a sentence that
    goes on in small letters has a space on one side."""
    if before.trails or line.indent or not line.text[0].islower() or len(before.text) <= DROPPED:
        return False
    ends_word = before.text[-1].isalnum() or before.text[-1] in ":："
    return ends_word and max(before.text.count(" "), line.text.count(" ")) < LABEL_WORDS


def signs(lines: Sequence[Line], at: int, habit: str) -> Iterator[str]:
    """What can be said of the break before a line, in names of weights."""
    before, line = lines[at - 1], lines[at]
    spacing, end, start = _spacing(before, line), _end(before.text), _start(line.text)
    yield "every break"
    yield f"{spacing} · {'a blank line' if line.gap else 'no blank line'}"
    yield f"{spacing} · after {end}"
    yield f"{spacing} · before {start}"
    yield f"after {end} · before {start}"
    yield f"{spacing} · after {_length(before.text)}"
    yield f"{spacing} · before {_length(line.text)}"
    if end == "stop":
        yield f"{spacing} · after stop · {habit}"
    if at > 1:
        yield f"the break above: {_spacing(lines[at - 2], before)}"
    if at + 1 < len(lines):
        below = lines[at + 1]
        yield f"the break below: {_spacing(line, below)}"
        yield f"the line below: {_start(below.text)}"
    yield f"its end: {_end(line.text)}"


def _spacing(before: Line, line: Line) -> str:
    if line.gap > 1:
        return "apart"
    if line.indent > 1:
        return "set in"
    if line.indent == 1:
        return "spaces on both sides" if before.trails else "a space after"
    return "a space before" if before.trails else "no space"


def _end(text: str) -> str:
    last = text[-1]
    known = _ENDS.get(last)
    if known:
        return known
    if last.isdigit():
        return "digit"
    if last.isalpha():
        return "letter"
    return "opening mark" if last in _OPENS else "closing mark" if last in _CLOSES or last in _QUOTES else "mark"


def _start(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "small letter" if first.islower() else "capital" if first.isupper() else "letter"
    if first.isdigit():
        return "digit"
    if not any(map(str.isalnum, text)):
        return "marks alone"
    return "closing mark" if first in _CLOSES else "opening mark" if first in _OPENS or first in _QUOTES else "mark"


def _length(text: str) -> str:
    return next((name for most, name in _LENGTHS if len(text) < most), "a paragraph")


def _as_one(before: Line, line: Line) -> Line:
    text = before.text + (" " if _is_spaced(before, line) else "") + line.text
    return replace(before, text=text, trails=line.trails, last=line.last)


def _is_spaced(before: Line, line: Line) -> bool:
    """Whether a space belongs between two joined lines: where the page had one, and between words that it had on lines
    of their own."""
    end, start = before.text[-1], line.text[0]
    if start in _CLOSES or end in _OPENS or end in _FULL_WIDTH or is_spaceless(end) and is_spaceless(start):
        return False
    return before.trails or line.indent > 0 or line.gap > 0 or (start not in _QUOTES and end not in _QUOTES)
