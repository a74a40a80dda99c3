"""Paragraphs of a saved page that stand in boxes like those of the story, and so belong to it.

The judge looks at a block and at those around it. Where a page parts its story into boxes with teasers between them, it
may lose its way in the middle; the elements and class words are the same all the way down.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Paragraph

LEAST: Final = 0.1
"""The score from which a paragraph stays for its likeness."""

SHARE: Final = 0.3
"""The share of the words in boxes alike that the judge keeps. Measured by site with `LEAST`: fundus gained .003 of F1,
wcxb .001, waddle lost .0006; with higher ones less was gained, and as much lost."""

BRIEF_SCORE, BRIEF_KEPT, BRIEF_SHARE = 0.3, 25, 0.6
"""The same three of a brief, which has fewer words than `FEWEST_KEPT`."""
FEWEST_KEPT: Final = 60
FEWEST_WORDS: Final = 8
"""Words that are kept of boxes alike, and words of the shortest paragraph."""

CLASS_WORDS, CLASS_LETTERS = 6, 4
"""How many class words are compared, and the letters of the shortest: what is shorter is often a part of a number."""

Box = tuple[tuple[str, ...], tuple[str, ...]]


def with_their_like(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice with the paragraphs that stand in boxes of a kind most like those of the story."""
    alike: dict[Box, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if block.markup is not None and isinstance(block.kind, Paragraph):
            alike[block.markup.path, _class_words(block.markup.words)].append(at)
    told = {at for group in alike.values() for at in _of_the_story(blocks, group, kept)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _class_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([word for word in words if len(word) >= CLASS_LETTERS][:CLASS_WORDS])


def _of_the_story(blocks: tuple[Block, ...], group: list[int], kept: list[bool]) -> list[int]:
    """The paragraphs of a kind of boxes of which the judge keeps much, and not all."""
    if all(kept[at] for at in group):
        return []
    words = sum(length(blocks[at].text) for at in group if kept[at])
    of_all = words / max(1, sum(length(blocks[at].text) for at in group))
    if words >= FEWEST_KEPT and of_all >= SHARE:
        return [at for at in group if _may_be_told(blocks[at], LEAST)]
    is_brief = words >= BRIEF_KEPT and of_all >= BRIEF_SHARE
    return [at for at in group if _may_be_told(blocks[at], BRIEF_SCORE)] if is_brief else []


def _may_be_told(block: Block, least: float) -> bool:
    return (block.score or 0.0) >= least and length(block.text) >= FEWEST_WORDS and ends_sentence(block.text)
