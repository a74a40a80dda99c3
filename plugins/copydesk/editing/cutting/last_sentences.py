"""The last sentences of a short dump. The judge is sure of none of a brief, and least of its end, which has nothing
kept under it. Where a line stands below that a rule knows to follow stories, what lies between is the story's. And in a
dump of any length, sentences right under the label of an advert go on with the story that it interrupts."""

from __future__ import annotations

import itertools

from copydesk.editing.desk import Desk
from copydesk.editing.pictures.credits import ends_in_agency_alone
from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Cut, Draft, Paragraph
from copydesk.text import is_stopless

BRIEF = 160
"""Words of the longest story that is mended so. Dumps of longer ones have notes of the site in that place."""

MOST = 3
"""Paragraphs that a story may lack at its end."""

LEAST_SCORE = 0.1
"""The score that such a paragraph has at least."""

LEAST_WORDS = 4
"""Words that it has at least; a question may have one fewer."""

UNDER_STORIES = frozenset(
    "end_at_comments end_at_related end_at_lists lift_source_lines lift_tags cut_source_link lift_desk_credits"
    " lift_bylines cut_rights_lines cut_share_lines cut_titles_under_markers cut_advert_labels".split()
)
"""The rules whose lines stand under a story."""

ADVERT = "cut_advert_labels"
"""The rule that cuts labels of adverts."""

AT_ADVERTS = frozenset({ADVERT, "cut_captions", "cut_credit_lines", "cut_image_names"})
"""The rules whose lines may stand between the two parts of a story that an advert interrupts."""

INTERRUPTED_SCORE, INTERRUPTED_WORDS = 0.06, 8
"""The score and the words that a paragraph under an advert has at least. In 2,900 dumps of four sets 16 paragraphs, on
three pages, stood so under the last kept line; the known text has 15 of them. The other said who contributed."""


def with_last_sentences(draft: Draft, kept: list[bool]) -> list[bool]:
    """The choice of blocks ``kept`` with the paragraphs of whole sentences between its last one and the line that a
    rule knows to stand under stories: "Nobody applied." over "Source: MTI"."""
    last = _last_of(kept)
    if last is None or sum(length(block.text) for block in itertools.compress(draft.blocks, kept)) > BRIEF:
        return kept
    for end in range(last + 1, min(last + 1 + MOST, len(draft.blocks))):
        if not _is_last_sentence(draft.blocks[end]):
            return kept
        below = _cut_right_under(draft, end)
        if below is not None and below.rule not in UNDER_STORIES:
            return kept
        if below is not None:
            return [*kept[: last + 1], *[True] * (end - last), *kept[end + 1 :]]
    return kept


def with_later_sentences(draft: Draft, kept: list[bool], desk: Desk) -> list[bool]:
    """The choice of blocks ``kept`` with what goes on below its last one under an advert, or is signed by a wire."""
    return _with_wired_ends(draft, _with_interrupted_sentences(draft, kept), desk)


def _with_interrupted_sentences(draft: Draft, kept: list[bool]) -> list[bool]:
    """The choice of blocks ``kept`` with the paragraphs that go on right under the label of an advert below its last
    one, with nothing but captions beside the label."""
    last = _last_of(kept) if any(taken.rule == ADVERT for taken in draft.cuts) else None
    if last is None or ADVERT not in {taken.rule for taken in _cuts_under(draft, last)}:
        return kept
    end = last
    while end + 1 < len(draft.blocks) and _goes_on_under_advert(draft, end + 1):
        end += 1
    return [*kept[: last + 1], *[True] * (end - last), *kept[end + 1 :]]


def _with_wired_ends(draft: Draft, kept: list[bool], desk: Desk) -> list[bool]:
    """The choice of blocks ``kept`` with the sentences right under its last one that a wire signs with its name alone:
    "Rain is not expected before Friday. (PAP)"."""
    last = _last_of(kept)
    if last is None or last + 1 == len(draft.blocks):
        return kept
    block = draft.blocks[last + 1]
    likely = block.markup is None and (block.score or 0.0) >= LEAST_SCORE and length(block.text) >= INTERRUPTED_WORDS
    signed = likely and ends_in_agency_alone(block.text, desk)
    return [*kept[: last + 1], True, *kept[last + 2 :]] if signed else kept


def _last_of(kept: list[bool]) -> int | None:
    """The place of the last block that is kept."""
    return max((at for at, is_kept in enumerate(kept) if is_kept), default=None)


def _goes_on_under_advert(draft: Draft, at: int) -> bool:
    """Whether a paragraph is whole sentences, and only adverts and pictures stand between it and the block above."""
    above = {taken.rule for taken in _cuts_under(draft, at - 1)}
    return above <= AT_ADVERTS and _is_told(draft.blocks[at], INTERRUPTED_SCORE, INTERRUPTED_WORDS)


def _cut_right_under(draft: Draft, at: int) -> Cut | None:
    """The first line that was cut between a block and the next block."""
    return min(_cuts_under(draft, at), key=lambda taken: taken.block.order, default=None)


def _cuts_under(draft: Draft, at: int) -> list[Cut]:
    """What was cut between a block and the next block; empty lines do not count."""
    begin = draft.blocks[at].order
    end = draft.blocks[at + 1].order if at + 1 < len(draft.blocks) else None
    return [
        taken
        for taken in draft.cuts
        if taken.nature != "empty" and taken.block.order > begin and (end is None or taken.block.order <= end)
    ]


def _is_last_sentence(block: Block) -> bool:
    """Whether a paragraph may be the last of a brief; a question may have one word fewer."""
    return _is_told(block, LEAST_SCORE, LEAST_WORDS - block.text.endswith("?"))


def _is_told(block: Block, least_score: float, least_words: int) -> bool:
    """Whether a paragraph of a dump is whole sentences that may be told: no address, and not hopeless."""
    text = block.text
    ends = ends_sentence(text) or is_stopless(text)
    told = block.markup is None and isinstance(block.kind, Paragraph) and ends
    likely = (block.score or 0.0) >= least_score and length(text) >= least_words
    return told and likely and "@" not in text and "://" not in text
