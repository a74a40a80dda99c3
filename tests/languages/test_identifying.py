"""The model of languages, held small, says what it says held whole."""

from __future__ import annotations

import random

import pytest
from copydesk.identifying import identifier
from copydesk.languages import CANDIDATES
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
from py3langid.modelio import load_model

SAID = (
    "Porturinn var opnaður aftur á sunnudaginn eftir langan vetur.",
    "Portas vėl atidarytas sekmadienį po ilgos žiemos.",
    "Ang daungan ay muling binuksan noong Linggo.",
    "HAFEN",
    "",
)


@pytest.fixture(scope="module")
def small() -> LanguageIdentifier:
    return identifier(CANDIDATES)


@pytest.fixture(scope="module")
def whole() -> LanguageIdentifier:
    weights, priors, tags, moves, rows, found = load_model(MODEL_DIR / MODEL_FILE)
    ours = [place for place, tag in enumerate(tags) if tag in CANDIDATES]
    named = [tags[place] for place in ours]
    return LanguageIdentifier(weights[:, ours], priors[ours], named, moves, found, norm_probs=True, tk_row=rows)


def test_every_step_leads_where_it_led(small: LanguageIdentifier, whole: LanguageIdentifier) -> None:
    chosen = random.Random(7)
    places = [chosen.randrange(len(whole.tk_nextmove)) for _ in range(50_000)]
    assert [small.tk_nextmove[place] for place in places] == [whole.tk_nextmove[place] for place in places]


@pytest.mark.parametrize("text", SAID)
def test_a_text_is_of_the_same_language(small: LanguageIdentifier, whole: LanguageIdentifier, text: str) -> None:
    assert small.rank(text) == whole.rank(text)


def test_it_is_held_in_21_megabytes(small: LanguageIdentifier) -> None:
    moves = small.tk_nextmove
    packed = (moves.targets, moves.starts, moves.like, moves.bases, small.tk_row, small.tk_output)
    size = small.nb_ptc.nbytes + len(moves.letters) + sum(len(each) * each.itemsize for each in packed)
    assert size < 21_000_000
