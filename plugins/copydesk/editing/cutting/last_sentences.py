"""The last sentences of a short dump. The judge is sure of none of a brief, and least of its end, which has nothing
kept under it. Where a line stands below that a rule knows to follow stories, what lies between is the story's."""

from __future__ import annotations

import itertools

from copydesk.editing.shapes import ends_sentence, is_stopless, length
from copydesk.model import Block, Cut, Draft, Paragraph

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
    " lift_bylines cut_rights_lines cut_share_lines cut_titles_under_markers".split()
)
"""The rules whose lines stand under a story."""


def with_last_sentences(draft: Draft, kept: list[bool]) -> list[bool]:
    """The choice of blocks ``kept`` with the paragraphs of whole sentences between its last one and the line that a
    rule knows to stand under stories: "Nobody applied." over "Source: MTI"."""
    last = max((at for at, is_kept in enumerate(kept) if is_kept), default=None)
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


def _cut_right_under(draft: Draft, at: int) -> Cut | None:
    """The first line that was cut between a block and the next block; empty lines do not count."""
    begin = draft.blocks[at].order
    end = draft.blocks[at + 1].order if at + 1 < len(draft.blocks) else None
    between = (
        taken
        for taken in draft.cuts
        if taken.nature != "empty" and taken.block.order > begin and (end is None or taken.block.order <= end)
    )
    return min(between, key=lambda taken: taken.block.order, default=None)


def _is_last_sentence(block: Block) -> bool:
    """Whether a paragraph of a dump is whole sentences that may be told: no address, and not hopeless."""
    text = block.text
    ends = ends_sentence(text) or is_stopless(text)
    told = block.markup is None and isinstance(block.kind, Paragraph) and ends
    long_enough = length(text) >= LEAST_WORDS - text.endswith("?")
    return told and (block.score or 0.0) >= LEAST_SCORE and long_enough and "@" not in text and "://" not in text
