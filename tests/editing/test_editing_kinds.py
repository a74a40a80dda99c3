"""Subheads, items and quotations that nothing marks are set as what they are; sentences stay paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing.paragraphs.kind_judge import KINDS, likelihoods, weights
from copydesk.model import Block, Heading, ListItem, Markup, Paragraph, Span
from copydesk.text import words
from editing_pages import STORY, Line, carry_out, draft, page
from hypothesis import given, settings
from hypothesis import strategies as st

MARKUP = Markup(path=("article", "p"))
SUBHEAD = "What the wall will cost"


def kinds(*blocks: Block) -> list[str]:
    """The kinds of the blocks after the rule, the names of their classes."""
    return [type(block.kind).__name__ for block in carry_out("mark_kinds", draft(blocks)).blocks]


def bold(text: str) -> Block:
    """A paragraph of a page that is bold as a whole."""
    (block,) = page(Line(text, markup=MARKUP))
    return replace(block, spans=(Span(text, strong=True),))


def paragraphs() -> list[Block]:
    """The paragraphs of the story as a page has them."""
    return [replace(block, markup=MARKUP) for block in page(STORY)]


def test_a_short_line_between_paragraphs_of_a_dump_is_a_subhead() -> None:
    assert kinds(*page(STORY[:2], SUBHEAD, STORY[2:])) == ["Paragraph", "Paragraph", "Heading", "Paragraph"]


def test_a_word_with_a_colon_over_a_list_is_no_subhead() -> None:
    items = (Line("water deeply", kind=ListItem()), Line("mulch with straw", kind=ListItem()))
    assert kinds(*page(STORY[:2], "So:", *items, STORY[2:]))[2] == "Paragraph"


ASKED = "The council wants four things:"
ITEMS = (
    "A wall that is two meters higher",
    "A gate for the crab fleet",
    "A path along the top",
    "A lamp every ten meters",
)


def test_lines_of_one_make_after_a_colon_are_a_list() -> None:
    lines = tuple(replace(block, gap=0) for block in page(STORY, ASKED, *ITEMS, STORY))
    assert kinds(*lines) == [*["Paragraph"] * 4, *["ListItem"] * 4, *["Paragraph"] * 3]


def test_one_line_after_a_colon_is_no_list() -> None:
    assert "ListItem" not in kinds(*page(STORY, ASKED, ITEMS[0], STORY))


@pytest.mark.parametrize(
    "line",
    [
        "“Nobody asked us.”",
        "Nobody knows why.",
        "The skippers were not asked, and said so.",
        "And then the sea came,",
    ],
)
def test_short_sentences_stay_paragraphs(line: str) -> None:
    assert "Heading" not in kinds(*page(STORY[:2], line, STORY[2:]))
    assert "ListItem" not in kinds(*page(STORY[:2], line, STORY[2:]))


def test_nothing_is_headed_by_the_last_line() -> None:
    assert kinds(*page(STORY, SUBHEAD))[-1] == "Paragraph"


def test_a_bold_line_of_a_page_that_heads_a_paragraph_is_a_subhead() -> None:
    first, *others = paragraphs()
    after = carry_out("mark_kinds", draft([first, bold(SUBHEAD), *others])).blocks
    assert [block.kind for block in after] == [Paragraph(), Heading(6), Paragraph(), Paragraph()]
    assert after[1].spans == (Span(SUBHEAD),)


@pytest.mark.parametrize("line", ["Nobody asked us.", "The council:", "Dear council, dear skippers,", "word " * 20])
def test_bold_sentences_labels_and_paragraphs_are_no_subheads(line: str) -> None:
    first, *others = paragraphs()
    assert kinds(first, bold(line), *others) == ["Paragraph"] * 4


def test_a_page_that_marks_its_blocks_is_believed() -> None:
    first, *others = paragraphs()
    plain = replace(bold(SUBHEAD), spans=(Span(SUBHEAD),))
    assert kinds(first, plain, *others) == ["Paragraph"] * 4


@settings(deadline=None)
@given(st.lists(st.text("aB. :“”1\n中-", min_size=1, max_size=40).filter(lambda text: text.strip() != ""), min_size=1))
def test_every_line_has_a_likelihood_of_each_kind_and_keeps_its_words(lines: list[str]) -> None:
    blocks = page(*lines)
    for at in range(len(blocks)):
        chances = likelihoods(blocks, at)
        assert tuple(chances) == KINDS and sum(chances.values()) == pytest.approx(1.0)
    after = carry_out("mark_kinds", draft(blocks)).blocks
    assert [words(block.text) for block in after] == [words(block.text) for block in blocks]


def test_the_weights_are_of_the_kinds() -> None:
    assert tuple(weights()) == KINDS[1:]


def test_a_short_pull_quote_is_told_once_where_the_page_calls_it_one() -> None:
    pulled = page(Line("“We have patched it for forty years”", markup=Markup(("aside", "p"), ("pullquote",))))
    plain = page(Line("“We have patched it for forty years”", markup=MARKUP))
    assert len(carry_out("cut_repeats", draft([*paragraphs(), *pulled])).cuts) == 1
    assert carry_out("cut_repeats", draft([*paragraphs(), *plain])).cuts == ()
