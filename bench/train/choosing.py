"""Pages of which one line is to be chosen, or none: what choosers of headlines and of dates are learned from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines of one page that could be chosen: a row of features each, and which are right, if any."""

    style: str
    site: str
    table: Vector
    right: NDArray[np.bool_]


def log_chance(odds: Vector, right: NDArray[np.bool_], nothing: float) -> float:
    """The log of the chance that what is right is chosen, by the log-odds of each line and of ``nothing``."""
    everything = np.logaddexp.reduce(np.append(odds, nothing))
    wanted = np.logaddexp.reduce(odds[right]) if right.any() else nothing
    return float(wanted - everything)
