"""Formes: what a format sets around the words of an item, made by the format's maker once for all items of one shape.

Thousands of items differ in nothing but their words: they have as many authors and tags, a source or none. For the
maker an item is a tree of twenty elements. So it sets one item of each shape, with stand-ins for the words, and the
words of the others are put into what it made. A forme is trusted once the item made with it has been the same as the
one the maker makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from json.encoder import encode_basestring
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

_MARKED: Final = re.compile(MARK.format("([0-9]+)"))

SPACE = MARK[-1]
"""What stands between words that are spelled together."""

GUID, URL, TITLE, SUMMARY, CONTENT, ORIGINAL, PUBLISHER, HOME, TIME, CHANGE, FIRST = range(11)
"""The numbers of an item's words; from ``FIRST`` on, its people and then its categories."""

OWN: Final = "own"
"""Stands for a publisher whose name and address are an item's own words."""


class Shape(NamedTuple):
    """What items have in common that differ in their words alone. A category is its scheme where its term is the item's
    own word; other terms, such as "Arts & Letters", are of the shape, and so are publishers like that."""

    has_summary: bool
    has_content: bool
    has_original: bool
    has_changed: bool
    people: int
    categories: tuple[str | Category, ...]
    source: Source | str | None
    language: str
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class Hand:
    """How a format spells: a time; words; a content. Unless it takes all words, an item whose words are not plain is
    set by its maker."""

    time: Callable[[datetime], str]
    words: Callable[[Sequence[str]], Sequence[str]]
    content: Callable[[bytes], bytes]
    takes_all: bool = False


@dataclass(slots=True)
class Copy:
    """An item that is about to be set in some formats, and what they have in common: its shape, if it has no picture;
    its words by their numbers, "" in place of its times and its content, which stand by themselves; whether its words
    are written in XML as they are where they stand. ``made`` makes the item, for who sets it otherwise."""

    shape: Shape | None
    words: tuple[str, ...]
    published: datetime
    updated: datetime
    content: bytes
    is_plain: bool
    made: Callable[[], FeedItem] = field(compare=False)
    _contents: dict[Callable[[bytes], bytes], bytes] = field(default_factory=dict, compare=False)

    @property
    def item(self) -> FeedItem:
        """The item with all it says at hand."""
        return self.made()

    def spelled(self, spell: Callable[[bytes], bytes]) -> bytes:
        """Its content as a format spells it."""
        if spell not in self._contents:
            self._contents[spell] = spell(self.content)
        return self._contents[spell]


@dataclass(frozen=True, slots=True)
class Forme:
    """What stands around words, with an empty place between two parts for each word, and the numbers of these words."""

    parts: tuple[str, ...]
    numbers: tuple[int, ...]

    def filled(self, words: Sequence[str]) -> list[str]:
        """The parts with words, by their numbers, between them."""
        text = list(self.parts)
        text[1::2] = map(words.__getitem__, self.numbers)
        return text


def forme_of(data: bytes, hand: Hand) -> Forme:
    """The forme that the bytes of a sample are."""
    text = data.decode()
    for time, number in ((PUBLISHED, TIME), (UPDATED, CHANGE)):
        text = text.replace(hand.time(time), MARK.format(number))
    parts = _MARKED.split(text)
    numbers = tuple(map(int, parts[1::2]))
    parts[1::2] = [""] * len(numbers)
    return Forme(tuple(parts), numbers)


# --- items ------------------------------------------------------------------------------------------------------------


def shape_of(item: FeedItem) -> Shape:
    """The shape of an item without a picture."""
    source = item.source
    return Shape(
        bool(item.summary),
        bool(item.content),
        item.original is not None,
        item.updated != item.published,
        len(item.people),
        schemes_of(item.categories),
        OWN if source and is_plain(source.name + source.url) else source,
        item.language,
        item.licence,
    )


def copy_of(item: FeedItem) -> Copy:
    """An item ready to be set. None of its words but those that its shape looks at stand in attributes, beside
    addresses, which have no quotes."""
    said = "".join((item.guid, item.url, item.title, item.summary, item.original or "", *item.people))
    is_plain = not ("<" in said or "&" in said or ">" in said or "\r" in said)
    shape = None if item.image else shape_of(item)
    return Copy(shape, words_of(item), item.published, item.updated, item.content, is_plain, lambda: item)


def schemes_of(categories: tuple[Category, ...]) -> tuple[str | Category, ...]:
    """The schemes of categories, or those of which a term is of the shape."""
    if is_plain("".join([each.term for each in categories])):
        return tuple([each.scheme for each in categories])
    return tuple([each.scheme if is_plain(each.term) else each for each in categories])


def sample(shape: Shape) -> FeedItem:
    """An item of a shape, whose words are stand-ins."""
    first = FIRST + shape.people
    marks = [MARK.format(number) for number in range(first + len(shape.categories))]
    categories = [
        Category(mark, each) if isinstance(each, str) else each
        for each, mark in zip(shape.categories, marks[first:], strict=True)
    ]
    return FeedItem(
        guid=marks[GUID],
        url=marks[URL],
        title=marks[TITLE],
        summary=marks[SUMMARY] if shape.has_summary else "",
        content=marks[CONTENT].encode() if shape.has_content else b"",
        people=tuple(marks[FIRST:first]),
        published=PUBLISHED,
        updated=UPDATED if shape.has_changed else PUBLISHED,
        categories=tuple(categories),
        language=shape.language,
        source=Source(marks[PUBLISHER], marks[HOME]) if isinstance(shape.source, str) else shape.source,
        original=marks[ORIGINAL] if shape.has_original else None,
        licence=shape.licence,
    )


def put_in(copy: Copy, forme: Forme, hand: Hand) -> bytes:
    """The bytes of an item in the forme of its shape."""
    words = list(copy.words)
    words[TIME] = hand.time(copy.published)
    if CHANGE in forme.numbers:
        words[CHANGE] = hand.time(copy.updated)
    text = forme.filled(hand.words(words))
    if CONTENT not in forme.numbers:
        return encoded(text)
    place = 2 * forme.numbers.index(CONTENT) + 1
    return b"".join((encoded(text[:place]), copy.spelled(hand.content), encoded(text[place + 1 :])))


def encoded(text: Sequence[str]) -> bytes:
    """The bytes of a text in parts."""
    return "".join(text).encode("utf-8", "replace")


def words_of(item: FeedItem) -> tuple[str, ...]:
    """The words of an item by their numbers, "" for what it has not, for its content and for its times."""
    source = item.source
    return (
        *(item.guid, item.url, item.title, item.summary, "", item.original or ""),
        *((source.name, source.url) if source else ("", "")),
        *("", ""),
        *item.people,
        *[category.term for category in item.categories],
    )


# --- how formats spell ------------------------------------------------------------------------------------------------


_APART: Final = re.compile('[&<>"\t\n\r]')


def is_plain(word: str) -> bool:
    """Whether a word is written in XML as it is, wherever it stands."""
    return _APART.search(word) is None


def as_they_are(words: Sequence[str]) -> Sequence[str]:
    """Words of XML: what `fits` needs no more."""
    return words


def in_quotes(words: Sequence[str]) -> Sequence[str]:
    """Words between the quotes of JSON, spelled in one go."""
    return encode_basestring(SPACE.join(words))[1:-1].split(SPACE)


HANDS: Final = {
    "rss": Hand(rfc_822, as_they_are, xml.written),
    "atom": Hand(datetime.isoformat, as_they_are, xml.written),
    "json": Hand(datetime.isoformat, in_quotes, jsonfeed.written, takes_all=True),
}
