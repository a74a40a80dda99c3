"""Rows of short links, of which neither trees nor network are asked: a quarter to a half of the blocks of a saved page.

Of 2,000 pages with known text hardly any has words of its story in such a row, and of those the judge believed next to
nothing. The other blocks still see them in their columns, and the network sees them beside the others: learned without,
the judge lost F1. What leaves as a menu is decided later, by what the judge says (`editing.cutting.menus`).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.model import Block, Heading, Markup

LINKED: Final = 0.95
"""The share of its characters that are linked, from which a block is a link."""

ARTICLE: Final = "article"
"""The element whose author says that it holds a story: a row of links in it may be the story's."""

SHORT: Final = 4
"""The most words of an entry of a menu: titles of other stories have more."""

FEWEST: Final = 4
"""So many in a row make a menu: a line of names has fewer, and most ways from the front page to this one too."""


def in_menus(blocks: tuple[Block, ...]) -> NDArray[np.bool_]:
    """For each block of a page whether it stands in a row of short links; headings and what an article holds do not."""
    entries = np.zeros(len(blocks) + 2, bool)
    entries[1:-1] = [
        (markup := block.markup) is not None and markup.link_density >= LINKED and _is_entry(block, markup)
        for block in blocks
    ]
    edges = np.flatnonzero(entries[1:] != entries[:-1])
    is_menu = np.zeros(len(edges) + 1, bool)
    is_menu[1:-1:2] = np.diff(edges)[::2] >= FEWEST
    return np.repeat(is_menu, np.diff(edges, prepend=0, append=len(blocks)))


def _is_entry(block: Block, markup: Markup) -> bool:
    """Whether a block that is a link is an entry of a menu."""
    if ARTICLE in markup.path or isinstance(block.kind, Heading):
        return False
    return len(block.text.split(None, SHORT)) <= SHORT
