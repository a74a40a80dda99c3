"""What stands beside the names of a byline and is none: kickers, words that say when, what a writer is."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, RawDocument, Story
from editing_pages import STORY

HEADLINE = "Harbour wall to be rebuilt by spring"


def dumped(*lines: str) -> Story:
    (story,) = pipeline.clean(RawDocument("page.txt", "\n".join((HEADLINE, *lines, *STORY)).encode()), House())
    return story


def saved(byline: str) -> Story:
    told = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html lang='en'><body><article><h1>{HEADLINE}</h1>{byline}{told}</article></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return story


def names(story: Story) -> tuple[str, ...]:
    assert [block.text for block in story.blocks] == list(STORY)
    return story.metadata.authors.value if story.metadata.authors else ()


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        (("NewsByCallum Brack", "3 May 2024"), ("Callum Brack",)),
        (("By Grace OkoroUpdated 2 hours ago",), ("Grace Okoro",)),
        (("By Jane Doe", "Health correspondent", "3 May 2024"), ("Jane Doe",)),
        (("By Jane Doe", "Economía, corresponsal", "3 May 2024"), ("Jane Doe",)),
    ],
)
def test_a_dump_names_who_wrote_it_and_no_more(lines: tuple[str, ...], writers: tuple[str, ...]) -> None:
    assert names(dumped(*lines)) == writers


@pytest.mark.parametrize(
    ("byline", "writers"),
    [
        ('<div class="byline"><span>News</span><span>By</span><span>Callum Brack</span></div>', ("Callum Brack",)),
        ('<p class="byline">By Grace Okoro<span>Updated 2 hours ago</span></p>', ("Grace Okoro",)),
        ('<div class="byline"><a href="/x">Jane Doe</a><span>Health correspondent</span></div>', ("Jane Doe",)),
        ("<p>By Jane Doe</p><p>Health correspondent</p>", ("Jane Doe",)),
        ("<p>By Owen Tarrant<br>Coast Sport at Mill Lane</p>", ("Owen Tarrant",)),
    ],
)
def test_a_page_names_who_wrote_it_and_no_more(byline: str, writers: tuple[str, ...]) -> None:
    assert names(saved(byline)) == writers


def test_paragraphs_that_each_offer_the_rest_are_a_list_even_on_an_article_of_open_graph() -> None:
    teasers = "".join(
        f"<h2>Title {at}</h2><p>{text} <a href='/{at}'>Read more »</a></p>" for at, text in enumerate(STORY)
    )
    head = "<meta property='og:type' content='article'><meta property='og:site_name' content='Bay Courier'>"
    page = f"<html lang='en'><head>{head}</head><body><h1>Tag: Walls</h1>{teasers}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert any("a list of stories" in reason for reason in story.held)


def test_who_the_writer_is_leaves_above_the_story_too() -> None:
    assert names(dumped("by Jane Doe", "3 May 2024", "Jane Doe is a senior reporter covering harbours and birds.")) == (
        "Jane Doe",
    )


def test_a_story_about_who_wrote_it_begins_with_the_name() -> None:
    begun = (
        "Jane Doe was nine when the wall broke, and she has not slept through a storm since that night in the harbour."
    )
    assert dumped("by Jane Doe", "3 May 2024", begun).blocks[0].text == begun
