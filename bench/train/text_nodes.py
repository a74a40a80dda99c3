"""Learn which lines of a text-node dump are one paragraph: ``python -m bench.train.text_nodes --data FOLDER``.

The pages themselves say it: two lines of Beautiful Soup's ``get_text("\\n")`` are one paragraph where no block-level
element begins or ends between their text nodes, and no line break stands there. A logistic regression over the signs of
`copydesk.intake.dumps.text_nodes`, each break weighed by the length of the lines beside it. Prints precision and recall
by a cross-validation in five parts by site, and writes the weights of all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from bs4.element import PreformattedString
from copydesk.intake.dumps.lines import Line, lines_with_words
from copydesk.intake.dumps.text_nodes import WEIGHTS_FILE, are_text_nodes, habit_of, may_join, signs
from numpy.typing import NDArray

from bench.sites import fold, set_aside
from bench.train.corpus import rows, site_of

SETS: Final = ("scrapinghub", "fundus", "wcxb", "readability", "newspaper4k", "magic")
FOLDS, STEPS, RATE, SHRINK = 5, 400, 0.5, 3e-5
EVERY: Final = 2
"""One page in so many is enough to learn from."""

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr".split()
)

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Break:
    """The signs of one break, whether the lines beside it are one paragraph, and what it weighs."""

    signs: tuple[str, ...]
    goes_on: bool
    weight: float
    site: str


def lines_by_block(html: str) -> tuple[str, list[int]]:
    """The dump of a page, and for each of its lines the number of the paragraph it belongs to."""
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    numbers: list[int] = []
    texts: list[str] = []
    for text, number in _nodes(soup):
        texts.append(text)
        numbers += [number] * (text.count("\n") + 1)
    return "\n".join(texts), numbers


def _nodes(soup: Tag) -> Iterator[tuple[str, int]]:
    """The text nodes of a page with the number of the paragraph each is in."""
    number = 0
    todo: list[PageElement | None] = [soup]
    while todo:
        node = todo.pop()
        if node is None:
            number += 1
        elif isinstance(node, Tag):
            if node.name not in INLINE:
                number += 1
                todo.append(None)
            todo.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield str(node), number


def breaks(html: str, site: str) -> Iterator[Break]:
    """Every break of a page's dump that is weighed at all."""
    dump, numbers = lines_by_block(html)
    lines = lines_with_words(dump.split("\n"))
    if not are_text_nodes(lines):
        return
    habit = habit_of(lines)
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        if may_join(before, line):
            goes_on = numbers[before.number - 1] == numbers[line.number - 1]
            yield Break(tuple(signs(lines, at, habit)), goes_on, _weight(before, line), site)


def _weight(before: Line, line: Line) -> float:
    """A break in the middle of prose matters; one in a menu hardly."""
    return min(1.0, 0.05 + (len(before.text) + len(line.text)) / 100)


@dataclass(frozen=True, slots=True)
class Table:
    """All breaks as rows of the positions of their signs (padded with the last column, which counts nothing)."""

    places: NDArray[np.int64]
    goes_on: Vector
    weight: Vector


def tabulate(found: list[Break], names: dict[str, int]) -> Table:
    """The breaks as numbers; new signs are added to ``names``."""
    widest = max(len(each.signs) for each in found)
    places = np.full((len(found), widest), -1)
    for row, each in zip(places, found, strict=True):
        row[: len(each.signs)] = [names.setdefault(sign, len(names)) for sign in each.signs]
    return Table(places, np.array([b.goes_on for b in found], float), np.array([b.weight for b in found]))


def fit(table: Table, size: int) -> Vector:
    """The weights that make the known answers likeliest, by gradient ascent with momentum."""
    weight, push = np.zeros(size + 1), np.zeros(size + 1)
    total = table.weight.sum()
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-weight[table.places].sum(1)))
        error = (table.goes_on - likely) * table.weight / total
        slope = np.bincount(table.places.ravel() % (size + 1), np.repeat(error, table.places.shape[1]), size + 1)
        push = 0.9 * push + slope - SHRINK * weight
        weight += RATE * push
        weight[-1] = 0.0
    return weight


def report(found: list[Break], names: dict[str, int]) -> None:
    """Print how the breaks of sites that the weights have not seen are judged."""
    table = tabulate(found, names)
    parts = np.array([fold(each.site, FOLDS) for each in found])
    odds = np.zeros(len(found))
    for part in range(FOLDS):
        seen = parts != part
        weight = fit(Table(table.places[seen], table.goes_on[seen], table.weight[seen]), len(names))
        odds[~seen] = weight[table.places[~seen]].sum(1)
    for bar in (-1.0, -0.5, 0.0, 0.5, 1.0):
        said, right = odds > bar, table.goes_on > 0
        hit = table.weight[said & right].sum()
        precision, recall = hit / table.weight[said].sum(), hit / table.weight[right].sum()
        print(f"bar {bar:5.1f}: {len(found)} breaks, precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data, found = parser.parse_args().data, []
    for name in SETS:
        for at, row in enumerate(rows(data / f"pages-{name}.jsonl.xz")):
            if at % EVERY == 0:
                found += list(breaks(row["html"], site_of(row)))
    names: dict[str, int] = {}
    report(found, names)
    weight = fit(tabulate([each for each in found if not set_aside(each.site)], names), len(names))
    lines = sorted(f'"{name}" = {weight[at]:.2f}' for name, at in names.items() if abs(weight[at]) >= 0.01)
    head = "# Learned by bench.train.text_nodes; what each sign adds to the log-odds that a sentence goes on.\n"
    WEIGHTS_FILE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
