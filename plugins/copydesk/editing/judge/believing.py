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

SENTENCE: Final = 4
"""The words of the shortest line that counts as a sentence."""

SENTENCES: Final = 25
"""The words of all sentences together from which a story may stand on the page. Where there are fewer, in a list of
results or in a text without full stops, all lines count alike."""


def believe(odds: NDArray[np.float64], words: Column, ends: Column) -> NDArray[np.float64]:
    """The log-odds (in thousandths) of a page's blocks, lifted together where its best sentences are not believed.

    ``words`` is the number of words of each block, ``ends`` whether it ends as a sentence does.
    """
    told = np.flatnonzero((words >= SENTENCE) & (ends > 0))
    enough = words[told].sum() >= SENTENCES
    order = told[np.argsort(-odds[told], kind="stable")] if enough else np.argsort(-odds, kind="stable")
    reached = np.cumsum(words[order])
    at = np.searchsorted(reached, min(WORDS, SHARE * reached[-1]) if enough else WORDS)
    if words[told[odds[told] >= CERTAIN * LEAF_SCALE]].sum() >= BRIEF:
        return odds
    lacking = BELIEVED * LEAF_SCALE - odds[order[min(int(at), len(order) - 1)]]
    return odds + lacking if 0 < lacking <= FURTHEST * LEAF_SCALE else odds
