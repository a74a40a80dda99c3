"""The element that holds the story on a publisher's pages: where a hand took out much that stood around the story, one
``main`` selector may do what many rules would. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from copydesk.editing.cutting.curator import selects
from copydesk.editing.shapes import is_running_text, length
from copydesk.learning.lessons import Lesson, Pages
from copydesk.model import Block
from copydesk.text import fold

FEWEST: Final = 3
"""Blocks that a hand must have taken out before the element of the story is asked for: fewer are each a rule."""
SLACK: Final = 0.15
"""By how much less of another story's running text the element may hold than of this one's before the hand: other
stories still have what was taken out here. Of a story that a hand has edited it must hold all."""
TAGS: Final = ("article", "main", "section")
"""Elements that hold stories."""
LEAST_WORD: Final = 4
"""Letters of the shortest class word that is a selector."""


def main_for(kept: tuple[Block, ...], taken_out: tuple[Block, ...], pages: Pages) -> Lesson | None:
    """The selector that holds all that was kept and nothing that was taken out, and that holds the stories of the other
    pages too. Of several, the one found on most pages, then the narrowest; ``None`` where there is none."""
    if len(taken_out) < FEWEST or any(block.markup is None for block in kept):
        return None
    least = _share(sum(map(_told, kept)), sum(map(_told, taken_out))) - SLACK
    fitting = [
        Lesson("main", selector, touched)
        for selector in _selectors(kept)
        if not any(selects((selector,), block) for block in taken_out)
        and all(selects((selector,), block) for block in pages.settled)
        and (touched := _pages_held(selector, pages, least)) is not None
    ]
    return max(fitting, key=lambda lesson: (lesson.pages, -_breadth(lesson.value, pages)), default=None)


def _selectors(kept: Iterable[Block]) -> Iterator[str]:
    """What all kept blocks stand in, the innermost first."""
    marked = [block.markup for block in kept if block.markup is not None]
    counts = Counter(word for markup in marked for word in dict.fromkeys(markup.words))
    for word, count in counts.items():
        if count == len(marked) and len(word) >= LEAST_WORD and word.isalpha():
            yield f".{word}"
    yield from (tag for tag in TAGS if marked and all(tag in markup.path for markup in marked))


def _told(block: Block) -> int:
    return length(block.text) if is_running_text(block.text) else 0


def _share(inside: int, outside: int) -> float:
    return inside / max(1, inside + outside)


def _pages_held(selector: str, pages: Pages, least: float) -> int | None:
    """On how many other pages a selector holds the story; ``None`` where it holds less than the ``least`` share."""
    held = 0
    for blocks in pages.others.values():
        told = [block for block in blocks if fold(block.text) in pages.prose]
        inside = sum(_told(block) for block in told if selects((selector,), block))
        if not any(selects((selector,), block) for block in blocks):
            continue  # on such a page the selector says nothing
        if inside < least * sum(map(_told, told)):
            return None
        held += 1
    return held


def _breadth(selector: str, pages: Pages) -> int:
    return sum(selects((selector,), block) for blocks in pages.others.values() for block in blocks)
