"""What a block is worth without the learned judge: whether it stands in the densest run of sentence-like lines."""

from __future__ import annotations

from copydesk.editing.shapes import is_running_text, length
from copydesk.model import Block

CHROME_ELEMENTS = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "dialog"})
GAP_COST = 14
"""What a line that is no prose costs the run, in words."""


def score(blocks: tuple[Block, ...], language: str | None) -> tuple[float, ...]:
    """A probability per block that it is main content: high inside the densest run, low outside."""
    worth = [_worth(block) for block in blocks]
    first, last = _densest(worth)
    return tuple(_probability(value, first <= at <= last) for at, value in enumerate(worth))


def _worth(block: Block) -> float:
    count = length(block.text)
    if block.markup and (block.markup.link_density > 0.6 or CHROME_ELEMENTS & set(block.markup.path)):
        return -count - 4.0
    if is_running_text(block.text):
        return float(min(count, 120))
    return -float(min(GAP_COST, 4 + count))


def _densest(worth: list[float]) -> tuple[int, int]:
    """First and last position of the run with the largest sum."""
    best, best_run = 0.0, (0, -1)
    total, start = 0.0, 0
    for at, value in enumerate(worth):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, best_run = total, (start, at)
    return best_run


def _probability(worth: float, inside: bool) -> float:
    if inside:
        return 0.95 if worth > 0 else 0.55
    return 0.3 if worth > 0 else 0.05
