"""How blocks get their labels from gold."""

from __future__ import annotations

from bench.scoring import mean_f1, overlap, words
from bench.sites import fold, set_aside, site_name
from bench.train.labels import UNKNOWN, segment_labels, soft_labels

GOLD = """The first ferry in nine weeks left the north quay before dawn on Tuesday.
Why it took so long
Engineers had to wait for a part from abroad, the company said.
No, she said."""


def test_blocks_of_the_gold_are_main_content_and_others_are_not() -> None:
    labels, sizes = soft_labels([*GOLD.split("\n"), "Sign up for the newsletter of the Herald"], GOLD)
    assert labels == [1.0, 1.0, 1.0, 1.0, 0.0]
    assert sizes == [14, 5, 12, 3, 8]


def test_the_copy_of_a_sentence_among_teasers_is_not_main_content() -> None:
    sentence = GOLD.split("\n", maxsplit=1)[0]
    teasers = ["Storm damage put at two million", sentence, "Lighthouse keeper retires at last"] + [
        "Weather for today"
    ] * 5
    labels, _ = soft_labels([*teasers, *GOLD.split("\n")], GOLD)
    assert labels[1] == 0.0
    assert labels[8] == 1.0


def test_short_blocks_count_only_where_the_gold_has_them() -> None:
    labels, _ = soft_labels(["No, she said.", *GOLD.split("\n")[:3], "No, she said."], GOLD)
    assert labels[0] == 0.0
    assert labels[4] == 1.0


def test_half_a_block_is_half_main_content() -> None:
    labels, _ = soft_labels(
        [GOLD.split("\n", maxsplit=1)[0] + " Subscribe to read more of this and all our other stories now"], GOLD
    )
    assert 0.3 < labels[0] < 0.7


def test_segments_say_nothing_of_other_blocks() -> None:
    labels, _ = segment_labels(["The ferry left at dawn.", "Share this", "Who knows"], ("ferry left",), ("share",))
    assert labels == [1.0, 0.0, UNKNOWN]


def test_scores_are_those_of_runs_of_four_words() -> None:
    assert words("Don't 日本 go") == ["don", "t", "日", "本", "go"]
    assert overlap(GOLD, GOLD).f1 == 1.0
    half = overlap("one two three four", "one two three four five six seven")
    assert (half.precision, half.recall) == (1.0, 0.25)
    assert overlap("", GOLD).precision is None
    assert mean_f1([half]) == 0.4


def test_sites_of_one_owner_are_one() -> None:
    assert (
        site_name("www.bbc.co.uk", None)
        == site_name("bbc.com", None)
        == site_name(None, "https://news.bbc.com/x")
        == "bbc"
    )
    assert fold("bbc", 5) == fold("bbc", 5) < 5


def test_about_a_tenth_of_all_sites_is_set_aside() -> None:
    assert 60 < sum(set_aside(f"site{number}") for number in range(1000)) < 140
