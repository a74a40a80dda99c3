"""Stories of a form that a curator should know of: live pages, roundups of several stories, stories that may lack their
end. They are marked, not held: each may be what the curator wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from copydesk.editing.bylines.dates import is_hour, may_have_hours
from copydesk.editing.cutting.live import is_live_by_data
from copydesk.editing.cutting.sponsors import says_who_paid
from copydesk.editing.desk import Desk
from copydesk.editing.held.no_story import Look
from copydesk.editing.shapes import folded, is_heading, length, prose_words
from copydesk.model import Block, Doubt, Draft

HOURS, FEW_HOURS = 4, 2
"""Lines with nothing but an hour from which a page is written as things happen; fewer do where its headline says so."""
NEAR = 2
"""How far under its hour the text of an entry begins, in blocks: there may be a head between them."""
PARTS, PART_WORDS = 3, 150
"""Parts under heads of their own from which a page that says so is a roundup, and the most words that one has."""
PAID = "cut_advert_labels"
"""The rule that takes lines which say who paid. They speak of the story if they stand near it: a box of sponsored
stories has such a line too."""
ABOVE = 8
"""How many blocks above the story such a line may stand."""
UNDER = 3
"""How many blocks under it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of story: the code and the message of its mark, and how it is known."""

    code: str
    message: str
    applies: Callable[[Look], bool]


def mark_forms(draft: Draft, desk: Desk) -> Draft:
    """Mark a live page, a roundup of several stories, and a story that may lack its end: "16.30 GMT"."""
    if draft.held:
        return draft
    look = Look(draft, desk)
    doubts = tuple(Doubt(form.code, form.message) for form in FORMS if form.applies(look))
    return replace(draft, doubts=draft.doubts + doubts) if doubts else draft


def _is_live(look: Look) -> bool:
    """Whether the page's data, or the hours of its entries, say that it was written as things happened."""
    if is_live_by_data(look.draft):
        return True
    hours = _hours(look)
    return hours >= HOURS or hours >= FEW_HOURS and _is_called(look, look.desk.words.live_phrases)


def _hours(look: Look) -> int:
    """The hours over paragraphs of the story, kept or cut; those of a list beside it stand over titles."""
    if not may_have_hours([block.text for block in look.blocks], FEW_HOURS):  # as on nearly all pages
        return 0
    order = sorted(look.blocks, key=lambda block: block.order)
    told = {block.order for block in look.draft.blocks if prose_words(block)}
    return sum(
        is_hour(block.text) and any(below.order in told for below in order[at + 1 : at + 1 + NEAR])
        for at, block in enumerate(order)
    )


def _is_roundup(look: Look) -> bool:
    """Whether the page calls itself a roundup, and has several short parts under heads or led by bold words."""
    blocks = look.draft.blocks
    parts = sum(is_heading(block) or _is_led(block) for block in blocks)
    if parts < PARTS or not _is_called(look, look.desk.words.roundup_phrases):
        return False
    return sum(map(prose_words, blocks)) <= PART_WORDS * parts


def _is_led(block: Block) -> bool:
    """Whether a paragraph or item of a list begins with bold words: "**Bridges:** The county will close…"."""
    first = block.spans[0] if block.spans else None
    return first is not None and first.strong and len(block.spans) > 1 and length(first.text) <= 8


def _is_called(look: Look, phrases: tuple[str, ...]) -> bool:
    titles = (folded(clue.value) for clue in look.draft.clues if clue.fact == "headline")
    return any(phrase in title for title in titles for phrase in phrases)


def _is_paid_for(look: Look) -> bool:
    """Whether a line near the headline, or among the last of the story or right under it, says that somebody paid."""
    taken = (cut.block for cut in look.draft.cuts if cut.rule == PAID)
    said = [block for block in taken if says_who_paid(block.text, look.desk)]
    if not said or not look.draft.blocks:
        return False
    order = sorted(look.blocks, key=lambda block: block.order)
    first = order.index(min(look.draft.blocks, key=lambda block: block.order))
    last = order.index(max(look.draft.blocks, key=lambda block: block.order))
    near = (*order[max(0, first - ABOVE) : first + UNDER], *order[last : last + 1 + UNDER])
    return any(block in near for block in said)


def _may_lack_its_end(look: Look) -> bool:
    """Whether the page says that it is not free, or offers more to those who pay, and was not held for it."""
    return "not free" in look.draft.says or look.offers(look.desk.words.paywall_phrases)


FORMS: tuple[Form, ...] = (
    Form(
        "live-page", "a live page: its entries tell what was known when it was saved, the newest often first", _is_live
    ),
    Form("roundup", "a roundup of several stories: see whose each is, and whether one headline says it", _is_roundup),
    Form("paid-for", "somebody paid for this text: see that readers are told so, or leave it out", _is_paid_for),
    Form(
        "perhaps-not-whole",
        "the page offers more to readers who pay: see whether the story is whole",
        _may_lack_its_end,
    ),
)
"""The forms, each marked on its own: a roundup may lack its end."""
