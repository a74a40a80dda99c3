"""What a saved page sets right above its story and right under it: labels, points, boxes of offers."""

from __future__ import annotations

from copydesk.editing.cutting.captioned import is_caption_of_story
from copydesk.editing.cutting.judging import cut_what_is_judged_out
from copydesk.editing.cutting.offers import without_offers
from copydesk.editing.cutting.points import with_points_above
from copydesk.editing.desk import open_desk
from copydesk.editing.pictures.captions import cut_captions
from copydesk.model import (
    Block,
    Caption,
    Cut,
    Draft,
    Heading,
    House,
    Kind,
    ListItem,
    Markup,
    Overrides,
    Paragraph,
    Place,
    Span,
    Table,
)

TOLD = "The ferry sails again from May, the harbor board decided on Wednesday after eleven years without one."


def at(line: int, text: str, score: float, kind: Kind | None = None, *, box: int = 3, links: float = 0.0) -> Block:
    markup = Markup(path=("main", "div", "p"), container=box, ancestors=(1, box, 10 + line), link_density=links)
    return Block(kind or Paragraph(), (Span(text),), Place(line, line), score=score, markup=markup)


def page(*blocks: Block, cuts: tuple[Cut, ...] = ()) -> Draft:
    return Draft("page.html", "0" * 64, "html", "utf-8", len(blocks), blocks, cuts=cuts)


HEADLINE = Cut(at(1, "Ferry sails again from May", 0.2, Heading(1), box=2), "lift_headline", "furniture", "headline")


def points(*texts: str, score: float = 0.2, links: float = 0.0) -> list[bool]:
    listed = [at(line, text, score, ListItem(), box=4, links=links) for line, text in enumerate(texts, 2)]
    draft = page(*listed, at(9, TOLD, 0.9), cuts=(HEADLINE,))
    return with_points_above(draft, [False] * len(listed) + [True])[:-1]


def test_points_between_headline_and_lede_stay() -> None:
    assert points("Board votes nine to two", "Tickets from four euros a day") == [True, True]


def test_a_single_item_links_and_short_or_hopeless_ones_are_no_points() -> None:
    assert points("Board votes nine to two") == [False]
    assert points("Board votes nine to two", "Tickets from four euros a day", links=1.0) == [False, False]
    assert points("Harbor", "Ferries and the boats of the coast") == [False, False]
    assert points("Board votes nine to two", "Tickets from four euros a day", score=0.05) == [False, False]


def test_points_without_a_headline_over_them_leave() -> None:
    listed = [at(line, "Board votes nine to two", 0.2, ListItem(), box=4) for line in (2, 3)]
    assert with_points_above(page(*listed, at(9, TOLD, 0.9)), [False, False, True]) == [False, False, True]


def offered(score: float, *, box: int, below: Block | None = None) -> list[bool]:
    head, said = (
        at(11, "Ship queues that tell", score, Heading(3), box=box),
        at(12, "Free for a month.", score, box=box),
    )
    button = Cut(at(13, "Start for free", 0.05, box=box, links=1.0), "cut_link_lines", "boilerplate", "links")
    blocks = (at(9, TOLD, 0.95), head, said, *([below] if below else []))
    return without_offers(page(*blocks, cuts=(button,)), [True] * len(blocks))


def test_a_box_with_a_button_under_the_story_leaves() -> None:
    assert offered(0.65, box=7) == [True, False, False]


def test_a_sure_box_one_in_the_element_of_the_story_and_one_amid_it_stay() -> None:
    assert offered(0.85, box=7) == [True, True, True]
    assert offered(0.65, box=3) == [True, True, True]
    assert offered(0.65, box=7, below=at(14, TOLD, 0.95)) == [True, True, True, True]


def test_the_caption_of_a_table_stays_with_it() -> None:
    table = at(2, "Floor\tUse", 0.7, Table((("Floor", "Use"),)), box=5)
    beside, elsewhere = (at(3, "Who gets which room.", 0.1, Caption(), box=box) for box in (5, 6))
    assert is_caption_of_story((table, beside), [True, False], 1)
    assert not is_caption_of_story((table, elsewhere), [True, False], 1)
    assert not is_caption_of_story((table, beside), [False, False], 1)


def judged(*blocks: Block) -> list[str]:
    draft = page(*blocks)
    return [block.text for block in cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides())).blocks]


def test_a_label_above_the_lede_must_be_likelier_than_a_line_of_the_story() -> None:
    told = (at(4, TOLD, 0.95), at(5, "Short answer", 0.55), at(6, TOLD, 0.95))
    assert judged(at(2, "False", 0.55), *told) == [TOLD, "Short answer", TOLD]
    assert judged(at(2, "Abstract", 0.7), *told)[0] == "Abstract"
    assert judged(at(2, "It was false.", 0.55), *told)[0] == "It was false."


def captions(text: str, score: float) -> list[str]:
    draft = page(at(2, text, score), at(3, TOLD, 0.95))
    return [taken.block.text for taken in cut_captions(draft, open_desk(draft, House(), Overrides())).cuts]


def test_a_caption_that_a_page_does_not_mark_is_one_where_the_judge_is_in_doubt() -> None:
    shown = "Lines of kelp at the trial site. Photograph: Ada Wren"
    assert captions(shown, 0.5) == [shown]
    assert captions(shown, 0.8) == captions("Lines of kelp at the trial site, said Ada Wren", 0.5) == []


def test_a_likely_heading_right_over_a_line_of_the_story_stays_below_its_beginning() -> None:
    lede, out, told = at(2, TOLD, 0.95), [at(line, "Tides and markets", 0.02) for line in (3, 4)], at(6, TOLD, 0.95)
    assert judged(lede, *out, at(5, "What it costs", 0.4, Heading(2)), told) == [TOLD, "What it costs", TOLD]
    assert judged(lede, *out, at(5, "What it costs", 0.4, Heading(2), links=1.0), told) == [TOLD, TOLD]
    assert judged(lede, *out, at(5, "What it costs", 0.3, Heading(2)), told) == [TOLD, TOLD]
    assert judged(lede, at(3, "What it costs", 0.4, Heading(2)), *out) == [TOLD]
    assert judged(at(3, "What it costs", 0.4, Heading(2)), told) == [TOLD]
