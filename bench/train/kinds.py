"""Learn what kind a line of a dump is: ``python -m bench.train.kinds --data FOLDER``.

The saved pages say it: a line of a dump is what the block of the page with the same words is. Multinomial logistic
regression over the signs of `copydesk.editing.paragraphs.kind_judge`, pages alike. Prints precision and recall of each
kind at several bars, by a cross-validation in five parts by site; writes the weights of all sites but those set aside.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from copydesk import intake
from copydesk.editing.paragraphs.kind_judge import KINDS, WEIGHTS_FILE, KindName, look_over, signs
from copydesk.editing.shapes import ends_sentence, length
from copydesk.errors import HeldError
from copydesk.model import Block, Caption, Heading, ListItem, Paragraph, Quotation, RawDocument
from numpy.typing import NDArray

from bench.oracle import KEEP
from bench.quality.gold import GoldPage, gold_pages
from bench.scoring import words
from bench.sites import fold, set_aside
from bench.train.labels import soft_labels
from bench.train.reading import draft_to_judge

SETS: Final = ("scrapinghub", "fundus", "wcxb", "readability", "newspaper4k", "magic")
STYLES: Final = ("resi_main", "inscriptis", "resiliparse", "bs4")
FOLDS, STEPS, RATE, SHRINK = 5, 150, 4.0, 1e-4
BARS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)
SUBHEAD_WORDS: Final = 15
RARE: Final = 30
"""Lines in which a sign must have been seen to count."""

NAMES: Final[Mapping[type, KindName]] = {Heading: "heading", ListItem: "list item"}

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """The signs of one line, the number of its kind among `KINDS`, what it weighs, and its site."""

    signs: tuple[str, ...]
    kind: int
    weight: float
    site: str


def told_lines(data: Path) -> Iterator[Told]:
    """Every line of the stories of the dumps whose kind the page tells."""
    for dataset in SETS:
        dumped = {page.id for page in gold_pages(data, [dataset], [STYLES[0]]) if page.text}
        pages = (page for page in gold_pages(data, [dataset], ["html"]) if page.id in dumped)
        known = {page.id: _kinds_of(page) for page in pages}
        for page in gold_pages(data, [dataset], list(STYLES)):
            draft = draft_to_judge(page.page, page.url) if page.text and known.get(page.id) else None
            if draft is not None and page.text:
                yield from _told(page, _story(draft.blocks, page.text), known[page.id])


def _story(blocks: tuple[Block, ...], gold: str) -> tuple[Block, ...]:
    """The blocks that belong to the story."""
    labels, _ = soft_labels([block.text for block in blocks], gold)
    return tuple(block for block, label in zip(blocks, labels, strict=True) if label >= KEEP)


def _kinds_of(page: GoldPage) -> dict[tuple[str, ...], KindName]:
    """The words of each block of a saved page, and its kind; blocks that are told apart by none left out."""
    try:
        draft = intake.read(RawDocument(page.id, page.page.encode("utf-8", "replace"), page.url))[0]
    except HeldError:
        return {}
    return {tuple(words(block.text)): kind for block in draft.blocks if (kind := _kind_of(block))}


def _kind_of(block: Block) -> KindName | None:
    if isinstance(block.kind, (Paragraph, Quotation, Caption)):
        return "heading" if _is_bold_subhead(block) else "paragraph"
    return NAMES.get(type(block.kind))


def _is_bold_subhead(block: Block) -> bool:
    return (
        all(span.strong for span in block.spans)
        and length(block.text) <= SUBHEAD_WORDS
        and not ends_sentence(block.text)
    )


def _told(page: GoldPage, blocks: tuple[Block, ...], known: dict[tuple[str, ...], KindName]) -> Iterator[Told]:
    lines = look_over(blocks)
    for at, block in enumerate(blocks):
        kind = known.get(tuple(words(block.text)))
        if kind is not None and isinstance(block.kind, Paragraph):
            weight = 1 / max(10, len(blocks))
            yield Told(tuple(signs(lines, at)), KINDS.index(kind), weight, page.site)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines as rows of the positions of their signs (padded with the last, which counts nothing), with their kinds."""

    places: NDArray[np.int64]
    kinds: NDArray[np.int64]
    weight: Vector

    def of(self, chosen: NDArray[np.bool_]) -> Table:
        """Some of the rows."""
        return Table(self.places[chosen], self.kinds[chosen], self.weight[chosen])


def tabulate(lines: list[Told], names: dict[str, int]) -> Table:
    """The lines as numbers; signs that are not rare are added to ``names``."""
    for sign, times in Counter(sign for line in lines for sign in line.signs).items():
        if times >= RARE:
            names.setdefault(sign, len(names))
    places = np.full((len(lines), max(len(line.signs) for line in lines)), -1)
    for row, line in zip(places, lines, strict=True):
        row[: len(line.signs)] = [names.get(sign, -1) for sign in line.signs]
    return Table(places, np.array([line.kind for line in lines]), np.array([line.weight for line in lines]))


def likely(table: Table, weight: Vector) -> Vector:
    """The probability of each kind for each line."""
    odds = weight[table.places].sum(1)
    raised = np.exp(odds - odds.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


def fit(table: Table, size: int) -> Vector:
    """The weights that make the known kinds likeliest, by gradient ascent with momentum; the paragraph's stay 0."""
    weight, push = np.zeros((size + 1, len(KINDS))), np.zeros((size + 1, len(KINDS)))
    wanted = np.eye(len(KINDS))[table.kinds]
    places, share = table.places.ravel() % (size + 1), table.weight / table.weight.sum()
    for _ in range(STEPS):
        error = (wanted - likely(table, weight)) * share[:, None]
        slope = np.stack(
            [np.bincount(places, np.repeat(each, table.places.shape[1]), size + 1) for each in error.T], axis=1
        )
        push = 0.9 * push + slope - SHRINK * weight
        weight += RATE * push
        weight[-1], weight[:, 0] = 0.0, 0.0
    return weight


def report(lines: list[Told], table: Table, size: int) -> None:
    """Print how the lines of sites that the weights have not seen are told."""
    parts = np.array([fold(line.site, FOLDS) for line in lines])
    chances = np.zeros((len(lines), len(KINDS)))
    for part in range(FOLDS):
        chances[parts == part] = likely(table.of(parts == part), fit(table.of(parts != part), size))
    for number, kind in enumerate(KINDS[1:], start=1):
        right = table.kinds == number
        for bar in BARS:
            said = chances[:, number] >= bar
            hit = int((said & right).sum())
            precision, recall = hit / max(1, said.sum()), hit / right.sum()
            print(f"{kind:10} bar {bar}: {precision:.3f} of {said.sum()} right, {recall:.3f} of {right.sum()} found")


def main() -> None:
    """Collect, cross-validate, fit on all sites but those set aside, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    lines, names = list(told_lines(parser.parse_args().data)), dict[str, int]()
    table = tabulate(lines, names)
    report(lines, table, len(names))
    weight = fit(table.of(np.array([not set_aside(line.site) for line in lines])), len(names))
    WEIGHTS_FILE.write_text(_toml(weight, names), encoding="utf-8")


def _toml(weight: Vector, names: dict[str, int]) -> str:
    parts = ["# Learned by bench.train.kinds; what each sign adds to a kind's log-odds beside the paragraph's."]
    for number, kind in enumerate(KINDS[1:], start=1):
        table = sorted(
            f'"{name}" = {weight[at, number]:.2f}' for name, at in names.items() if abs(weight[at, number]) >= 0.05
        )
        parts.append("\n".join((f'\n["{kind}"]', *table)))
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
