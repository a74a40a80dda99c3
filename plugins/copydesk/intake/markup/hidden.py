"""What a page holds but does not show: menus folded away, text for screen readers, the fallback without scripts.

Such text is cut here, with two exceptions, which editing then judges knowing the class word "hidden": where it holds
as much prose as all the rest (some pages hide the story until their script has run, and a saved page is often that
one), and where prose is hidden amid shown prose (answers that fold out, the rest behind "read more").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from copydesk.intake.markup.classwords import APART, POPPED, Named
from copydesk.intake.markup.elements import BLOCKS
from copydesk.model import Block, Cut

_STYLE: Final = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
HIDING: Final = frozenset(("hidden", "aria-hidden", "style"))
"""Attributes without which only its name and its classes hide an element."""
_FEWEST: Final = 600
"""Characters of prose from which a hidden element may hold the story,"""
_SHARE: Final = 0.5
"""if that is this share of the prose that the page shows."""
_PROSE: Final = 80
"""Blocks of at least so many characters, mostly outside links, count as prose."""
_AMID: Final = 300
"""Characters of shown prose from which an element tells a story, so that what is hidden in it may belong to that."""
_OUTERMOST: Final = 4
"""Elements around everything: to stand in one of those together means nothing."""
_ASIDE: Final = (
    APART
    | POPPED
    | frozenset(
        "cookie cookies consent gdpr modal popup overlay dialog share login signin signup register password search menu"
        " nav footer form disclaimer message sr".split()
    )
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A block that is not shown: the number of the hidden element it is in, and how many shown blocks stand before."""

    group: int
    position: int
    block: Block


def is_hidden(tag: str, attributes: Mapping[str, str | None], named: Named) -> bool:
    """Whether a browser (or the page's style sheet) would not show the element."""
    if tag == "noscript" or named.off_screen or named.pops and tag not in BLOCKS:
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    if tag in ("html", "body") or not attributes:
        return False
    if "hidden" in attributes:
        return True
    if attributes.get("aria-hidden") == "true" and tag in BLOCKS:
        return True
    style = attributes.get("style")
    return style is not None and _STYLE.search(style) is not None


def settle_hidden(blocks: list[Block], unseen: list[Unseen]) -> tuple[list[Block], list[Cut]]:
    """The blocks of the page with hidden ones put back where they tell the story, and the others as cuts."""
    if not unseen:
        return blocks, []
    story = _story(blocks, unseen)
    kept = list(blocks)
    for each in reversed([each for each in unseen if each.group in story]):
        kept.insert(each.position, _named_hidden(each.block))
    reason = "the page holds it but does not show it"
    return kept, [Cut(each.block, "hidden_text", reason) for each in unseen if each.group not in story]


def _story(blocks: list[Block], unseen: list[Unseen]) -> set[int]:
    """The hidden elements that hold as much prose as the page shows, or stand amid shown prose."""
    hidden: Counter[int] = Counter()
    for each in unseen:
        hidden[each.group] += _prose(each.block)
    if not any(hidden.values()):
        return set()
    shown: Counter[int] = Counter()
    for block in blocks:
        if (prose := _prose(block)) and block.markup is not None:
            shown.update(dict.fromkeys((0, *block.markup.ancestors), prose))
    large = {group for group, prose in hidden.items() if prose >= _FEWEST and prose >= shown[0] * _SHARE}
    return large | {each.group for each in unseen if hidden[each.group] and _is_amid(each.block, shown)}


def _is_amid(block: Block, shown: Counter[int]) -> bool:
    markup = block.markup
    if markup is None or "noscript" in markup.path or not _ASIDE.isdisjoint(markup.words + markup.path):
        return False
    return any(shown[number] >= _AMID for number in markup.ancestors[_OUTERMOST:])


def _prose(block: Block) -> int:
    length = sum(len(span.text) for span in block.spans)
    linked = block.markup.link_density if block.markup is not None else 0.0
    return length if length >= _PROSE and linked < 0.5 else 0


def _named_hidden(block: Block) -> Block:
    markup = block.markup
    return replace(block, markup=replace(markup, words=("hidden", *markup.words)[:40])) if markup is not None else block
