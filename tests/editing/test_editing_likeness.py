"""Paragraphs in boxes like those of the story."""

from __future__ import annotations

from copydesk.editing.cutting.likeness import with_their_like, with_what_they_enclose
from copydesk.model import Block, Heading, Kind, ListItem, Markup, Paragraph, Place, Span

TOLD = "The ferry sails again from May, the harbor board decided on Wednesday after eleven years without one."
PATH = ("main", "div", "p")


WRAP = "text wrap article widget"


def block(score: float, words: str = WRAP, path: tuple[str, ...] = PATH, text: str = TOLD) -> Block:
    markup = Markup(path=path, words=tuple(words.split()))
    return Block(Paragraph(), (Span(text),), Place(1, 1), score=score, markup=markup)


def more(*doubtful: Block, told: int = 4) -> list[bool]:
    """Which of the doubtful blocks stay beside so many that the judge keeps."""
    blocks = (*[block(0.9)] * told, *doubtful)
    return with_their_like(blocks, [(each.score or 0) >= 0.5 for each in blocks])[told:]


def test_paragraphs_in_boxes_like_those_of_the_story_stay() -> None:
    assert more(block(0.2), block(0.15)) == [True, True]
    assert more(block(0.2, "text wrap article widget a7 ff")) == [True]


def test_boxes_of_another_kind_short_lines_and_hopeless_ones_leave() -> None:
    assert more(block(0.2, "teaser text"), block(0.2, path=("aside", "p"))) == [False, False]
    assert more(block(0.2, text="Read the rest"), block(0.05)) == [False, False]


def test_many_boxes_of_which_few_are_kept_are_comments() -> None:
    assert more(*[block(0.2)] * 20) == [False] * 20
    assert more(block(0.2), told=2) == [False]


def test_a_brief_of_a_few_boxes_keeps_a_likely_one() -> None:
    assert more(block(0.38), told=2) == [True]
    assert more(block(0.38), told=1) == [False]


def placed(kind: Kind, *ancestors: int, score: float = 0.9, links: float = 0.0) -> Block:
    markup = Markup(path=PATH, ancestors=ancestors, link_density=links)
    return Block(kind, (Span(TOLD),), Place(1, 1), score=score, markup=markup)


def enclosed(*between: Block, end: tuple[int, ...] = (1, 2, 3, 9)) -> list[bool]:
    """Which blocks stay between two paragraphs of the story."""
    blocks = (placed(Paragraph(), 1, 2, 3, 4), *between, placed(Paragraph(), *end))
    return with_what_they_enclose(blocks, [True, *[False] * len(between), True])[1:-1]


def test_a_list_with_its_heading_between_two_lines_of_the_story_stays() -> None:
    listed = (placed(Heading(3), 1, 2, 3, 5, score=0.15), *[placed(ListItem(), 1, 2, 3, 6, 7, score=0.2)] * 2)
    assert enclosed(*listed) == [True] * 3


def test_links_hopeless_items_and_what_stands_in_another_element_leave() -> None:
    assert enclosed(*[placed(ListItem(), 1, 2, 3, 6, score=0.2, links=0.9)] * 2) == [False] * 2
    assert enclosed(*[placed(ListItem(), 1, 2, 3, 6, score=0.05)] * 2) == [False] * 2
    assert enclosed(*[placed(ListItem(), 1, 2, 8, 6, score=0.2)] * 2) == [False] * 2
    assert enclosed(*[placed(ListItem(), 1, 2, 3, 6, score=0.2)] * 2, end=(1, 5, 6)) == [False] * 2
