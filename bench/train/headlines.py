"""Learn which line of a dump is its headline: ``python -m bench.train.headlines --data ../shared/datasets``.

A choice between the lines above the story of one page, or none of them (conditional logistic regression): the weights
maximize the probability of the line that equals the known headline. Prints, by a cross-validation in five parts by
site, how often the right line is chosen where there is one, and how often none is where there is none; writes the
weights of all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from copydesk.editing.headline import above_story
from copydesk.editing.headline_judge import NOTHING, WEIGHTS_FILE, features
from numpy.typing import NDArray

from bench.quality.facts import folded
from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.sites import fold, set_aside
from bench.train.drafts import draft_before

SETS = ("fundus", "wcxb")
FOLDS = 5
STEPS, RATE, SHRINK = 600, 0.3, 1e-3

SAME_HEADLINE = 15
"""Characters from which a part of the known headline, or a line it is part of, is neither right nor wrong."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines of one page: a row of features each, and which is the headline, if any."""

    style: str
    site: str
    table: Vector
    right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of a line, and the log-odds of the answer that no line is right."""

    weight: Vector
    nothing: float

    def choice(self, page: Choice) -> int | None:
        """The row chosen, or ``None``."""
        odds = page.table @ self.weight
        return int(np.argmax(odds)) if odds.max() >= self.nothing else None


def choices(data: Path, names: list[str]) -> Iterator[Choice]:
    """Every dump whose headline is known."""
    for page in gold_pages(data, list(SETS), [style for style in STYLES if style != "html"]):
        choice = _choice(page, page.title, names) if page.title else None
        if choice is not None:
            yield choice


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


def fit(pages: list[Choice]) -> Weights:
    """Weights under which the right line of each page is likeliest, pages alike, by gradient ascent with momentum."""
    pages = [page for page in pages if page.right.any()]
    table, right = np.concatenate([page.table for page in pages]), np.concatenate([page.right for page in pages])
    page_of = np.repeat(np.arange(len(pages)), [len(page.right) for page in pages])
    starts = np.flatnonzero(np.diff(page_of, prepend=-1))
    mean, spread = table.mean(0), table.std(0) + 1e-6
    rows_, wanted = (table - mean) / spread, right / np.bincount(page_of, weights=right)[page_of]
    weight, push = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    for _ in range(STEPS):
        raised = rows_ @ weight
        odds = np.exp(raised - np.maximum.reduceat(raised, starts)[page_of])
        likely = odds / np.bincount(page_of, weights=odds)[page_of]
        push = 0.9 * push + rows_.T @ (wanted - likely) / len(pages) - SHRINK * weight
        weight += RATE * push
    return Weights(weight / spread, 0.0)


def with_nothing(weights: Weights, pages: list[Choice]) -> Weights:
    """The weights with the log-odds of "none of these" under which the pages' right answers are likeliest."""
    odds = [page.table @ weights.weight for page in pages]

    def likelihood(nothing: float) -> float:
        return sum(_log_chance(values, page.right, nothing) for values, page in zip(odds, pages, strict=True))

    return Weights(weights.weight, max(np.arange(-10.0, 20.0, 0.25).tolist(), key=likelihood))


def _log_chance(odds: Vector, right: NDArray[np.bool_], nothing: float) -> float:
    everything = np.logaddexp.reduce(np.append(odds, nothing))
    wanted = np.logaddexp.reduce(odds[right]) if right.any() else nothing
    return float(wanted - everything)


def report(pages: list[Choice]) -> None:
    """Print how often the choice is right on sites that the weights have not seen, with and without a headline."""
    hits: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for part in range(FOLDS):
        seen = [page for page in pages if fold(page.site, FOLDS) != part]
        weights = with_nothing(fit(seen), seen)
        for page in pages:
            if fold(page.site, FOLDS) == part:
                chosen, none = weights.choice(page), not page.right.any()
                hits[page.style, none].append(none if chosen is None else bool(page.right[chosen]))
    for (style, none), right in sorted(hits.items()):
        print(f"{style:20} {'none' if none else 'headline':8} {len(right):5} {sum(right) / len(right):.3f}")


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    names: list[str] = []
    pages = list(choices(parser.parse_args().data, names))
    report(pages)
    seen = [page for page in pages if not set_aside(page.site)]
    weights = with_nothing(fit(seen), seen)
    lines = [f'"{name}" = {value:.4f}' for name, value in zip(names, weights.weight, strict=True)]
    lines.insert(0, f'"{NOTHING}" = {weights.nothing:.2f}')
    head = "# Learned by bench.train.headlines; what each feature adds to the log-odds that a line is the headline.\n"
    WEIGHTS_FILE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
