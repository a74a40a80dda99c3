"""The next story of a saved page that loads one under the other as its reader scrolls: each in an element of its own,
with a headline set like the first."""

from __future__ import annotations

from typing import Final

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import ends_sentence, folded, length
from copydesk.editing.story import tells
from copydesk.model import Block, Draft, Heading

HEADLINE_WORDS: Final = 3
"""The fewest words of its headline."""
TOLD_ABOVE, TOLD_BELOW = 40, 20
"""Words that are told in the element of the story, and in that of the next: parts of one story have a heading each."""
HEAD, HEAD_WORDS = 6, 16
"""Among how many lines from its headline on the next story says when or by whom, and the words of such a line."""
CLASS_WORDS: Final = 6
"""How many class words are compared: those nearest to the headline."""

Chain = tuple[int, ...]


def end_at_next_story(draft: Draft, desk: Desk) -> Draft:
    """Cut the next story of a page that shows several, and what follows it: "Ferry fares to rise" with its own byline
    and text."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or headline.markup is None or headline.kind != Heading(1):
        return draft
    for block in draft.blocks:
        if block.order > headline.order and _is_set_like(block, headline):
            story, other = _parted(headline, block)
            if _told_in(draft, story) >= TOLD_ABOVE and _is_story(draft, other, block, desk):
                begin = min(at for at, each in enumerate(draft.blocks) if _chain(each)[: len(other)] == other)
                verdict = Verdict("the next story on the page")
                return cut(draft, "end_at_next_story", dict.fromkeys(range(begin, len(draft.blocks)), verdict))
    return draft


def _is_set_like(block: Block, headline: Block) -> bool:
    """Whether a block is a heading in elements and classes of the same names as the headline, with other words."""
    if block.kind != headline.kind or block.markup is None or headline.markup is None:
        return False
    alike = block.markup.path == headline.markup.path
    named = block.markup.words[:CLASS_WORDS] == headline.markup.words[:CLASS_WORDS]
    return alike and named and length(block.text) >= HEADLINE_WORDS and folded(block.text) != folded(headline.text)


def _parted(one: Block, other: Block) -> tuple[Chain, Chain]:
    """The outermost elements that hold one of two blocks and not the other."""
    first, second = _chain(one), _chain(other)
    shared = next((at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), len(first))
    return first[: shared + 1], second[: shared + 1]


def _told_in(draft: Draft, chain: Chain) -> int:
    return sum(length(block.text) for block in draft.blocks if tells(block) and _chain(block)[: len(chain)] == chain)


def _is_story(draft: Draft, chain: Chain, headline: Block, desk: Desk) -> bool:
    """Whether the element around a headline tells something, and says under it when or by whom."""
    inside = [block for block in draft.blocks if _chain(block)[: len(chain)] == chain]
    at = next(at for at, block in enumerate(inside) if block is headline)
    signed = any(_says_when_or_by_whom(block, desk) for block in inside[at + 1 : at + 1 + HEAD])
    return signed and _told_in(draft, chain) >= TOLD_BELOW


def _says_when_or_by_whom(block: Block, desk: Desk) -> bool:
    if length(block.text) > HEAD_WORDS or ends_sentence(block.text):
        return False
    return holds_date(block.text, desk) or is_byline(block.text, desk)


def _chain(block: Block) -> Chain:
    return block.markup.ancestors if block.markup is not None else ()
