"""How sure an edit is: more sure of more of what speaks for it, and the lines in doubt by their numbers."""

from __future__ import annotations

import pytest
from copydesk.editing.held import confidence, holding
from copydesk.editing.held.confidence import BRIEF, CONSTANT, LONG, PROMISING, brevity, features, weights
from copydesk.editing.held.holding import HOPELESS, REVIEW, lines_in_doubt
from copydesk.model import Clue, Cut, Draft
from editing_pages import STORY, Line, carry_out, draft, page

TITLE = Clue("headline", "Harbour wall of Brisamar will be rebuilt", "title element")


def rated(*lines: str | Line | tuple[str, ...]) -> Draft:
    """A page of these lines with its confidence."""
    return carry_out("rate_confidence", draft(page(*lines), (TITLE,)))


def with_cuts(of: Draft, *lines: Line) -> Draft:
    """The draft with these lines cut from under the story."""
    blocks = page(*lines)
    return Draft(
        **{name: getattr(of, name) for name in Draft.__slots__ if name != "cuts"},
        cuts=tuple(Cut(block, "cut_what_is_judged_out", "judged") for block in blocks),
    )


@pytest.mark.parametrize("kind", ["brief", "long"])
def test_the_weights_are_of_the_features_there_are(kind: str) -> None:
    table = getattr(weights(), kind)
    assert set(table) == {CONSTANT, *features(draft(page(STORY)))}
    assert set(table) >= PROMISING


@pytest.mark.parametrize("kind", ["brief", "long"])
def test_no_weight_speaks_against_the_sense_of_its_feature(kind: str) -> None:
    against = {
        name: weight
        for name, weight in getattr(weights(), kind).items()
        if name != CONSTANT and (weight < 0) is (name in PROMISING) and weight
    }
    assert against == {}


@pytest.mark.parametrize(("words", "share"), [(0, 1.0), (BRIEF, 1.0), (190, 0.5), (LONG, 0.0), (2 * LONG, 0.0)])
def test_a_text_is_a_brief_by_the_logarithm_of_its_words(words: int, share: float) -> None:
    assert brevity(draft(page(*[Line("tide", 0.9)] * words))) == pytest.approx(share, abs=0.005)


def test_a_page_whose_lines_are_all_sure_has_no_doubt() -> None:
    sure = rated(*[STORY] * 3)
    assert (sure.confidence or 0) > 0.85
    assert sure.doubts == () and sure.held == ()


def test_lines_in_doubt_are_named_by_their_numbers() -> None:
    doubtful = rated(STORY, *(Line(text[::-1], 0.5) for text in STORY), Line("Read on", 0.4))
    (doubt,) = doubtful.doubts
    assert doubt.code == "lines-in-doubt"
    assert "lines 8, 10, 12, 14 could belong to the story or not" in doubt.message
    assert doubt.place and doubt.place.first == 8


def test_of_many_lines_in_doubt_the_first_are_named() -> None:
    many = draft(page(*(Line(f"{text} {at}", 0.5) for at in range(10) for text in STORY)))
    assert lines_in_doubt(many).startswith("2, 4, 6, ") and lines_in_doubt(many).endswith(", 24, …")


def test_lost_prose_in_doubt_lowers_the_confidence() -> None:
    whole = draft(page(*[STORY] * 3), (TITLE,))
    lossy = with_cuts(whole, *(Line(text[::-1], 0.44) for text in STORY * 3))
    assert confidence.confidence(lossy) < confidence.confidence(whole)


@pytest.mark.parametrize(
    ("sure", "lines", "score", "marked", "held"),
    [
        (HOPELESS / 2, STORY * 2, 0.2, True, True),
        (HOPELESS / 2, STORY * 2, 0.6, True, False),
        (HOPELESS / 2, STORY, 0.2, True, False),
        (HOPELESS, STORY * 2, 0.2, True, False),
        (REVIEW, STORY * 2, 0.2, False, False),
    ],
)
def test_what_is_hopeless_is_held_unless_half_of_it_is_believed(monkeypatch, sure, lines, score, marked, held) -> None:
    monkeypatch.setattr(holding, "confidence", lambda *_: sure)
    found = rated(*(Line(text, score) for text in lines))
    assert (bool(found.doubts), bool(found.held)) == (marked, held)


def test_nothing_left_is_no_confidence_at_all() -> None:
    assert rated().confidence == 0.0
    assert rated(Line(" ", 0.9)).confidence == 0.0
