"""The page as a whole: somewhere on it stands a story, so what looks most like one is believed.

Trees judge each block against those of all pages. On a page of a kind they have not seen every block may look a little
wrong, and the story with them; what tells it from the rest of its page is then the order of the scores.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.forest import LEAF_SCALE
from copydesk.editing.judge.place import Column
from copydesk.editing.judge.shape import KIND_NUMBER
from copydesk.model import Table

WORDS: Final = 60
"""As many words of a page's sentences are believed at least: a short brief. On a page with few sentences, half of
them: a menu is never lifted for lack of words."""

SHARE: Final = 0.5
"""See `WORDS`."""

BRIEF, CERTAIN = 25, 1.5
"""Words of sentences that are a whole brief where the judge is certain of them, and the log-odds of that: lifting a
page for the rest of the sixty would believe the teasers beside a brief. On every second page of four sets this changed
eight, all of them for the better: waddle's saved pages gained .004."""

BELIEVED: Final = 0.5
"""The log-odds that the last of them are to have. Measured by site: on pages of news nothing changes but for those that
were left without a story; magic's pages, which are of many kinds, gain two points of F1."""

FURTHEST: Final = 2.5
"""By how much log-odds are lifted at most: a page where nothing comes near is no story, and stays without one."""

NEAR: Final = 1.5
"""By how much they are lifted at most for a brief, where sixty words are too far: the one paragraph of a picture's page
comes near alone."""

SENTENCE: Final = 4
"""The words of the shortest line that counts as a sentence,"""

LONG: Final = 25
"""and of the shortest that does with a full stop anywhere: who took the picture may be named behind the last one."""

SENTENCES: Final = 25
"""The words of all sentences together from which a story may stand on the page. Where there are fewer, in a list of
results or in a text without full stops, all lines count alike."""


def told_in(columns: dict[str, Column]) -> Column:
    """Which blocks of a page end as a sentence does, or have whole ones in them and are no table, by their columns."""
    is_table = columns["kind"] == KIND_NUMBER[Table]
    has_sentences = (columns["words"] >= LONG) & (columns["stops"] > 0) & ~is_table
    return np.where(has_sentences, 1.0, columns["sentence_end"])


def believe(odds: NDArray[np.float64], words: Column, ends: Column) -> NDArray[np.float64]:
    """The log-odds (in thousandths) of a page's blocks, lifted together where its best sentences are not believed.

    ``words`` is the number of words of each block, ``ends`` whether it tells something (`told_in`).
    """
    told = np.flatnonzero((words >= SENTENCE) & (ends > 0))
    enough = words[told].sum() >= SENTENCES
    order = told[np.argsort(-odds[told], kind="stable")] if enough else np.argsort(-odds, kind="stable")
    if words[told[odds[told] >= CERTAIN * LEAF_SCALE]].sum() >= BRIEF:
        return odds
    reached = np.cumsum(words[order])
    lacking = _lacking(odds[order], reached, min(WORDS, SHARE * reached[-1]) if enough else WORDS)
    if enough and lacking > FURTHEST * LEAF_SCALE:
        lacking = _lacking(odds[order], reached, BRIEF)
        return odds + lacking if 0 < lacking <= NEAR * LEAF_SCALE else odds
    return odds + lacking if 0 < lacking <= FURTHEST * LEAF_SCALE else odds


def _lacking(odds: NDArray[np.float64], reached: NDArray[np.float64], words: float) -> float:
    """What the last of so many words lacks to be believed, with the blocks' words added up from the likeliest on."""
    at = int(np.searchsorted(reached, words))
    return float(BELIEVED * LEAF_SCALE - odds[min(at, len(odds) - 1)])
