"""The name of the site at the head of a bare page, which the judge of headlines takes for the headline now and then."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from copydesk.editing.headlines.judge import Pick, likeliest
from copydesk.editing.headlines.page import Above
from copydesk.editing.shapes import ends_sentence

NAME_WORDS: Final = 4
"""Words of the longest name of a site."""
HEADLINE_WORDS: Final = 4
"""Words of the shortest headline under one."""
LEAST: Final = 0.02
"""The probability from which another line is the headline where the name of the site is none."""


def past_the_name(above: Above, pick: Pick | None, doubtful: float) -> Pick | None:
    """The choice, or the likeliest line further down where it is the first line of the page, as short as a name, and in
    doubt: "Commons Weekly", "Ideas", "The quiet economics of repair"."""
    if pick is None or pick.at > 0 or pick.probability >= doubtful or above.size(0) > NAME_WORDS:
        return pick
    short = frozenset(at for at in above.places if above.size(at) < max(HEADLINE_WORDS, above.size(0) + 1))
    other = likeliest(replace(above, barred=above.barred | {0} | short), LEAST)
    if other is None or other.at < 2:
        return pick
    return pick if ends_sentence(above.blocks[other.at].text) else other
