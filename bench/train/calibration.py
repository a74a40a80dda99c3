"""How true a probability is: of the pages given .9, nine in ten should be clean."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

import numpy as np
from copydesk.editing.held.holding import REVIEW
from numpy.typing import NDArray

BINS: Final = (0.0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
LENGTHS: Final = (0, 60, 120, 250, 1_000_000)
"""Words of what was kept, between which pages are looked at together: briefs, short stories, others."""

Vector = NDArray[np.float64]


def report(title: str, said: Vector, clean: Vector, lengths: Sequence[int]) -> None:
    """Print how many pages of each score, and of each length, are clean, and how many are marked for review."""
    print(f"{title}: {summary(said, clean)}")
    for low, high in itertools.pairwise(BINS):
        inside = (said >= low) & (said < high)
        if inside.any():
            counts = f"{inside.sum():6} pages  said {said[inside].mean():.3f}  clean {clean[inside].mean():.3f}"
            print(f"  {low:.2f} to {min(high, 1):.2f} {counts}")
    words = np.array(lengths)
    for low, high in itertools.pairwise(LENGTHS):
        inside = (words >= low) & (words < high)
        if inside.any():
            print(f"  {low:4} words and more: {summary(said[inside], clean[inside])}")


def summary(said: Vector, clean: Vector) -> str:
    """The figures of some pages in a line. Brier's score is the mean square of how far off what was said is."""
    brier, marked = float(((said - clean) ** 2).mean()), said < REVIEW
    shares = [f"{marked[clean == kind].mean():.3f}" if (clean == kind).any() else "-" for kind in (1, 0)]
    return (
        f"{len(said)} pages, {clean.mean():.3f} clean, said {said.mean():.3f}, Brier {brier:.4f}, "
        f"AUC {area(said, clean):.3f}, marked {marked.mean():.3f} (of clean ones {shares[0]}, of others {shares[1]})"
    )


def area(said: Vector, clean: Vector) -> float:
    """The probability that a clean page scores higher than another (the area under the ROC curve)."""
    good, bad = said[clean == 1], said[clean == 0]
    if not len(good) or not len(bad):
        return float("nan")
    return float(((good[:, None] > bad).mean() + (good[:, None] >= bad).mean()) / 2)
