"""A story's copy for the printer is the same, whether its words are taken straight or an item is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from copydesk.site.feeds.copying import Manuscript, straight, url_of
from copydesk.site.feeds.formes import copy_of
from copydesk.site.feeds.items import Place
from copydesk.site.feeds.making import FeedMaker, House
from copydesk.site.stories.pictures import Picture
from copydesk.site.stories.record import Origin, StoryRecord
from copydesk.site.values import When
from copydesk.writing.ledgers.register import Row
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

DAY = datetime(2025, 8, 10, 9, 30, tzinfo=UTC)
LINK = '<p>The <a href="https://a.example/b" rel="external noopener">harbour</a> opened.</p>'

PLAIN = StoryRecord(
    guid="urn:uuid:00000001-1111-5111-8111-111111111111",
    headline="The harbour “opened”",
    standfirst=None,
    authors=("Ann Lee", "Bo O'Hara"),
    section="Ports",
    tags=("Sea", "Ports"),
    language="en",
    moment=DAY,
    changed=None,
    published=When("2025-08-10", "10 August 2025"),
    updated=None,
    policy="full",
    body=Markup(LINK),
    partial=False,
    summary="Ships – and \xa0 their crews",
    words=4,
    origin=Origin(publisher="The Ledger", original="https://b.example/1.html"),
    digest="1",
)
HOUSE = House(
    place=Place("https://desk.example/a/"),
    domain=Place("https://desk.example/a/"),
    name="The Desk & Co",
    id="desk",
    description="",
    language="en",
    most=50,
    summaries_only=False,
    schemes={"CATEGORY": "https://desk.example/a/#sections", "TAG": "https://desk.example/a/#tags"},
    feeds_page="https://desk.example/a/feeds.html",
)

BASES = (
    *("https://desk.example", "http://localhost:8000/a/", "https://d.example/./b", "https://d.example//b"),
    *("https://d.example/?q", "", "/a"),
)
PATHS = ("2025/a.html", "a//b.html", "/a.html", "../a.html", "a/./b", ".a", "é.html", "a b", "a?b&c", "a:b", "%41", "")

TEXT = st.text(st.sampled_from("abc '\"&<>\t\n\r\x00\x85\xa0;#%\ufffd\ud800\ufdd0\N{BICYCLE}"), max_size=5)
NAME = st.sampled_from(("Ann", "The Ledger", "Arts & Letters", 'The "Post"', "\ufdd0", " ")) | TEXT
ADDRESS = st.none() | st.sampled_from(
    ("https://b.example/1", "https://b.example/?a=1&b=2", "https://bücher.example/ä", "http://[", "https://b.example/'")
)
BODIES = ("", "<p>One</p>", LINK, '<p><a href="/c">c</a></p>', '<p class="caption">A quay</p>', "<p>\x01\x85\ufffd</p>")


def changes(draw: st.DrawFn) -> dict[str, Any]:
    """Some fields of a story, said otherwise."""
    origin = {
        "publisher": st.none() | NAME,
        "publisher_home": ADDRESS,
        "original": ADDRESS,
        "original_publisher": st.none() | NAME,
        "agency": st.none() | NAME,
        "licence": st.none() | NAME,
        "licence_url": ADDRESS,
        "credit": st.none() | NAME,
    }
    fields = {
        "guid": st.sampled_from(("urn:uuid:1", "tag:a,2025:b&c", "7", "")),
        "headline": TEXT,
        "authors": st.lists(NAME.filter(bool), max_size=3).map(tuple),
        "section": st.none() | NAME,
        "tags": st.lists(NAME, max_size=3).map(tuple),
        "language": st.sampled_from(("en", "de", "ar", "zh-yue", "x")),
        "body": st.sampled_from(BODIES).map(Markup),
        "partial": st.booleans(),
        "summary": TEXT,
        "note": st.none() | st.just(Markup("<p>A note</p>")),
        "picture": st.none() | st.just(Picture("i.jpg", 4, 3, "A boat")),
    }
    own = {name: draw(said) for name, said in fields.items() if draw(st.integers(0, 3)) == 0}
    told = {name: draw(said) for name, said in origin.items() if draw(st.integers(0, 2)) == 0}
    return {**own, "origin": replace(PLAIN.origin, **told)}


STORY = st.composite(changes)().map(lambda fields: replace(PLAIN, **fields))
TIMES = st.sampled_from((DAY, DAY + timedelta(seconds=1), DAY.astimezone(timezone(timedelta(hours=2)))))


def copies(story: StoryRecord, path: str, house: House, updated: datetime = DAY) -> tuple[Any, Any]:
    """The copy taken straight, and that of the item."""
    row = Row(story.guid, story.digest, DAY, updated, "2025-08")
    item = FeedMaker(house, {story.guid: row})._made(story, story.told, path)
    manuscript = Manuscript(story, story.told, row, url_of(path, house.place.base), lambda: item)
    return straight(manuscript, house), copy_of(item)


@given(STORY, st.sampled_from(BASES), st.sampled_from(PATHS), st.sampled_from(("", "?ref=feed")), TIMES)
def test_words_taken_straight_are_those_of_the_item(
    story: StoryRecord, base: str, path: str, suffix: str, updated: datetime
) -> None:
    taken, made = copies(story, path, replace(HOUSE, place=Place(base, suffix)), updated)
    assert taken is None or taken == made


@given(STORY)
def test_so_are_those_of_stories_where_most_are(story: StoryRecord) -> None:
    taken, made = copies(story, PATHS[0], HOUSE)
    assert taken is None or taken == made


def test_most_stories_are_taken_straight() -> None:
    for story in (
        PLAIN,
        replace(PLAIN, language="ar", tags=(), section=None, summary="", body=Markup(), authors=()),
        replace(PLAIN, origin=Origin()),
        replace(
            PLAIN, origin=Origin(publisher="Arts & Letters", publisher_home="https://c.example/?a&b", licence="CC0")
        ),
        replace(PLAIN, tags=("R&D", "Ports", "Sea"), partial=True),
    ):
        taken, made = copies(story, PATHS[0], replace(HOUSE, place=Place("http://localhost:8000")))
        assert taken == made
