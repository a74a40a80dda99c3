"""Who wrote a bare dump: names beside the headline and under the story, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing.bylines.judge import Pick, chosen, features, weights
from copydesk.editing.bylines.names import NamedLine, read_names, signed_name
from copydesk.editing.bylines.page import Page
from copydesk.editing.desk import open_desk
from copydesk.model import Clue, Cut, Draft, House, Overrides
from editing_pages import STORY, Line, carry_out, draft, page, taken

HEADLINE = "Harbour wall to be rebuilt by spring"
RULE = "lift_bare_bylines"


def dump(*parts: str | Line | tuple[str, ...]) -> Draft:
    """A page whose headline has been lifted."""
    return carry_out("lift_headline", draft(page(*parts)))


def writers_of(*parts: str | Line | tuple[str, ...]) -> tuple[str, ...]:
    """Whom the rule names as the writers of a page."""
    after = carry_out(RULE, dump(*parts))
    return tuple(clue.value for clue in after.clues if clue.fact == "author")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Duncan Merrow", "Duncan Merrow"),
        ("Steffen Roehl Deputy Content Director", "Steffen Roehl"),
        ("Helena Karsunky | 05.04.2025", "Helena Karsunky"),
        ("Philippa Oduya Parliamentary editor", "Philippa Oduya"),
        ("Martin Osterby/Grace Ndlela", "Martin Osterby, Grace Ndlela"),
        ("Julia Vandam | Claire Rothe", "Julia Vandam, Claire Rothe"),
        ("Daniel de la Cruz", "Daniel de la Cruz"),
    ],
)
def test_a_name_between_headline_and_date_wrote_the_story(line: str, value: str) -> None:
    assert writers_of("World", HEADLINE, line, "3 May 2024, 14:05", STORY) == (value,)


def test_the_whole_line_is_kept_as_a_cut_and_its_date_as_a_clue() -> None:
    after = carry_out(RULE, dump(HEADLINE, "Helena Karsunky | 05.04.2025", STORY))
    assert "Helena Karsunky | 05.04.2025" in taken(after)
    assert ("published", "05.04.2025") in {(clue.fact, clue.value) for clue in after.clues}


@pytest.mark.parametrize(
    "line",
    [
        "New York",
        "Global Economy",
        "Image: Duncan Merrow",
        "Photo: Duncan Merrow/Reuters",
        "Ines Valdor",
        "Free Trial",
        "Sign Up",
        "The Harbour",
        "Latest News",
        "Start Free Trial",
    ],
)
def test_towns_sections_credits_menus_and_people_of_the_story_did_not_write_it(line: str) -> None:
    assert writers_of("World", HEADLINE, line, STORY) == ()


def test_a_person_quoted_in_the_middle_of_the_story_did_not_write_it() -> None:
    assert writers_of(HEADLINE, STORY[:2], "Duncan Merrow", STORY, STORY[2:]) == ()


def test_nobody_is_looked_for_where_the_page_says_who_wrote_it() -> None:
    before = draft(page(HEADLINE, "Duncan Merrow", "3 May 2024", STORY), (Clue("author", "Jane Roe", "meta"),))
    assert carry_out(RULE, before) == before


def test_several_lines_beside_each_other_are_several_writers() -> None:
    picks = (Pick(3, "A B", 0.9), Pick(4, "C D", 0.95), Pick(30, "E F", 0.93), Pick(5, "G H", 0.4))
    assert [pick.value for pick in chosen(picks)] == ["C D", "A B"]


def test_none_is_chosen_where_none_is_certain() -> None:
    assert chosen((Pick(3, "A B", 0.6),)) == ()


def test_what_is_likely_but_not_certain_is_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.editing.bylines.bylines.writers", lambda page: (Pick(0, "Duncan Merrow", 0.6),))
    after = carry_out(RULE, draft(page("Duncan Merrow", STORY)))
    assert [doubt.code for doubt in after.doubts] == ["perhaps-byline"]
    assert not after.clues and not after.cuts


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    before = dump(HEADLINE, "Duncan Merrow", STORY)
    looked = Page(before, open_desk(before, House(), Overrides()))
    assert {*features(looked, looked.candidates[0]), "always"} == set(weights())


def test_lines_already_cut_are_seen_beside_those_that_are_left() -> None:
    kept = draft(page("Duncan Merrow", STORY))
    gone = page("", HEADLINE)[1]
    before = replace(kept, cuts=(Cut(gone, "lift_headline", "headline", "furniture"),))
    assert Page(before, open_desk(before, House(), Overrides())).headline is not None


# --- bylines that a word leads to -------------------------------------------------------------------------------------


def led(*parts: str | Line | tuple[str, ...]) -> tuple[str, ...]:
    """Whom `lift_bylines` names as the writers."""
    after = carry_out("lift_bylines", dump(*parts))
    return tuple(clue.value for clue in after.clues if clue.fact == "author")


def test_the_bylines_of_teasers_are_not_those_of_the_story() -> None:
    teasers = ("Ferry back in service", "By John Poe", "The last crab", "By Ann Loe")
    assert led(HEADLINE, "By Jane Roe", "By Max Moe", STORY, *teasers) == ("By Jane Roe", "By Max Moe")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("박서연 기자", "박서연"),
        ("순천, 광양 박서연 기자 sypark@herald.example", "박서연"),
        ("松岡大地記者", "松岡大地"),
    ],
)
def test_a_signature_with_the_word_for_reporter_is_a_byline(line: str, name: str) -> None:
    assert led(HEADLINE, STORY, line) == (name,)


def test_a_sentence_about_a_reporter_is_no_signature() -> None:
    assert signed_name("박서연 기자는 항구의 방벽에 대해 썼다") is None


def test_who_edited_a_story_did_not_write_it() -> None:
    assert led(HEADLINE, "By Jane Roe", "Edited by: John Poe", STORY) == ("By Jane Roe",)


def test_who_edited_a_story_is_no_author_under_it_either() -> None:
    after = carry_out("lift_desk_credits", dump(HEADLINE, STORY, "Editing by John Poe"))
    assert "Editing by John Poe" in taken(after)
    assert not any(clue.fact == "author" for clue in after.clues)


def test_a_menu_of_kinds_is_no_byline() -> None:
    assert led(HEADLINE, "By Topic", "By Winter", STORY) == ()


def test_a_menu_far_above_the_headline_is_no_byline() -> None:
    menu = ("By Use Case", "Shop", "Radio", "Help", "Jobs", "Archive")
    assert led(*menu, HEADLINE, STORY) == ()
    assert led(*menu, HEADLINE, "By Jane Roe", STORY) == ("By Jane Roe",)


def test_a_job_that_runs_into_the_name_is_told_from_it() -> None:
    assert led(HEADLINE, "By Jane RoemerCorrespondent", STORY) == ("By Jane Roemer|Correspondent",)


def test_a_byline_stands_between_standfirst_and_lede() -> None:
    standfirst = STORY[:1]
    assert led(HEADLINE, standfirst, "By Jane Roe", "3 May 2024", STORY) == ("By Jane Roe",)
    assert led(HEADLINE, "By Jane Roe", standfirst, "By Ann Loe", STORY) == ("By Jane Roe",)
    assert led(HEADLINE, standfirst, "By the river, a crowd had gathered", STORY) == ()


def test_a_name_under_a_standfirst_with_a_date_wrote_the_story() -> None:
    standfirst = STORY[:1]
    assert writers_of(HEADLINE, standfirst, "Daniel Merrow", "3 May 2024, 14:05", STORY) == ("Daniel Merrow",)
    assert writers_of(HEADLINE, standfirst, "Daniel Merrow, 3 May 2024, 14:05", STORY) == ("Daniel Merrow",)
    assert writers_of(HEADLINE, standfirst, "Daniel Merrow", STORY) == ()


def test_a_lead_on_a_line_of_its_own_leads_to_the_next() -> None:
    after = carry_out("lift_bylines", dump(HEADLINE, "Author of the article:", "Duncan Merrow", STORY))
    assert [clue.value for clue in after.clues if clue.fact == "author"] == ["Duncan Merrow"]
    assert {"Author of the article:", "Duncan Merrow"} <= set(taken(after))
    assert led(HEADLINE, "Author of the article:", "Share on Facebook", STORY) == ()
    assert led(HEADLINE, "Duncan Merrow", STORY) == ()


def test_a_lead_that_runs_into_the_name() -> None:
    assert led(HEADLINE, "byDuncan Merrow", STORY) == ("byDuncan Merrow",)
    assert led(HEADLINE, "Bystanders Watched", STORY) == ()


# --- reading names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nora Kinsale2 minutes ago", ("Nora Kinsale",)),
        ("Daniel Jervis-BardThe Norrland Line", ("Daniel Jervis-Bard",)),
        ("portrait.jpg By Juliane Rohde 28.04.2023, 18:11", ("Juliane Rohde",)),
        ("Kolumne von Carla Siebenhaar", ("Carla Siebenhaar",)),
        ("Headshot of Daniel Merrow", ("Daniel Merrow",)),
        ("Paula Serrano Paula Serrano", ("Paula Serrano",)),
        ("27 January 2026 • Gregor Merrow • 3 minutes", ("Gregor Merrow",)),
        ("Associated PressApril 28, 2023 GMT", ("Associated Press",)),
        ("박서연 기자", ("박서연",)),
        ("Ortega y Gasset", ("Ortega y Gasset",)),
        ("Jane Roe y Juan Perera", ("Jane Roe", "Juan Perera")),
        ("Aurelia Kliegmann is a politics reporter for the Norrland Line.", ("Aurelia Kliegmann",)),
    ],
)
def test_names_are_read_from_a_line(line: str, names: tuple[str, ...]) -> None:
    read = _read(line)
    assert read is not None
    assert read.names == names


@pytest.mark.parametrize(
    "line", ["2025", "the quick fox", "Calendar Icon", "Read more", "Brisamar", "David Hockmann’s"]
)
def test_other_lines_name_nobody(line: str) -> None:
    assert _read(line) is None


def _read(line: str) -> NamedLine | None:
    before = draft(page(line, STORY))
    return read_names(line, open_desk(before, House(), Overrides()))


def test_nobody_is_guessed_where_the_page_says_which_house_wrote_it() -> None:
    made = dump("World", HEADLINE, "Duncan Merrow", "3 May 2024, 14:05", STORY)
    house = replace(made, clues=(*made.clues, Clue("agency", "Harbour News", "json-ld")))
    assert not [clue for clue in carry_out(RULE, house).clues if clue.fact == "author"]
    assert [clue for clue in carry_out(RULE, made).clues if clue.fact == "author"]


def test_a_note_on_the_writer_that_reads_like_the_story_leaves_the_byline_to_its_bearer() -> None:
    note = Line("Petra Lindqvist covers villages for the Echo.", 0.6)
    assert writers_of(HEADLINE, "Petra Lindqvist", "June 3, 2026", STORY, note) == ("Petra Lindqvist",)


def test_whom_the_story_names_again_is_in_it() -> None:
    first = "Petra Lindqvist said that the wall had been hers before it was the town's, and left the hall at nine."
    again = "Petra Lindqvist did not answer when she was asked on the stairs what she would do with the stones."
    assert writers_of(HEADLINE, "Petra Lindqvist", "June 3, 2026", STORY, (first, again)) == ()
