"""Lines that stand on other pages of the publisher leave, but for what only looks like its chrome."""

from __future__ import annotations

from copydesk.model import Heading, House, Table
from copydesk.text import line_key
from editing_pages import STORY, Line, carry_out, draft, page, taken

PITCH = "Support the journalism of the coast"


def after(*parts: str | Line | tuple[str, ...], recurring: tuple[str, ...]) -> tuple[str, ...]:
    """What the rule takes of a page whose publisher prints these lines on five others."""
    house = House(recurring={line_key(line): 5 for line in recurring})
    return taken(carry_out("cut_recurring_lines", draft(page(*parts)), house))


def test_a_line_of_the_publishers_other_pages_leaves_with_their_number() -> None:
    house = House(recurring={line_key(PITCH): 5})
    edited = carry_out("cut_recurring_lines", draft(page(STORY, Line(PITCH, 0.6))), house)
    (cut,) = edited.cuts
    assert (cut.rule, cut.block.text) == ("cut_recurring_lines", PITCH)
    assert cut.reason == "stands on 5 other pages of this publisher"


def test_numbers_case_and_spaces_do_not_tell_lines_apart() -> None:
    assert after("12 boats  in port today", recurring=("7 Boats in port today",)) == ("12 boats  in port today",)


def test_alone_a_page_keeps_all_its_lines() -> None:
    assert after(STORY, PITCH, recurring=()) == ()


def test_what_only_looks_like_chrome_stays() -> None:
    agency = Line("The agency said that the ferries would not sail again before the wind had turned west.", 0.95)
    subhead = Line("What it costs", 0.8, kind=Heading(2))
    tides = Line("High water\t6:10", 0.2, kind=Table((("High water", "6:10"),)))
    for line in (agency, subhead, tides):
        assert after(STORY, line, recurring=(line.text,)) == (), line.text


def test_what_looks_like_a_subhead_and_is_none_leaves() -> None:
    box = Line("More from the coast", 0.3, kind=Heading(2))
    assert after(STORY, box, recurring=(box.text,)) == ("More from the coast",)


def test_where_all_the_judge_believed_was_chrome_the_brief_beside_it_is_believed() -> None:
    brief, teaser = Line(STORY[0], 0.2), Line(STORY[1], 0.7)
    house = House(recurring={line_key(STORY[1]): 5})
    edited = carry_out("cut_recurring_lines", draft(page(brief, Line("Send to a friend", 0.2), teaser)), house)
    assert [block.score for block in edited.blocks] == [0.5, 0.2]
    assert taken(edited) == (STORY[1],)
