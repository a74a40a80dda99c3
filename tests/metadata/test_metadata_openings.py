"""Items of feeds without a title: short notes and longer ones, each under its first words."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest
from copydesk import pipeline
from copydesk.metadata.story.openings import LONGEST, opening
from copydesk.metadata.trust import DOUBTFUL
from copydesk.model import House, Moment, RawDocument, Story
from hypothesis import given
from hypothesis import strategies as st

LONG = " ".join(
    f"The ferry of Tarnwick sailed again on day {day}, and the quay was full of people." for day in range(30)
)


def stories(*contents: str, title: str = "") -> tuple[Story, ...]:
    """The stories of a feed whose items have these contents."""
    items = "".join(
        f"<item>{title}<guid>https://ona.example/{number}</guid><link>https://ona.example/{number}</link>"
        f"<pubDate>Wed, 01 Sep 2025 10:00:00 GMT</pubDate><description><![CDATA[{content}]]></description></item>"
        for number, content in enumerate(contents)
    )
    feed = f'<rss version="2.0"><channel><title>Notes of Ona Brill</title>{items}</channel></rss>'
    return pipeline.clean(RawDocument("notes.xml", feed.encode()), House())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Just saw the ferry! 🚢", "Just saw the ferry!"),
        ("The ferry came in at noon. All of Tarnwick stood on the quay.", "The ferry came in at noon"),
        ("He said “Go!” and went. Then it rained.", "He said “Go!”"),
        ("No. 5 is alive", "No. 5 is alive"),
        ("Version 2.0 is out", "Version 2.0 is out"),
        ("渡し船が正午に着いた。町中が岸に立った。", "渡し船が正午に着いた"),
        ("Half a\n sentence,", "Half a sentence"),
        ("…", "…"),
    ],
)
def test_the_first_sentence_stands_for_a_title(text: str, said: str) -> None:
    assert opening(" ".join(text.split())) == said


def test_a_long_opening_ends_with_a_whole_word_where_words_are_parted() -> None:
    words = " ".join(f"crane{number}" for number in range(60))
    said = opening(words).removesuffix("…")
    assert words[len(said)] == " " and LONGEST - len("crane00 ") <= len(said) <= LONGEST
    assert opening("船" * 200) == "船" * (LONGEST // 2) + "…"
    assert opening("x" * 200) == "x" * LONGEST + "…", "one word is cut where there is no other end"


@given(st.text(min_size=1, max_size=300).map(lambda text: " ".join(text.split())).filter(bool))
def test_an_opening_is_short_and_begins_as_the_text_does(text: str) -> None:
    said = opening(text)
    assert 0 < len(said) <= LONGEST + 1
    assert text.startswith(said.removesuffix("…")) or said == "…"


def test_a_note_without_a_title_is_published_whole_under_its_first_words() -> None:
    first, second = stories("<p>Just saw the ferry!</p>", "<p>Share this: the hull is dry.</p><p>Ann Lee</p>")
    assert first.metadata.headline and first.metadata.headline.value == "Just saw the ferry!"
    assert [block.text for block in first.blocks] == ["Just saw the ferry!"]
    assert [block.text for block in second.blocks] == ["Share this: the hull is dry.", "Ann Lee"], (
        "nothing is cut of it"
    )
    assert not first.held and not second.held


def test_the_curator_is_told_that_the_title_is_none() -> None:
    (note,) = stories("<p>Just saw the ferry!</p>")
    assert note.metadata.headline and note.metadata.headline.origin == "opening words"
    assert note.metadata.headline.confidence < DOUBTFUL
    assert [doubt.code for doubt in note.doubts] == ["no-headline"]
    assert note.metadata.publisher and note.metadata.publisher.value == "Notes of Ona Brill", "it credits the feed"


def test_a_long_item_without_a_title_is_cleaned_as_any_other() -> None:
    (story,) = stories(f"<p>{LONG}</p><p>Share on Facebook</p>")
    assert story.metadata.headline and story.metadata.headline.value == (
        "The ferry of Tarnwick sailed again on day 0, and the quay was full of people"
    )
    assert [block.text for block in story.blocks] == [LONG]


def test_a_short_item_with_a_title_is_a_teaser_still() -> None:
    (story,) = stories("<p>Read all about it on our site.</p>", title="<title>The ferry is back in service</title>")
    assert any("no main content" in reason for reason in story.held)


def test_an_item_without_a_word_is_held() -> None:
    (story,) = stories("<p><img src='https://ona.example/a.jpg'></p>")
    assert story.held


def test_a_page_without_a_headline_is_held_as_before() -> None:
    (story,) = pipeline.clean(RawDocument("page.html", f"<p>{LONG}</p>".encode(), "https://a.example/1"), House())
    assert any("no headline" in reason for reason in story.held)


def test_a_title_that_begins_as_the_site_is_called_is_a_title() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Three</title><id>urn:x:3</id><entry><id>urn:x:4</id>'
        f'<title>Three ferries</title><link href="https://three.example/1"/><content>{LONG}</content></entry></feed>'
    )
    (story,) = pipeline.clean(RawDocument("three.xml", feed.encode()), House())
    assert story.metadata.headline and story.metadata.headline.value == "Three ferries"


def test_a_day_of_the_week_that_is_not_the_dates_is_no_reason_to_doubt_it() -> None:
    """2025-09-01 was no Wednesday."""
    (note,) = stories("<p>Just saw the ferry!</p>")
    assert note.metadata.published and note.metadata.published.value == Moment(date(2025, 9, 1), time(10, tzinfo=UTC))
