"""What undoing a fault is worth, on pages made by hand."""

from __future__ import annotations

import pytest

from bench.losses import Fate, Outcome, f1, gains, told

STORY = "The ferry sails again from May, the harbor board decided on Wednesday."
LATER = "Nobody had thought that the old wall would hold through a second winter."
TEASER = "Why the bus of the upper village waits for nobody, not even the mayor."


def page(*fates: Fate) -> Outcome:
    return Outcome(f"{STORY}\n{LATER}", fates)


def test_a_line_kept_for_nothing_costs_what_leaving_it_out_wins() -> None:
    pages = [page(Fate(STORY, None, True, "amid"), Fate(LATER, None, True, "amid"), Fate(TEASER, None, False, "below"))]
    worth = gains(pages)
    assert worth["kept wrongly, below"] == pytest.approx(1 - f1(pages, told))
    assert worth["kept wrongly, above"] == worth["kept wrongly, amid"] == 0


def test_a_line_of_the_story_that_a_rule_took_costs_what_giving_it_back_wins() -> None:
    pages = [page(Fate(STORY, None, True, "amid"), Fate(LATER, "cut_captions", True, "below"))]
    worth = gains(pages)
    assert worth["lost by cut_captions"] == pytest.approx(1 - f1(pages, told))
    assert f1(pages, told) < 1


def test_a_teaser_that_a_rule_took_costs_nothing() -> None:
    pages = [page(Fate(STORY, None, True, "amid"), Fate(TEASER, "end_at_related", False, "below"))]
    assert "lost by end_at_related" not in gains(pages)
