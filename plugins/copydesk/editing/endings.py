"""Lines that end the story: a comment form, related articles, the most popular of today.

The largest single loss of cleaners is to keep readers' comments: in a dump they read like the story, so a comment
marker after the story ends it for good. A related box may stand in the middle of the text, and on a page the markup
tells comments from paragraphs; there what follows is believed where the judge is sure of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, lead, length
from copydesk.editing.story import start_of_story, told_words
from copydesk.model import Block, Draft

MARKER_WORDS = 9
"""The longest a marker line is."""
RESUMES = 12
"""Words the judge is sure of that show that the story goes on after a marker."""
CERTAIN = 0.75
"""The score from which the judge is sure."""
_COUNTED = re.compile(r"^\d[\d.,]*\s+")


@dataclass(frozen=True, slots=True)
class _Marker:
    at: int
    reason: str


def end_at_comments(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the readers' comments on: "LEAVE A REPLY", "12 Comments"."""
    lines, starts = frozenset(desk.words.comment_lines), desk.words.comment_starts
    begin = start_of_story(draft.blocks)
    for at, block in enumerate(draft.blocks):
        if at > begin and _is_marker(block, lines, starts) and _is_past_the_story(draft.blocks, at):
            return _end(draft, "end_at_comments", _Marker(at, "readers' comments, or the form for them"))
    return draft


def end_at_related(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the related articles on, unless the story goes on after them: "RELATED ARTICLES"."""
    lines = frozenset(desk.words.related_lines)
    return _end_at(draft, lines, desk.words.related_starts, _Marker(0, "related articles and what follows them"))


def end_at_lists(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the site's lists on, unless the story goes on after them: "Most Popular"."""
    return _end_at(draft, frozenset(desk.words.end_lines), (), _Marker(0, "the site's lists and what follows them"))


def _end_at(draft: Draft, lines: frozenset[str], starts: tuple[str, ...], marker: _Marker) -> Draft:
    rule = "end_at_related" if starts else "end_at_lists"
    begin = start_of_story(draft.blocks)
    for at, block in enumerate(draft.blocks):
        if at > begin and _is_marker(block, lines, starts) and not _goes_on(draft.blocks[at + 1 :]):
            return _end(draft, rule, _Marker(at, marker.reason))
    return draft


def _end(draft: Draft, rule: str, marker: _Marker) -> Draft:
    return cut(draft, rule, {at: Verdict(marker.reason) for at in range(marker.at, len(draft.blocks))})


def _is_marker(block: Block, lines: frozenset[str], starts: tuple[str, ...]) -> bool:
    if len(block.text) > 90:
        return False
    line = _COUNTED.sub("", bare(block.text))
    return line in lines or (
        bool(starts) and lead(block.text).startswith(starts) and length(block.text) <= MARKER_WORDS
    )


def _is_past_the_story(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the story stands above the marker: most of what is told, or more than a short story has."""
    following = blocks[at + 1 :]
    if blocks[at].markup is not None and _goes_on(following):
        return False
    before = told_words(blocks[:at])
    return before >= 150 or before >= told_words(blocks[at:]) or before >= 40 and not _goes_on(following)


def _goes_on(following: tuple[Block, ...]) -> bool:
    """Whether the judge is sure of some words after a marker."""
    return sum(length(block.text) for block in following if (block.score or 0.0) >= CERTAIN) >= RESUMES
