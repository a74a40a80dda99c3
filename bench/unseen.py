"""Judging a page by weights that have not seen its site: those of the cross-validation, which training leaves behind.

Pages that no shipped weights have seen (`bench.quality.gold.GoldPage.aside`) are judged by the shipped ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final
from unittest.mock import patch

from copydesk.editing.judge.weights import Weights, load_archive

from bench.quality.gold import GoldPage
from bench.sites import fold

FOLDS: Final = 5
"""Parts of the cross-validation."""

ASIDE: Final = -1
"""The part of pages that no weights are trained on, and the name of weights that have seen all others."""


def unseen_weights(cache: Path, name: str, part: int) -> Path:
    """Where training leaves the weights called ``name`` that have not seen a part of the sites."""
    return cache / "cross" / f"{name}-{part}.npz"


@lru_cache(maxsize=2 * FOLDS)
def _load(path: Path) -> Weights:
    return load_archive(path.read_bytes(), path.name)


@contextmanager
def judged_unseen(page: GoldPage, cache: Path | None) -> Iterator[None]:
    """Within, the judge has the weights that have not seen this page's site; the shipped ones without a ``cache``."""
    if cache is None or page.aside:
        yield
        return
    part = fold(page.site, FOLDS)
    with patch("copydesk.editing.judge.load", lambda name: _load(unseen_weights(cache, name, part))):
        yield
