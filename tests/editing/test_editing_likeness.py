"""Paragraphs in boxes like those of the story."""

from __future__ import annotations

from copydesk.editing.cutting.likeness import with_their_like
from copydesk.model import Block, Markup, Paragraph, Place, Span

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
