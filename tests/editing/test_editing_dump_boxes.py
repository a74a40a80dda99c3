"""Boxes of the page amid or under a bare dump, a newsletter's, a writer's, a list of titles; and what looks alike."""

from __future__ import annotations

import pytest
from copydesk.editing.bylines.forms import beside_agency, in_brackets_with_house, is_name_before_day
from copydesk.editing.desk import Desk
from copydesk.editing.vocabulary import vocabulary
from copydesk.model import Clue, Draft, House, ListItem, Overrides
from editing_pages import STORY, Line, carry_out, draft, page, taken

EN = Desk(House(), Overrides(), "en", vocabulary("en"))
NL = Desk(House(), Overrides(), "nl", vocabulary("nl"))
PITCH = "Our weekly briefing on the boats behind the news, every Thursday."
AGREED = "By signing up you agree to our privacy policy. You can unsubscribe at any time."
WRITER = (Clue("author", "Written by Jane Doe on May 3, 2024 | 9 min read", "byline line"),)


def texts(of: Draft) -> list[str]:
    return [block.text for block in of.blocks]


def test_the_name_of_a_newsletter_and_its_pitch_leave_over_what_a_reader_agrees_to() -> None:
    box = page(STORY[:2], Line("The Build Sheet", 0.7), Line(PITCH, 0.4), Line("Sign up", 0.1), AGREED, STORY[2:])
    assert taken(carry_out("cut_newsletter_lines", draft(box))) == ("The Build Sheet", PITCH, AGREED)


def test_a_subhead_and_a_last_sentence_over_another_pitch_stay() -> None:
    last = (Line("What comes next", 0.7), Line("The council meets again on the last Monday of the month.", 0.5))
    below = "Sign up for our morning briefing"
    assert taken(carry_out("cut_newsletter_lines", draft(page(STORY, *last, below)))) == (below,)


def test_sentences_the_judge_believes_stay_over_what_a_reader_agrees_to() -> None:
    told = Line("The council meets again on the last Monday of the month.", 0.9)
    assert taken(carry_out("cut_newsletter_lines", draft(page(STORY, told, "Sign up", AGREED)))) == (AGREED,)


def test_what_a_dump_says_about_its_writer_leaves_with_the_line_over_it() -> None:
    box = (Line("About Jane Doe", 0.6), Line("Jane is a former night editor who teaches headlines.", 0.6))
    after = carry_out("cut_author_boxes", draft(page(STORY, *box, Line("Ready for better headlines?", 0.4)), WRITER))
    assert taken(after) == ("About Jane Doe", "Jane is a former night editor who teaches headlines.")


@pytest.mark.parametrize("line", ["About John Roe", "About the wall", "About Jane Doe and the sea she came to love"])
def test_a_subhead_about_anything_else_stays(line: str) -> None:
    assert taken(carry_out("cut_author_boxes", draft(page(STORY, Line(line, 0.6), STORY[:1]), WRITER))) == ()


def test_items_under_a_line_that_announces_other_stories_leave_together() -> None:
    items = [Line(text, 0.6, kind=ListItem()) for text in ("County to vote on jail", "Apple harvest smallest in years")]
    marked = page(STORY[:1], "People are also reading…", *items, STORY[1:])
    assert texts(carry_out("cut_titles_under_markers", draft(marked))) == list(STORY)


def test_such_a_line_leaves_alone_where_the_titles_are_lost_and_a_short_one_stays() -> None:
    lost = page(STORY[:1], Line("People are also reading…", 0.7), STORY[1:])
    assert texts(carry_out("cut_titles_under_markers", draft(lost))) == list(STORY)
    subhead = page(STORY[:1], Line("Related", 0.7), STORY[1:])
    assert "Related" in texts(carry_out("cut_titles_under_markers", draft(subhead)))


def test_a_numbered_subhead_stays_between_those_that_do() -> None:
    heads = [
        Line("1. Full text wins", 0.8),
        Line("2. Machines read more than people do", 0.2),
        Line("3. The soup", 0.8),
    ]
    parts = [part for head in heads for part in (head, STORY[:1])]
    assert heads[1].text in texts(carry_out("cut_what_is_judged_out", draft(page(*parts))))
    teaser = page(heads[0], STORY[:1], Line("2. Machines read more than people do", 0.2), Line("Tide tables", 0.1))
    assert heads[1].text not in texts(carry_out("cut_what_is_judged_out", draft(teaser)))


def test_the_last_sentence_that_an_agency_signs_is_no_caption() -> None:
    last = Line("Rain is not expected on the coast before the end of the week. (PAP)", 0.35)
    assert taken(carry_out("cut_captions", draft(page(STORY, last)))) == ()
    amid = page(STORY[:1], Line("The pier at dawn on Monday. (PAP)", 0.35), STORY[1:])
    assert taken(carry_out("cut_captions", draft(amid))) == ("The pier at dawn on Monday. (PAP)",)


def test_a_quotation_alone_under_the_paragraph_that_tells_it_leaves() -> None:
    told = (
        "“We have patched it for forty years.” So says Ines Valdor, who leads the council and has fished from the wall."
    )
    pulled = Line("“We have patched it for forty years.”", 0.9)
    assert taken(carry_out("cut_repeats", draft(page((told,), pulled, STORY)))) == (pulled.text,)
    over = page(STORY[:1], pulled, (told,), STORY[1:])
    assert taken(carry_out("cut_repeats", draft(over))) == ()
    head = page((told,), Line("“We have patched it for forty years”", 0.9), STORY)
    assert taken(carry_out("cut_repeats", draft(head))) == ()


def test_who_wrote_for_an_agency_or_a_magazine() -> None:
    assert beside_agency("AFP - Derya Aksoy", EN) == "Derya Aksoy - AFP"
    assert beside_agency("AFP - the pier at dawn", EN) is None and beside_agency("Derya Aksoy - AFP", EN) is None
    assert in_brackets_with_house("[水野 佳代，編集ジャーナル]") == "水野 佳代"
    assert in_brackets_with_house("[続く，次のページ]") is None


def test_a_name_right_before_the_day() -> None:
    assert is_name_before_day("Geert Postma 1 april 2026, 07:30 Leestijd 3 minuten", NL)
    assert not is_name_before_day("Oud Velzen 1 april 2026, 07:30", NL)
