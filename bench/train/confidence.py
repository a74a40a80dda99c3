"""Learn how sure an edit is: ``python -m bench.train.confidence --data ../shared/datasets``.

A logistic regression on what an edited page shows. The judge of blocks is surer of the sites it was trained on than it
will be of others, so each page is edited with weights of the judge that have not seen its site: those that the
cross-validation of ``make train`` leaves in its cache. A feature that would count against its own sense (`PROMISING`)
is left out.

Prints how often pages of each score are clean: by a cross-validation in five parts by site, and on waddle, which
nothing is learned from. The same data, judge and code give the same weights.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from copydesk.cli.story_json import running_text
from copydesk.editing.held.confidence import CONSTANT, PROMISING, WEIGHTS_FILE, features
from numpy.typing import NDArray

from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.scoring import overlap
from bench.sites import fold
from bench.train.drafts import draft_before
from bench.unseen import FOLDS, judged_unseen

SETS: Final = ("scrapinghub", "fundus", "wcxb")
UNSEEN: Final = "waddle"
USUAL: Final = "resi_main"
OTHERS: Final = tuple(style for style in STYLES if style not in ("html", USUAL))
CLEAN: Final = 0.9
"""The F1 of a page from which it counts as clean."""
SHRINK, STEPS = 10.0, 40
EITHER: Final = "saved page"
"""A feature that may speak for or against."""
BINS: Final = (0.0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """One page in one style: its features by name, and whether its edit is clean."""

    dataset: str
    style: str
    site: str
    aside: bool
    traits: dict[str, float]
    clean: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Log-odds as a constant and a weight for each column."""

    constant: float
    weight: Vector

    def odds(self, table: Vector) -> Vector:
        """The log-odds of each row."""
        return self.constant + table @ self.weight


def samples(options: argparse.Namespace, sets: list[str], styles: list[str]) -> Iterator[Sample]:
    """Every page with known text, edited as we edit it."""
    for page in gold_pages(options.data, sets, styles):
        sample = _sample(page, page.text, options.cache) if page.text else None
        if sample:
            yield sample


def drawn(options: argparse.Namespace) -> Iterator[Sample]:
    """The pages learned from: saved, and as dumps in two styles each, the usual one and another by lot."""
    yield from samples(options, list(SETS), ["html"])
    for page in gold_pages(options.data, list(SETS), [USUAL, *OTHERS]):
        is_drawn = page.style in (USUAL, OTHERS[fold(page.id, len(OTHERS))])
        sample = _sample(page, page.text, options.cache) if page.text and is_drawn else None
        if sample:
            yield sample


def _sample(page: GoldPage, gold: str, cache: Path) -> Sample | None:
    with judged_unseen(page, cache):
        found = draft_before(page, "rate_confidence")
    if found is None:
        return None
    draft, desk = found
    clean = overlap(running_text(draft.blocks), gold).f1 >= CLEAN
    traits = {name: float(value) for name, value in features(draft, desk.language).items()}
    return Sample(page.dataset, page.style, page.site, page.aside, traits, clean)


def fit(table: Vector, clean: Vector, shrink: float) -> Line:
    """The likeliest line, by Newton's method, with weights of standardized columns shrunk towards 0."""
    mean, spread = table.mean(0), table.std(0) + 1e-6
    rows = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    held = np.diag([0.0] + [shrink] * table.shape[1])
    beta = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(rows @ beta)))
        bent = (rows * (likely * (1 - likely))[:, None]).T @ rows + held
        beta = beta + np.linalg.solve(bent, rows.T @ (clean - likely) - held @ beta)
    weight = beta[1:] / spread
    return Line(float(beta[0] - mean @ weight), weight)


def learn(pages: list[Sample], names: list[str]) -> Line:
    """The weights of the features; those that would count against their own sense are 0."""
    weight = np.zeros(len(names))
    used = list(range(len(names)))
    while True:
        line = fit(_table(pages, names)[:, used], _clean(pages), SHRINK)
        against = [_against(names[at], value) for at, value in zip(used, line.weight, strict=True)]
        if not any(against):
            break
        used.pop(int(np.argmax(against)))
    weight[used] = line.weight
    return Line(line.constant, weight)


def _against(name: str, weight: float) -> float:
    """How much a weight speaks against the sense of its feature."""
    return 0.0 if name == EITHER else max(0.0, -weight if name in PROMISING else weight)


def _table(pages: list[Sample], names: list[str]) -> Vector:
    return np.array([[page.traits[name] for name in names] for page in pages])


def _clean(pages: list[Sample]) -> Vector:
    return np.array([page.clean for page in pages], float)


def cross_validated(pages: list[Sample], names: list[str]) -> Vector:
    """The score of each page by weights that have not seen its site."""
    said = np.zeros(len(pages))
    parts = np.array([fold(page.site, FOLDS) for page in pages])
    for part in range(FOLDS):
        line = learn([page for page, its in zip(pages, parts, strict=True) if its != part], names)
        inside = np.flatnonzero(parts == part)
        said[inside] = _scores(line, [pages[at] for at in inside], names)
    return said


def _scores(line: Line, pages: list[Sample], names: list[str]) -> Vector:
    return np.asarray(1 / (1 + np.exp(-line.odds(_table(pages, names)))))


def report(title: str, said: Vector, pages: list[Sample]) -> None:
    """Print how many pages of each score are clean, and how well the score parts clean pages from others."""
    clean = _clean(pages)
    print(f"{title}: {len(pages)} pages, {clean.mean():.3f} clean, AUC {area(said, clean):.3f}")
    for low, high in itertools.pairwise(BINS):
        inside = (said >= low) & (said < high)
        if inside.any():
            counts = f"{inside.sum():6} pages  said {said[inside].mean():.3f}  clean {clean[inside].mean():.3f}"
            print(f"  {low:.2f} to {min(high, 1):.2f} {counts}")


def area(said: Vector, clean: Vector) -> float:
    """The probability that a clean page scores higher than another (the area under the ROC curve)."""
    good, bad = said[clean == 1], said[clean == 0]
    if not len(good) or not len(bad):
        return float("nan")
    return float(((good[:, None] > bad).mean() + (good[:, None] >= bad).mean()) / 2)


def main() -> None:
    """Collect, cross-validate, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    parser.add_argument("--cache", type=Path, default=Path("/tmp/copydesk-train"), help="the cache of make train")
    parser.add_argument(
        "--unseen", nargs="*", choices=STYLES, default=list(STYLES), help="styles of waddle to report on"
    )
    options = parser.parse_args()
    pages = list(drawn(options))
    names = list(pages[0].traits)
    said = cross_validated(pages, names)
    aside = np.array([page.aside for page in pages])
    report("by site", said, pages)
    report("by site, those set aside", said[aside], [page for page in pages if page.aside])
    line = learn(pages, names)
    for style in options.unseen:
        if unseen := list(samples(options, [UNSEEN], [style])):
            report(f"{UNSEEN}, {style}", _scores(line, unseen, names), unseen)
    _write(line, names)


def _write(line: Line, names: list[str]) -> None:
    head = "# Learned by bench.train.confidence; what each feature adds to the log-odds that an edit is clean.\n"
    weights = [f'"{name}" = {value:.4f}' for name, value in zip(names, line.weight, strict=True)]
    WEIGHTS_FILE.write_text("\n".join((f'{head}"{CONSTANT}" = {line.constant:.4f}', *weights, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
