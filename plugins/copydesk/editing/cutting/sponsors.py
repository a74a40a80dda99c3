"""What a page says of who paid for it."""

from __future__ import annotations

from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, ends_sentence, lead, length, start_of

LABEL_WORDS, NOTE_WORDS = 8, 30
"""Words of the longest line that leads to a sponsor ("Paid for by …"), and of one that tells of it in a sentence."""
LONGEST: Final = 9 * NOTE_WORDS


def says_who_paid(text: str, desk: Desk) -> bool:
    """Whether a line says that the text was paid for: "Sponsored content", "Paid for by Harbour Electric", "This
    content was produced by the advertiser."."""
    if len(text) > LONGEST:
        return False
    start = start_of(lead(text), desk.words.sponsored_starts)
    if start is None:
        return bare(text) in desk.words.sponsored_lines
    return length(text) <= NOTE_WORDS and (not start.endswith(" ") or _is_label(text))


def _is_label(text: str) -> bool:
    return length(text) <= LABEL_WORDS and not ends_sentence(text)
