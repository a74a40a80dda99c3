"""Formes: what a format sets around the words of an item, made by the format's maker once for all items of one shape.

Thousands of items differ in nothing but their words: as many authors and tags, a source or none. So the maker, for
which an item is a tree of twenty elements, sets one of each shape, with stand-ins for the words; and the words of the
others are put into what it made. A forme is believed once it says of an item what the maker says of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple

from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.feeds.items import Category, FeedItem, Licence, Source
from copydesk.site.feeds.mending import rfc_822

PUBLISHED: Final = datetime(1, 1, 1, 1, 1, 1, tzinfo=UTC)
UPDATED: Final = datetime(1, 2, 2, 2, 2, 2, tzinfo=UTC)
"""Stand-ins for the two times of an item."""

MARK: Final = "\ufdd0{}\ufdd1"
"""A stand-in for the word of a number. No item has these code points: they are no characters, kept by Unicode (23.7)
for what a program marks for itself, and `items.printable` takes them away."""

_MARKED: Final = re.compile(MARK.format("([0-9]+)").encode())

GUID, URL, TITLE, SUMMARY, CONTENT, ORIGINAL, PUBLISHER, HOME, TIME, CHANGE, FIRST = range(11)
"""The numbers of an item's words; from ``FIRST`` on, its people and then its categories."""


WORD: Final = ""
"""A term, or the name of a publisher, that is an item's own; others, such as "Arts & Letters", are of its shape."""


class Shape(NamedTuple):
    """What items have in common that differ in their words alone."""

    has_summary: bool
    has_content: bool
    has_original: bool
    has_changed: bool
    people: int
    categories: tuple[Category, ...]
    source: Source | None
    language: str
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class Hand:
    """How a format spells: a time; a word; a content. What `fits` not is set by its maker."""

    time: Callable[[datetime], str]
    word: Callable[[str], bytes]
    content: Callable[[str], bytes]
    fits: Callable[[FeedItem], bool]


@dataclass(frozen=True, slots=True)
class Forme:
    """Bytes, and the number of the word that stands behind each but the last."""

    parts: tuple[bytes, ...]
    numbers: tuple[int, ...]

    def filled(self, item: FeedItem, hand: Hand) -> bytes:
        """The bytes of an item of its shape."""
        words, line = words_of(item, hand), [self.parts[0]]
        for number, part in zip(self.numbers, self.parts[1:], strict=True):
            line += (hand.content if number == CONTENT else hand.word)(words[number]), part
        return b"".join(line)


def shape_of(item: FeedItem) -> Shape:
    """The shape of an item without a picture."""
    return Shape(
        bool(item.summary),
        bool(item.content),
        item.original is not None,
        item.updated != item.published,
        len(item.people),
        tuple([Category(WORD, each.scheme) if is_plain(each.term) else each for each in item.categories]),
        Source(WORD, WORD) if item.source and is_plain(item.source.name + item.source.url) else item.source,
        item.language,
        item.licence,
    )


def sample(shape: Shape) -> FeedItem:
    """An item of a shape, whose words are stand-ins."""
    first = FIRST + shape.people
    marks = [MARK.format(number) for number in range(first + len(shape.categories))]
    categories = [
        Category(each.term or mark, each.scheme) for each, mark in zip(shape.categories, marks[first:], strict=True)
    ]
    return FeedItem(
        guid=marks[GUID],
        url=marks[URL],
        title=marks[TITLE],
        summary=marks[SUMMARY] if shape.has_summary else "",
        content=marks[CONTENT] if shape.has_content else "",
        people=tuple(marks[FIRST:first]),
        published=PUBLISHED,
        updated=UPDATED if shape.has_changed else PUBLISHED,
        categories=tuple(categories),
        language=shape.language,
        source=shape.source and Source(shape.source.name or marks[PUBLISHER], shape.source.url or marks[HOME]),
        original=marks[ORIGINAL] if shape.has_original else None,
        licence=shape.licence,
    )


def words_of(item: FeedItem, hand: Hand) -> tuple[str, ...]:
    """The words of an item by their numbers, "" for what it has not."""
    source = item.source
    return (
        *(item.guid, item.url, item.title, item.summary, item.content, item.original or ""),
        *((source.name, source.url) if source else ("", "")),
        *(hand.time(item.published), hand.time(item.updated)),
        *item.people,
        *(category.term for category in item.categories),
    )


def forme_of(data: bytes, hand: Hand) -> Forme:
    """The forme that the bytes of a sample are."""
    for time, number in ((PUBLISHED, TIME), (UPDATED, CHANGE)):
        data = data.replace(hand.time(time).encode(), MARK.format(number).encode())
    parts = _MARKED.split(data)
    return Forme(tuple(parts[::2]), tuple(map(int, parts[1::2])))


# --- how formats spell ------------------------------------------------------------------------------------------------


_APART: Final = re.compile('[&<>"\t\n\r]')


def is_plain(word: str) -> bool:
    """Whether a word is written in XML as it is, wherever it stands."""
    return _APART.search(word) is None


def has_plain_words(item: FeedItem) -> bool:
    """Whether the words of an item are written in XML as they are where they stand: none but those its shape looks at
    are in attributes, beside addresses, which have no quotes."""
    said = "".join((item.guid, item.url, item.title, item.summary, item.original or "", *item.people))
    return not any(mark in said for mark in "&<>\r")


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def in_quotes(word: str) -> bytes:
    """A word between the quotes of JSON."""
    return _ENCODER.encode(word)[1:-1].encode("utf-8", "replace")


HANDS: Final = {
    "rss": Hand(rfc_822, str.encode, xml.written, has_plain_words),
    "atom": Hand(datetime.isoformat, str.encode, xml.written, has_plain_words),
    "json": Hand(datetime.isoformat, in_quotes, jsonfeed.written, lambda item: True),
}
