"""Verses, lists and labels that pages set in ways of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing import edit
from copydesk.model import Clue, Cut, Draft, House, ListItem, Markup, Overrides, Place, Span
from editing_pages import STORY, Line, carry_out, draft, page

HEADLINE = "Quarry road reopens after winter slide"
VERSE = "River that takes,\nriver that brings,\ngive back the boat,\ngive back the peace."
IN_PAGE = Markup(path=("div", "p"))


def lines_of(text: str, markup: Markup | None = IN_PAGE) -> str:
    """A block after its spaces were evened out."""
    (block,) = carry_out("even_out_spaces", draft(page(Line(text, markup=markup)))).blocks
    return block.text


def test_the_breaks_of_a_verse_stay() -> None:
    assert lines_of(VERSE) == VERSE
    assert lines_of("Boatmen’s Union \n 12 Quay\u00a0Road\n\nRibeira\n") == "Boatmen’s Union\n12 Quay Road\nRibeira"


@pytest.mark.parametrize(
    "text",
    [
        "The ship in 2019.\nImage: Ola Brandt",
        f"One\ntwo\n{'a longer line ' * 5}",
        "茶还是三块\n" * 3 + "街坊们希望说书也能回来" * 3,
    ],
)
def test_other_breaks_are_spaces(text: str) -> None:
    assert "\n" not in lines_of(text)
    assert "\n" not in lines_of(VERSE, None)


def test_an_item_that_ends_in_a_number_is_no_file_name() -> None:
    item = Line("storm tanks in 2021", 0.8, kind=ListItem(1), markup=Markup(path=("ul", "li")))
    told = carry_out("cut_image_names", draft(page(STORY, item)))
    assert "storm tanks in 2021" in [block.text for block in told.blocks]
    others = (Line("storm tanks in 2021", 0.3, kind=ListItem(1), markup=IN_PAGE), Line("storm tanks in 2021", 0.8))
    left = carry_out("cut_image_names", draft(page(STORY, *others)))
    assert "storm tanks in 2021" not in [block.text for block in left.blocks]


def headline_of(title: str, *above: str) -> list[str]:
    """What is lifted as the headline of a page with this title and these lines above its story."""
    titled = (Clue("headline", title, "title element"),)
    lines = [Line(text, markup=Markup(path=("td", "font"))) for text in above]
    edited: Draft = edit(draft(page(*lines, STORY), titled), House(), Overrides())
    return [clue.value for clue in edited.clues if clue.origin == "headline line"]


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("Evening Forest Post: Firemen save the belfry", ("Evening Forest Post", "Firemen save the belfry")),
        ("Harbour Modellers • View topic - Spring regatta moved", ("Harbour Modellers", "Spring regatta moved")),
    ],
)
def test_a_name_that_the_title_begins_with_is_not_the_headline_below_it(title: str, above: tuple[str, str]) -> None:
    assert headline_of(title, *above) == [above[1]]


def test_a_headline_before_the_name_of_the_site_stays_it() -> None:
    assert headline_of("Wall to be rebuilt - Harbour Post", "Wall to be rebuilt", "Harbour Post") == [
        "Wall to be rebuilt"
    ]


def boxed(rule: str, marker: str, inside: Line) -> list[str]:
    """What a rule leaves of a story with a box in its midst that a line heads, besides the story."""
    told = [
        Line(text, 0.97, markup=Markup(path=("div", "p"), ancestors=(1, 2, 10 + 20 * at)))
        for at, text in enumerate(STORY)
    ]
    head = Line(marker, 0.05, markup=Markup(path=("div", "h3"), ancestors=(1, 2, 40, 41)))
    left = carry_out(rule, draft(page(*told[:2], head, inside, told[2])))
    return [block.text for block in left.blocks if block.text not in STORY]


TEASER = "A spiny seahorse has been photographed off the pier for the first time since records began."
INSIDE = Markup(path=("div", "div", "p"), words=("excerpt",), ancestors=(1, 2, 40, 42))
OUTSIDE = Markup(path=("div", "p"), ancestors=(1, 2, 43))


@pytest.mark.parametrize(("rule", "marker"), [("end_at_related", "Related"), ("end_at_lists", "Most read")])
def test_the_box_under_a_line_that_announces_other_stories_leaves_and_the_story_goes_on(rule: str, marker: str) -> None:
    assert boxed(rule, marker, Line(TEASER, 0.7, markup=INSIDE)) == []
    assert boxed(rule, marker, Line(TEASER, 0.95, markup=INSIDE)) == [marker, TEASER]
    assert boxed(rule, marker, Line(TEASER, 0.7, markup=OUTSIDE)) == [marker, TEASER]


def test_a_box_with_paragraphs_set_like_the_story_is_a_part_of_it() -> None:
    alike = Markup(path=("div", "p"), ancestors=(1, 2, 40, 42))
    assert boxed("end_at_related", "Related", Line(TEASER, 0.7, markup=alike)) == ["Related", TEASER]


def test_the_box_of_comments_leaves_however_much_it_reads_like_the_story() -> None:
    assert boxed("end_at_comments", "2 comments", Line(TEASER, 0.95, markup=INSIDE)) == []
    assert boxed("end_at_comments", "2 comments", Line(TEASER, 0.95, markup=OUTSIDE)) == ["2 comments", TEASER]


def test_lines_of_a_page_behind_bullets_are_items_in_company() -> None:
    lines = [Line(text, 0.9, markup=IN_PAGE) for text in ("· First boat: 7.15", "·\u00a0 Last boat: 16.40", "• Alone")]
    items = carry_out("mark_kinds", draft(page(*lines[:2], STORY))).blocks[:2]
    assert [(block.kind, block.text) for block in items] == [
        (ListItem(), "First boat: 7.15"),
        (ListItem(), "Last boat: 16.40"),
    ]
    alone = carry_out("mark_kinds", draft(page(STORY, lines[2], STORY))).blocks[len(STORY)]
    assert alone.text == "• Alone"


@pytest.mark.parametrize(("links", "section"), [(("News", "Transport"), ["Transport"]), (("News", "Sea", "Sport"), [])])
def test_two_links_over_the_headline_lead_to_it_and_three_are_a_menu(
    links: tuple[str, ...], section: list[str]
) -> None:
    headline, *told = page(HEADLINE, STORY)
    over = Markup(path=("main", "div"), container=3, ancestors=(1, 3, 4))
    spans = [Span(text, href=f"https://post.example/{text}") for text in links]
    row = replace(headline, spans=tuple(each for span in spans for each in (span, Span(" "))), markup=over)
    title = replace(headline, markup=replace(over, ancestors=(1, 3, 5)), place=Place(2, 2))
    lifted = (Cut(title, "lift_headline", "headline", "furniture"),)
    after = carry_out("lift_section_above", replace(draft((row, *told)), cuts=lifted))
    assert [clue.value for clue in after.clues if clue.fact == "section"] == section


@pytest.mark.parametrize(
    ("line", "marks", "names"),
    [
        ("Trần Minh Khôi", {"strong": True}, ["Trần Minh Khôi"]),
        ("Nicola Sartori", {"emphasis": True}, ["Nicola Sartori"]),
        ("Nicola Sartori", {}, []),
        ("Harbour Notes", {"strong": True}, []),
    ],
)
def test_a_known_name_in_letters_of_its_own_signs_a_story(line: str, marks: dict[str, bool], names: list[str]) -> None:
    told = page(STORY)
    signed = replace(page(Line(line))[0], spans=(Span(line, **marks),), markup=IN_PAGE, place=Place(90, 90))
    after = carry_out("lift_signature", draft((*told, signed)))
    assert [clue.value for clue in after.clues] == names
