"""The head of a saved page: the summary beside the headline, writers beside their portraits."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, RawDocument, Story
from editing_pages import STORY

HEADLINE = "Harbour wall to be rebuilt by spring"
SUMMARY = "The sea has found every patch of the last forty years, and the boats must leave for eleven weeks."
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
PORTRAIT = '<img alt="{0}" src="https://h.example/p.jpg">'


def told(body: str) -> Story:
    """The story of a page with this body."""
    page = f"<html lang=en><head><title>{HEADLINE}</title></head><body>{body}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return story


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_a_line_that_has_an_element_with_the_headline_alone_is_the_standfirst(tag: str) -> None:
    head = f"<div><h1>{HEADLINE}</h1><{tag}>{SUMMARY}</{tag}></div>"
    story = told(f"<main>{head}<div><p>{STORY[0]}</p>{TEXT}</div></main>")
    assert story.metadata.standfirst is not None and story.metadata.standfirst.value == SUMMARY


def test_the_lede_in_one_element_with_the_headline_and_the_story_stays() -> None:
    story = told(f"<main><div><h1>{HEADLINE}</h1><p>{SUMMARY}</p>{TEXT}</div></main>")
    assert story.metadata.standfirst is None and story.blocks[0].text == SUMMARY
    story = told(f"<main><div><h1>{HEADLINE}</h1><p>{SUMMARY}</p><div>{TEXT}</div></div></main>")
    assert story.metadata.standfirst is None and story.blocks[0].text == SUMMARY


@pytest.mark.parametrize(
    ("alternative", "name"), [("Ines Solheim", "Ines Solheim"), ("Photo of Ines Solheim", "Ines Solheim")]
)
def test_whoever_is_named_beside_a_portrait_by_the_headline_wrote_it(alternative: str, name: str) -> None:
    writer = f"<div>{PORTRAIT.format(alternative)}<div>{name}</div></div>"
    for body in (f"<h1>{HEADLINE}</h1>{writer}{TEXT}", f"{writer}<h1>{HEADLINE}</h1>{TEXT}"):
        authors = told(f"<main><article>{body}</article></main>").metadata.authors
        assert authors is not None and authors.value == (name,)


@pytest.mark.parametrize(
    "above",
    [
        f"<figure>{PORTRAIT.format('Ines Solheim')}<div>Ines Solheim</div></figure>",
        f"<div>{PORTRAIT.format('The wall at dawn')}<div>Harbour Walks</div></div>",
    ],
)
def test_a_name_in_a_figure_or_beside_another_picture_did_not(above: str) -> None:
    assert told(f"<main><article><h1>{HEADLINE}</h1>{above}{TEXT}</article></main>").metadata.authors is None


@pytest.mark.parametrize(
    ("site", "authors"),
    [("Jane Solheim’s blog", ("Jane Solheim",)), ("Harbour’s blog", None), ("Jane Solheim Boats", None)],
)
def test_whoever_a_personal_site_is_called_after_wrote_its_pages(site: str, authors: tuple[str, ...] | None) -> None:
    page = f'<html><head><meta property="og:site_name" content="{site}"></head><body><h1>{HEADLINE}</h1>{TEXT}</body>'
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert (story.metadata.authors and story.metadata.authors.value) == authors


def test_a_pull_quote_leaves_with_the_line_that_says_whose_it_is() -> None:
    said = "We have patched it for forty years, and every winter the sea has found the patch,"
    quote = f"<blockquote><p>“{said}”</p><cite>Ines Valdor, council</cite></blockquote>"
    left = [block.text for block in told(f"<main><h1>{HEADLINE}</h1>{TEXT}{quote}<p>{STORY[0]}!</p></main>").blocks]
    assert not any("Ines Valdor, council" in text for text in left) and STORY[1] in left


def test_a_quotation_that_the_story_says_once_stays_with_its_speaker() -> None:
    quote = (
        "<blockquote><p>“Nobody asked the crabs what they think of it at all.”</p><cite>A skipper</cite></blockquote>"
    )
    left = [block.text for block in told(f"<main><h1>{HEADLINE}</h1>{TEXT}{quote}<p>{STORY[0]}!</p></main>").blocks]
    assert any("Nobody asked the crabs" in text for text in left)
