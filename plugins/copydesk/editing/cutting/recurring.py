"""Lines that stand on other pages of the same publisher: its chrome, whatever they say.

Which lines those are is counted before any page is cleaned (`batch.recurring`) and comes with the house. What the judge
is sure of stays all the same: an agency's sentence, a subhead that a series gives each of its parts.
"""

from __future__ import annotations

from dataclasses import replace

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import is_flowing, is_heading, is_laid_out, is_running_text
from copydesk.editing.story import SURE, tells
from copydesk.model import Block, Draft
from copydesk.text import line_key

TOLD = 0.9
"""The score from which running text stays, however many pages have it."""
THIN = 0.15
"""The score from which running text counts where no sentence is believed any more."""


def cut_recurring_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut lines that stand on other pages of this publisher too: "Support the journalism of the coast"."""
    recurring = desk.house.recurring
    if not recurring:
        return draft
    pages = {at: recurring.get(line_key(block.text), 0) for at, block in enumerate(draft.blocks) if _may_go(block)}
    left = cut(draft, "cut_recurring_lines", {at: _verdict(count) for at, count in pages.items() if count})
    # A brief under a box of teasers: what the judge believed of the page was the box, and it is gone.
    return replace(left, blocks=_believing_something(left.blocks))


def _verdict(pages: int) -> Verdict:
    return Verdict(f"stands on {pages} other pages of this publisher")


def _may_go(block: Block) -> bool:
    score = block.score or 0.0
    is_told = score >= TOLD and is_running_text(block.text) or score >= SURE and is_heading(block)
    return not is_told and not is_laid_out(block)


def _believing_something(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks as they are; where no sentence of them is believed, with the likeliest raised so far that they are."""
    return blocks if any(map(tells, blocks)) else tuple(map(_raised, blocks))


def _raised(block: Block) -> Block:
    """A block of a page of which the judge believes no sentence: what reads like prose and is not hopeless may be a
    very short story, and is kept in doubt."""
    thin = (block.score or 0.0) >= THIN and is_running_text(block.text) and is_flowing(block)
    return replace(block, score=SURE) if thin else block
