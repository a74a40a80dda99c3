"""What the curator must look at: quotations that begin, lines in doubt; and what is no story at all is held."""

from __future__ import annotations

from dataclasses import replace

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded, is_running_text, length
from copydesk.editing.story import SURE
from copydesk.model import Block, Doubt, Draft

SHORTEST_STORY = 25
"""Words; the shortest brief that newspapers print has about as many."""
IN_DOUBT = (0.3, 0.7)
SHORT_PAGE = 120
"""Under this many words a page that says it was not found, or asks to subscribe, is no story."""


def mark_quotations(draft: Draft, desk: Desk) -> Draft:
    """Mark where the text hands over to a quotation whose end cannot be told: "Here's more from NYT's report:"."""
    doubts = tuple(
        Doubt(
            "quotation-starts",
            f'after "{block.text[:80]}" a quotation starts; where it ends is not recorded',
            block.place,
        )
        for block in draft.blocks[:-1]
        if _hands_over(block, desk)
    )
    return replace(draft, doubts=draft.doubts + doubts)


def _hands_over(block: Block, desk: Desk) -> bool:
    line = folded(block.text)
    return line.endswith(":") and length(line) <= 25 and any(phrase in line for phrase in desk.words.handover_phrases)


def rate_confidence(draft: Draft, desk: Desk) -> Draft:
    """Say how sure the edit is, and name the lines in doubt where they are many or much prose was dropped."""
    judged = [block for block in (*draft.blocks, *(taken.block for taken in draft.cuts)) if block.score is not None]
    total = sum(length(block.text) for block in judged)
    if not total:
        return replace(draft, confidence=0.0)
    doubtful = [block for block in judged if IN_DOUBT[0] <= (block.score or 0.0) <= IN_DOUBT[1]]
    share = sum(length(block.text) for block in doubtful) / total
    sure = sum(length(block.text) * abs((block.score or 0.0) - SURE) * 2 for block in judged) / total
    doubts = draft.doubts + _lines_in_doubt(draft, doubtful, share)
    return replace(draft, confidence=round(min(1.0, sure), 3), doubts=doubts)


def _lines_in_doubt(draft: Draft, doubtful: list[Block], share: float) -> tuple[Doubt, ...]:
    dropped = sum(length(taken.block.text) for taken in draft.cuts if is_running_text(taken.block.text))
    kept = sum(length(block.text) for block in draft.blocks if is_running_text(block.text))
    if share > 0.25 and len(doubtful) > 2:
        return (Doubt("lines-in-doubt", f"{len(doubtful)} lines could belong to the story or not", doubtful[0].place),)
    if dropped > 0.4 * (dropped + kept):
        return (Doubt("lines-in-doubt", f"{dropped} of {dropped + kept} words of running text were cut"),)
    return ()


def hold_what_is_no_story(draft: Draft, desk: Desk) -> Draft:
    """Hold a page without main content, an error page, a cookie wall, a teaser before a paywall: "Page not found"."""
    words = sum(length(block.text) for block in draft.blocks)
    longest = max((length(block.text) for block in (*draft.blocks, *(taken.block for taken in draft.cuts))), default=0)
    if words < SHORTEST_STORY:
        reason = f"no main content found (the longest candidate has {longest} words)"
        return replace(draft, held=(*draft.held, _named(draft, desk) or reason))
    if words < SHORT_PAGE and (named := _named(draft, desk)):
        return replace(draft, held=(*draft.held, named))
    return draft


def _named(draft: Draft, desk: Desk) -> str | None:
    """What kind of page that is no story this is, if its lines say so."""
    lines = [
        folded(block.text) for block in (*draft.blocks, *(taken.block for taken in draft.cuts)) if len(block.text) < 300
    ]
    for phrases, reason in (
        (desk.words.error_phrases, "an error page, not a story"),
        (desk.words.paywall_phrases, "a teaser before a paywall, not the whole story"),
    ):
        if any(phrase in line for line in lines for phrase in phrases):
            return reason
    return None
