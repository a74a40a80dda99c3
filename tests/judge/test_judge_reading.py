"""Lines as characters and tokens."""

from __future__ import annotations

from copydesk.editing.judge.lexicon import keys_of
from copydesk.editing.judge.reading import line_hashes, read


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


def test_hashes_are_the_same_on_every_machine() -> None:
    assert read(["ferry 2024 Straße"]).token_hash.tolist() == PINNED


PINNED = [2077227798, 746609276, 3421063542]
"""What the shipped weights were made with: if these change, every table in them is void."""
