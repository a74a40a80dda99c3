"""Learn which line of a dump says when its story was published: ``python -m bench.train.dates --data folder``.

A choice between the dated lines of one page, or none of them (conditional logistic regression): the weights maximize
the probability of the lines that give the known day. Prints, by a cross-validation in five parts by site, how often
the chosen line gives it, and how sure the choice was; writes the weights of all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from copydesk import editing, intake
from copydesk.errors import HeldError
from copydesk.metadata.dates.judge import LIKELY, NOTHING, WEIGHTS_FILE, DatedPage, features
from copydesk.metadata.page_lines import lines_of
from copydesk.model import House, Overrides, RawDocument

from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.sites import fold, set_aside
from bench.train.choosing import Choice, Vector, log_chance
from bench.unseen import judged_unseen

SETS = ("fundus", "wcxb")
FOLDS = 5
STEPS, RATE, SHRINK = 300, 0.1, 1e-2
LEAST_SPREAD = 0.01
"""Added to the spread of a feature: one that is hardly ever there gets no great weight."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of a line, and the log-odds of the answer that no line is right."""

    weight: Vector
    nothing: float

    def choice(self, page: Choice) -> tuple[int, float]:
        """The row chosen, and its probability."""
        odds = page.table @ self.weight
        everything = np.logaddexp.reduce(np.append(odds, self.nothing))
        return int(np.argmax(odds)), float(np.exp(odds.max() - everything))


def choices(data: Path, cache: Path | None, names: list[str]) -> Iterator[Choice]:
    """Every dump whose date is known, edited with weights that have not seen its site where there is a cache."""
    for page in gold_pages(data, list(SETS), [style for style in STYLES if style != "html"]):
        if page.date:
            with judged_unseen(page, cache):
                choice = _choice(page, page.date[:10], names)
            if choice is not None:
                yield choice


def _choice(page: GoldPage, day: str, names: list[str]) -> Choice | None:
    dated = _dated_page(page)
    if dated is None or not dated.dated:
        return None
    traits = [features(dated, line) for line in dated.dated]
    names.extend(name for name in traits[0] if name not in names)
    table = np.array([[float(line[name]) for name in names] for line in traits])
    right = np.array([str(line.day) == day for line in dated.dated], bool)
    return Choice(f"{page.dataset} {page.style}", page.site, table, right)


def _dated_page(page: GoldPage) -> DatedPage | None:
    try:
        draft = intake.read(RawDocument(page.id, page.page.encode("utf-8", "replace"), page.url))[0]
    except HeldError:
        return None
    draft = editing.edit(draft, House(), Overrides())
    lines = lines_of(draft)
    headline = next((clue.value for clue in draft.clues if clue.origin == "headline line"), None)
    return DatedPage(lines, lines.position_of(headline) if headline else None) if lines else None


def fit(pages: list[Choice]) -> Vector:
    """Weights under which the right lines of each page are likeliest, pages alike, by gradient ascent with momentum."""
    pages = [page for page in pages if page.right.any()]
    table, right = np.concatenate([page.table for page in pages]), np.concatenate([page.right for page in pages])
    page_of = np.repeat(np.arange(len(pages)), [len(page.right) for page in pages])
    starts = np.flatnonzero(np.diff(page_of, prepend=-1))
    mean, spread = table.mean(0), table.std(0) + LEAST_SPREAD
    rows = (table - mean) / spread
    weight, push = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    for _ in range(STEPS):
        raised = rows @ weight
        odds = np.exp(raised - np.maximum.reduceat(raised, starts)[page_of])
        likely = odds / np.bincount(page_of, weights=odds)[page_of]
        wanted = odds * right / np.bincount(page_of, weights=odds * right)[page_of]
        push = 0.9 * push + rows.T @ (wanted - likely) / len(pages) - SHRINK * weight
        weight += RATE * push
    return weight / spread


def with_nothing(weight: Vector, pages: list[Choice]) -> Weights:
    """The weights with the log-odds of "none of these" under which the pages' right answers are likeliest."""
    odds = [page.table @ weight for page in pages]

    def likelihood(nothing: float) -> float:
        return sum(log_chance(values, page.right, nothing) for values, page in zip(odds, pages, strict=True))

    return Weights(weight, max(np.arange(-10.0, 15.0, 0.25).tolist(), key=likelihood))


def report(pages: list[Choice]) -> None:
    """Print how often a line is chosen, and is right, on sites that the weights have not seen."""
    hits: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for part in range(FOLDS):
        seen = [page for page in pages if fold(page.site, FOLDS) != part]
        weights = with_nothing(fit(seen), seen)
        for page in pages:
            if fold(page.site, FOLDS) == part:
                chosen, probability = weights.choice(page)
                hits[page.style].append((probability >= LIKELY, bool(page.right[chosen])))
    for style, answers in sorted(hits.items()):
        said = [right for likely, right in answers if likely]
        print(f"{style:20} {len(answers):5} chosen {len(said) / len(answers):.3f} of them right {np.mean(said):.3f}")


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--by-site", type=Path, metavar="CACHE", help="the cache of a training of the judge")
    options, names = parser.parse_args(), []
    pages = list(choices(options.data, options.by_site, names))
    report(pages)
    seen = [page for page in pages if not set_aside(page.site)]
    weights = with_nothing(fit(seen), seen)
    lines = [f'"{name}" = {value:.4f}' for name, value in zip(names, weights.weight, strict=True)]
    lines.insert(0, f'"{NOTHING}" = {weights.nothing:.2f}')
    head = "# Learned by bench.train.dates; what each feature adds to the log-odds of being the line of the date.\n"
    WEIGHTS_FILE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
