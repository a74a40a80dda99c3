"""Quality must not sink: floors a little under what was reached, on sites that no shipped weights have seen.

The floors stand in `tests/quality_floors.toml`; lowering one needs a line in the changelog.
"""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path

import pytest

from bench.quality.answers import ours
from bench.quality.figures import Figures, figures, score
from bench.quality.gold import GoldPage, gold_pages

FLOORS = tomllib.loads((Path(__file__).parents[1] / "quality_floors.toml").read_text(encoding="utf-8"))
CASES = [(dataset, style) for dataset, styles in FLOORS["text"].items() for style in styles]


def measured(pages: list[GoldPage]) -> Figures:
    assert len(pages) >= 10
    return figures([score(page, answer) for page, answer in zip(pages, ours(pages), strict=True)])


def unseen(data: Path, dataset: str, style: str) -> list[GoldPage]:
    """The first pages of a set and style that no shipped weights have seen the site of."""
    pages = (page for page in gold_pages(data / "datasets", [dataset], [style]) if page.aside and page.text)
    return list(islice(pages, FLOORS["pages"]))


@pytest.mark.data
@pytest.mark.parametrize(("dataset", "style"), CASES)
def test_text_is_kept_as_well_as_it_was(data: Path, dataset: str, style: str) -> None:
    reached = measured(unseen(data, dataset, style))
    assert reached.f1 is not None
    assert reached.f1 >= FLOORS["text"][dataset][style], f"{dataset} {style}: F1 {reached.f1:.3f}"


@pytest.mark.data
@pytest.mark.parametrize("dataset", FLOORS["facts"])
def test_facts_are_found_as_well_as_they_were(data: Path, dataset: str) -> None:
    reached = measured(unseen(data, dataset, "html"))
    found = {"title": reached.title, "authors": reached.authors, "date": reached.date}
    sunk = {fact: found[fact] for fact, floor in FLOORS["facts"][dataset].items() if (found[fact] or 0) < floor}
    assert not sunk
