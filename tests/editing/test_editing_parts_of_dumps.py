"""Subheads, numbered parts, entries, and last sentences of a dump that the judge thinks unlikely."""

from __future__ import annotations

import pytest
from copydesk.model import Draft
from editing_pages import STORY, TOLD, Line, carry_out, draft, page, taken

LOW = 0.1
SUBHEAD = 0.26


def left(of: Draft) -> list[str]:
    return [block.text for block in carry_out("cut_what_is_judged_out", of).blocks]


def test_a_subhead_between_paragraphs_of_which_the_judge_is_sure_stays() -> None:
    lines = [STORY[0], "The bell", *STORY[1:]]
    assert left(draft(page(STORY[:1], Line("The bell", SUBHEAD), STORY[1:]))) == lines


@pytest.mark.parametrize(
    "line",
    [
        Line("The bell", 0.2),
        Line("The bell", SUBHEAD, gap=0),
        Line("The bell rang.", SUBHEAD),
        Line("Related articles", SUBHEAD),
        Line("Photo: Jane Doe", SUBHEAD),
        Line("https://harbour.example/wall", SUBHEAD),
    ],
    ids=lambda line: line.text,
)
def test_other_lines_between_paragraphs_are_left_to_the_judge(line: Line) -> None:
    assert left(draft(page(STORY[:1], line, STORY[1:]))) == list(STORY)


def test_a_line_that_comes_twice_is_no_subhead() -> None:
    twice = Line("Article content", SUBHEAD)
    assert left(draft(page(STORY[:1], twice, STORY[1:2], twice, STORY[2:]))) == list(STORY)


def parts(second: str, likely: float = 0.3) -> Draft:
    first = (Line("01", LOW), Line("The boat", LOW), STORY[1:2])
    return draft(page(STORY[:1], *first, Line(second, LOW), Line("The bank", LOW), Line(STORY[2], likely)))


def test_parts_that_a_dump_counts_stay_with_numbers_and_titles() -> None:
    counted = parts("02")
    assert carry_out("cut_counts", counted) == counted
    assert left(counted) == [STORY[0], "01", "The boat", STORY[1], "02", "The bank", STORY[2]]


@pytest.mark.parametrize("loose", [parts("03"), parts("02", LOW)], ids=["one is missing", "nothing likely under it"])
def test_numbers_that_count_no_parts_leave(loose: Draft) -> None:
    assert {"01"} < set(taken(carry_out("cut_counts", loose)))
    assert left(loose) == list(STORY[:2])


def questions(last: float) -> Draft:
    asked = (Line("What happened?", TOLD), STORY[:1], Line("Who is affected?", LOW), Line(STORY[1], 0.3))
    return draft(page(*asked, Line("What happens next?", LOW), Line("Rain is forecast until Friday.", last)))


def test_questions_each_over_likely_sentences_stay() -> None:
    assert len(left(questions(LOW))) == 6


def test_questions_one_of_which_has_no_likely_answer_are_left_to_the_judge() -> None:
    assert left(questions(0.02)) == ["What happened?", STORY[0]]


SIGNED = "Rain is not expected on the coast before the end of the week. (PAP)"


def test_the_last_sentences_of_a_wire_stay_at_a_low_score() -> None:
    low = draft(page(STORY, Line(SIGNED, 0.12), Line("jd/ mgr/", LOW)))
    assert taken(carry_out("cut_captions", low)) == ()
    assert left(low) == [*STORY, SIGNED]


def test_hopeless_ones_leave() -> None:
    assert left(draft(page(STORY, Line(SIGNED, 0.06)))) == list(STORY)


ENTRY = Line("Here is a picture from the promenade in Hale.", 0.6)


def test_an_entry_under_its_hour_is_no_caption() -> None:
    credit = Line("Photograph: Dan Ives/PA", LOW)
    live = draft(page(STORY[:1], Line("15.10 GMT", LOW), ENTRY, credit, STORY[1:]))
    assert ENTRY.text not in taken(carry_out("cut_captions", live))
    assert ENTRY.text in taken(carry_out("cut_captions", draft(page(STORY[:1], ENTRY, credit, STORY[1:]))))
