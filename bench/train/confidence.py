"""Learn how sure an edit is: ``python -m bench.train.confidence --data ../shared/datasets``.

A logistic regression on what an edited page shows, with a weight of each feature for briefs and another for long
stories. The sets tell long stories, so briefs are made of them (`bench.train.shortened`). The judge of blocks is surer
of the sites it was trained on than it will be of others, so each page is edited with weights of the judge that have not
seen its site: those that the cross-validation of ``make train`` leaves in its cache. A feature that would count against
its own sense (`PROMISING`) is left out.

Prints how often pages of each score and length are clean: by a cross-validation in five parts by site, and on waddle,
which nothing is learned from. The same data, judge and code give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from copydesk.cli.story_json import running_text
from copydesk.editing.held.confidence import CONSTANT, PROMISING, WEIGHTS_FILE, brevity, features
from copydesk.editing.shapes import length
from copydesk.model import Draft

from bench.quality.gold import STYLES, GoldPage, gold_pages
from bench.scoring import overlap
from bench.sites import fold
from bench.train.calibration import Vector, report
from bench.train.drafts import draft_before
from bench.train.shortened import shortened
from bench.unseen import FOLDS, judged_unseen

SETS: Final = ("scrapinghub", "fundus", "wcxb")
UNSEEN: Final = "waddle"
USUAL: Final = "resi_main"
OTHERS: Final = tuple(style for style in STYLES if style not in ("html", USUAL))
CLEAN: Final = 0.9
"""The F1 of a page from which it counts as clean."""
FURNITURE: Final = ("lift_headline", "lift_standfirst")
"""Rules that lift what some known texts begin with, and others do not."""
SHRINK, STEPS = 10.0, 12
MADE: Final = 0.5
"""The weight of a brief made of a longer story, in pages."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page in one style: its features by name, how much of a brief its text is, its words, whether its edit is
    clean, and whether it is a brief made of a longer story."""

    style: str
    site: str
    aside: bool
    traits: dict[str, float]
    brevity: float
    words: int
    clean: bool
    is_made: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Log-odds as a constant and a weight for each column."""

    constant: float
    weight: Vector

    def odds(self, table: Vector) -> Vector:
        """The log-odds of each row."""
        return self.constant + table @ self.weight


def drawn(options: argparse.Namespace) -> Iterator[Sample]:
    """The pages learned from: saved, and as dumps in two styles each, the usual one and another by lot; each whole and
    as a brief."""
    for page in gold_pages(options.data, list(SETS), list(STYLES)):
        if page.style in ("html", USUAL, OTHERS[fold(page.id, len(OTHERS))]):
            yield from samples(page, options.cache, brief=False)
            yield from samples(page, options.cache, brief=True)


def samples(page: GoldPage, cache: Path, *, brief: bool) -> Iterator[Sample]:
    """A page edited as we edit it, or the brief made of it; nothing where its text is not known or nothing is left."""
    gold = page.text or ""

    def shorten(draft: Draft) -> Draft | None:
        nonlocal gold
        made = shortened(draft, gold, f"{page.id} {page.style}")
        draft, gold = made or (draft, gold)
        return draft if made else None

    if not gold:
        return
    with judged_unseen(page, cache):
        found = draft_before(page, "rate_confidence", shorten if brief else None)
    if found and any(block.text.strip() for block in found[0].blocks):
        yield sample(page, found[0], gold, is_made=brief)


def sample(page: GoldPage, draft: Draft, gold: str, *, is_made: bool) -> Sample:
    """What there is to learn from an edited draft."""
    traits = {name: float(value) for name, value in features(draft).items()}
    words = sum(length(block.text) for block in draft.blocks)
    return Sample(page.style, page.site, page.aside, traits, brevity(draft), words, is_clean(draft, gold), is_made)


def is_clean(draft: Draft, gold: str) -> bool:
    """Whether the text is the known one, which may begin with the headline and the standfirst, or with neither."""
    told = running_text(draft.blocks)
    for rules in ((), FURNITURE[:1], FURNITURE[1:], FURNITURE):
        opening = [taken.block.text for taken in draft.cuts if taken.rule in rules]
        if overlap("\n".join([*opening, told]), gold).f1 >= CLEAN:
            return True
    return False


def fit(table: Vector, clean: Vector, weighs: Vector) -> Line:
    """The likeliest line, by Newton's method, with weights of standardized columns shrunk towards 0."""
    weighs = weighs / weighs.mean()
    mean = np.average(table, axis=0, weights=weighs)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=weighs)) + 1e-6
    rows = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    held = np.diag([0.0] + [SHRINK] * table.shape[1])
    beta = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        bent = (rows * (weighs * likely * (1 - likely))[:, None]).T @ rows + held
        beta = beta + np.linalg.solve(bent, rows.T @ (weighs * (clean - likely)) - held @ beta)
    weight = beta[1:] / spread
    return Line(float(beta[0] - mean @ weight), weight)


def learn(pages: list[Sample], names: list[str]) -> Line:
    """The weights of the features; those that would count against their own sense are 0."""
    table, clean = _table(pages, names), _clean(pages)
    weighs = np.array([MADE if page.is_made else 1.0 for page in pages])
    weight = np.zeros(table.shape[1])
    used = list(range(table.shape[1]))
    while True:
        line = fit(table[:, used], clean, weighs)
        against = [_against(at, value, names) for at, value in zip(used, line.weight, strict=True)]
        if not any(against):
            break
        used.pop(int(np.argmax(against * table[:, used].std(0))))
    weight[used] = line.weight
    return Line(line.constant, weight)


def _against(at: int, weight: float, names: list[str]) -> float:
    """How much a weight speaks against the sense of its feature; the first column has none."""
    sense = -weight if at and names[(at - 1) % len(names)] in PROMISING else weight
    return max(0.0, sense) if at else 0.0


def _table(pages: list[Sample], names: list[str]) -> Vector:
    """How much of a brief each page is, its features times that, and its features times the rest."""
    rows = np.array([[page.traits[name] for name in names] for page in pages])
    brief = np.array([[page.brevity] for page in pages])
    return np.hstack([brief, rows * brief, rows * (1 - brief)])


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


def main() -> None:
    """Collect, cross-validate, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    parser.add_argument("--cache", type=Path, default=Path("/tmp/copydesk-train"), help="the cache of make train")
    parser.add_argument(
        "--unseen", nargs="*", choices=STYLES, default=list(STYLES), help="styles of waddle to report on"
    )
    options = parser.parse_args()
    unseen = (
        one
        for page in gold_pages(options.data, [UNSEEN], options.unseen)
        for one in samples(page, options.cache, brief=False)
    )
    line, names = learned(list(drawn(options)), list(unseen))
    write(line, names)


def learned(pages: list[Sample], unseen: list[Sample]) -> tuple[Line, list[str]]:
    """The weights and the names of their features, with a report of how true they are."""
    names = list(pages[0].traits)
    _report("by site", cross_validated(pages, names), pages)
    line = learn(pages, names)
    if unseen:
        _report(UNSEEN, _scores(line, unseen, names), unseen)
    return line, names


def _report(title: str, said: Vector, pages: list[Sample]) -> None:
    made, saved = np.array([page.is_made for page in pages]), np.array([page.style == "html" for page in pages])
    aside = np.array([page.aside for page in pages])
    kinds = {"saved pages": saved & ~made, "dumps": ~saved & ~made, "briefs made of them": made, "set aside": aside}
    clean = _clean(pages)
    for kind, inside in kinds.items():
        if inside.any():
            words = [page.words for page, is_in in zip(pages, inside, strict=True) if is_in]
            report(f"{title}, {kind}", said[inside], clean[inside], words)


def write(line: Line, names: list[str]) -> None:
    """Write the weights beside the rule."""
    rows = ["# Learned by bench.train.confidence; what each feature adds to the log-odds that an edit is clean."]
    brief, long = np.split(line.weight[1:], 2)
    for kind, constant, weight in (("brief", line.constant + line.weight[0], brief), ("long", line.constant, long)):
        rows += ["", f"[{kind}]", f'"{CONSTANT}" = {constant:.4f}']
        rows += [f'"{name}" = {value:.4f}' for name, value in zip(names, weight, strict=True)]
    WEIGHTS_FILE.write_text("\n".join((*rows, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
