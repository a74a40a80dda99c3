"""Items of feeds that are only the beginning of their story: "The council voted on Tuesday. Read more →".

A feed may hold whole stories or their beginnings, and says nowhere which. What tells is how an item ends: with a link
to the rest, or broken off as the software of blogs breaks off its excerpts.
"""

from __future__ import annotations

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import EDGE_MARKS, TRUNCATED, bare, folded, length
from copydesk.model import Block, Draft

BROKEN_OFF = ("[…]", "[...]", "(…)", "(...)", "[ … ]", "[ ... ]")
"""How excerpts end that software has cut: no writer sets an ellipsis so at the end of a story."""

CUT_SHORT = 300
"""Under this many words a story that ends in an ellipsis was cut; a longer one may be told to end so."""

ENDS = frozenset(".!?…:;)]”\"'»。！？؟।")
"""What stands before a link to the rest: the story's last whole sentence, or where it breaks off."""

LABEL_WORDS = 20
"""Words of the longest link to the rest, which may name the story: "Continue reading The harbour wall →"."""


def is_continued(draft: Draft, desk: Desk) -> bool:
    """Whether a draft is an item of a feed that goes on elsewhere."""
    if draft.item is None or not draft.blocks:
        return False
    last = max(draft.blocks, key=lambda block: block.place.last)
    labels = desk.words.continued_lines
    if any(bare(block.text) in labels for block in _under(last, draft)):
        return True
    words = sum(length(block.text) for block in draft.blocks)
    return _breaks_off(last.text.rstrip(), words) or _offers_the_rest(last.text, labels)


def _under(last: Block, draft: Draft) -> tuple[Block, ...]:
    """What stands under the story, cut by now."""
    return tuple(taken.block for taken in draft.cuts if taken.block.place.first >= last.place.last)


def _breaks_off(text: str, words: int) -> bool:
    return text.endswith(BROKEN_OFF) or (words < CUT_SHORT and text.endswith(TRUNCATED))


def _offers_the_rest(text: str, labels: frozenset[str]) -> bool:
    """Whether a paragraph ends with a link to the rest, behind a sentence or where it breaks off."""
    line = folded(text)
    end = line.rstrip(EDGE_MARKS)
    if any(end.endswith(label) and _ends(end.removesuffix(label)) for label in labels):
        return True
    rest = line.replace("...", "…").rpartition("…")
    behind = rest[2].strip(EDGE_MARKS)
    if not rest[1] or length(behind) > LABEL_WORDS:
        return False
    return any(" " in label and behind.startswith(f"{label} ") for label in labels)


def _ends(text: str) -> bool:
    """Whether a text is nothing, or ends with a sentence or in a break."""
    bare_end = text.rstrip(" \t([{«‹<\N{LEFTWARDS ARROW}-–—|·•")
    return not bare_end or bare_end[-1] in ENDS or text.rstrip().endswith(("(", "[", "|", "–", "—"))
