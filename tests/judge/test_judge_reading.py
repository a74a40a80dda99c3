"""Lines as characters and tokens."""

from __future__ import annotations

import itertools

import numpy as np
from copydesk.editing.judge.lexicon import keys_of
from copydesk.editing.judge.place import best_run
from copydesk.editing.judge.reading import line_hashes, name_hashes, read


def tokens_by_line(lines: list[str]) -> list[int]:
    return keys_of(read(lines)).tokens.tolist()


def test_words_numbers_and_ideographs_are_tokens() -> None:
    assert tokens_by_line(["Don't stop at 10:30", "", "…!", "水位上涨 fast", "नमस्ते दुनिया"]) == [6, 0, 0, 5, 2]


def test_case_and_digits_do_not_tell_tokens_apart() -> None:
    assert len(set(line_hashes(read(["Posted 12 May 2024", "posted 31 MAY 1999"])).tolist())) == 1


def test_the_order_of_letters_and_of_words_does() -> None:
    hashes = line_hashes(read(["dog bites man", "man bites dog", "god bites man"])).tolist()
    assert len(set(hashes)) == 3


def test_a_word_has_the_same_hash_wherever_it_stands() -> None:
    reading = read(["ferry", "the ferry", "«Ferry»"])
    assert reading.token_hash[0] == reading.token_hash[2] == reading.token_hash[3]


def test_a_class_word_is_hashed_as_the_word_it_is() -> None:
    assert name_hashes(["ferry", "story"]).tolist() == read(["Ferry", "story"]).token_hash.tolist()
    assert len(set(name_hashes(["", "my-widget", "my", "widget"]).tolist())) == 4


def test_a_word_at_the_end_of_a_very_long_page_has_the_hash_it_has_at_its_beginning() -> None:
    long = read(["ferry"] * 14_000)
    assert len(long.kinds) > 1 << 16
    assert set(long.token_hash.tolist()) == set(read(["ferry"]).token_hash.tolist())


def test_the_best_run_is_the_first_and_shortest_of_the_greatest_sum() -> None:
    runs = [(first, last) for last in range(4) for first in range(last, -1, -1)]
    for gains in itertools.product((-2.0, -1.0, 0.0, 1.5), repeat=4):
        assert best_run(np.array(gains)) == max(runs, key=lambda run: sum(gains[run[0] : run[1] + 1]))


def test_hashes_are_the_same_on_every_machine() -> None:
    assert read(["ferry 2024 Straße"]).token_hash.tolist() == PINNED


PINNED = [2077227798, 746609276, 3421063542]
"""What the shipped weights were made with: if these change, every table in them is void."""
