"""A page is judged as a whole: what looks most like its story is believed, unless nothing comes near."""

from __future__ import annotations

import numpy as np
import pytest
from copydesk.editing.judge.believing import BELIEVED, BRIEF, CERTAIN, FURTHEST, LONG, NEAR, WORDS, believe, told_in
from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.shape import KIND_NUMBER
from copydesk.model import Kind, Paragraph, Table


def believed(*blocks: tuple[float, float]) -> list[float]:
    """The log-odds of sentences given as (log-odds, words)."""
    return among(blocks, ends=[1.0] * len(blocks))


def among(blocks: tuple[tuple[float, float], ...], ends: list[float]) -> list[float]:
    """The log-odds of blocks given as (log-odds, words), of which some end as a sentence does."""
    odds, words = np.array(blocks).T
    return [float(value) for value in believe(odds * LEAF_SCALE, words, np.array(ends)) / LEAF_SCALE]


def test_a_page_with_a_story_stays_as_it_was_judged() -> None:
    assert believed((2.0, 50), (-3.0, 8), (1.0, 40)) == [2.0, -3.0, 1.0]


def test_the_likeliest_words_of_a_doubtful_page_are_believed() -> None:
    first, menu, second = believed((0.1, 40), (-3.0, 8), (-0.5, 40))
    assert second == BELIEVED
    assert first > second > menu


def test_so_many_words_have_to_be_believed() -> None:
    assert believed((1.0, WORDS), (-1.0, 40)) == [1.0, -1.0]
    assert believed((1.0, WORDS - 1), (-1.0, 80))[1] == BELIEVED


def test_a_brief_is_believed_for_half_of_its_sentences_and_a_menu_never() -> None:
    brief = ((-0.4, 20), (-1.0, 22), (-4.0, 4))
    assert among((*brief, (-3.0, 1)), ends=[1, 1, 1, 0])[1] == BELIEVED
    assert among(((1.0, 30), (-2.0, 12), (-2.0, 12)), ends=[1, 0, 0]) == [1.0, -2.0, -2.0]


def test_where_nothing_is_a_sentence_all_lines_count() -> None:
    assert among(((0.2, 20), (0.1, 20), (-0.5, 20)), ends=[0, 0, 0])[2] == BELIEVED


def test_a_page_without_a_story_stays_without_one() -> None:
    hopeless = BELIEVED - FURTHEST - 0.1
    assert believed((hopeless, 200), (hopeless - 1, 3)) == [hopeless, hopeless - 1]


def test_a_page_of_few_words_is_no_error() -> None:
    assert believed((-0.2, 5)) == [BELIEVED]


def test_a_brief_of_which_the_judge_is_certain_is_not_lifted_with_the_teasers_beside_it() -> None:
    assert believed((CERTAIN, BRIEF), (-1.0, 40)) == [CERTAIN, -1.0]
    assert believed((CERTAIN, BRIEF - 1), (-1.0, 40))[1] > -1.0
    assert believed((CERTAIN - 0.1, BRIEF), (-1.0, 40))[1] > -1.0


@pytest.mark.parametrize(
    ("kind", "words", "stops", "expected"),
    [(Paragraph(), LONG, 1, 1), (Paragraph(), LONG - 1, 1, 0), (Paragraph(), LONG, 0, 0), (Table(((),)), LONG, 1, 0)],
)
def test_a_long_line_with_a_sentence_in_it_tells_whatever_it_ends_with(
    kind: Kind, words: int, stops: int, expected: int
) -> None:
    """As a paragraph does behind whose last full stop the photographer is named."""
    columns = {"kind": KIND_NUMBER[type(kind)], "words": words, "stops": stops, "sentence_end": 0}
    assert told_in({name: np.array([float(value)]) for name, value in columns.items()}) == [expected]


def test_where_sixty_words_are_too_far_a_brief_that_comes_near_is_believed() -> None:
    near, far = BELIEVED - NEAR, -4.0
    assert believed((near, BRIEF), (far, 100))[0] == BELIEVED
    assert believed((near, BRIEF - 1), (far, 100))[0] == near
    assert believed((near - 0.1, BRIEF), (far, 100))[0] == near - 0.1
