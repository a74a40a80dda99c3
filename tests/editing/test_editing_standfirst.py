"""What stands between the headline of a page and its byline."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.editing.bylines.dates import is_day_alone
from copydesk.editing.desk import Desk
from copydesk.editing.vocabulary import vocabulary
from copydesk.model import House, Overrides, RawDocument, Story
from editing_pages import STORY

HEADLINE = "The ferry that nobody ordered"
UNDER = "Two councils say the other one paid"


def told(*above: str) -> Story:
    """The story of a page with these elements above its text."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><head><title>{HEADLINE}</title></head><body>{''.join(above)}{text}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return story


@pytest.mark.parametrize(
    "beside", ["<p>By Jane Doe</p>", "<p>3 May 2024</p>", "<p>Jane Doe</p><p>May 3</p>", "<div>12 May 2025</div>"]
)
def test_a_heading_between_headline_and_byline_is_the_standfirst(beside: str) -> None:
    story = told(f"<h1>{HEADLINE}</h1>", f"<h3>{UNDER}</h3>", beside)
    assert story.metadata.standfirst is not None and story.metadata.standfirst.value == UNDER
    assert story.blocks[0].text == STORY[0]


@pytest.mark.parametrize(
    "above",
    [
        (f"<h1>{HEADLINE}</h1>", "<p>By Jane Doe</p>", f"<h3>{UNDER}</h3>"),
        (f"<h1>{HEADLINE}</h1>", f"<h3>{UNDER}</h3>"),
        (f"<h1>{HEADLINE}</h1>", "<h3>What we know</h3>", "<p>By Jane Doe</p>"),
    ],
)
def test_a_heading_of_the_text_is_none(above: tuple[str, ...]) -> None:
    assert told(*above).metadata.standfirst is None


SUMMARY = "A clock change, a restart and one missing lock: why the ferry left twice on the last Sunday of October."


@pytest.mark.parametrize(
    ("described", "beside", "is_one"),
    [
        (SUMMARY, "<p>By Jane Doe</p>", True),
        (SUMMARY[:60] + "…", "<div>3 May 2024 · 5 min · Jane Doe</div>", True),
        ("", "<p>By Jane Doe</p>", False),
        (SUMMARY, "", False),
    ],
)
def test_a_paragraph_that_the_page_describes_itself_with_is_one_above_the_byline(described, beside, is_one) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = f"<title>{HEADLINE}</title><meta name=description content='{described}'>"
    above = f"<header><h1>{HEADLINE}</h1><div class=note><p>{SUMMARY}</p></div>{beside}</header>"
    page = f"<html><head>{head}</head><body><article>{above}<div>{text}</div></article></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert ((story.metadata.standfirst and story.metadata.standfirst.value) == SUMMARY) is is_one
    assert (story.blocks[0].text == STORY[0]) is is_one


def test_a_heading_that_the_page_describes_itself_with_is_one() -> None:
    head = f"<title>{HEADLINE}</title><meta name=description content='{SUMMARY}'>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><head>{head}</head><body><h1>{HEADLINE}</h1><h2>{SUMMARY}</h2>{text}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert story.metadata.standfirst is not None and story.metadata.standfirst.value == SUMMARY


@pytest.mark.parametrize(
    ("language", "line", "is_day"),
    [
        ("en", "May 3", True),
        ("en", "Friday, May 3", True),
        ("fr", "3 mai", True),
        ("de", "3. Mai", True),
        ("ru", "3 мая", True),
        ("en", "May 3, 2024", False),
        ("en", "May 3 dead", False),
        ("en", "Chapter 3", False),
        ("en", "May", False),
        ("en", "May 3 – May 5", False),
    ],
)
def test_a_day_without_its_year_is_a_line_of_its_own(language: str, line: str, is_day: bool) -> None:
    assert is_day_alone(line, Desk(House(), Overrides(), language, vocabulary(language))) is is_day


@pytest.mark.parametrize("kicker", ["<span>Seas</span>", "<a href='/seas'>Seas</a>", "<div>Seas</div>"])
def test_a_word_over_the_headline_in_one_element_is_the_section(kicker: str) -> None:
    story = told(f"<div>{kicker}<h1>{HEADLINE}</h1><div>By Jane Doe</div></div>")
    assert story.metadata.section is not None and story.metadata.section.value == "Seas"
    elsewhere = told(f"<div>{kicker}</div><div><h1>{HEADLINE}</h1><div>By Jane Doe</div></div>")
    assert elsewhere.metadata.section is None


def test_a_blog_whose_titles_begin_with_its_name_has_the_headline_of_the_post() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = f"<title>Notes from the Pier: {HEADLINE}</title>"
    page = f"<html><head>{head}</head><body><h1>Notes from the Pier</h1><h3>{HEADLINE}</h3>{text}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert HEADLINE not in [block.text for block in story.blocks]


def test_a_caption_with_a_name_at_its_end_is_no_byline() -> None:
    caption = "<figure><img src='a.jpg'><figcaption>물안역 대합실. 한서윤 기자</figcaption></figure>"
    story = told(f"<h1>{HEADLINE}</h1>", caption)
    assert not any(taken.rule == "lift_bylines" for taken in story.cuts)


def test_a_line_of_a_dump_over_the_byline_is_the_standfirst_though_it_tells() -> None:
    under = "The town has argued about the ferry for six winters. Now both councils say that the other one paid for it."
    dump = "\n\n".join((HEADLINE, under, "By Jane Doe", "3 May 2024", *STORY))
    (story,) = pipeline.clean(RawDocument("page.txt", dump.encode()), House())
    assert story.metadata.standfirst is not None and story.metadata.standfirst.value == under
    assert [block.text for block in story.blocks] == list(STORY)


def test_a_brief_of_one_paragraph_over_a_date_has_none() -> None:
    dump = "\n\n".join((HEADLINE, STORY[0], "3 May 2024", "Source: Reuters"))
    (story,) = pipeline.clean(RawDocument("page.txt", dump.encode()), House())
    assert story.metadata.standfirst is None and story.blocks[0].text == STORY[0]


def test_a_line_that_the_page_marks_as_its_description_is_one_wherever_it_stands() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    for mark, is_one in (("itemprop=description", True), ("", False)):
        above = f"<h1>{HEADLINE}</h1><div {mark}>{SUMMARY}</div>"
        page = f"<html><head><title>{HEADLINE}</title></head><body>{above}<div>{text}</div></body></html>"
        (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
        assert (story.blocks[0].text == STORY[0]) is is_one


def test_of_two_points_above_a_release_none_is_the_standfirst() -> None:
    points = ("The port takes four boats at a time from May", "Half of the cost is paid for by the district")
    listed = "".join(f"<li>{point}</li>" for point in points)
    story = told(f"<h1>{HEADLINE}</h1>", f"<div class=entradilla><ul>{listed}</ul></div>", "<p>3 May 2024</p>")
    assert story.metadata.standfirst is None


def test_the_motto_of_a_blog_over_the_headline_is_no_standfirst() -> None:
    motto = "Notes on rivers, bridges and the people who live by them"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = f"<title>{HEADLINE}</title><meta property='og:description' content='{motto}'>"
    for above, standfirst in ((f"<p>{motto}</p>", None), ("", motto)):
        page = f"<html><head>{head}</head><body>{above}<h1>{HEADLINE}</h1>{text}</body></html>"
        (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
        assert (story.metadata.standfirst and story.metadata.standfirst.value) == standfirst


DESCRIBED = "Two councils say that the other one paid for it, and neither wants to keep it."


def kept_of(*above: str) -> str | None:
    """The standfirst of a page that describes itself so, with these elements above its text."""
    text = "".join(f"<div><p>{paragraph}</p></div>" for paragraph in STORY)
    head = f'<title>{HEADLINE}</title><meta name="description" content="{DESCRIBED}">'
    page = f"<html><head>{head}</head><body><main>{''.join(above)}{text}</main></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return next((b.text for b in story.blocks if b.text == DESCRIBED), None)


OVER_TEXT = f'<header class="head"><h1>{HEADLINE}</h1><p>{DESCRIBED}</p></header>'


def test_a_description_over_buttons_and_a_byline_is_the_standfirst() -> None:
    buttons = "<div><button>Listen</button><button>Save</button><button>Share</button></div>"
    assert kept_of(OVER_TEXT, buttons, "<div>By <a>Jane Doe</a></div>") is None
    assert kept_of(OVER_TEXT, buttons) is None  # it shares an element with the headline alone
    assert kept_of(f"<h1>{HEADLINE}</h1><p>{DESCRIBED}</p>", buttons) == DESCRIBED


@pytest.mark.parametrize(("below", "lifted"), [(STORY[:1], False), (STORY, True)])
def test_over_a_single_paragraph_not_much_longer_stands_the_lede_of_a_brief(
    below: tuple[str, ...], lifted: bool
) -> None:
    lede = "Two councils of the coast have paid for a ferry that neither of them ordered, the harbour office said."
    text = "".join(f"<p>{paragraph}</p>" for paragraph in below)
    head = f'<title>{HEADLINE}</title><meta name="description" content="{lede}">'
    above = f"<h1>{HEADLINE}</h1><div><h4>{lede}</h4></div><p>By Jane Doe</p><p>3 May 2024</p>"
    page = f"<html><head>{head}</head><body><article>{above}<div>{text}</div></article></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert (lede not in [block.text for block in story.blocks]) is lifted
