"""Questions, short answers and hours that a dump sets as bare lines."""

from __future__ import annotations

from copydesk.model import Draft, ListItem
from editing_pages import STORY, TOLD, Line, carry_out, draft, page

LOW = 0.1


def left(of: Draft) -> list[str]:
    return [block.text for block in carry_out("cut_what_is_judged_out", of).blocks]


def asked(question: str, answer: str, score: float = TOLD) -> tuple[Line, Line]:
    return Line(question, LOW), Line(answer, score)


INTERVIEW = (
    *asked("Did you want to be a keeper?", "No, I wanted to be a drummer in a band that played on ferries."),
    *asked("Were you ever afraid?", "Twice.", LOW),
    *asked("And now the light is automatic, is it not?", "It has been since 2003, and the seals do not mind it."),
    *asked("What will you do?", "I will polish it, as I have done every morning since the spring of 1984."),
)


def test_questions_and_short_answers_of_an_interview_stay() -> None:
    assert left(draft(page(*INTERVIEW))) == [line.text for line in INTERVIEW]


def test_a_question_under_the_interview_leaves() -> None:
    under = (Line("Subscribe", LOW), Line("Do you have a story for us?", LOW), Line("Write to us.", LOW))
    assert left(draft(page(*INTERVIEW, *under))) == [line.text for line in INTERVIEW]


def test_one_question_makes_no_interview() -> None:
    assert left(draft(page(Line("Did you know?", LOW), STORY))) == list(STORY)


def test_hours_over_entries_of_a_live_page_stay_with_their_heads() -> None:
    entries = (Line("16.30 GMT", LOW), Line("No ferries", LOW), STORY[:1], Line("15.10 GMT", LOW), STORY[1:2])
    assert left(draft(page(*entries, Line("14.05 GMT", LOW), STORY[2:]))) == [
        "16.30 GMT", "No ferries", STORY[0], "15.10 GMT", STORY[1], "14.05 GMT", STORY[2],
    ]  # fmt: skip


def test_hours_over_titles_of_other_stories_leave() -> None:
    others = [Line(text, LOW) for hour in ("16.30", "15.10", "14.05") for text in (hour, "A key was found")]
    assert left(draft(page(STORY, *others))) == list(STORY)


def test_what_a_recipe_needs_stays_under_its_head() -> None:
    needs = [Line(text, LOW) for text in ("Ingredients", "1 squid of 600 g", "300 g of rice", "Salt and oil")]
    made = (Line("Method", LOW), Line("Clean the squid and fry it for five minutes with the garlic.", TOLD))
    kept = left(draft(page(STORY[:1], *needs, *made)))
    assert kept == [STORY[0], *(line.text for line in (*needs, *made))]


def test_names_under_a_word_of_recipes_leave() -> None:
    menu = [Line(text, LOW) for text in ("Ingredients", "Kitchen tips", "Wine", "Restaurants")]
    assert left(draft(page(STORY, *menu))) == list(STORY)


def test_a_last_question_whose_answer_is_a_word_stays() -> None:
    last = asked("Do people believe you?", "Some do.", LOW)
    assert left(draft(page(*INTERVIEW, *last)))[-2:] == ["Do people believe you?", "Some do."]


def test_items_counted_from_one_under_a_colon_are_the_storys() -> None:
    items = [Line(text, LOW, kind=ListItem(number=at)) for at, text in enumerate(("Kervran", "Sella", "Solheim"), 1)]
    assert left(draft(page(STORY, Line("Standings:", LOW), *items))) == [
        *STORY,
        "Standings:",
        "Kervran",
        "Sella",
        "Solheim",
    ]


def test_items_that_do_not_begin_with_one_leave() -> None:
    items = [Line(text, LOW, kind=ListItem(number=at)) for at, text in enumerate(("Kervran", "Sella", "Solheim"), 4)]
    assert left(draft(page(STORY, Line("Most read", LOW), *items))) == list(STORY)


def live(believed: float, doubted: float) -> list[str]:
    hours = [Line(f"{hour}.30 GMT", LOW) for hour in (16, 15, 14)]
    return left(draft(page(hours[0], STORY[:1], hours[1], Line(STORY[1], believed), hours[2], Line(STORY[2], doubted))))


def test_a_likely_entry_stays_under_its_hour_where_others_do() -> None:
    assert live(TOLD, 0.2) == ["16.30 GMT", STORY[0], "15.30 GMT", STORY[1], "14.30 GMT", STORY[2]]


def test_neither_a_hopeless_entry_stays_nor_one_of_a_page_with_one_that_is_believed() -> None:
    assert live(TOLD, LOW) == list(STORY[:2])
    assert live(0.2, 0.2) == list(STORY[:1])
