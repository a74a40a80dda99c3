"""Items of feeds that are only the beginning of their story are held, whole ones never, in any language."""

from __future__ import annotations

from html import escape

import pytest
from copydesk import pipeline
from copydesk.editing.vocabulary import LANGUAGES, vocabulary
from copydesk.model import House, RawDocument

TOLD = (
    "The harbour council of Brisamar voted on Tuesday to reopen the northern quay after eleven months of repairs. "
    "Ferries will run every forty minutes from October, the operator said in a letter to residents. "
    "Work on the second breakwater begins next spring, and the state pays two thirds of it."
)
CONTINUED = "the beginning of a story that goes on elsewhere"


def held(content: str) -> tuple[str, ...]:
    """Why an item with this content is held."""
    item = f"<item><title>The quay opens</title><guid>https://l.example/1</guid><description>{escape(content)}"
    feed = f"<rss version='2.0'><channel><title>The Ledger</title>{item}</description></item></channel></rss>"
    (story,) = pipeline.clean(RawDocument("feed.xml", feed.encode()), House())
    return tuple(reason for reason in story.held if CONTINUED in reason)


@pytest.mark.parametrize(
    "end",
    [
        " Read more →",
        ' <a href="/1">Read more</a>',
        "</p><p><a href='/1'>Read more »</a>",
        " [&hellip;]",
        " [...]",
        " In a letter they also said that the fares …",
        ' … <a href="/1">Continue reading <span>The quay opens</span> →</a>',
        " (more…)",
        " [Read the full story]",
        ' [&hellip;]</p><p>The post <a href="/1">The quay opens</a> appeared first on <a href="/">The Ledger</a>.',
    ],
)
def test_an_item_that_goes_on_elsewhere_is_held(end: str) -> None:
    assert held(f"<p>{TOLD}{end}</p>")


@pytest.mark.parametrize(
    "end",
    [
        "",
        " “We want more,” said the oldest of them, who wants to read more.",
        " Whoever wants to can read more",
        " “And then …” he said, and went home.",
        "</p><p>Read more: <a href='/2'>Ferries of the northern coast</a>",
        "</p><p>The post <a href='/1'>The quay opens</a> appeared first on <a href='/'>The Ledger</a>.",
    ],
)
def test_a_whole_item_is_not(end: str) -> None:
    assert not held(f"<p>{TOLD}{end}</p>")


def test_a_page_that_ends_so_is_not_asked() -> None:
    """A page is the story's own: what its links lead to is another."""
    page = f"<html><title>The quay opens</title><article><p>{TOLD}</p><p>{TOLD} [&hellip;]</p></article></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert not [reason for reason in story.held if CONTINUED in reason]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_rest_of_a_story(language: str) -> None:
    own = vocabulary(language).continued_lines
    assert language == "en" or own > vocabulary("en").continued_lines
