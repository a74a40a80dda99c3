"""Training one judge: cross-fitted tables of words, the trees of the first look, the network on top of them, all by
site."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from copydesk.editing.judge import HOPELESS
from copydesk.editing.judge.forest import Forest
from copydesk.editing.judge.menus import in_menus
from copydesk.editing.judge.weights import Weights
from numpy.typing import NDArray

from bench.train.lessons import Seen, school
from bench.train.network import Schooling
from bench.train.table import Judged, block_weights, cross_fit, made_columns, matrix
from bench.train.trees import SEED, Recipe, dataset, fit, to_forest
from bench.unseen import ASIDE, FOLDS

FIRST = Recipe(trees=240, rate=0.06, features=0.25)
DUMPS = Schooling(passes=30, decay=0.1)
SAVED_PAGES = Schooling(passes=15, decay=0.01)
"""Saved pages show half as many columns more, and after thirty passes the network knows those it learned from by heart:
on sites that it never saw it lost up to .005."""


@dataclass(frozen=True, slots=True)
class Trained:
    """Weights by the part they have not seen (those of `ASIDE` are made of all training sites), and what each page got
    from weights that had not seen its site: log-odds in thousandths at the first and at the second look, in the order
    of the pages."""

    by_part: dict[int, Weights]
    first: list[NDArray[np.int64]]
    second: list[NDArray[np.int64]]

    @property
    def both(self) -> list[NDArray[np.int64]]:
        """What the judge says of each page: the mean of both looks."""
        return [(first + second) // 2 for first, second in zip(self.first, self.second, strict=True)]


@dataclass(frozen=True, slots=True)
class _Rows:
    """All pages' rows, and which belong to which page and part."""

    values: NDArray[np.float32]
    labels: NDArray[np.float64]
    weights: NDArray[np.float64]
    parts: NDArray[np.int64]
    bounds: NDArray[np.int64]
    drawn: NDArray[np.int64]
    """The rows trained on: all that weigh much, and by lot some of the many that do not."""

    def by_page(self, of_all: NDArray[np.int64]) -> list[NDArray[np.int64]]:
        """Cut a value of each row into the pages."""
        return np.split(of_all, self.bounds[1:-1])


def train(pages: list[Judged]) -> Trained:
    """Train a judge on the pages that are not set aside."""
    tables = cross_fit(pages)
    rows = _rows(pages, matrix(pages, tables))
    forests, odds = _look(rows, FIRST)
    menus = [in_menus(page.sample.blocks) for page in pages]
    first = [np.where(mask, HOPELESS, odds) for mask, odds in zip(menus, rows.by_page(odds), strict=True)]
    how = SAVED_PAGES if pages[0].page.evidence is not None else DUMPS
    networks, second = school(_seen(pages, rows, first), how)
    names = tuple(made_columns(pages[0], tables))
    by_part = {part: Weights(found, forests[part], networks[part], names) for part, found in tables.by_part.items()}
    second = [np.where(mask, HOPELESS, odds) for mask, odds in zip(menus, second, strict=True)]
    return Trained(by_part, first, second)


def _seen(pages: list[Judged], rows: _Rows, first: list[NDArray[np.int64]]) -> list[Seen]:
    """What the network sees of each page."""
    values = np.split(rows.values, rows.bounds[1:-1])
    return [
        Seen(each, odds, page.page.shape["words"], page.labels, block_weights(page), page.part)
        for page, each, odds in zip(pages, values, first, strict=True)
    ]


def _rows(pages: list[Judged], values: NDArray[np.float32]) -> _Rows:
    quantile = 0.5 if pages[0].page.evidence is not None else 0.8
    sizes = [len(page.labels) for page in pages]
    weights = np.concatenate([block_weights(page) for page in pages])
    parts = np.repeat([page.part for page in pages], sizes)
    heavy = float(np.quantile(weights[weights > 0], quantile))
    chance = np.where(parts == ASIDE, 0.0, np.minimum(weights / heavy, 1.0))
    drawn = np.random.default_rng(SEED).random(len(chance)) < chance
    return _Rows(
        values,
        np.concatenate([page.labels for page in pages]),
        weights / np.maximum(chance, 1e-9),
        parts,
        np.concatenate(([0], np.cumsum(sizes))),
        np.flatnonzero(drawn),
    )


def _look(rows: _Rows, recipe: Recipe) -> tuple[dict[int, Forest], NDArray[np.int64]]:
    """Fit a forest on all training sites and one without each part; judge every page by the one without its own."""
    data = dataset(rows.values[rows.drawn], rows.labels[rows.drawn], rows.weights[rows.drawn])
    parts = rows.parts[rows.drawn]
    print(f"  {len(rows.drawn)} of {len(rows.parts)} rows, {rows.values.shape[1]} columns", flush=True)
    odds = np.zeros(len(rows.labels), np.int64)
    forests: dict[int, Forest] = {}
    for part in range(ASIDE, FOLDS):
        use = None if part == ASIDE else np.flatnonzero(parts != part)
        forests[part] = to_forest(fit(data, use, recipe))
        here = rows.parts == part
        odds[here] = forests[part].judge(np.ascontiguousarray(rows.values[here].T))
    return forests, odds
