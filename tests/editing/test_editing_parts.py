"""Parts of a page that look like the story's: contents, lists read out, what stands under a release, footnotes."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, Metadata, RawDocument
from editing_pages import STORY

HEADLINE = "Harbour wall to be rebuilt by spring"


def saved(body: str) -> list[str]:
    page = f"<html lang='en'><body><article><h1>{HEADLINE}</h1><p>By Jane Doe</p>{body}</article></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return [block.text for block in story.blocks]


def dumped(*lines: str) -> list[str]:
    page = "\n\n".join((HEADLINE, "By Jane Doe", "3 May 2024", *lines))
    (story,) = pipeline.clean(RawDocument("page.txt", page.encode()), House())
    return [block.text for block in story.blocks]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_table_of_contents_leaves_and_its_headings_stay() -> None:
    contents = "<p>Contents [hide]</p><ul><li>1 The wall</li><li>2 The price</li></ul>"
    parts = f"<h2>1. The wall</h2>{paragraphs(STORY[1])}<h2>2. The price</h2>{paragraphs(STORY[2])}"
    assert saved(paragraphs(STORY[0]) + contents + parts) == [
        STORY[0], "1. The wall", STORY[1], "2. The price", STORY[2],
    ]  # fmt: skip


def test_a_list_of_which_no_item_is_a_heading_stays() -> None:
    items = "<ul><li>Eleven weeks without boats</li><li>Forty years of patches</li></ul>"
    assert "Eleven weeks without boats" in saved(paragraphs(*STORY[:2]) + items + paragraphs(STORY[2]))


SPOKEN = (
    "Recommended Stories",
    "list of 2 items",
    "list 1 of 2",
    "Why rivers rise",
    "list 2 of 2",
    "Boats in pictures",
)


def test_a_list_that_is_read_out_leaves_and_the_story_goes_on() -> None:
    assert dumped(*STORY[:2], *SPOKEN, "end of list", STORY[2]) == list(STORY)


def test_what_stands_under_the_end_mark_of_a_release_leaves() -> None:
    about = "Coast Institute is a house of research with forty people. It has kept the tables of the tides since 1907."
    assert saved(paragraphs(*STORY, "###", "About Coast Institute", about)) == list(STORY)


def test_a_mark_near_the_top_ends_nothing() -> None:
    assert saved(paragraphs("###", *STORY)) == list(STORY)


def test_a_footnote_of_the_story_stays() -> None:
    note = "Median of two hundred builds on sixteen cores."
    notes = f"<section class='footnotes'><ol><li><p>{note}</p></li></ol></section>"
    assert saved(paragraphs(*STORY) + notes)[-1] == note


def test_a_brief_goes_on_under_the_title_of_another_story() -> None:
    under = ("RELATED", "Ferry back in service", "The town will pay.", "Source: Coast Wire")
    page = "\n".join((HEADLINE, "By Jane Doe", "3 May 2024", STORY[0], *under))
    (story,) = pipeline.clean(RawDocument("page.txt", page.encode()), House())
    assert [block.text for block in story.blocks] == [STORY[0], "The town will pay."]


def test_titles_and_their_teasers_under_a_brief_leave() -> None:
    under = ("RELATED", "Ferry back in service", "Tug sold", "Log in")
    page = "\n".join((HEADLINE, "By Jane Doe", "3 May 2024", STORY[0], *under))
    (story,) = pipeline.clean(RawDocument("page.txt", page.encode()), House())
    assert [block.text for block in story.blocks] == [STORY[0]]


def facts(*lines: str) -> Metadata:
    page = "\n".join((HEADLINE, "By Jane Doe", "3 May 2024", "", *STORY, *lines))
    (story,) = pipeline.clean(RawDocument("page.txt", page.encode()), House())
    assert [block.text for block in story.blocks] == list(STORY)
    return story.metadata


def tags(*lines: str) -> tuple[str, ...]:
    found = facts(*lines).tags
    return found.value if found else ()


def test_tags_one_a_line_are_read_up_to_what_stands_under_them() -> None:
    assert tags("Tags", "harbour", "sea walls", "Related articles", "Ferry runs again") == ("harbour", "sea walls")
    assert tags("Topics", "porto", "Leave a reply") == ("porto",)


def test_a_cloud_of_tags_is_the_site_s() -> None:
    assert tags("Tags", *(f"{name} walks" for name in "abcdefghijk")) == ()


def test_tags_under_a_box_of_other_stories_are_the_story_s() -> None:
    assert tags("Related articles", "Ferry runs again", "Tags: harbour, walls") == ("harbour", "walls")


STREETS = ("Harbour Street", "Quay Brae", "Old Kirk Road (from the manse to the bridge)")


def shut(*items: str) -> list[str]:
    lines = (STORY[0], "The following streets will be shut for eleven weeks:", *items, STORY[1], STORY[2])
    page = "\n".join((HEADLINE, "By Jane Doe", "3 May 2024", "", *lines))
    (story,) = pipeline.clean(RawDocument("page.txt", page.encode()), House())
    return [block.text for block in story.blocks]


def test_what_a_line_with_a_colon_lists_amid_a_story_stays() -> None:
    assert [street for street in shut(*STREETS) if street in STREETS] == list(STREETS)


def test_a_list_with_a_line_of_the_site_in_it_is_left_to_the_judge() -> None:
    assert "Share on Facebook" not in shut(*STREETS[:2], "Share on Facebook", "Newsletter")


def test_a_line_that_announces_what_else_there_is_leaves_where_nothing_follows() -> None:
    plea = "We have no owners, and nine in ten of our dollars come from readers like you. Please consider giving."
    assert dumped(*STORY, "Before you go", plea) == list(STORY)


@pytest.mark.parametrize(
    ("last", "goes_on"),
    [
        ("<p>At first the port takes forty boats.</p>", True),
        ("<div class='teaser promo'><p>At first the port takes forty boats.</p></div>", False),
    ],
)
def test_a_short_paragraph_under_links_amid_the_text_goes_on(last: str, goes_on: bool) -> None:
    text = paragraphs(*STORY)
    links = "<ul><li><a href=/1>The lost light</a></li><li><a href=/2>Ice</a></li></ul>"
    texts = saved(f"<div>{text}<p><strong>Read also:</strong></p>{links}{last}</div>")
    assert ("At first the port takes forty boats." in texts) is goes_on
    assert not {"Read also:", "The lost light", "Ice"} & set(texts)


def test_a_point_of_a_list_that_begins_like_a_credit_stays() -> None:
    points = ("Screenshots nobody opened (41%)", "Retries of retries (22%)", "Actual tests (19%)")
    listed = "<ol>" + "".join(f"<li>{point}</li>" for point in points) + "</ol>"
    texts = saved(paragraphs(*STORY[:2]) + "<p>We sorted every job by waste:</p>" + listed + paragraphs(STORY[2]))
    assert set(points) <= set(texts)


def test_a_release_on_a_wire_says_in_capitals_who_sent_it() -> None:
    page = "".join(f"<p>{paragraph}</p>" for paragraph in (*STORY, "SOURCE Harrow Fell Instruments"))
    head = "<title>Wall to be rebuilt</title><meta name=author content='Harrow Fell Instruments'>"
    whole = f"<html><head>{head}</head><body><h1>Wall to be rebuilt</h1>{page}</body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", whole.encode()), House())
    facts = story.metadata
    assert facts.original_publisher is not None and facts.original_publisher.value == "Harrow Fell Instruments"
    assert facts.authors is None
    assert "SOURCE Harrow Fell Instruments" not in [block.text for block in story.blocks]
