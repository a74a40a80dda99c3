"""Interviews and live pages whose parts a dump sets as bare lines: a question, a one-word answer, the hour of an entry.
To the judge each looks like a line of the site; that many of them stand over what it believes says what they are."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.editing.bylines.dates import is_hour
from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Paragraph
from copydesk.text import script

ASKS, GREEK = ("?", "？", "؟"), ";"
"""How a question ends; Greek asks with what others take for a semicolon."""
QUESTIONS, QUESTION_WORDS = 3, 30
"""Questions right over kept lines from which a page is an interview, and the words of the longest."""
HOPELESS, ANSWER_WORDS = 0.05, 12
"""The score under which neither stays for the other's sake, and the words of an answer that only its question keeps."""
ANSWERED = 0.2
"""The score from which a longer one is told, where each of the questions has its answer."""
HOURS = 3
"""The fewest hours over kept paragraphs from which a page is live."""
BELIEVED, ENTRY = 2, 0.15
"""How many of those the judge has to believe, and the score from which he may be wrong of another of a dump."""
NEAR = 2
"""How many blocks under its hour an entry begins at most."""
HEAD_WORDS = 20
"""The most words of a head between the two."""


def with_questions(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice of a dump's lines with the questions of an interview and their short answers: "Were you afraid?" over
    "Twice."."""
    asked = [at for at, block in enumerate(blocks[:-1]) if _asks(block)]
    answered = {at for at in asked if _may_be_answered(blocks[at + 1])}
    each = len(answered) >= QUESTIONS and any(kept[at] and kept[at + 1] for at in answered)
    if not each and sum(kept[at] or kept[at + 1] for at in asked) < QUESTIONS:
        return kept
    told = list(kept)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    for at in asked:
        is_near = first - 1 <= at <= last + 1
        if is_near and (kept[at + 1] or _answers(blocks[at + 1]) or each and at in answered):
            told[at] = told[at + 1] = True
            last = max(last, at + 1)
    return told


def _may_be_answered(block: Block) -> bool:
    """Whether a line under a question is sentences that may be the story's, where each of several questions has some
    and the judge believes one of them."""
    short = length(block.text) <= ANSWER_WORDS
    return _is_likely_line(block) and ends_sentence(block.text) and (short or (block.score or 0.0) >= ANSWERED)


def _asks(block: Block) -> bool:
    asks = block.text.endswith(ASKS) or block.text.endswith(GREEK) and script(block.text) == "greek"
    return asks and _is_likely_line(block) and length(block.text) <= QUESTION_WORDS


def _answers(block: Block) -> bool:
    return _is_likely_line(block) and ends_sentence(block.text) and length(block.text) <= ANSWER_WORDS


def _is_likely_line(block: Block) -> bool:
    return block.markup is None and isinstance(block.kind, Paragraph) and (block.score or 0.0) >= HOPELESS


def with_hours(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice with the hours of a live page's entries and the heads under them: "16.30 GMT" over what happened.
    Where the judge believes two, other likely entries stay under their hours too."""
    entries = {at: end for at, block in enumerate(blocks) if is_hour(block.text) and (end := _entry(blocks, kept, at))}
    if len(entries) < HOURS or sum(kept[end] for end in entries.values()) < BELIEVED:
        return kept
    told = {between for at, end in entries.items() for between in range(at, end + 1)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _entry(blocks: tuple[Block, ...], kept: Sequence[bool], at: int) -> int | None:
    """The place of the first kept or likely paragraph under an hour, with one head at most between them."""
    for below in range(at + 1, min(at + 1 + NEAR, len(blocks))):
        likely = kept[below] or blocks[below].markup is None and (blocks[below].score or 0.0) >= ENTRY
        if likely and ends_sentence(blocks[below].text):
            return below
        if length(blocks[below].text) > HEAD_WORDS or is_hour(blocks[below].text):
            return None
    return None
