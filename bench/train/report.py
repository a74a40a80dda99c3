"""How well pages were judged by weights that had not seen their site, by set and style."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from bench.scoring import Overlap, mean_f1, overlap
from bench.train.corpus import MADE
from bench.train.table import Judged
from bench.unseen import ASIDE


def kept_text(judged: Judged, odds: NDArray[np.int64], threshold: int = 0) -> str:
    """The blocks whose log-odds pass, one a line."""
    return "\n".join(block.text for block, value in zip(judged.sample.blocks, odds, strict=True) if value > threshold)


def table(pages: list[Judged], odds: list[NDArray[np.int64]], threshold: int = 0) -> dict[tuple[str, str, bool], float]:
    """F1 by set, style and whether the page was set aside."""
    groups: dict[tuple[str, str, bool], list[Overlap]] = defaultdict(list)
    for judged, each in zip(pages, odds, strict=True):
        if judged.sample.gold and judged.sample.dataset not in MADE:
            found = overlap(kept_text(judged, each, threshold), judged.sample.gold)
            groups[judged.sample.dataset, judged.sample.style, judged.part == ASIDE].append(found)
    return {key: mean_f1(found) for key, found in sorted(groups.items())}


def best_possible(pages: list[Judged]) -> dict[tuple[str, str, bool], float]:
    """F1 of keeping the blocks that are mostly main content."""
    return table(pages, [np.where(judged.labels > 0.5, 1, -1) for judged in pages])


def show(columns: dict[str, dict[tuple[str, str, bool], float]]) -> str:
    """The tables side by side as text."""
    keys = sorted({key for column in columns.values() for key in column}, key=lambda key: (key[2], key[1], key[0]))
    lines = [f"{'':40}" + "".join(f"{name:>10}" for name in columns)]
    for key in keys:
        label = f"{key[1]:12} {key[0]:14} {'set aside' if key[2] else 'by site'}"
        lines.append(f"{label:40}" + "".join(f"{column.get(key, float('nan')):10.3f}" for column in columns.values()))
    return "\n".join(lines)
