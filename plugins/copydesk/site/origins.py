"""Where a fact was found, in words for readers: what the pages say for the names of the table of trust."""

from __future__ import annotations

from collections.abc import Mapping

from copydesk.metadata.trust import ORIGINS
from copydesk.writing.record import FIRST_SEEN

FACT_WORDS: Mapping[str, str] = {
    "title": "headline",
    "lang": "language",
    "source_url": "address of the original",
    "publisher_key": "publisher’s entry",
    "original_publisher": "first publisher",
}
"""What the pages call a key of front matter whose name is not a word for readers."""


def origin_words(origin: str) -> str:
    """The words for an origin, which stand alone and after "from"; a name the table does not know as it is."""
    return "the day the file was first seen" if origin == FIRST_SEEN else ORIGINS.get(origin, origin)


def fact_words(key: str) -> str:
    """The words for a key of front matter."""
    return FACT_WORDS.get(key, key.replace("_", " "))
