"""The head of a clipping is read as clues, and only where it is one."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import Draft, House, Publisher, RawDocument
from intake_reading import read_dump, values

HEAD = """---
title: "The net menders of Cray Steps want a roof"
source: "https://post.example/2026/11/net-menders"
author:
  - "[[Petra Hollis]]"
  - '[[people/arkell|Tom Arkell]]'
published: 2026-11-20
created: 2026-11-26
tags: ["clippings", "#harbour", nets]
rating:
---
"""
BODY = """The net menders of Cray Steps have asked the harbour board for a roof, saying that rain gets into the knots.

> "We do not want walls," said Hanne Vik. "Walls are for people who have something to hide."

There are nine of them, and they have worked on the steps since the loft above the chandlery was sold in 2019.
"""


def said(draft: Draft, fact: str) -> list[str]:
    return values(draft, fact, "clipping")


def test_what_a_clipper_wrote_above_a_page_says_its_facts() -> None:
    draft = read_dump(HEAD + BODY)
    assert said(draft, "headline") == ["The net menders of Cray Steps want a roof"]
    assert said(draft, "canonical_url") == [draft.url] == ["https://post.example/2026/11/net-menders"]
    assert said(draft, "author") == ["Petra Hollis", "Tom Arkell"]
    assert said(draft, "published") == ["2026-11-20"], "when it was clipped is nothing of the story"
    assert said(draft, "tag") == ["harbour", "nets"]


def test_every_line_of_the_head_is_kept_as_a_cut_and_the_text_keeps_its_lines() -> None:
    draft = read_dump(HEAD + BODY)
    assert [cut.block.text for cut in draft.cuts] == [
        line.strip() for line in HEAD.splitlines() if line.strip() not in ("", "---")
    ]
    assert draft.blocks[0].place.first == HEAD.count("\n") + 1
    assert draft.blocks[0].text == BODY.partition("\n")[0]


def test_a_clipping_is_a_story_of_the_publisher_that_its_address_names() -> None:
    house = House((Publisher("post", "Harbour Post", domains=("post.example",)),))
    (story,) = pipeline.clean(RawDocument("clipping.md", (HEAD + BODY).encode()), house)
    assert (story.held, story.metadata.publisher_key) == ((), "post")
    assert story.metadata.headline is not None
    assert story.metadata.headline.value == "The net menders of Cray Steps want a roof"
    assert [block.text for block in story.blocks] == [
        line.removeprefix("> ") for line in BODY.splitlines() if line.strip()
    ]


def test_date_is_the_story_s_where_nothing_else_is() -> None:
    assert said(read_dump(f"---\ntitle: A wall\ndate: 2026-11-20\n---\n{BODY}"), "published") == ["2026-11-20"]
    both = f"---\ntitle: A wall\ndate: 2026-11-26\npublished: 2026-11-20\n---\n{BODY}"
    assert said(read_dump(both), "published") == ["2026-11-20"]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{BODY}---\nMore.\n",  # a text between two rules
        "---\nNote: the ferry is late\nTides: high at noon\n---\nThe harbour reopened on Sunday.\n",  # of no page
        f"title: A wall\n\n{BODY}",  # no rule before it
        f"---\ntitle: A wall\n\n{BODY}",  # none after it
    ],
)
def test_what_is_no_head_stays_in_the_text(text: str) -> None:
    draft = read_dump(text)
    assert not [clue for clue in draft.clues if clue.origin == "clipping"]
    assert draft.cuts == ()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "post.example/wall"])
def test_what_is_no_address_of_the_web_is_none_of_the_page(address: str) -> None:
    draft = read_dump(f"---\ntitle: A wall\nsource: {address}\nimage: {address}\n---\n{BODY}")
    assert draft.url is None
    assert not said(draft, "canonical_url") + said(draft, "image")
