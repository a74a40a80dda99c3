"""An item is printed once for all feeds it is in; each feed is, byte for byte, what its maker makes of it whole."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
from copydesk.site import store
from copydesk.site.feeds import chases, content, printing
from copydesk.site.feeds import items as feed_items
from copydesk.site.feeds.content import absolute
from copydesk.site.feeds.formes import Forme
from copydesk.site.feeds.items import (
    Category,
    FeedDocument,
    FeedItem,
    Image,
    Licence,
    Relation,
    Source,
    Tombstone,
    printable,
)
from copydesk.site.feeds.mending import rfc_822
from copydesk.site.feeds.printing import Printer, whole
from copydesk.site.store import Store
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from test_mending import DAY, ITEM, document

KINDS = ("rss", "atom", "json")
PICTURE = Image("https://a.example/i.jpg", "i.jpg", "image/jpeg", 640, 480, "A boat & a pier")
ENDS = "\n    </item>\n  </entry>\n  }\n ]\n}\n  },\n]]><![CDATA["
"""What the text of an item could say that looks like its end."""


def measure(image: Image) -> int:
    return len(image.url)


def numbered(number: int, **more: Any) -> FeedItem:
    guid, day = f"urn:uuid:{number:08}-1111-5111-8111-111111111111", DAY + timedelta(hours=number)
    return replace(ITEM, guid=guid, updated=day, **more)


STOCK = (
    ITEM,
    numbered(1, title=f"One {ENDS}", summary=ENDS, content=f"<p>{ENDS}</p>".encode()),
    numbered(2, image=PICTURE, licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
    numbered(3, content=b"", people=(), categories=(), source=None, original=None, language="ar"),
    numbered(4, summary="", content='<p>"Caf\u00e9" &amp; {"items": []} \N{BICYCLE}</p>'.encode()),
    numbered(5, summary="", content=b""),
)


def feeds(kind: str, chosen: tuple[FeedItem, ...]) -> Iterator[FeedDocument]:
    """The feeds that could have these items: with a summary only, as an archive, with what was taken down."""
    bare = replace(document(kind), items=chosen)
    stones = (Tombstone("urn:x:1", DAY, "Withdrawn."),)
    yield from (bare, replace(bare, title="Another", items=chosen[::-1]), replace(bare, summaries_only=True))
    yield replace(bare, is_archive=True, tombstones=stones, hubs=(), stylesheet="../feed.css", description="")


class Full(io.BytesIO):
    """A file on a disk that has no room left."""

    def close(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def printer() -> Iterator[Printer]:
    with closing(Printer(measure)) as made:
        yield made


def test_a_full_disk_is_told_once() -> None:
    """What is kept is closed after the message about the disk: closing must not be another fault."""
    with closing(Store(_file=Full())):
        pass


@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(STOCK), unique=True)), max_size=4),
    st.sampled_from([1, 1000, store.IN_MEMORY]),
)
def test_a_feed_is_printed_as_it_is_made_whole(asked: list[tuple[str, list[FeedItem]]], in_memory: int) -> None:
    with closing(Printer(measure, _store=Store(in_memory))) as printer:
        for kind, chosen in asked:
            for feed in feeds(kind, tuple(chosen)):
                assert printer.printed(feed) == whole(feed, feed.items, measure)


def test_an_item_is_made_once_for_each_format(printer: Printer) -> None:
    for kind in KINDS:
        for _ in range(3):
            printer.printed(replace(document(kind), items=STOCK))
            printer.printed(replace(document(kind), items=STOCK[2:]))
    assert printer.made == len(KINDS) * len(STOCK)


class Closed(FeedItem):
    """An item that counts how often it is opened, and says nothing before but when it changed."""

    def __init__(self, item: FeedItem) -> None:
        object.__setattr__(self, "updated", item.updated)
        self.item, self.times = item, 0

    def opened(self) -> FeedItem:
        self.times += 1
        return self.item


def test_an_item_is_opened_once_for_all_formats(printer: Printer) -> None:
    closed = tuple(map(Closed, STOCK))
    asked = [replace(document(kind), items=items) for kind in KINDS for items in (closed, closed[2:])]
    for feed in asked:
        printer.expect(feed)
    for feed in asked:
        opened = replace(feed, items=tuple(each.item for each in feed.items))
        assert printer.printed(feed) == whole(opened, opened.items, measure)
    assert [each.times for each in closed] == [1] * len(STOCK)
    assert printer.made == len(KINDS) * len(STOCK)


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_that_comes_but_once_is_not_kept_and_says_the_same(kind: str, printer: Printer) -> None:
    feeds = [replace(document(kind), items=items) for items in (STOCK, STOCK[2:], STOCK[1:2], STOCK[:1])]
    for feed in feeds[:3]:
        printer.expect(feed)
    for feed in (*feeds, *feeds):  # one more often than was said
        assert printer.printed(feed) == whole(feed, feed.items, measure)
    kept = {item.guid for items in printer._kept.values() for item, _ in items.values()}
    assert kept == {item.guid for item in STOCK[1:]}


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_that_differs_in_anything_is_another(kind: str, printer: Printer) -> None:
    others = (STOCK[2], *(replace(STOCK[2], **{part.name: getattr(STOCK[1], part.name)}) for part in fields(FeedItem)))
    for item in others:
        feed = replace(document(kind), items=(item,))
        assert printer.printed(feed) == whole(feed, feed.items, measure)


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_comes_again_after_many_others(kind: str, printer: Printer) -> None:
    for number in (*range(40), *range(40)):
        feed = replace(document(kind), items=(numbered(number % 7), STOCK[1], numbered(number)))
        assert printer.printed(feed) == whole(feed, feed.items, measure)
    assert sum(map(len, printer._kept.values())) == printer.made, "each is kept, so that none other is taken for it"


WORDS = st.text(st.sampled_from("ab '\"&<>/\\\t\n\r;#%\u2028\u202e\ufdd0\N{BICYCLE}"), max_size=8).map(printable)
TIMES = st.datetimes(timezones=st.sampled_from((UTC, timezone(timedelta(hours=5, minutes=45)))))


@st.composite
def worded(draw: st.DrawFn) -> FeedItem:
    """An item of one of few shapes, with any words."""
    terms = draw(st.lists(WORDS, max_size=2))
    day = draw(TIMES)
    return replace(
        ITEM,
        title=draw(WORDS) or "Untitled",
        summary=draw(WORDS),
        content=draw(WORDS).encode(),
        people=tuple(draw(st.lists(WORDS, max_size=2))),
        published=day,
        updated=draw(st.just(day) | TIMES),
        categories=tuple(Category(term, "https://a.example/#tags") for term in terms),
        source=draw(st.none() | st.builds(Source, WORDS, st.just("https://b.example/?a=1&b=2"))),
        original=draw(st.none() | st.just("https://b.example/?a=1&b=2")),
    )


@given(st.sampled_from(KINDS), st.lists(worded(), max_size=8))
def test_words_in_a_forme_say_what_the_maker_says(kind: str, chosen: list[FeedItem]) -> None:
    with closing(Printer(measure)) as printer:
        for item in chosen:
            feed = replace(document(kind), items=(item,))
            assert printer.printed(feed) == whole(feed, feed.items, measure)


@pytest.mark.parametrize("kind", KINDS)
def test_the_maker_makes_few_of_many_items(kind: str, printer: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[FeedItem] = []
    monkeypatch.setattr(
        printing, "made", lambda feed, item, size, make=printing.made: asked.append(item) or make(feed, item, size)
    )
    items = tuple(
        numbered(number, title=f"Number {number}", content=f"<p>{number}</p>".encode()) for number in range(1, 40)
    )
    feed = replace(document(kind), items=items)
    assert printer.printed(feed) == whole(feed, items, measure)
    assert len(asked) == 3, "the first item, and for the second a sample and the proof of it"


@st.composite
def surrounded(draw: st.DrawFn) -> dict[str, Any]:
    """What stands around the items of a feed of one of few kinds, with any words."""
    urls = st.sampled_from(("https://a.example/1.xml", "https://a.example/?a=1&b=2"))
    relations = [
        Relation(rel, draw(urls), "application/xml", draw(st.none() | WORDS))
        for rel in draw(st.lists(st.sampled_from(("prev-archive", "related")), max_size=2, unique=True))
    ]
    stones = draw(st.just(()) | st.just((Tombstone("urn:x:1", DAY, "Withdrawn."),)))
    return {
        "id": draw(st.uuids()).urn,
        "title": draw(WORDS) or "Untitled",
        "address": draw(urls),
        "description": draw(st.sampled_from(("", "R&D", "News"))),
        "relations": tuple(relations),
        "tombstones": stones,
        "is_archive": draw(st.booleans()),
        "items": draw(st.just(()) | st.just((ITEM,)) | st.builds(lambda day: (replace(ITEM, updated=day),), TIMES)),
    }


@given(st.sampled_from(KINDS), st.lists(surrounded(), max_size=6))
def test_words_in_a_chase_say_what_the_maker_says(kind: str, chosen: list[dict[str, Any]]) -> None:
    with closing(Printer(measure)) as printer:
        for more in chosen:
            feed = replace(document(kind), **more)
            assert printer.printed(feed) == whole(feed, feed.items, measure)


@pytest.mark.parametrize("kind", KINDS)
def test_the_maker_makes_few_of_many_feeds(kind: str, printer: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    make = printer._chases.make
    printer._chases.make = lambda feed: asked.append(feed.title) or make(feed)
    for number in range(20):
        feed = replace(document(kind), title=f"Number {number}", address=f"https://a.example/{number}.xml")
        assert printer.printed(feed) == whole(feed, feed.items, measure)
    assert len(asked) == 2, "a sample and the proof of it"


@pytest.mark.parametrize("kind", KINDS)
def test_a_chase_that_says_something_else_is_not_believed(
    kind: str, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chases, "forme_of", lambda data, hand: Forme((data.decode(), "", ""), (0,)))
    for number in range(3):
        feed = replace(document(kind), title=f"Number {number}")
        assert printer.printed(feed) == whole(feed, feed.items, measure)


@given(st.datetimes(timezones=st.timezones() | st.just(UTC)).filter(lambda day: day.utcoffset() is not None))
def test_a_time_of_rss_is_written_as_python_writes_it(day: datetime) -> None:
    day = feed_items.settled(day)
    if day.utcoffset() % timedelta(minutes=30) == timedelta():
        assert rfc_822(day) == format_datetime(day)


def test_a_time_of_no_zone_says_so() -> None:
    assert rfc_822(datetime(999, 5, 6)) == format_datetime(datetime(999, 5, 6)) == "Mon, 06 May 0999 00:00:00 -0000"


@pytest.mark.parametrize("kind", KINDS)
def test_a_forme_that_says_something_else_is_not_believed(
    kind: str, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a maker who shortens what it is given, whose sample has lost a stand-in."""
    monkeypatch.setattr(printing, "forme_of", lambda data, hand: Forme((data.decode(), "", ""), (0,)))
    items = tuple(numbered(number, title=f"Number {number}") for number in range(1, 4))
    feed = replace(document(kind), items=items)
    assert printer.printed(feed) == whole(feed, items, measure)


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_that_is_set_otherwise_is_printed_whole(
    kind: str, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one of another version of feedgen might be, which indents by four."""
    otherwise = replace(printing.FORMS[kind], begins=(b"never",))
    monkeypatch.setattr(printing, "FORMS", {kind: otherwise})
    feed = replace(document(kind), items=STOCK)
    assert printer.printed(feed) == whole(feed, STOCK, measure)


def test_what_python_calls_printable_xml_has_a_place_for() -> None:
    """So that nobody need look closer, but for the replacement character."""
    printables = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert "\x85" not in printables
    assert feed_items._UNPRINTABLE.search(printables + "\n") is None
    assert [printable(text) for text in ("a\n\ufffd", "a\n\x00", "a\nb")] == ["a\n?", "a\n", "a\nb"]


ATTRIBUTES = ('href="{}"', 'src="{}"', 'data-href="{}"', 'srcset="{}"', '\nhref="{}"', "href='{}'", 'href="')


@given(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.text("ab/:?#. [", max_size=6)), max_size=6))
def test_only_addresses_of_links_and_pictures_are_made_absolute(attributes: list[tuple[str, str]]) -> None:
    html = f"<a {' '.join(attribute.format(value) for attribute, value in attributes)}>"

    def joined(found: re.Match[str]) -> str:
        try:
            return f'{found[1]}="{escape(urljoin("https://a.example/b/", found[2]))}"'
        except ValueError:
            return f'{found[1]}="https://a.example/b/"'

    if html.count('"') % 2 == 0:
        assert absolute(html, "https://a.example/b/") == re.sub(r'(?<=\s)(href|src)="([^"]*)"', joined, html)


LINKS = (
    '<a href="https://a.example/b" rel="external noopener">b</a>',
    '<a href="/b">b</a>',
    '<a href="https://a.example/?b" rel="external noopener">b</a>',
    '<a href="https://a.example/b" rel="noopener external">b</a>',
    '<p class="caption">A quay</p>',
    '<div tabindex="0"><p>b</p></div>',
    '<img src="https://a.example/b" rel="external noopener">',
    "<p>&quot;b&quot;</p>",
)


@given(st.lists(st.sampled_from(LINKS), max_size=5))
def test_what_is_taken_for_right_at_a_glance_needs_no_mending(links: list[str]) -> None:
    html = "".join(links).encode()
    stands = content._stands(html)
    assert not stands or content._mended(html, "https://b.example/") == html
    assert stands or set(links) - {LINKS[0], LINKS[-1]}, "most bodies are seen to be right"


@pytest.mark.parametrize("address", ["?a=1&amp;copy;=2", "&amp;#x6A&amp;#x61:x", "b;c?d&lt;e", "../&amp;;"])
def test_a_reference_in_an_address_is_one_before_and_after(address: str) -> None:
    made = re.search('"(.*)"', absolute(f'<a href="{address}">', "https://a.example/b/"))
    assert made is not None and unescape(made[1]) == urljoin("https://a.example/b/", unescape(address))
    assert not re.search("&(?!(amp|lt|gt|#34|#39);)", made[1])
