"""How a story was cleaned, in words for readers and in the language of the interface: what the pages say for the keys
of front matter, for the names of the table of trust, and for the reasons of cuts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.metadata.trust import ORIGINS
from copydesk.site.tongue import Tongue
from copydesk.writing.front_matter.record import FIRST_SEEN

FACT_WORDS: Mapping[str, str] = {
    "title": "headline",
    "standfirst": "standfirst",
    "authors": "authors",
    "agency": "news agency",
    "publisher": "publisher",
    "original_publisher": "first publisher",
    "date": "date",
    "updated": "date of the last change",
    "section": "section",
    "tags": "tags",
    "lang": "language",
    "source_url": "address of the original",
    "licence": "licence",
    "image": "picture",
    "image_caption": "caption of the picture",
    "image_credit": "credit of the picture",
}
"""What the pages call the keys of front matter that have an origin."""

FORMAT_WORDS: Mapping[str, str] = {"text": "text", "feed": "feed", "html": "HTML"}
"""What the pages call the formats of raw files."""

SEEN_FIRST = "the day the file was first seen"
"""The origin of a date that no file gave."""

REASONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"listed for (?P<name>.+)"), "listed for %(name)s"),
    (
        re.compile(r"stands on (?P<num>\d+) other pages of this publisher"),
        "stands on %(num)s other pages of this publisher",
    ),
    (re.compile(r"judged not to be part of the story( \([\d.]+\))?"), "judged not to be part of the story"),
)
"""The reasons of cuts that have a gap, or a score behind them. The others are said as they are."""


def origin_words(origin: str, tongue: Tongue) -> str:
    """The words for an origin; a name the table does not know as it is."""
    return tongue.say(SEEN_FIRST if origin == FIRST_SEEN else ORIGINS.get(origin, origin))


def fact_words(key: str, tongue: Tongue) -> str:
    """The words for a key of front matter."""
    return tongue.say(FACT_WORDS.get(key, key.replace("_", " ")))


def format_words(name: str, tongue: Tongue) -> str:
    """The words for the format of a raw file."""
    return tongue.say(FORMAT_WORDS.get(name, name))


def reason_words(reason: str, tongue: Tongue) -> str:
    """The words for the reason of a cut, also of one that an older version gave."""
    for pattern, words in REASONS:
        if found := pattern.fullmatch(reason):
            return tongue.say(words) % found.groupdict()
    return tongue.say(reason)
