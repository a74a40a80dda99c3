"""Learn which line of a dump is its headline: ``python -m bench.train.headlines --data ../shared/datasets``.

Boosted trees rank the lines above the story of one page (LambdaRank: Burges, 2010), so that the line that equals the
known headline comes first. Besides the dumps of fundus and WCXB, dumps are made of the saved pages of WCXB that come
without any, and of trafilatura's evaluation set. What a score is worth as a probability, and that of no line being
right, is set by the scores of pages whose sites the trees had not seen: they are cross-validated in five parts by
site. Prints how often the right line is chosen; writes the weights of all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

import lightgbm
import numpy as np
from copydesk.editing.headlines.headline import above_story
from copydesk.editing.headlines.judge import LIKELY, WEIGHTS_FILE, features

from bench.quality.facts import folded
from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.sites import fold, set_aside
from bench.train.choosing import Choice, Vector, log_chance
from bench.train.drafts import draft_before
from bench.train.renderers import RENDERERS
from bench.train.trees import SEED, to_forest
from bench.unseen import judged_unseen

SETS: Final = ("fundus", "wcxb")
SAVED: Final = ("trafilatura", "wcxb")
"""Sets whose saved pages are made into dumps where they come without."""
RENDERED: Final = ("resiliparse", "inscriptis", "resi_main")
FOLDS: Final = 5
TREES: Final = 250
RECIPE: Final = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 5,
    "learning_rate": 0.06,
    "num_leaves": 12,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "seed": SEED,
    "deterministic": True,
    "verbosity": -1,
}

SAME_HEADLINE: Final = 15
"""Characters from which a part of the known headline, or a line it is part of, is neither right nor wrong."""


def choices(data: Path, cache: Path | None, names: list[str]) -> Iterator[Choice]:
    """Every dump whose headline is known, edited with weights that have not seen its site where there is a cache."""
    dumps = gold_pages(data, list(SETS), [style for style in STYLES if style != "html"])
    for page in chain(dumps, _rendered(data)):
        if page.title:
            with judged_unseen(page, cache):
                choice = _choice(page, page.title, names)
            if choice is not None:
                yield choice


def _rendered(data: Path) -> Iterator[GoldPage]:
    """Dumps of the saved pages that come without."""
    known = {page.id for page in gold_pages(data, list(SAVED), list(RENDERED))}
    for page in gold_pages(data, list(SAVED), ["html"]):
        if page.title and page.id not in known:
            yield from (replace(page, style=style, page=RENDERERS[style](page.page)) for style in RENDERED)


def _choice(page: GoldPage, headline: str, names: list[str]) -> Choice | None:
    found = draft_before(page, "lift_headline")
    if found is None:
        return None
    above, title = above_story(*found), folded(headline)
    lines = [folded(above.blocks[at].text) for at in above.places]
    right = np.array([line == title for line in lines], bool)
    if not right.any() and any(line in title or title in line for line in lines if len(line) >= SAME_HEADLINE):
        return None
    traits = [features(above, at) for at in above.places]
    if not traits:
        return None
    names.extend(name for name in traits[0] if name not in names)
    table = np.array([[float(line[name]) for name in names] for line in traits])
    return Choice(f"{page.dataset} {page.style}", page.site, table, right)


def fit(pages: list[Choice]) -> lightgbm.Booster:
    """Trees that rank the right line of each page first."""
    pages = [page for page in pages if page.right.any()]
    rows = np.concatenate([page.table for page in pages]).astype(np.float32)
    right = np.concatenate([page.right for page in pages]).astype(int)
    return lightgbm.train(dict(RECIPE), lightgbm.Dataset(rows, right, group=[len(page.right) for page in pages]), TREES)


def unseen_scores(pages: list[Choice]) -> list[Vector]:
    """The score of every line, by trees that have not seen its site."""
    scores: dict[int, Vector] = {}
    for part in range(FOLDS):
        trees = fit([page for page in pages if fold(page.site, FOLDS) != part])
        for at, page in enumerate(pages):
            if fold(page.site, FOLDS) == part:
                scores[at] = np.asarray(trees.predict(page.table.astype(np.float32)), float)
    return [scores[at] for at in range(len(pages))]


def chances(pages: list[Choice], scores: list[Vector]) -> tuple[float, float]:
    """What a point is worth in log-odds and the log-odds of "none of these", under which the right answers of dumps are
    likeliest."""
    grid = [(point, nothing) for point in np.arange(0.5, 4.1, 0.25) for nothing in np.arange(-8.0, 12.0, 0.5)]

    def likelihood(pair: tuple[float, float]) -> float:
        point, nothing = pair
        return sum(log_chance(odds * point, page.right, nothing) for odds, page in zip(scores, pages, strict=True))

    point, nothing = max(grid, key=likelihood)
    return float(point), float(nothing)


def report(pages: list[Choice], scores: list[Vector], point: float, nothing: float) -> None:
    """Print how often the choice is right on sites that the trees have not seen, with and without a headline."""
    hits: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for page, score in zip(pages, scores, strict=True):
        odds = score * point
        likely = float(np.exp(odds.max() - np.logaddexp.reduce(np.append(odds, nothing)))) >= LIKELY
        none = not page.right.any()
        hits[page.style, none].append(not likely if none else likely and bool(page.right[int(np.argmax(odds))]))
    for (style, none), right in sorted(hits.items()):
        print(f"{style:24} {'none' if none else 'headline':8} {len(right):5} {sum(right) / len(right):.3f}")


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--by-site", type=Path, metavar="CACHE", help="the cache of a training of the judge of blocks")
    options = parser.parse_args()
    names: list[str] = []
    learn(list(choices(options.data, options.by_site, names)), names)


def learn(pages: list[Choice], names: list[str]) -> None:
    """Measure, fit and write."""
    scores = unseen_scores(pages)
    point, nothing = chances(pages, scores)
    report(pages, scores, point, nothing)
    forest = to_forest(fit([page for page in pages if not set_aside(page.site)]))
    np.savez_compressed(
        WEIGHTS_FILE,
        names=np.array(names),
        point=np.array(point),
        nothing=np.array(nothing),
        feature=forest.feature,
        threshold=forest.threshold,
        struck=forest.struck,
        leaf=forest.leaf,
    )


if __name__ == "__main__":
    main()
