"""What the page's own titles say for a line above the story."""

from __future__ import annotations

import pytest
from copydesk.editing.headlines.titles import NAMED, is_again, is_of_page, points_of, titles_of
from copydesk.model import Block, Paragraph, Place, Span

WALL = "harbour wall to be rebuilt by spring"


def points(line: str, *titles: str, headings: tuple[str, ...] = ()) -> float:
    return points_of(Block(Paragraph(), (Span(line),), Place(1, 1)), titles_of(titles, frozenset(headings)))


def test_the_name_of_a_blog_is_no_title_where_the_post_s_heading_follows_it() -> None:
    given = ("notes from the pier", "notes from the pier: the night it broke")
    named = titles_of(given, frozenset({"the night it broke"}))
    assert (named.lines, named.blogs) == (given[1:], frozenset(given[:1]))
    assert points("Notes from the Pier", *given, headings=("the night it broke",)) == 0
    alone = titles_of(given, frozenset({"another heading"}))
    assert (alone.lines, alone.blogs) == (given, frozenset())


def test_a_title_counts_once() -> None:
    assert titles_of((WALL, WALL), frozenset()).lines == (WALL,)


@pytest.mark.parametrize(
    ("line", "title", "said"),
    [
        ("Harbour wall to be rebuilt by spring", WALL, NAMED),
        ("Harbour wall to be rebuilt by spring", f"{WALL} | harbour post", 3.0),
        ("Harbour wall to be rebuilt by spring", f"harbour post: {WALL}", 3.0),
        ("Harbour wall to be rebuilt by spring", f"why the {WALL}", 2.5),  # within it, and no more than alike
        ("Harbour wall", f"{WALL} | harbour post", 0.0),  # too short to be told from a section
        ("Ferry fares to rise in the autumn", WALL, 0.0),
    ],
)
def test_a_line_that_a_title_gives_counts_by_how_much_of_it_is_there(line: str, title: str, said: float) -> None:
    assert points(line, title) == said


@pytest.mark.parametrize(
    ("title", "is_so"),
    [("harbour light - printable version", True), ("druckversion: hafenmauer", True), ("print is not dead", False)],
)
def test_a_title_of_the_kind_of_page_says_nothing_of_the_story(title: str, is_so: bool) -> None:
    assert is_of_page(title) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Harbour wall to be rebuilt by spring", True),
        ("Title: Harbour wall to be rebuilt by spring", True),
        ("What the council said: Harbour wall to be rebuilt by spring", False),  # more than a label
        ("Title: Ferry fares to rise", False),
    ],
)
def test_a_line_says_a_title_again_bare_or_behind_a_label(text: str, is_so: bool) -> None:
    assert is_again(text, {WALL}) is is_so
