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
"""As many words of a page are believed at least: a short brief."""

BELIEVED: Final = 0.5
"""The log-odds that the last of them are to have. Measured by site: on pages of news nothing changes but for those that
were left without a story; magic's pages, which are of many kinds, gain two points of F1."""

FURTHEST: Final = 2.5
"""By how much log-odds are lifted at most: a page where nothing comes near is no story, and stays without one."""


def believe(odds: NDArray[np.float64], words: Column) -> NDArray[np.float64]:
    """The log-odds (in thousandths) of a page's blocks, lifted together where its best words are not believed."""
    order = np.argsort(-odds, kind="stable")
    at = np.searchsorted(np.cumsum(words[order]), WORDS)
    lacking = BELIEVED * LEAF_SCALE - odds[order[min(int(at), len(order) - 1)]]
    return odds + lacking if 0 < lacking <= FURTHEST * LEAF_SCALE else odds
