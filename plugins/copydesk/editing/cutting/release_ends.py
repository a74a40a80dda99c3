"""Where a press release ends: at a mark, at words that say so, at what it says of its sender and whom to ask."""

from __future__ import annotations

from copydesk.editing.bylines.senders import is_release, named_about
from copydesk.editing.cutting.endings import MARKER_WORDS, look_ahead
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, head_of, lead, length
from copydesk.editing.story import stands_above
from copydesk.model import Block, Draft

END_MARKS = frozenset(("###", "# # #", "#####"))
"""Marks that stand alone under a press release."""
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
    if not marks and not is_release(draft, desk):
        return []
    return [*marks, *(block for block in draft.blocks if named_about(block, draft, desk))]
