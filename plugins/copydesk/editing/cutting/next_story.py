"""The next story of a saved page that loads one under the other as its reader scrolls: each in an element of its own,
with a headline set like the first."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
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

PAGE: Final = 0
"""The number that stands for the page itself: its elements are numbered from 1."""


def end_at_next_story(draft: Draft, desk: Desk) -> Draft:
    """Cut the next story of a page that shows several, and what follows it: "Ferry fares to rise" with its own byline
    and text."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or headline.markup is None or headline.kind != Heading(1):
        return draft
    below = ((at, block) for at, block in enumerate(draft.blocks) if block.order > headline.order)
    headings = [(at, block) for at, block in below if _is_set_like(block, headline)]
    told = _told_in_elements(draft.blocks) if headings else {}
    for at, block in headings:
        story, other = _parted(headline, block)
        if told[story] >= TOLD_ABOVE and told[other] >= TOLD_BELOW and _is_signed(draft.blocks, at, other, desk):
            begin = next(first for first, each in enumerate(draft.blocks) if other in _elements(each))
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


def _parted(one: Block, other: Block) -> tuple[int, int]:
    """The outermost elements that hold one of two blocks and not the other."""
    first, second = _elements(one), _elements(other)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return first[min(shared, len(first) - 1)], second[min(shared, len(second) - 1)]


def _told_in_elements(blocks: tuple[Block, ...]) -> Counter[int]:
    """The words that are told in each element."""
    told: Counter[int] = Counter()
    for block in blocks:
        if tells(block):
            words = length(block.text)
            told.update(dict.fromkeys(_elements(block), words))
    return told


def _is_signed(blocks: tuple[Block, ...], at: int, element: int, desk: Desk) -> bool:
    """Whether an element says under the headline at a place in it when or by whom."""
    under = takewhile(lambda block: element in _elements(block), blocks[at + 1 : at + 1 + HEAD])
    return any(_says_when_or_by_whom(block, desk) for block in under)


def _says_when_or_by_whom(block: Block, desk: Desk) -> bool:
    if length(block.text) > HEAD_WORDS or ends_sentence(block.text):
        return False
    return holds_date(block.text, desk) or is_byline(block.text, desk)


def _elements(block: Block) -> tuple[int, ...]:
    """The numbers of the elements around a block, outermost first, the page before them all."""
    return (PAGE, *(block.markup.ancestors if block.markup is not None else ()))
