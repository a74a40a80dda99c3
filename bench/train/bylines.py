"""Learn which lines of a dump name its writers: ``python -m bench.train.bylines --data ../shared/datasets``.

Logistic regression over the lines that give names beside the headline and under the story of pages whose authors are
known and no word such as "By" leads to; a line is right where all it names are authors. Prints, by a cross-validation
in five parts by site, how many of the names put out are right and how many pages get them, and writes the weights of
all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from copydesk.editing.bylines.judge import CERTAIN, WEIGHTS_FILE, Pick, chosen, weighed
from copydesk.editing.bylines.page import Page
from copydesk.editing.desk import open_desk
from copydesk.metadata.credits.bylines import read_byline
from copydesk.model import Draft, House, Overrides
from numpy.typing import NDArray

from bench.quality.facts import names
from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.sites import fold, set_aside
from bench.train.drafts import draft_before
from bench.unseen import judged_unseen

SETS = ("fundus", "wcxb")
FOLDS = 5
STEPS, RATE, SHRINK = 1500, 0.3, 2e-3
ALWAYS = "always"

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one page that give names: where they stand, what they give, a row of features each, and whether
    all they name are authors of the page (``gold``)."""

    style: str
    site: str
    gold: frozenset[str]
    at: tuple[int, ...]
    values: tuple[str, ...]
    table: Vector

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which lines name authors only."""
        return np.array([is_right(value, self.gold) for value in self.values], bool)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of standardized features, what is added always, and how the features are standardized."""

    mean: Vector
    spread: Vector
    weight: Vector
    always: float

    def probabilities(self, table: Vector) -> Vector:
        """The probability of each row."""
        return np.asarray(1 / (1 + np.exp(-((table - self.mean) / self.spread @ self.weight + self.always))))

    def plain(self) -> tuple[Vector, float]:
        """The same for features as they are."""
        weight = self.weight / self.spread
        return weight, self.always - float(self.mean @ weight)


def credited(value: str) -> frozenset[str]:
    """The folded names that a byline is read as: people and agencies."""
    return names(list(read_byline(value).written))


def is_right(value: str, gold: frozenset[str]) -> bool:
    """Whether a byline names authors only."""
    said = credited(value)
    return bool(said) and said <= gold


def pages(data: Path, cache: Path | None, columns: list[str]) -> Iterator[Lines]:
    """Every dump whose authors are known and that no word leads to, edited with weights that have not seen its site
    where there is a cache."""
    for page in gold_pages(data, list(SETS), [style for style in STYLES if style != "html"]):
        gold = names(page.authors)
        with judged_unseen(page, cache):
            draft = _edited(page) if gold else None
        if draft is not None:
            yield lines_of(draft, page, gold, columns)


def _edited(page: GoldPage) -> Draft | None:
    found = draft_before(page, "lift_bare_bylines")
    if found is None:
        return None
    draft, _ = found
    return None if any(clue.fact == "author" for clue in draft.clues) else draft


def lines_of(draft: Draft, page: GoldPage, gold: frozenset[str], columns: list[str]) -> Lines:
    """The lines of one page; names of features not met before are added to ``columns``."""
    looked = Page(draft, open_desk(draft, House(), Overrides()))
    found = list(weighed(looked))
    if found and not columns:
        columns.extend(found[0][1])
    return Lines(
        f"{page.dataset} {page.style}",
        page.site,
        gold,
        tuple(candidate.at for candidate, _ in found),
        tuple(candidate.named.value for candidate, _ in found),
        np.array([[float(line[name]) for name in columns] for _, line in found]).reshape(len(found), len(columns)),
    )


def fit(found: list[Lines]) -> Weights:
    """Weights under which right lines are likely and wrong ones are not, by gradient descent with momentum."""
    found = [lines for lines in found if lines.values]
    table, right = np.concatenate([lines.table for lines in found]), np.concatenate([lines.right for lines in found])
    mean, spread = table.mean(0), table.std(0) + 1e-6
    rows, wanted = (table - mean) / spread, right.astype(float)
    weight, push, always, lift = np.zeros(table.shape[1]), np.zeros(table.shape[1]), 0.0, 0.0
    for _ in range(STEPS):
        missed = wanted - 1 / (1 + np.exp(-(rows @ weight + always)))
        push = 0.9 * push + rows.T @ missed / len(rows) - SHRINK * weight
        lift = 0.9 * lift + float(missed.mean())
        weight, always = weight + RATE * push, always + RATE * lift
    return Weights(mean, spread, weight, always)


def report(found: list[Lines]) -> None:
    """Print how right the names put out are on sites that the weights have not seen."""
    tally: dict[tuple[float, str], Counter[str]] = defaultdict(Counter)
    for part in range(FOLDS):
        weights = fit([lines for lines in found if fold(lines.site, FOLDS) != part])
        for lines in (lines for lines in found if fold(lines.site, FOLDS) == part):
            likely = weights.probabilities(lines.table) if lines.values else ()
            picks = tuple(map(Pick, lines.at, lines.values, map(float, likely)))
            for bar in (0.5, 0.7, CERTAIN, 0.9):
                for style in (lines.style, "all"):
                    _count(tally[bar, style], lines, picks, bar)
    for (bar, style), count in sorted(tally.items()):
        precision = count["right"] / max(1, count["said"])
        print(
            f"{bar:.2f} {style:20} pages {count['pages']:4} findable {count['findable']:4} "
            f"credited {count['credited']:4} whole {count['whole']:4} names {count['said']:4} right {precision:.3f}"
        )


def _count(count: Counter[str], lines: Lines, picks: tuple[Pick, ...], bar: float) -> None:
    said = frozenset[str]().union(*(credited(pick.value) for pick in chosen(picks, bar)))
    count["pages"] += 1
    count["findable"] += bool(lines.right.any())
    count["credited"] += bool(said)
    count["whole"] += said == lines.gold
    count["said"] += len(said)
    count["right"] += len(said & lines.gold)


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--by-site", type=Path, metavar="CACHE", help="the cache of a training of the judge of blocks")
    options = parser.parse_args()
    columns: list[str] = []
    found = list(pages(options.data, options.by_site, columns))
    report(found)
    write(fit([lines for lines in found if not set_aside(lines.site)]), columns)


def write(weights: Weights, columns: list[str]) -> None:
    """Write the weights beside the judge."""
    plain, always = weights.plain()
    rows = [f'"{ALWAYS}" = {always:.4f}']
    rows += [f'"{name}" = {value:.4f}' for name, value in zip(columns, plain, strict=True)]
    head = "# Learned by bench.train.bylines; what each feature adds to the log-odds that a line is the byline.\n"
    WEIGHTS_FILE.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
