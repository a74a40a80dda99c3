"""Paragraphs of a saved page that stand in boxes like those of the story, and so belong to it.

The judge looks at a block and at those around it. Where a page parts its story into boxes with teasers between them, it
may lose its way in the middle; the elements and class words are the same all the way down.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Final

from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Heading, ListItem, Markup, Paragraph

LEAST: Final = 0.1
"""The score from which a paragraph stays for its likeness."""

SHARE: Final = 0.3
"""The share of the words in boxes alike that the judge keeps. Measured by site with `LEAST`: fundus gained .003 of F1,
wcxb .001, waddle lost .0006; with higher ones less was gained, and as much lost."""

BRIEF_SCORE, BRIEF_KEPT, BRIEF_SHARE, NEARLY_ALL = 0.3, 25, 0.6, 0.75
"""The same three of a brief, which has fewer words than `FEWEST_KEPT`."""
FEWEST_KEPT: Final = 60
FEWEST_WORDS: Final = 8
"""Words that are kept of boxes alike, and words of the shortest paragraph."""

SHORT_WORDS, SHORT_SCORE = 4, 0.1
"""The same for a shorter one, of which the judge must think more."""
FEWEST_ITEMS, MOST_ENCLOSED, LINKED, OUTERMOST = 2, 12, 0.3, 2
"""Items between two lines of the story, with headings over them, the share of one that links are, and the elements
around a whole page, in which all stand together."""

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
    shortest = SHORT_WORDS if of_all >= NEARLY_ALL else FEWEST_WORDS
    if words >= FEWEST_KEPT and of_all >= SHARE:
        return [at for at in group if _may_be_told(blocks[at], LEAST, shortest)]
    is_brief = words >= BRIEF_KEPT and of_all >= BRIEF_SHARE
    least = SHORT_SCORE if of_all >= NEARLY_ALL else BRIEF_SCORE
    return [at for at in group if _may_be_told(blocks[at], least, shortest)] if is_brief else []


def _may_be_told(block: Block, least: float, shortest: int) -> bool:
    score, words = block.score or 0.0, length(block.text)
    is_long = score >= least and words >= FEWEST_WORDS or score >= max(least, SHORT_SCORE) and words >= shortest
    return is_long and ends_sentence(block.text)


def with_what_they_enclose(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The choice with the headings and lists of a page between two lines of the story, in the element of both."""
    places = [at for at, is_kept in enumerate(kept) if is_kept]
    enclosed: set[int] = set()
    for above, below in itertools.pairwise(places):
        between = range(above + 1, below)
        items = sum(isinstance(blocks[at].kind, ListItem) for at in between)
        if FEWEST_ITEMS <= items <= MOST_ENCLOSED and all(map(_may_be_enclosed, blocks[above + 1 : below])):
            shared = _common(blocks[above].markup, blocks[below].markup)
            if len(shared) > OUTERMOST and all(_stands_in(blocks[at], shared) for at in between):
                enclosed |= set(between)
    return [is_kept or at in enclosed for at, is_kept in enumerate(kept)]


def _may_be_enclosed(block: Block) -> bool:
    markup = block.markup
    told = markup is not None and markup.link_density < LINKED and (block.score or 0.0) >= LEAST
    return told and isinstance(block.kind, (Heading, ListItem))


def _common(one: Markup | None, other: Markup | None) -> tuple[int, ...]:
    """The elements that two blocks stand in together, outermost first."""
    if one is None or other is None:
        return ()
    pairs = zip(one.ancestors, other.ancestors, strict=False)
    return tuple(mine for mine, its in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _stands_in(block: Block, elements: tuple[int, ...]) -> bool:
    return block.markup is not None and block.markup.ancestors[: len(elements)] == elements
