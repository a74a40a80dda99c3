"""Learns the weights of `copydesk.metadata.headline_lines` from dumps with known headlines, and checks them by site.

    python -m bench.headline_lines [set ...]        the data sets lie at $COPYDESK_DATA, else in ../shared

A conditional logit: the lines above a story compete, and the weights make the known headline the likeliest. Pages of
one site are in one fold; printed are the share of pages where the known headline is found, cross-validated, and the
weights learned from all. Needs numpy, which the package itself does not.
"""

from __future__ import annotations

import json
import lzma
import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from copydesk import editing, intake
from copydesk.errors import HeldError
from copydesk.metadata.headline_lines import candidates
from copydesk.metadata.page_lines import lines_of
from copydesk.model import Draft, House, Limits, Overrides, RawDocument
from copydesk.text import fold
from numpy.typing import NDArray

SETS = ("fundus", "wcxb")
STYLES = ("resiliparse", "resi_main", "inscriptis")
FOLDS = 4
ROUNDS, STEP, SHRINK = 200, 1.0, 1e-3
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Page:
    """One dump: its site, style, the traits of each line that could be the headline, and which are it."""

    site: str
    style: str
    traits: Matrix
    right: Matrix


def main(sets: list[str]) -> None:
    """Print the cross-validated shares and the weights."""
    names: list[str] = []
    pages = [page for name in sets or SETS for page in read(name, names)]
    found: dict[str, list[bool]] = {}
    for fold_number in range(FOLDS):
        weights = learn([page for page in pages if fold_of(page) != fold_number], len(names))
        for page in pages:
            if fold_of(page) == fold_number:
                hit = len(page.traits) > 0 and bool(page.right[int(np.argmax(page.traits @ weights))])
                found.setdefault(page.style, []).append(hit)
    for style, hits in found.items():
        print(f"{style:24} {sum(hits) / len(hits):.3f} of {len(hits)}")
    for name, weight in zip(names, learn(pages, len(names)), strict=True):
        print(f'    "{name}": {weight:.2f},')


def fold_of(page: Page) -> int:
    """The fold of a page's site."""
    return zlib.crc32(page.site.encode()) % FOLDS


def read(name: str, names: list[str]) -> Iterator[Page]:
    """The dumps of a set with a known headline; ``names`` is filled with the names of the traits."""
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[2] / "shared")
    with lzma.open(folder / "datasets" / f"texts-{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for style in STYLES:
                draft = edited(row["id"], row["renditions"].get(style, ""))
                if draft and row.get("gold_title"):
                    site = row.get("site") or row["id"]
                    yield page_of(draft, row["gold_title"], (site, f"{name} {style}"), names)


def edited(identity: str, text: str) -> Draft | None:
    """One dump, read and edited."""
    try:
        draft = intake.read(RawDocument(f"{identity}.txt", text.encode("utf-8", "replace")), Limits())[0]
    except HeldError:
        return None
    return editing.edit(draft, House(), Overrides())


def page_of(draft: Draft, gold: str, origin: tuple[str, str], names: list[str]) -> Page:
    """The traits of one dump as a matrix."""
    page = lines_of(draft)
    rows = candidates(draft, page) if page else []
    if rows and not names:
        names.extend(rows[0][1])
    right = [fold(page.lines[at].text) == fold(gold) for at, _ in rows] if page else []
    traits = [[traits[name] for name in names] for _, traits in rows]
    return Page(*origin, np.array(traits, dtype=np.float64), np.array(right, dtype=np.float64))


def learn(pages: list[Page], count: int) -> Matrix:
    """The weights that make the known headlines likeliest, by gradient ascent."""
    usable = [page for page in pages if page.right.sum() > 0]
    weights = np.zeros(count)
    for _ in range(ROUNDS):
        slope = sum((slope_of(page, weights) for page in usable), np.zeros(count))
        weights = weights + STEP * (slope / len(usable) - SHRINK * weights)
    return weights


def slope_of(page: Page, weights: Matrix) -> Matrix:
    """How the chance of a page's headline grows with each weight."""
    points = page.traits @ weights
    chances = np.exp(points - points.max())
    chances /= chances.sum()
    wanted = chances * page.right
    slope: Matrix = page.traits.T @ (wanted / wanted.sum() - chances)
    return slope


if __name__ == "__main__":
    main(sys.argv[1:])
