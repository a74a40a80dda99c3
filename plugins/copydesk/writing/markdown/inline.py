"""Spans to inline Markdown: the words escaped where they would act, the marks around them where Markdown can set them.

Marks are nested link, strong, emphasis, code from the outside in. A mark that CommonMark could not read back (strong
type that begins with a quotation mark in the middle of a word) is left out: the words matter, the mark does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from copydesk.model import Span
from copydesk.writing.addresses import safe_href
from copydesk.writing.escaping import IN_HEADING, IN_LINES, active_places, is_punctuation, visible

_SPACES = re.compile(r"[ \t]{2,}|\t")
_BROKEN = re.compile(r" ?\n\s*")
_LEAD = re.compile(r"(?:\\\n|\s)*")
_EDGE = frozenset("*_~[]!<&")
_TICKS = re.compile("`+")

_MARKS = attrgetter("strong", "emphasis", "code", "href")
_STARS = {"strong": "**", "emphasis": "*"}


@dataclass(frozen=True, slots=True)
class Run:
    """A span with the place in the whole text where it starts."""

    start: int
    span: Span

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.span.text)


@dataclass(frozen=True, slots=True)
class Line:
    """The whole text of a block and the places in it that need a backslash, in order."""

    text: str
    active: tuple[int, ...]

    def before(self, place: int) -> str:
        """The character before ``place``, a space at the start of the text."""
        return self.text[place - 1] if place else " "

    def after(self, place: int) -> str:
        """The character at ``place``, a space at the end of the text."""
        return self.text[place] if place < len(self.text) else " "


def inline(spans: tuple[Span, ...]) -> str:
    """The Markdown of a paragraph's, quotation's, list item's or caption's spans; line breaks as backslash breaks."""
    return _written(tidy(spans), IN_LINES)


def inline_heading(spans: tuple[Span, ...]) -> str:
    """The Markdown of a heading's spans, on one line."""
    flat = (replace(span, text=span.text.replace("\n", " ")) for span in tidy(spans))
    return _written(tidy(tuple(flat)), IN_HEADING)


def without_emphasis(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with words, code and links alone."""
    return tuple(replace(span, strong=False, emphasis=False) for span in spans)


def tidy(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans as they can be written: no control characters, no spaces around line breaks and at the ends, unsafe
    addresses left out, neighbours with the same marks joined."""
    cleaned = (
        Span(visible(span.text), span.strong, span.emphasis, _may_be_code(span), safe_href(span.href))
        for span in spans
        if span.text
    )
    joined: list[Span] = []
    for marks, group in groupby(cleaned, key=_MARKS):
        if text := _squeezed("".join([span.text for span in group])):
            joined.append(Span(text, *marks))
    return _stripped(joined)


def _may_be_code(span: Span) -> bool:
    """Whether a text is set as code: within a link not where Markdown would take it for the definition of one, which
    no page shows (``[`]:`](https://…)``)."""
    return span.code and not (span.href and "]:" in span.text)


def _squeezed(text: str) -> str:
    squeezed = _SPACES.sub(" ", text) if "  " in text or "\t" in text else text
    return _BROKEN.sub("\n", squeezed) if "\n" in squeezed else squeezed


def _stripped(spans: list[Span]) -> tuple[Span, ...]:
    while spans and (text := spans[0].text.lstrip()) != spans[0].text:
        spans = [replace(spans[0], text=text), *spans[1:]] if text else spans[1:]
    while spans and (text := spans[-1].text.rstrip()) != spans[-1].text:
        spans = [*spans[:-1], replace(spans[-1], text=text)] if text else spans[:-1]
    return tuple(spans)


def _written(spans: tuple[Span, ...], pattern: re.Pattern[str]) -> str:
    text = "".join([span.text for span in spans])
    if len(spans) == 1 and not any(_MARKS(spans[0])) and not active_places(text, pattern):  # most paragraphs
        return text.replace("\n", "\\\n")
    runs: list[Run] = []
    for span in spans:
        runs.append(Run(runs[-1].end if runs else 0, span))
    line = Line(text, tuple(sorted(active_places(text, pattern) | _edges(runs))))
    return _linked(tuple(runs), line)


def _edges(runs: list[Run]) -> frozenset[int]:
    """Places beside a mark, where what is harmless in running text may act, and every bracket inside a link."""
    if len(runs) == 1 and runs[0].span.href is None:
        return frozenset()
    places = {place for run in runs for place in (run.start, run.end - 1)}
    for run in runs:
        places |= set(range(run.start, run.end)) if run.span.href else set()
    text = "".join(run.span.text for run in runs)
    return frozenset(place for place in places if text[place] in _EDGE)


def _linked(runs: tuple[Run, ...], line: Line) -> str:
    written = []
    for href, group in groupby(runs, key=lambda run: run.span.href):
        inner = _marked(tuple(group), ("strong", "emphasis"), line)
        written.append(inner if href is None else _around(inner, "[", f"]({_destination(href)})"))
    return "".join(written)


def _marked(runs: tuple[Run, ...], marks: tuple[str, ...], line: Line) -> str:
    if not marks or not any(run.span.strong or run.span.emphasis for run in runs):
        return "".join(_worded(run, line) for run in runs)
    written = []
    for marked, grouped in groupby(runs, key=lambda run: bool(getattr(run.span, marks[0]))):
        group = tuple(grouped)
        inner = _marked(group, marks[1:], line)
        stars = _STARS[marks[0]]
        written.append(_around(inner, stars, stars) if marked and _can_flank(group, line) else inner)
    return "".join(written)


def _can_flank(group: tuple[Run, ...], line: Line) -> bool:
    """Whether stars around the group would be read as opening and closing, by CommonMark's rule of flanks."""
    start, end = group[0].start, group[-1].end
    text = line.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if start >= end:
        return False
    opens = not _is_flat(line.text[start]) or _is_open(line.before(start))
    closes = not _is_flat(line.text[end - 1]) or _is_open(line.after(end))
    return opens and closes


def _is_flat(character: str) -> bool:
    return is_punctuation(character)


def _is_open(character: str) -> bool:
    return character.isspace() or is_punctuation(character)


def _around(inner: str, before: str, after: str) -> str:
    """The marks around the words, spaces and breaks at the ends left outside."""
    lead = _LEAD.match(inner)
    start, end = lead.end() if lead else 0, len(inner.rstrip())
    while start < end and inner[end - 1] == "\\" and inner[end : end + 1] == "\n":
        end = len(inner[: end - 1].rstrip())
    if start >= end:
        return inner
    return f"{inner[:start]}{before}{inner[start:end]}{after}{inner[end:]}"


def _worded(run: Run, line: Line) -> str:
    if run.span.code:
        return _code(run.span.text)
    places = line.active[bisect_left(line.active, run.start) : bisect_left(line.active, run.end)]
    ends = [*places, run.end]
    text = "\\".join(line.text[start:end] for start, end in zip((run.start, *places), ends, strict=True))
    return text.replace("\n", "\\\n")


def _code(text: str) -> str:
    flat = text.replace("\n", " ")
    if not flat.strip():
        return flat
    fence = "`" * (1 + max((len(ticks) for ticks in _TICKS.findall(flat)), default=0))
    padding = " " if flat[0] in "` " or flat[-1] in "` " else ""
    return f"{fence}{padding}{flat}{padding}{fence}"


def _destination(href: str) -> str:
    """The address as Markdown reads it: parentheses and entities of it are its own characters."""
    return re.sub(r"[()*_]|&(?=#?\w+;)", lambda found: f"\\{found.group()}", href)
