"""Quality must not sink: floors a little under what was reached, on sites that no shipped weights have seen.

The floors stand in `tests/quality_floors.toml`; lowering one needs a line in the changelog.
"""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path

import pytest

from bench.quality.answers import ours
from bench.quality.figures import figures, score
from bench.quality.gold import gold_pages

FLOORS = tomllib.loads((Path(__file__).parents[1] / "quality_floors.toml").read_text(encoding="utf-8"))
CASES = [(dataset, style) for dataset, styles in FLOORS["text"].items() for style in styles]


@pytest.mark.data
@pytest.mark.parametrize(("dataset", "style"), CASES)
def test_text_is_kept_as_well_as_it_was(data: Path, dataset: str, style: str) -> None:
    unseen = (page for page in gold_pages(data / "datasets", [dataset], [style]) if page.aside and page.text)
    pages = list(islice(unseen, FLOORS["pages"]))
    reached = figures([score(page, answer) for page, answer in zip(pages, ours(pages), strict=True)])
    assert len(pages) >= 10
    assert reached.f1 is not None
    assert reached.f1 >= FLOORS["text"][dataset][style], f"{dataset} {style}: F1 {reached.f1:.3f}"
