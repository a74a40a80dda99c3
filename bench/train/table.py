"""The training table: every block of every page as a row of columns, with its label, its weight and its site's part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from copydesk.editing.judge.features import Page, columns_of, open_page, stack
from copydesk.editing.judge.lexicon import WordTable
from numpy.typing import NDArray

from bench.sites import fold, set_aside
from bench.train.corpus import NEVER_TRAINED, Sample
from bench.train.labels import UNKNOWN, segment_labels, soft_labels
from bench.train.lexicons import SiteCounts, count_site, make_tables, observations
from bench.unseen import ASIDE, FOLDS

TRUST = {
    "readability": 0.5, "newspaper4k": 0.5, "magic": 0.7, "trafilatura": 0.5, "silver": 0.4,
    "newspaper3k": 0.5, "inserted": 0.2,
}  # fmt: skip
"""What a page of a set weighs beside one of the others: the gold of readability and newspaper is the recorded output of
other cleaners, magic's has its own idea of what belongs to a text, trafilatura's is a few segments of each page, silver
is what the judge of saved pages thinks, and inserted are copies of pages that count themselves."""

LEAST_MAIN = 60.0
"""Words of main content that a page is weighed as having at least."""


@dataclass(slots=True)
class Judged:
    """A page ready for training: what it shows, the label and words of each block, and the part it belongs to."""

    sample: Sample
    page: Page
    labels: NDArray[np.float64]
    sizes: NDArray[np.int64]
    part: int


def prepare(sample: Sample) -> Judged:
    """Read and label one page."""
    texts = [block.text for block in sample.blocks]
    if sample.gold:
        labels, sizes = soft_labels(texts, sample.gold)
    else:
        labels, sizes = segment_labels(texts, sample.inside, sample.outside)
    aside = sample.dataset in NEVER_TRAINED or set_aside(sample.site)
    return Judged(
        sample,
        open_page(sample.blocks, sample.clues),
        np.array(labels),
        np.array(sizes, np.int64),
        ASIDE if aside else fold(sample.site, FOLDS),
    )


def block_weights(judged: Judged) -> NDArray[np.float64]:
    """What each block weighs: about as its words do in the page's F1, so that each page counts alike."""
    sizes = judged.sizes.astype(float)
    known = judged.labels != UNKNOWN
    main = max(float((judged.labels * sizes)[known].sum()), LEAST_MAIN)
    weights = np.minimum((sizes + 2) ** 0.8 / main**0.8, 1.0)
    return np.where(known, weights * TRUST.get(judged.sample.dataset, 1.0), 0.0)


@dataclass(frozen=True, slots=True)
class CrossFitted:
    """The tables of words: for each part those made without it, and (under `ASIDE`) those of all training sites."""

    by_part: dict[int, dict[str, WordTable]]


def cross_fit(pages: list[Judged]) -> CrossFitted:
    """Count words by site and make the tables for every part."""
    counted = _count(pages)
    parts = {part for part, _ in counted}
    names = list(next(iter(counted.values())))
    return CrossFitted(
        {
            left_out: make_tables(
                {name: [counts[name] for (part, _), counts in counted.items() if part != left_out] for name in names}
            )
            for left_out in [*sorted(parts), ASIDE]
        }
    )


def _count(pages: list[Judged]) -> dict[tuple[int, str], dict[str, SiteCounts]]:
    by_site: dict[tuple[int, str], list[Judged]] = defaultdict(list)
    for judged in pages:
        if judged.part != ASIDE and judged.sample.gold and judged.sample.dataset != "inserted":
            by_site[judged.part, judged.sample.site].append(judged)
    counted = {}
    for key, of_site in sorted(by_site.items()):
        seen = [observations(judged.page, judged.labels, judged.sizes) for judged in of_site]
        counted[key] = {name: count_site(one[name] for one in seen) for name in seen[0]}
    return counted


def made_columns(judged: Judged, tables: CrossFitted) -> dict[str, NDArray[np.float64]]:
    """The columns of a page, with the tables that have not seen its part."""
    return columns_of(judged.page, tables.by_part[judged.part])


def matrix(pages: list[Judged], tables: CrossFitted) -> NDArray[np.float32]:
    """The rows of all pages, one after another."""
    return np.concatenate([stack(made_columns(judged, tables)).T for judged in pages])
