"""What the head of a page says of its headline and standfirst, and where on the page they are found.

A story begins at its headline. The page's title, Open Graph and structured data name it, so the block that says the
same shows where to look, whatever the language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.boxes import DEPTH, Boxes
from copydesk.editing.judge.place import Column, beside_run
from copydesk.editing.judge.reading import Reading, distinct, read
from copydesk.model import Clue, FactName

ON_THE_PAGE: Final = frozenset(("h1",))
"""Origins that are blocks of the page themselves, and so tell nothing new."""

MOST: Final = 6
"""Values of one fact that are looked for."""

FOUND: Final = 0.4
"""The match from which a block is taken for the headline."""


def hint_columns(clues: Sequence[Clue], reading: Reading, boxes: Boxes) -> dict[str, Column]:
    """How well each block says the headline or the standfirst, and where it stands to the headline."""
    headlines, standfirsts = _values(clues, "headline"), _values(clues, "standfirst")
    matches = _matches([*headlines, *standfirsts], reading)
    headline = matches[: len(headlines)].max(axis=0, initial=0)
    standfirst = matches[len(headlines) :].max(axis=0, initial=0)
    return {"says_headline": headline, "says_standfirst": standfirst, **_from_headline(headline, boxes)}


def _values(clues: Sequence[Clue], fact: FactName) -> list[str]:
    found = [clue.value for clue in clues if clue.fact == fact and clue.origin not in ON_THE_PAGE]
    return list(dict.fromkeys(found))[:MOST]


def _matches(values: list[str], reading: Reading) -> NDArray[np.float64]:
    """For each value and each line, the share of the line's words that the value has, times the share of the value's
    words that the line has. A line that is the value scores 1."""
    if not values:
        return np.zeros((0, reading.lines))
    said_of = read(values)
    vocabulary = distinct(said_of.token_hash)
    if not len(vocabulary):
        return np.zeros((len(values), reading.lines))
    has = np.zeros((len(values), len(vocabulary)))
    has[said_of.token_line, np.searchsorted(vocabulary, said_of.token_hash)] = 1
    at = np.minimum(np.searchsorted(vocabulary, reading.token_hash), len(vocabulary) - 1)
    known = np.flatnonzero(vocabulary.take(at) == reading.token_hash)
    places = reading.token_line[known] * len(vocabulary) + at[known]
    stands = np.bincount(places, minlength=reading.lines * len(vocabulary)).reshape(reading.lines, -1)
    said = has @ stands.T
    tokens = np.maximum(reading.per_line(reading.token_line), 1)
    sizes = np.maximum(has.sum(axis=1), 1)[:, None]
    matches: NDArray[np.float64] = np.minimum(said / tokens, 1) * np.minimum(said / sizes, 1)
    return matches


def _from_headline(match: Column, boxes: Boxes) -> dict[str, Column]:
    """Blocks since the headline (negative above it), and how far up the box is that holds both."""
    count = len(match)
    if not count or match.max() < FOUND:
        return {"since_headline": np.full(count, -999.0), "up_to_headline": np.full(count, -1.0)}
    at = int(match.argmax())
    around = np.zeros(int(boxes.number.max()) + 1, bool)
    around[boxes.number[at]] = True
    around[0] = False
    holds = around[boxes.number]
    up = np.where(holds.any(axis=1), holds.argmax(axis=1), DEPTH)
    return {
        "since_headline": beside_run(at, at, count)[1],
        "up_to_headline": up.astype(float),
    }
