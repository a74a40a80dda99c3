"""A page is judged as a whole: what looks most like its story is believed, unless nothing comes near."""

from __future__ import annotations

import numpy as np
from copydesk.editing.judge.believing import BELIEVED, FURTHEST, WORDS, believe
from copydesk.editing.judge.forest import LEAF_SCALE


def believed(*pairs: tuple[float, float]) -> list[float]:
    """The log-odds of blocks given as (log-odds, words)."""
    odds, words = np.array(pairs).T
    return [float(value) for value in believe(odds * LEAF_SCALE, words) / LEAF_SCALE]


def test_a_page_with_a_story_stays_as_it_was_judged() -> None:
    assert believed((2.0, 50), (-3.0, 8), (1.0, 40)) == [2.0, -3.0, 1.0]


def test_the_likeliest_words_of_a_doubtful_page_are_believed() -> None:
    first, menu, second = believed((0.1, 40), (-3.0, 8), (-0.5, 40))
    assert second == BELIEVED
    assert first > second > menu


def test_so_many_words_have_to_be_believed() -> None:
    assert believed((1.0, WORDS), (-1.0, 40)) == [1.0, -1.0]
    assert believed((1.0, WORDS - 1), (-1.0, 40))[1] == BELIEVED


def test_a_page_without_a_story_stays_without_one() -> None:
    hopeless = BELIEVED - FURTHEST - 0.1
    assert believed((hopeless, 200), (hopeless - 1, 3)) == [hopeless, hopeless - 1]


def test_a_page_of_few_words_is_no_error() -> None:
    assert believed((-0.2, 5)) == [BELIEVED]
