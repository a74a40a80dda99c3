"""Lines that end the story: a comment form, related articles, the most popular of today.

The largest single loss of cleaners is to keep readers' comments: in a dump they read like the story, so a comment
marker after the story ends it for good. A related box may stand in the middle of the text, and on a page the markup
tells comments from paragraphs; there what follows is believed where the judge is sure of it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.cutting.headed_boxes import boxes_of_comments, boxes_of_teasers
from copydesk.editing.cutting.over_links import is_over_links
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.pictures.credits import is_credit
from copydesk.editing.shapes import bare, ends_sentence, lead, length, start_of
from copydesk.editing.story import belongs, stands_above, start_of_story, tells
from copydesk.editing.vocabulary import NONE, Starts
from copydesk.model import Block, Draft, Paragraph

MARKER_WORDS = 9
"""The most words of a marker line."""
COUNTED_WORDS, MARKER_LENGTH = 30, 180
"""The most words, and characters, of a marker that begins with a count and may repeat the headline: "3 thoughts on
“…”"."""
RESUMES = 12
"""Words below a marker of which the judge is sure, from which the story goes on there."""
TOLD_ON = 18
"""Words of running text below a marker, likely part of the story, from which it goes on there."""
TITLE_WORDS = 2
"""The fewest words of another story's title."""
CERTAIN = 0.75
"""The score from which the judge is sure."""
SENTENCE_WORDS = 5
"""Words from which a line that ends as a sentence heads nothing."""
SAID = 0.5
"""The score from which a whole sentence is no marker."""
LIST_ENDS, LONGEST_LIST = "end of list", 40
"""The last line of a list that is read out, and the most lines it has."""
_LIST_BEGINS = re.compile(r"list (?:of )?\d+ (?:items?|of \d+)\b", re.IGNORECASE)
ABOVE_NOTE, ABOVE_BRIEF = 100, 40
"""Words told above a note to those who comment ("Comments are now closed") in a page, under which nothing is the
story's; and so many where what is below stands in other elements."""
BRIEF = 160
"""Words of a story so short that the judge is sure of little of it. Where it goes on after a marker is looked for:"""
INSIDE_LINES = 12
"""among so many lines under the marker,"""
INSIDE_TITLES = 4
"""of which at most so many are titles of other stories,"""
INSIDE_SCORE = 0.1
"""in sentences with at least this score,"""
UNDER = 3
"""over something else that stands under stories, a tag or two above it allowed."""
TEASERS = 3
"""So many different counts in one form ("Comments (2)", "Comments (14)") are no story's own."""
_INITIALS = re.compile(r"\([a-z]{2,4}(?:[/,-][a-z]{2,4}){0,3}\)")
"""Whose hands a story went through, as papers of Indonesia sign under it: "(rin/dhn)"."""
_COUNTED = re.compile(r"^\d[\d.,]*\s+")
_FIGURES = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class _Outlook:
    """For each block the words told above it, and the words after it of which the judge is sure."""

    told_above: tuple[int, ...]
    sure_below: tuple[int, ...]

    @property
    def told(self) -> int:
        """All words told."""
        return self.told_above[-1]

    def goes_on(self, at: int) -> bool:
        """Whether the story goes on after a block: the judge is sure of some words, or believes whole sentences."""
        return self.sure_below[at] >= RESUMES or self.told - self.told_above[at] >= TOLD_ON


def end_at_comments(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the readers' comments on; in a page whose story goes on, the box that the line heads: "LEAVE
    A REPLY", "12 Comments"."""
    words = desk.words
    marked = _markers(draft.blocks, words.comment_lines, words.comment_starts, words.counted_comment_starts)
    markers = _without_teasers(draft.blocks, [at for at in marked if not _is_told(draft.blocks[at])])
    outlook = look_ahead(draft.blocks) if markers else None
    verdict = Verdict("readers' comments, or the form for them")
    for at in markers:
        is_note = words.comment_starts.begin(_opening(draft.blocks[at].text))
        if outlook and _is_past_the_story(draft.blocks, outlook, at, is_note):
            return _end(draft, "end_at_comments", at, verdict)
    return cut(draft, "end_at_comments", dict.fromkeys(boxes_of_comments(draft.blocks, markers), verdict))


def _without_teasers(blocks: tuple[Block, ...], markers: list[int]) -> list[int]:
    """The markers without those that count the comments of several stories, each under its teaser."""
    counts: dict[str, set[str]] = defaultdict(set)
    for at in markers:
        counts[_FIGURES.sub("0", blocks[at].text)].add(blocks[at].text)
    return [at for at in markers if len(counts[_FIGURES.sub("0", blocks[at].text)]) < TEASERS]


def end_at_related(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the related articles on, or where the story goes on after them, the box that the line heads:
    "RELATED ARTICLES"."""
    words = desk.words
    markers = _markers_but_links(draft, words.related_lines, words.related_starts, words.more_starts)
    verdict = Verdict("related articles and what follows them")
    return _end_or_part(draft, desk, "end_at_related", markers, verdict)


def end_at_lists(draft: Draft, desk: Desk) -> Draft:
    """Cut everything from the site's lists on, or where the story goes on after them, the box that the line heads:
    "Most Popular"."""
    markers = _markers_but_links(draft, desk.words.end_lines, NONE)
    verdict = Verdict("the site's lists and what follows them")
    return _end_or_part(draft, desk, "end_at_lists", markers, verdict)


def _end_or_part(draft: Draft, desk: Desk, rule: str, markers: list[int], verdict: Verdict) -> Draft:
    """The draft without all from the marker on after which the story does not go on; where it does after each, without
    the boxes that they head."""
    at = _first_end(draft, desk, markers)
    if at is not None:
        return _end(draft, rule, at, verdict)
    return cut(draft, rule, dict.fromkeys(boxes_of_teasers(draft.blocks, markers), verdict))


def cut_spoken_lists(draft: Draft, desk: Desk) -> Draft:
    """Cut a list of other stories that a page counts for those who listen, and the line that announces it: "list of 3
    items", "list 1 of 3", …, "end of list". The story goes on after it."""
    verdicts: dict[int, Verdict] = {}
    begun: int | None = None
    for at, block in enumerate(draft.blocks):
        if begun is None and block.text[:1] in ("l", "L") and _LIST_BEGINS.match(block.text):
            announced = at > 0 and bare(draft.blocks[at - 1].text) in desk.words.list_lines
            begun = at - announced
        elif begun is not None and bare(block.text) == LIST_ENDS and at - begun <= LONGEST_LIST:
            verdicts |= dict.fromkeys(range(begun, at + 1), Verdict("list of other stories"))
            begun = None
    return cut(draft, "cut_spoken_lists", verdicts)


def end_at_desk_credits(draft: Draft, desk: Desk) -> Draft:
    """Cut what stands under the credits of the desk, where the story does not go on: "Our standards: …"."""
    credit = next((taken.block for taken in draft.cuts if taken.rule == "lift_desk_credits"), None)
    if credit is None:
        return draft
    below = [at for at, block in enumerate(draft.blocks) if stands_above(credit, block)]
    if not below or look_ahead((credit, *draft.blocks[below[0] :])).goes_on(0):
        return draft
    return _end(draft, "end_at_desk_credits", below[0], Verdict("what follows the credits of the desk"))


def _markers_but_links(draft: Draft, lines: frozenset[str], starts: Starts, whole: Starts = NONE) -> list[int]:
    """The markers under the story. A line that begins like one of ``whole`` and has its title with it is a link and no
    marker: "Read also: Ferry back in service" may stand over the last paragraph. Neither is a sentence that begins like
    one of the ``starts``: "Más de cien barcos esperan fuera del puerto."."""
    marked = ((at, draft.blocks[at].text) for at in _markers(draft.blocks, lines, starts))
    return [at for at, text in marked if not _is_whole(text, whole) and (not _tells(text) or bare(text) in lines)]


def _tells(text: str) -> bool:
    return ends_sentence(text) and length(text) >= SENTENCE_WORDS


def _first_end(draft: Draft, desk: Desk, markers: list[int]) -> int | None:
    """The first marker after which the story does not go on."""
    outlook = look_ahead(draft.blocks) if markers else None
    ends = (at for at in markers if outlook and not outlook.goes_on(at) and not is_over_links(draft.blocks, at))
    return next((at for at in ends if not _is_inside(draft, at, desk)), None)


def _is_inside(draft: Draft, at: int, desk: Desk) -> bool:
    """Whether a marker of a short dump stands with a title or two between its sentences: whole sentences follow, and
    under them something else that stands under stories."""
    above, below = draft.blocks[:at], draft.blocks[at + 1 : at + 1 + INSIDE_LINES]
    if draft.blocks[at].markup is not None or sum(length(block.text) for block in above if belongs(block)) > BRIEF:
        return False
    titles = sum(1 for _ in itertools.takewhile(lambda block: not ends_sentence(block.text), below))
    told = list(itertools.takewhile(_may_be_told, below[titles:]))
    under = below[titles + len(told) :]
    stands = any(_stands_under(line, desk) for line in under[:UNDER])
    stands = stands or not under and any(taken.rule == "end_at_comments" for taken in draft.cuts)
    return 1 <= titles <= INSIDE_TITLES and bool(told) and stands


def _may_be_told(block: Block) -> bool:
    return ends_sentence(block.text) and (block.score or 0.0) >= INSIDE_SCORE and length(block.text) > TITLE_WORDS


def _stands_under(block: Block, desk: Desk) -> bool:
    """Whether a line is one that stands under stories: who is credited, tags, comments, other stories."""
    words, line = desk.words, lead(block.text)
    announced = (words.source_starts, words.tag_starts, words.related_starts, words.comment_starts)
    starts = (*announced, words.share_starts, words.machine_starts, words.desk_starts)
    lines = (words.below_lines, words.share_lines, words.source_link_lines)
    listed = any(line.startswith(start) for start in starts) or any(bare(block.text) in table for table in lines)
    is_signed = _INITIALS.fullmatch(block.text) is not None
    return listed or is_signed or is_byline(block.text, desk) or is_credit(block.text, desk)


def _is_whole(text: str, starts: Starts) -> bool:
    """Whether a line has a title behind what it begins with."""
    line = lead(text)
    start = start_of(line, starts)
    return start is not None and length(line[len(start) :]) >= TITLE_WORDS


def _is_told(block: Block) -> bool:
    """Whether a line that begins like a marker is a sentence of the story: "Die Diskussion ist geschlossen worden."."""
    return (block.score or 0.0) >= SAID and ends_sentence(block.text)


def _markers(blocks: tuple[Block, ...], lines: frozenset[str], starts: Starts, counted: Starts = NONE) -> list[int]:
    """The places of the markers under the beginning of the story; behind a count a line may begin like ``counted``."""
    begin = start_of_story(blocks)
    below = enumerate(blocks[begin + 1 :], begin + 1)
    return [at for at, block in below if _is_marker(block, lines, starts, counted)]


def _end(draft: Draft, rule: str, at: int, verdict: Verdict) -> Draft:
    return cut(draft, rule, dict.fromkeys(range(at, len(draft.blocks)), verdict))


def _is_marker(block: Block, lines: frozenset[str], starts: Starts, often: Starts) -> bool:
    if len(block.text) > MARKER_LENGTH:
        return False
    line, start = bare(block.text), _opening(block.text)
    counted = _COUNTED.match(start)
    if counted:
        line, start = _COUNTED.sub("", line), start[counted.end() :]
    longest = COUNTED_WORDS if counted else MARKER_WORDS
    begins = starts.begin(start) or counted is not None and often.begin(start)
    return line in lines or begins and length(block.text) <= longest


def _opening(text: str) -> str:
    """How a line begins, without what it may be set apart with: "*Submitted comments are …"."""
    return lead(text).lstrip("[(* ")


def _is_past_the_story(blocks: tuple[Block, ...], outlook: _Outlook, at: int, is_note: bool) -> bool:
    """Whether the story stands above the marker: most of what is told, or more than a short story has. In a page where
    much is sure below, as comments may be, only a note to those who write them (``is_note``) tells."""
    marker, before = blocks[at], outlook.told_above[at]
    goes_on = outlook.sure_below[at] >= RESUMES
    if marker.markup is not None and marker.rule != "part_furniture" and goes_on:
        return is_note and _ends_under_note(blocks, at)
    return before >= 150 or before >= outlook.told - before or before >= 40 and not goes_on


def _ends_under_note(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether enough running text stands above a note in a page; less is enough where too few words below it, of which
    the judge is sure, stand as such text does."""
    above = [block for block in blocks[:at] if isinstance(block.kind, Paragraph) and tells(block)]
    told = sum(length(block.text) for block in above)
    if not ABOVE_BRIEF <= told < ABOVE_NOTE:
        return told >= ABOVE_NOTE
    places = {place for block in above for place in _places(block)}
    sure = (block for block in blocks[at + 1 :] if (block.score or 0.0) >= CERTAIN)
    return sum(length(block.text) for block in sure if not places.isdisjoint(_places(block))) < RESUMES


def _places(block: Block) -> tuple[object, ...]:
    """Where a block of a page stands: its element, and the names of the elements and classes around it."""
    return () if block.markup is None else (block.markup.container, (block.markup.path, block.markup.words))


def look_ahead(blocks: tuple[Block, ...]) -> _Outlook:
    """What is told above and below each block."""
    told = accumulate((length(block.text) if tells(block) else 0 for block in blocks), initial=0)
    sure = accumulate(
        (length(block.text) if (block.score or 0.0) >= CERTAIN else 0 for block in reversed(blocks)), initial=0
    )
    return _Outlook(tuple(told), tuple(sure)[-2::-1])
