"""Lines of the story that are more than paragraphs: subheads and items of lists. Their words stay; how they are set is
all that changes, and only where it is sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.paragraphs.kind_judge import look_over, weighed
from copydesk.editing.shapes import ends_sentence, is_flowing, length
from copydesk.model import Block, Draft, Heading, Kind, ListItem, Paragraph, Table
from copydesk.text import script

HEADING: Final = 0.8
"""The likelihood from which a line is set as a subhead: nine in ten are, on sites that the weights have not seen."""

HEADED, ALIKE = 0.68, 2
"""The likelihood from which it is where so many others are, and in scripts without capitals, which lack a sign."""
CASED: Final = frozenset(("latin", "cyrillic", "greek"))
"""Scripts with capitals."""

ITEM, LIST = 0.4, 0.7
"""The likelihood from which a line may be one of a list, and the mean of its lines from which a list is one. An item
alone looks like much else; several on end hold each other up."""

FEWEST_ITEMS: Final = 3

ASKS: Final = ("?", "？", "؟")
QUESTIONS, QUESTION_WORDS = 4, 30
"""Questions alone on their lines from which a page is an interview, and the words of the longest."""

BULLETS: Final = ("\u2022", "\u2023", "\u25e6", "\u25aa", "\u00b7")
"""What word processors and pages set before items that they do not mark as such."""

SUBHEAD_WORDS: Final = 12
BOLD_LEVEL: Final = 6
"""A bold paragraph that heads others stands under every heading that the page itself has."""


def mark_kinds(draft: Draft, desk: Desk) -> Draft:
    """Set subheads and lists of a dump as such where sure, and bold lines of a page that head what follows, and lines
    behind bullets: "What it will cost"."""
    blocks = draft.blocks
    marked = any(block.markup is not None for block in blocks)
    kinds = [_shown_kind(blocks, at) for at in range(len(blocks))] if marked else _told_kinds(blocks)
    settled = tuple(
        _set(block, kind) if kind and _holds(blocks, kinds, at) else block
        for at, (block, kind) in enumerate(zip(blocks, kinds, strict=True))
    )
    return draft if settled == blocks else replace(draft, blocks=settled)


def _set(block: Block, kind: Kind) -> Block:
    """The block as what it is; a heading needs no bold letters to say so."""
    spans = tuple(replace(span, strong=False) for span in block.spans) if isinstance(kind, Heading) else block.spans
    if isinstance(kind, ListItem) and block.text.startswith(BULLETS):
        first = replace(spans[0], text=spans[0].text.lstrip().lstrip("".join(BULLETS)).lstrip())
        spans = (first, *spans[1:]) if first.text else spans[1:]
    return replace(block, kind=kind, spans=spans, rule="mark_kinds")


def _shown_kind(blocks: tuple[Block, ...], at: int) -> Kind | None:
    """The heading that a bold line of a page is, the item that one of several behind bullets is; ``None`` for other
    blocks."""
    if not isinstance(blocks[at].kind, Paragraph):
        return None
    if blocks[at].text.startswith(BULLETS):
        near = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
        return ListItem() if any(block.text.startswith(BULLETS) for block in near) else None
    return Heading(BOLD_LEVEL) if at and _is_bold(blocks[at]) else None


def _told_kinds(blocks: tuple[Block, ...]) -> list[Kind | None]:
    """What each line of a dump seems to be; ``None`` where it is a paragraph, or marked as something else."""
    lines = look_over(blocks)
    chances = [weighed(lines, at) if isinstance(block.kind, Paragraph) else None for at, block in enumerate(blocks)]
    heads = [each["heading"] if each else 0.0 for each in chances]
    bar = HEADING if sum(head >= HEADING for head in heads) < ALIKE else HEADED
    kinds: list[Kind | None] = [
        Heading(2) if head >= (bar if script(block.text) in CASED else HEADED) else None
        for head, block in zip(heads, blocks, strict=True)
    ]
    if _is_interview(blocks, kinds):
        kinds = [None if blocks[at].text.endswith(ASKS) else kind for at, kind in enumerate(kinds)]
    for first, end in _lists([each["list item"] if each else 0.0 for each in chances]):
        kinds[first:end] = [ListItem()] * (end - first)
    return kinds


def _is_interview(blocks: tuple[Block, ...], kinds: list[Kind | None]) -> bool:
    """Whether most questions that stand alone are set as paragraphs: then one that looks like a subhead is none."""
    asks = (at for at, block in enumerate(blocks) if block.text.endswith(ASKS))
    asked = [at for at in asks if length(blocks[at].text) <= QUESTION_WORDS]
    return len(asked) >= QUESTIONS and 2 * sum(kinds[at] is not None for at in asked) < len(asked)


def _lists(likely: list[float]) -> Iterator[tuple[int, int]]:
    """The first place of each list, and the place behind its last item."""
    first = 0
    for at, value in enumerate([*likely, 0.0]):
        if value < ITEM:
            if at - first >= FEWEST_ITEMS and sum(likely[first:at]) / (at - first) >= LIST:
                yield first, at
            first = at + 1


def _is_bold(block: Block) -> bool:
    short = length(block.text) <= SUBHEAD_WORDS and not ends_sentence(block.text) and block.text[-1:] not in ":：,;–—-"
    return short and all(span.strong or not span.text.strip() for span in block.spans)


def _holds(blocks: tuple[Block, ...], kinds: list[Kind | None], at: int) -> bool:
    """Whether the neighbours allow it: a heading heads text, and a colon over a list only announces it."""
    if not isinstance(kinds[at], Heading):
        return True
    below = blocks[at + 1].kind if at + 1 < len(blocks) else None
    if blocks[at].text.endswith((":", "：")) and isinstance(below, ListItem):
        return False
    if at + 1 == len(blocks) or isinstance(kinds[at + 1], Heading):
        return False
    return is_flowing(blocks[at + 1]) or isinstance(blocks[at + 1].kind, Table) and blocks[at].markup is not None
