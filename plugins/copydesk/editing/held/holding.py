"""What the curator must look at: quotations that begin, lines in doubt; and what is no story at all is held."""

from __future__ import annotations

from dataclasses import replace

from copydesk.editing.desk import Desk
from copydesk.editing.held.confidence import confidence, is_in_doubt, promised
from copydesk.editing.held.no_story import SHORTEST_STORY, kind_of
from copydesk.editing.shapes import folded, length
from copydesk.model import Block, Doubt, Draft, Place

REVIEW, HOPELESS = 0.6, 0.02
"""The confidence under which a story is marked for review, and that under which it is held. Of pages of known text
under the first, most are not clean; under the second, next to none is (`bench.train.confidence`)."""
HALF = 0.5
"""A page is held only if the judge's scores promise less than this F1 of it: a short story of a kind that the judge
has not seen has all its lines in doubt, and is marked for review instead."""
BRIEF = 120
"""Words from which a page may be held: the judge is never sure of a shorter one."""
MOST_LINES = 12
"""Line numbers that a doubt names."""


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
    """Say how sure the edit is; name the lines in doubt where it is not, and hold what is hopeless."""
    sure = confidence(draft)
    rated = replace(draft, confidence=sure)
    if not draft.blocks or sure >= REVIEW:
        return rated
    odds = "under 10%" if sure < 0.1 else f"about {round(sure, 1):.0%}"
    said = f"the text is clean with a probability of {odds}"
    lines = lines_in_doubt(draft)
    place = _first_in_doubt(draft)
    noun = "line" if lines.isdigit() else "lines"
    named = f"{noun} {lines} could belong to the story or not" if lines else "look at it as a whole"
    rated = replace(rated, doubts=(*rated.doubts, Doubt("lines-in-doubt", f"{said}; {named}", place)))
    if sure >= HOPELESS or promised(draft) >= HALF or sum(length(block.text) for block in draft.blocks) < BRIEF:
        return rated
    return replace(rated, held=(*rated.held, f"{said}, too little to publish unseen ({named})"))


def lines_in_doubt(draft: Draft) -> str:
    """The line numbers of what the judge was unsure of, kept or cut: "12, 15-18"; the first of many."""
    places = sorted((block.place.first, block.place.last) for block in _in_doubt(draft))
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in places]
    more = ", …" if len(shown) > MOST_LINES else ""
    return ", ".join(shown[:MOST_LINES]) + more


def _in_doubt(draft: Draft) -> list[Block]:
    blocks = (*draft.blocks, *(taken.block for taken in draft.cuts if taken.nature == "boilerplate"))
    return [block for block in blocks if is_in_doubt(block)]


def _first_in_doubt(draft: Draft) -> Place | None:
    return min((block.place for block in _in_doubt(draft)), key=lambda place: place.first, default=None)


def hold_what_is_no_story(draft: Draft, desk: Desk) -> Draft:
    """Hold a page that is an error, a wall, a teaser, a list, a search or a video, an item of a feed that goes on
    elsewhere, or has no text: "Page not found"."""
    words = sum(length(block.text) for block in draft.blocks)
    reason = kind_of(draft, desk)
    if reason is None and words < SHORTEST_STORY:
        longest = max((length(text) for text in _texts(draft)), default=0)
        reason = f"no main content found (the longest candidate has {longest} word{'' if longest == 1 else 's'})"
    return draft if reason is None else replace(draft, held=(*draft.held, reason))


def _texts(draft: Draft) -> tuple[str, ...]:
    return tuple(block.text for block in (*draft.blocks, *(taken.block for taken in draft.cuts)))
