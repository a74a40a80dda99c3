"""What stands above the headline, and under the credits of the desk, is no part of the story."""

from __future__ import annotations

import pytest
from copydesk.model import Clue, Draft, Markup
from editing_cases import HEADLINE
from editing_pages import STORY, Line, carry_out, draft, page

CREDIT = "Reporting by Jane Doe; editing by John Roe"
STANDARDS = "Our standards: the principles of the Herald"


def texts(of: Draft) -> list[str]:
    return [block.text for block in of.blocks]


def without_lines_above(*parts: str | Line | tuple[str, ...]) -> list[str]:
    named = draft(page(*parts), (Clue("headline", HEADLINE, "title element"),))
    return texts(carry_out("cut_lines_above", carry_out("lift_headline", named)))


def under_credits(*parts: str | Line | tuple[str, ...]) -> list[str]:
    return texts(carry_out("end_at_desk_credits", carry_out("lift_desk_credits", draft(page(*parts)))))


def test_the_rest_of_a_menu_above_the_headline_leaves() -> None:
    assert without_lines_above("Tides", "Markets", HEADLINE, STORY) == list(STORY)


def test_a_sentence_above_the_headline_stays() -> None:
    long = "The council votes on Tuesday on a plan for the pier and for the wall."
    assert without_lines_above(long, HEADLINE, STORY) == [long, *STORY]


def test_in_a_page_of_one_line_the_elements_tell_what_is_above() -> None:
    beside = Markup(path=("td",), ancestors=(1, 2))
    inside = Markup(path=("td", "h2"), ancestors=(1, 2, 3))
    blocks = page(Line("Print this page", markup=beside, gap=0), Line(HEADLINE, markup=inside, gap=0), STORY)
    named = draft(blocks, (Clue("headline", HEADLINE, "title element"),))
    one_line = tuple(
        type(block)(block.kind, block.spans, blocks[0].place, 1, 0, block.markup, block.score) for block in blocks
    )
    after = carry_out("lift_headline", draft(one_line, named.clues))
    assert "Print this page" in texts(carry_out("cut_lines_above", after))


def test_what_follows_the_credits_of_the_desk_leaves() -> None:
    assert under_credits(STORY, CREDIT, STANDARDS) == list(STORY)


@pytest.mark.parametrize("parts", [(STORY[:1], CREDIT, STORY[1:]), (STORY, STANDARDS)])
def test_the_story_goes_on_under_credits_in_its_middle(parts: tuple[str | tuple[str, ...], ...]) -> None:
    expected = [text for part in parts if part != CREDIT for text in ((part,) if isinstance(part, str) else part)]
    assert under_credits(*parts) == expected


@pytest.mark.parametrize("marker", ["Related stories", "Also read:"])
def test_one_title_a_blank_line_under_a_line_that_announces_it_leaves_with_it(marker: str) -> None:
    title = Line("Why the bus of the island waits for nobody", 0.6)
    left = carry_out("cut_titles_under_markers", draft(page(STORY[:2], marker, title, STORY[2:])))
    assert [block.text for block in left.blocks] == list(STORY)


@pytest.mark.parametrize("marker", ["Learn more", "Back to top", "Read more"])
def test_under_a_button_stands_a_subhead(marker: str) -> None:
    head = Line("Why the bus of the island waits for nobody", 0.6)
    left = carry_out("cut_titles_under_markers", draft(page(STORY[:2], marker, head, STORY[2:])))
    assert head.text in [block.text for block in left.blocks]


def test_an_alternative_text_amid_the_story_leaves_and_verses_stay() -> None:
    left = carry_out("cut_captions", draft(page(STORY[:1], Line("cottage skerry point aerial", 0.7), STORY[1:])))
    assert texts(left) == list(STORY)
    verses = (Line("the sea has come", 0.7), Line("the sea has gone", 0.7))
    assert texts(carry_out("cut_captions", draft(page(STORY[:1], *verses, STORY[1:])))) == [
        STORY[0],
        "the sea has come",
        "the sea has gone",
        *STORY[1:],
    ]


def test_the_address_right_under_the_words_of_a_link_is_the_originals() -> None:
    address = "https://harbour.example/news/wall"
    found = carry_out("cut_source_link", draft(page(STORY, "Source link", address, "Related articles")))
    assert [(clue.fact, clue.value) for clue in found.clues] == [("canonical_url", address)]
    assert texts(found) == [*STORY, "Related articles"] and found.doubts == ()


def test_the_name_under_source_is_who_is_credited() -> None:
    found = carry_out("cut_source_link", draft(page("Source:", Line("University of Norwick", gap=0), STORY)))
    assert [(clue.fact, clue.value) for clue in found.clues] == [("original_publisher", "University of Norwick")]


def test_a_box_under_source_is_no_name() -> None:
    found = carry_out("cut_source_link", draft(page(STORY, "Source:", Line("Related articles", gap=0))))
    assert found.clues == ()


def test_the_story_goes_on_after_a_link_over_the_initials_of_its_desk() -> None:
    last = Line("The isle will be visited twice a month until the year ends.", 0.3)
    lines = (STORY[:1], Line("Related articles", 0.1), Line("Floating market opens", 0.1), last, "(rin/dhn)", "Share")
    assert last.text in texts(carry_out("end_at_related", draft(page(*lines))))
