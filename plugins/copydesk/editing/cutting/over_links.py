"""Whether the story of a saved page goes on under the links that a line heads."""

from __future__ import annotations

import itertools

from copydesk.editing.shapes import ends_sentence
from copydesk.editing.story import belongs, tells
from copydesk.model import Block

MOST_LINKS, LINKED = 8, 0.8
"""How many links to other stories a marker amid the text heads at the most, and the share of its characters in a
link from which a line is one."""
ALIKE, ALIKE_SCORE = 2, 0.1
"""How many paragraphs of the story stand in elements and classes of the same names as one that goes on with it, and its
least score."""


def is_over_links(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a marker of a page stands over a few links, and under them a paragraph of the story in one element with
    those above, or in elements of the same names: however short it is, the story goes on there."""
    below = blocks[at + 1 : at + 2 + MOST_LINKS]
    links = sum(1 for _ in itertools.takewhile(_is_link, below))
    after = below[links] if 0 < links < len(below) else None
    if after is None or after.markup is None or not ends_sentence(after.text):
        return False
    told = [markup for above in blocks[:at] if tells(above) and (markup := above.markup)]
    if belongs(after) and any(markup.container == after.markup.container for markup in told):
        return True
    alike = sum((markup.path, markup.words) == (after.markup.path, after.markup.words) for markup in told)
    return alike >= ALIKE and (after.score or 0.0) >= ALIKE_SCORE


def _is_link(block: Block) -> bool:
    return block.markup is not None and block.markup.link_density >= LINKED
