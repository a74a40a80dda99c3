"""Lines above a story that are certainly something else than its headline, whatever the judge of headlines makes of
them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.cutting.boilerplate import is_count
from copydesk.editing.desk import Desk
from copydesk.editing.headlines.page import BRIEF
from copydesk.editing.pictures.credits import is_caption
from copydesk.editing.shapes import bare, folded, is_address, lead, length
from copydesk.model import Block

LONGEST_ASKED: Final = 200
"""Characters of the longest line that may be a byline, a caption or an address above the story."""
FURNITURE: Final = 4
"""How many lines under a headline that is said twice its byline or its date stands."""
HEADLINE_WORDS: Final = 30
"""Words of the longest headline."""
CONSENT_WORDS: Final = 6
"""The most words of a line about cookies: a headline about them says more."""
BUTTONS: Final = 3
"""How often a row of buttons has the word of one."""
_SLUG: Final = re.compile(r"[A-Z]{2,3}-{1,2}[\w.&'-]+--|.{0,60}\bwritethru\b", re.IGNORECASE)
"""What an agency calls a report, over its headline: "BC-EU--Sandray-Ferry, 2nd Ld-Writethru"."""
_CREDITED: Final = ".)]。）"
"""Marks without which nothing before a credit is a caption."""


def is_no_headline(text: str, desk: Desk) -> bool:
    """Whether a line is certainly something else: a byline, the words of a button, an address, a caption with its
    credit, a count, "This article is more than a year old"."""
    if len(text) > LONGEST_ASKED:
        return False
    line, words = bare(text), desk.words
    return (
        line in words.button_lines
        or words.machine_starts.begin(lead(text))
        or _asks_consent(text, desk)
        or _is_row_of_buttons(text, desk)
        or is_address(text)
        or text[:1].isdigit()
        and is_count(text, words.reading_phrases, desk)
        or _SLUG.match(text.strip()) is not None
        or words.numbered_picture.match(folded(text)) is not None
        or is_byline(text, desk)
        or (any(mark in text for mark in _CREDITED) and is_caption(text, desk))
    )


def _asks_consent(text: str, desk: Desk) -> bool:
    """Whether a short line is the button or the title of a question about cookies: "Accept all cookies"."""
    return length(text) <= CONSENT_WORDS and any(
        " " in phrase and phrase in folded(text) for phrase in desk.words.consent_phrases
    )


def _is_row_of_buttons(text: str, desk: Desk) -> bool:
    """Whether a line says the word of one button again and again: "Mail Share Facebook Share X Share"."""
    words = Counter(folded(text).split() if " " in text else ())
    return any(count >= BUTTONS and word in desk.words.share_lines for word, count in words.most_common(1))


def captions_above(
    blocks: tuple[Block, ...], top: range, furniture: frozenset[int], barred: frozenset[int]
) -> frozenset[int]:
    """The lines at the top that a dump says twice in a row under a byline or a date, with longer lines over that and no
    byline or date right below: the alternative text of a picture and its caption."""
    first = min(furniture, default=top.stop)
    above = (at for at in range(top.start, first) if at not in barred)
    if not any(BRIEF <= length(blocks[at].text) <= HEADLINE_WORDS for at in above):
        return frozenset()
    twins = (at for at in range(first + 1, top.stop - 1) if folded(blocks[at].text) == folded(blocks[at + 1].text))
    captions = (at for at in twins if furniture.isdisjoint(range(at + 2, at + 2 + FURNITURE)))
    return frozenset(place for at in captions for place in (at, at + 1))
