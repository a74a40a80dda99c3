"""Which element holds the story on all pages of a publisher."""

from __future__ import annotations

from copydesk.learning.lessons import Pages
from copydesk.learning.mains import main_for
from copydesk.model import Block, Markup, Paragraph, Place, Span
from copydesk.text import fold

TOLD = "The harbor wall was torn away by the storm on Sunday night, and the harbor master counted eleven boats adrift."
PITCH = "Nothing of this would be here without those who give us a little of what they have, month after month."


def block(text: str, *words: str, path: tuple[str, ...] = ("div", "p")) -> Block:
    """A paragraph in elements of these class words."""
    return Block(Paragraph(), (Span(text),), Place(1, 1), markup=Markup(path, words))


KEPT = (block(TOLD, "telling", "sheet"),) * 6
GONE = (block(PITCH, "pitch", "sheet"), block(PITCH, "offer", "sheet"), block(PITCH, "letter", "sheet"))


def pages(*others: tuple[Block, ...], settled: tuple[Block, ...] = ()) -> Pages:
    """Other pages, on which what stands in "telling" or "note" is told."""
    told = {fold(one.text) for page in others for one in page if one.markup and "sheet" in one.markup.words}
    return Pages({f"{at}.html": page for at, page in enumerate(others)}, settled, frozenset(told - {fold(PITCH)}))


def learned(kept: tuple[Block, ...], gone: tuple[Block, ...], around: Pages) -> tuple[str, int] | None:
    """The selector and the pages it holds."""
    found = main_for(kept, gone, around)
    return (found.value, found.pages) if found else None


def test_the_element_of_all_that_was_kept() -> None:
    other = (block(f"{TOLD} Again.", "telling", "sheet"), block(PITCH, "pitch", "sheet"))
    assert learned(KEPT, GONE, pages(other)) == (".telling", 1)
    assert learned(KEPT, GONE, pages()) == (".telling", 0)


def test_other_stories_may_still_have_what_was_taken_out() -> None:
    story = tuple(block(f"{TOLD} {at}", "telling", "sheet") for at in "abcdef")
    pitches = tuple(block(f"{PITCH} {at}", "pitch", "sheet") for at in "abc")
    assert learned(KEPT, GONE, pages((*story, *pitches))) == (".telling", 1)


def test_not_for_a_line_or_two() -> None:
    assert learned(KEPT, GONE[:2], pages()) is None


def test_not_where_another_story_stands_partly_outside() -> None:
    other = (block(f"{TOLD} Again.", "telling", "sheet"), block(f"{TOLD} And again.", "note", "sheet"))
    assert learned(KEPT, GONE, pages(other)) is None


def test_a_page_without_the_element_says_nothing_against_it() -> None:
    assert learned(KEPT, GONE, pages((block(f"{TOLD} Again.", "live", "sheet"),))) == (".telling", 0)


def test_not_where_a_curator_has_a_line_outside() -> None:
    assert learned(KEPT, GONE, pages(settled=(block(PITCH, "note", "sheet"),))) is None


def test_not_for_dumps() -> None:
    bare = (Block(Paragraph(), (Span(TOLD),), Place(1, 1)),)
    assert learned(bare, GONE, pages()) is None


def test_an_element_where_no_class_tells() -> None:
    kept = (block(TOLD, "sheet", path=("div", "article", "p")),)
    assert learned(kept, GONE, pages()) == ("article", 0)
