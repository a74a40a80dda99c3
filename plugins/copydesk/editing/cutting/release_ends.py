"""Where a press release ends: at a mark, at words that say so, at what it says of its sender and whom to ask."""

from __future__ import annotations

from copydesk.editing.cutting.endings import MARKER_WORDS, look_ahead
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, folded, head_of, lead, length, start_of
from copydesk.editing.story import stands_above
from copydesk.model import Block, Draft

END_MARKS = frozenset(("###", "# # #", "#####"))
"""Marks that stand alone under a press release."""
OPENING = 4
"""In a press release, the first blocks, among which the lede is."""
RELEASED = 60
"""The fewest words of the story above a mark that ends a press release."""
SOURCE = "SOURCE "
"""What wires of press releases set before the sender, under the text."""


def end_at_end_mark(draft: Draft, desk: Desk) -> Draft:
    """Cut what stands under the mark or the words that end a press release, where most is told above them: "###",
    "- Ends -", "Notes to editors"."""
    marks = _end_marks(draft, desk)
    if not marks:
        return draft
    outlook = look_ahead(draft.blocks)
    for mark in sorted(marks, key=lambda block: block.order):
        at = next((at for at, block in enumerate(draft.blocks) if block is mark or stands_above(mark, block)), None)
        if at is not None and outlook.told_above[at] >= max(RELEASED, outlook.told - outlook.told_above[at]):
            below = range(at, len(draft.blocks))
            under = [line for line in below if not _names_source(draft.blocks[line], desk)]
            verdict = Verdict("stands under the end of the press release")
            return cut(draft, "end_at_end_mark", dict.fromkeys(under, verdict))
    return draft


def _names_source(block: Block, desk: Desk) -> bool:
    """Whether a line says whom the release is from, which another rule reads: "SOURCE Harrow Fell Instruments"."""
    return length(block.text) <= MARKER_WORDS and (
        block.text.startswith(SOURCE) or desk.words.source_starts.begin(lead(block.text))
    )


def _end_marks(draft: Draft, desk: Desk) -> list[Block]:
    """The lines that may end a press release: a mark, where it is the only one, words that say so, and on a page that
    has either what it says of the sender."""
    signs = [taken.block for taken in draft.cuts if taken.block.text.strip() in END_MARKS]
    marks = signs if len(signs) == 1 else []  # several part the sections of a text
    marks += [block for block in draft.blocks if bare(head_of(block)) in desk.words.release_lines]
    if not marks:
        return []
    return [*marks, *(block for block in draft.blocks if _is_about_sender(block, draft, desk))]


def _is_about_sender(block: Block, draft: Draft, desk: Desk) -> bool:
    """Whether a line heads what a release says of who sent it, whom its headline or its lede names: "About Harrow Fell
    Instruments"."""
    head = head_of(block)
    line = lead(head)
    start = start_of(line, desk.words.about_starts)
    name = line[len(start) :].strip(" :") if start else ""
    if not 0 < length(name) <= MARKER_WORDS or ends_sentence(head):
        return False
    headlines = (folded(clue.value) for clue in draft.clues if clue.fact == "headline")
    opening = (folded(block.text) for block in draft.blocks[:OPENING])
    return any(name in text for text in (*headlines, *opening))
