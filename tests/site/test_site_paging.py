"""Long lists on several pages: numbered from the oldest, so that a page once full never changes."""

from __future__ import annotations

import pytest
from copydesk.site.showing.paging import Place, leaves, pagination, sequence, shown_pages
from hypothesis import given
from hypothesis import strategies as st
from pelican.paginator import PaginationRule

PATTERNS = (
    PaginationRule(1, "{url}", "{save_as}"),
    PaginationRule(2, "{base_name}/page/{number}.html", "{base_name}/page/{number}.html"),
)
PLACE = Place("tag/sea.html", PATTERNS)


@given(st.integers(0, 300), st.integers(1, 30))
def test_every_story_stands_on_one_page_in_its_order(count: int, size: int) -> None:
    pages = leaves(range(count), size, PLACE)
    assert [item for page in pages for item in page.items] == list(range(count))
    assert len({page.path for page in pages}) == len(pages)
    assert pages[0].path == "tag/sea.html"
    assert len(pages[0].items) < 2 * size
    assert all(len(page.items) == size for page in pages[1:])


@given(st.integers(1, 300), st.integers(1, 30))
def test_a_new_story_changes_no_page_but_the_newest(count: int, size: int) -> None:
    before = {page.path: page.items for page in leaves(range(count, 0, -1), size, PLACE)}
    after = {page.path: page.items for page in leaves(range(count + 1, 0, -1), size, PLACE)}
    assert {path for path in before if before[path] != after[path]} == {"tag/sea.html"}


def test_the_oldest_page_is_the_first() -> None:
    newest, *others = leaves("hgfedcba", 2, PLACE)
    assert [(page.number, page.path, "".join(page.items)) for page in others] == [
        (3, "tag/sea/page/3.html", "fe"),
        (2, "tag/sea/page/2.html", "dc"),
        (1, "tag/sea/page/1.html", "ba"),
    ]
    assert (newest.number, newest.items) == (4, ("h", "g"))


def test_a_page_links_its_neighbours_in_the_order_of_the_list() -> None:
    shown = pagination(leaves("hgfedcba", 2, PLACE)[1], PLACE)
    assert shown is not None
    assert (shown.previous, shown.next) == ("tag/sea.html", "tag/sea/page/2.html")
    assert [link and link.label for link in shown.pages] == ["4", "3", "2", "1"]
    shown = pagination(sequence("abcdef", 2, PLACE)[1], PLACE)
    assert shown is not None
    assert (shown.previous, shown.next) == ("tag/sea.html", "tag/sea/page/3.html")
    assert [link and link.label for link in shown.pages] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("path", "further"),
    [("2026/05/index.html", "2026/05/page/1.html"), ("tags.html", "tags/page/1.html"), ("index.html", "page/1.html")],
)
def test_further_pages_stand_below_the_list(path: str, further: str) -> None:
    assert Place(path, PATTERNS).of(1, 2) == further


def test_a_list_with_an_order_of_its_own_begins_at_its_address() -> None:
    pages = sequence("abcde", 2, PLACE)
    assert [("".join(page.items), page.path) for page in pages] == [
        ("ab", "tag/sea.html"),
        ("cd", "tag/sea/page/2.html"),
        ("e", "tag/sea/page/3.html"),
    ]
    assert [page.is_first for page in pages] == [True, False, False]


@pytest.mark.parametrize(
    ("number", "total", "pages"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (5, 10, [1, 2, 3, 4, 5, 6, 7, None, 10]),
        (50, 100, [1, None, 48, 49, 50, 51, 52, None, 100]),
    ],
)
def test_pages_are_shown_around_the_one_being_read(number: int, total: int, pages: list[int | None]) -> None:
    assert list(shown_pages(number, total)) == pages


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_gap_stands_for_more_than_one_page(number: int, total: int) -> None:
    pages = list(shown_pages(min(number, total), total))
    assert (pages[0], pages[-1]) == (1, total)
    for before, gap, after in zip(pages, pages[1:], pages[2:], strict=False):
        if gap is None:
            assert before is not None
            assert after is not None
            assert after - before > 2
