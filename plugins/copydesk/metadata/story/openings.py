"""What stands for the headline of an item that has none: its first sentence, or the beginning of it."""

from __future__ import annotations

import re
from typing import Final

from copydesk.metadata.evidence import Finding, fact_of
from copydesk.model import Doubt, Draft
from copydesk.text import is_spaceless, squeeze

ORIGIN: Final = "opening words"

LONGEST: Final = 80
"""Characters of the longest opening, half of that in scripts whose letters are words: what lists of readers show of a
headline."""

_SENTENCE: Final = re.compile(
    r".{8,}?(?:(?:(?<![.!?…])|(?<=\A.{8}))[.!?…]++[\"'”’»)]*+(?=\s)|[。！？]+[」』”]*)",
)
"""A sentence that goes on: "The ferry came in. All of Tarnwick…"; not "No. 5", nor "U.S.". Of several marks only the
first is tried, or a text of nothing but marks would take the square of its length."""
_PAUSE: Final = ".。,;:–—- "
"""What an opening does not end in."""


def opening_of(draft: Draft) -> Finding[str]:
    """The opening of a feed's item, which the curator is told of; nothing where it has no words."""
    text = next((squeeze(block.text) for block in draft.blocks if block.text.strip()), "")
    if not text:
        return Finding(None)
    said = "the item has no title: its first words stand for one"
    return Finding(fact_of("headline", opening(text), ORIGIN), (Doubt("no-headline", said),))


def opening(text: str) -> str:
    """The first sentence of a text in one line, without its full stop; of a long one as many words as fit, and "…"."""
    most = LONGEST // 2 if is_spaceless(text) else LONGEST
    sentence = _SENTENCE.match(text)
    first = sentence[0] if sentence else text
    if len(first) <= most:
        return first.rstrip(_PAUSE) or first
    begun = first[:most]
    whole = begun if is_spaceless(text) or " " not in begun else begun.rpartition(" ")[0]
    return f"{whole.rstrip(_PAUSE)}…"
