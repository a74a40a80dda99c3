"""The headline of a page that has titles of its own: the line above the story that they name, or else what looks most
like one."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.editing.bylines.dates import is_only_date
from copydesk.editing.desk import Desk
from copydesk.editing.headlines.elsewhere import elsewhere
from copydesk.editing.headlines.titles import NAMED, after_name, is_named, points_of, titles_of
from copydesk.editing.logo_names import logo_name
from copydesk.editing.shapes import bare, folded, lead, length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Draft, Heading

LONGEST = 30
"""Words of the longest headline; the usual one has 4 to 25."""
ABOVE = 300
"""Blocks above the story among which the headline is looked for."""
FEWEST_POINTS = 2.0
"""Points of a line that is taken for the headline where none has more."""
REPEATED = 1.5
"""Points of a line that the page repeats."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the headline: its place among the blocks, and its points or its probability."""

    at: int
    points: float


def best_named(draft: Draft, desk: Desk, lines: tuple[str, ...]) -> Candidate | None:
    """The line that the page's own titles name, or else what looks most like a headline."""
    blocks, begin = draft.blocks, start_of_story(draft.blocks)
    headings = frozenset(folded(block.text) for block in blocks[: begin + 1] if isinstance(block.kind, Heading))
    others, titles = elsewhere(draft), titles_of(lines, headings)
    best: Candidate | None = None
    for at in range(max(0, begin - ABOVE), min(begin + 1, len(blocks))):
        if at == begin and not (is_named(blocks[at], titles) and at + 1 < len(blocks)):
            continue
        points, bar = _points(blocks, at, begin), best.points if best else FEWEST_POINTS
        if points + NAMED + REPEATED < bar:
            continue
        points += points_of(blocks[at], titles)
        if points + REPEATED >= bar:
            points += REPEATED if others.repeats(blocks, at) else 0.0
        if points >= bar and _could_be(blocks[at], desk):
            best = Candidate(at, points)
    return best and _below_name(blocks, begin, best, lines)


def _below_name(blocks: tuple[Block, ...], begin: int, best: Candidate, titles: tuple[str, ...]) -> Candidate:
    """The candidate, or the line below it where it is the name of the site: a title begins with it and ends with that
    line, which says more. "Harbour Post: The night the wall broke"."""
    name = folded(blocks[best.at].text)
    ends = [end for title in titles if title.startswith(name) and (end := after_name(title, name)) is not None]
    for at in range(best.at + 1, min(begin + 1, len(blocks)) if ends else 0):
        if folded(blocks[at].text) in ends:
            return Candidate(at, best.points)
    return best


def _could_be(block: Block, desk: Desk) -> bool:
    text = block.text
    count = length(text)
    if not 2 <= count <= LONGEST or logo_name(text) is not None or is_only_date(text, desk):
        return False
    words = desk.words
    if bare(text) in words.machine_lines or bare(text) in words.below_lines:
        return False
    line = lead(text)
    return not (words.byline_starts.begin(line) or words.credit_starts.begin(line))


def _points(blocks: tuple[Block, ...], at: int, begin: int) -> float:
    """What shape and place say: a line of headline length, without full stop, near the story, marked as a heading."""
    text = blocks[at].text
    count = length(text)
    points = 1.0 if 4 <= count <= 25 else -0.5
    points += -1.5 if text.rstrip().endswith((".", "。", ":", "…", "...", ",")) else 0.3
    points -= min(begin - at, 20) * 0.05
    kind = blocks[at].kind
    if isinstance(kind, Heading):
        points += {1: 1.6, 2: 0.6}.get(kind.level, 0.2)
    if blocks[at].gap > 0:
        points += 0.2
    return points + (blocks[at].score or 0.0)
