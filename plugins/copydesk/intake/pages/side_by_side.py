"""Elements of a line that a page sets apart by style alone, so that their words run together where the style is lost:
``<span class="kicker">News</span><span class="by">By</span><a>Jane Roe</a>``."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

PARTED: Final = frozenset(("span", "a", "time", "cite", "label", "small"))
"""Elements that hold a piece of furniture of their own; those that set letters in a word are others."""
ROWS: Final = frozenset(("div", "li", "header", "footer", "td", "section"))
"""Elements that may be a row of such pieces and nothing else; paragraphs and headings have sentences in them."""
FEWEST: Final = 2
"""Characters of the shortest piece: a first letter set large is a part of its word."""
_LONGEST: Final = 160
"""Characters of the longest piece: a name, a date, a count, and no sentence of a story."""


def is_apart(tag: str, node: LexborNode) -> bool:
    """Whether an element and the one right before it are two pieces: two links, elements of other names or classes, or
    alike in a row of nothing else, whose letters do not run on in lower case."""
    before = node.prev
    if tag not in PARTED or before is None or before.tag not in PARTED or not _differ(tag, node, before):
        return False
    left, right = (before.text() or "").strip(), (node.text() or "").strip()
    if not (FEWEST <= len(left) <= _LONGEST and FEWEST <= len(right) <= _LONGEST):
        return False
    runs_on = left[-1].isalpha() and right[0].islower() and tag != "a" and not _are_lines(node, left, right)
    return right[0].isalnum() and not runs_on and (any(map(str.isalpha, right)) or any(map(str.isalpha, left)))


def _are_lines(node: LexborNode, left: str, right: str) -> bool:
    """Whether two elements of other classes hold words each, as a caption and its credit do: letters that are set
    apart in a word have no space."""
    mine, its = node.attributes.get("class"), node.prev.attributes.get("class") if node.prev is not None else None
    return " " in left and " " in right and bool(mine) and bool(its) and mine != its


def _differ(tag: str, node: LexborNode, before: LexborNode) -> bool:
    if tag != before.tag or tag == "a" or node.attributes.get("class") != before.attributes.get("class"):
        return True
    return node.parent is not None and node.parent.tag in ROWS and not _has_own_text(node.parent)


def _has_own_text(row: LexborNode) -> bool:
    child = row.first_child
    while child is not None:
        if child.tag == "-text" and (child.text_content or "").strip():
            return True
        child = child.next
    return False
