"""A Story as a story file: every fact under its key, with its origin; nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta, timezone

import pytest
from copydesk.errors import VerificationError
from copydesk.model import Block, Cut, Doubt, Fact, Metadata, Moment, Paragraph, Place, Span, Story
from copydesk.writing.front_matter.record import FIRST_SEEN, Cuts, Origin
from copydesk.writing.stories.composing import FACT_KEYS, Identity, story_file
from copydesk.writing.stories.storyfile import compose
from copydesk.writing.stories.verifying import verify

IDENTITY = Identity("urn:uuid:kept", date(2025, 8, 11))
WHEN = Moment(date(2025, 8, 10), time(23, 30, tzinfo=timezone(timedelta(hours=-7))))


def block(text: str) -> Block:
    return Block(Paragraph(), (Span(text),), Place(1, 1))


STORY = Story(
    guid="urn:uuid:made",
    seed="harbor.txt",
    sha256="0" * 64,
    item=None,
    format="text",
    encoding="utf-8",
    lines=9,
    metadata=Metadata(
        headline=Fact("Harbor\n reopens\x00 ", "h1", 0.875),
        authors=Fact(("Ann Lee", " "), "byline line", 0.8),
        published=Fact(WHEN, "json-ld", 0.95),
        canonical_url=Fact("https://courier.example/a b|{c}", "rel=canonical", 0.9),
        image=Fact("javascript:alert(1)", "og", 0.9),
        publisher_key="courier",
    ),
    blocks=(block("The harbor."), block("More.")),
    cuts=tuple(
        Cut(block("x"), "rule", reason)
        for reason in ("share line", "judged out (0.21)", "judged out (0.4)", "a", "judged out")
    ),
    clues=(),
    doubts=(Doubt("spelling", "two\nof them"), Doubt("spelling", "two\nof them")),
    held=("nobody to credit",),
)


def test_facts_stand_under_their_keys_with_their_origins() -> None:
    page = story_file(STORY, IDENTITY)
    assert (page.title, page.authors, page.date) == ("Harbor reopens", ("Ann Lee",), WHEN)
    assert (page.guid, page.publisher_key, page.seed) == ("urn:uuid:kept", "courier", "harbor.txt")
    assert page.source_url == "https://courier.example/a%20b%7C%7Bc%7D"
    assert (page.image, page.standfirst, page.publisher) == (None, None, None)
    assert page.origins == (
        Origin("title", "h1", 0.88),
        Origin("authors", "byline line", 0.8),
        Origin("date", "json-ld", 0.95),
        Origin("source_url", "rel=canonical", 0.9),
    )


def test_the_date_keeps_its_own_offset() -> None:
    assert "date: 2025-08-10T23:30:00-07:00\n" in compose(story_file(STORY, IDENTITY))


def test_a_story_without_a_date_stands_under_the_day_it_was_first_seen() -> None:
    page = story_file(replace(STORY, metadata=Metadata()), IDENTITY)
    assert page.date == Moment(date(2025, 8, 11))
    assert page.origins == (Origin("date", FIRST_SEEN, 0.0),)
    assert not page.date_recorded


def test_the_account_counts_blocks_and_cuts_by_reason() -> None:
    cleaning = story_file(STORY, IDENTITY).cleaning
    assert cleaning is not None
    assert (cleaning.format, cleaning.kept) == ("text", 2)
    assert cleaning.cuts == (Cuts("judged out", 3), Cuts("a", 1), Cuts("share line", 1))


def test_what_to_look_at_is_said_once() -> None:
    assert story_file(STORY, IDENTITY).review == ("held: nobody to credit", "spelling: two of them")


def test_every_fact_of_the_model_has_a_key() -> None:
    assert {name for name, _ in FACT_KEYS} == set(Metadata.__slots__) - {"publisher_key"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The harbor.", "The harbour."),
        ("More.", "More.\n\nAnd more."),
        ("More.", "- More."),
        ("\n\nMore.", ""),
        ('"Harbor reopens"', '"Harbor"'),
        ("0.88", "0.9"),
    ],
)
def test_what_would_read_back_differently_is_refused(old: str, new: str) -> None:
    page = story_file(STORY, IDENTITY)
    text = compose(page)
    verify(text, page, STORY.blocks)
    assert old in text
    with pytest.raises(VerificationError, match=r"harbor\.txt"):
        verify(text.replace(old, new), page, STORY.blocks)
