"""What a page says to its readers in words of its own: calls to write in, buttons."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.shapes import ends_sentence, length
from copydesk.model import Block, Paragraph

CALL_WORDS: Final = 40
"""Words of the longest paragraph that asks readers to write."""
BUTTON_WORDS: Final = 6
"""Words of the longest button that says what it does and no more."""
_MAIL: Final = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_QUOTES: Final = re.compile(r"[\"“”„«»「」]")


def asks_readers(text: str) -> bool:
    """Whether a short paragraph asks something and gives an address to answer to: "Have you seen the seal? Email
    news@harbour.example"; a question that somebody is quoted with is the story's."""
    if "@" not in text or length(text) > CALL_WORDS:
        return False
    asked, _, told = text.rpartition("?")
    return bool(asked) and _MAIL.search(told) is not None and not _QUOTES.search(asked)


def is_button(block: Block) -> bool:
    """Whether a short line of a page is a button; one that heads what folds out under it is a heading."""
    return (
        block.markup is not None
        and block.markup.path[-1:] == ("button",)
        and isinstance(block.kind, Paragraph)
        and 0 < length(block.text) <= BUTTON_WORDS
        and not ends_sentence(block.text)
    )
