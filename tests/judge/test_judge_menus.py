"""Rows of short links, of which the judge believes nothing."""

from __future__ import annotations

import pytest
from copydesk.editing.judge import KEEP, score
from copydesk.editing.judge.menus import in_menus
from copydesk.intake import read
from copydesk.model import Block, RawDocument

STORY = (
    "<article><h1>Ferry back</h1><p>Passengers queued before dawn on Tuesday for the first ferry in nine weeks.</p>"
    "<p>The council paid for the new ramp from its reserve, a decision that the opposition called late.</p></article>"
)
MENU = "<a href=/w>World</a>", "<a href=/s>Sport</a>", "<a href=/o>Op-ed and letters</a>", "<a href=/t>Tides</a>"


def blocks_of(*items: str) -> tuple[Block, ...]:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return read(RawDocument("ferry.html", f"<body><ul>{listed}</ul>{STORY}</body>".encode()))[0].blocks


def skipped(*items: str) -> list[str]:
    blocks = blocks_of(*items)
    return [block.text for block, is_one in zip(blocks, in_menus(blocks), strict=True) if is_one]


def test_four_short_links_in_a_row_are_a_menu() -> None:
    assert skipped(*MENU) == ["World", "Sport", "Op-ed and letters", "Tides"]


@pytest.mark.parametrize(
    "items",
    [
        MENU[:3],
        (*MENU[:3], "Tides"),
        (*MENU[:3], "<a href=/x>The new ramp is paid for</a>"),
        (*MENU[:3], "<h2><a href=/x>Tides</a></h2>"),
        (*MENU[:2], "Tides at noon", *MENU[2:]),
        tuple(f"<article>{item}</article>" for item in MENU),
    ],
)
def test_fewer_links_text_titles_headings_and_what_an_article_holds_are_none(items: tuple[str, ...]) -> None:
    assert skipped(*items) == []


def test_the_judge_believes_nothing_of_a_menu_and_all_of_the_story() -> None:
    blocks = blocks_of(*MENU)
    told = dict(zip((block.text for block in blocks), score(blocks), strict=True))
    assert [told[text] for text in ("World", "Sport", "Op-ed and letters", "Tides")] == [0.0025] * 4
    assert min(value for text, value in told.items() if text.startswith(("Passengers", "The council"))) > KEEP


def test_a_page_that_is_a_menu_has_no_story() -> None:
    page = "".join(f"<p>{item}</p>" for item in MENU)
    blocks = read(RawDocument("menu.html", page.encode()))[0].blocks
    assert len(blocks) == len(MENU)
    assert max(score(blocks)) < KEEP
