"""Gold for pages that have none: what the judge of saved pages, which is the surer one, makes of them.

Dumps of such pages teach the judge of text about sites it would otherwise never see. Each page is judged by weights
that had not seen its site; its known segments overrule the judge, and pages that it is not sure of are left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import numpy as np
from copydesk.editing.judge.forest import LEAF_SCALE
from numpy.typing import NDArray

from bench.train.corpus import Row, render, rows
from bench.train.saved_pages import ONLY_SEGMENTS
from bench.train.table import Judged
from bench.unseen import ASIDE

SURE: Final = 0.9
"""How sure the judge has to be of a page, on average over its likely words."""

LEAST_WORDS: Final = 80

SILVER_STYLES: Final = ("resi_main", "inscriptis")
"""Styles in which pages with silver gold are read."""

CLEAR: Final = 0.15
"""Blocks further than this from 0 and from 1 are doubtful."""


def silver_gold(pages: list[Judged], odds: list[NDArray[np.int64]]) -> dict[str, str]:
    """The text of each page without gold that the judge is sure of."""
    found: dict[str, str] = {}
    for page, each in zip(pages, odds, strict=True):
        if page.sample.gold or page.part == ASIDE:
            continue
        likely = 1 / (1 + np.exp(-each / LEAF_SCALE))
        likely = np.where(page.labels >= 0, page.labels, likely)
        words = page.sizes * (likely > CLEAR)
        sure = float((words * (likely > 1 - CLEAR)).sum() / max(words.sum(), 1))
        if sure >= SURE and words.sum() >= LEAST_WORDS:
            kept = zip(page.sample.blocks, likely, strict=True)
            found[page.sample.id] = "\n".join(block.text for block, value in kept if value > 0.5)
    return found


def silver_dumps(data: Path, cache: Path) -> list[Row]:
    """Dumps of the pages whose silver gold lies in the cache, made once."""
    kept, gold = cache / "dumps-silver.jsonl", cache / "silver.json"
    if not gold.exists():
        return []
    texts: dict[str, str] = json.loads(gold.read_text(encoding="utf-8"))
    if not kept.exists():
        pages = (row for dataset in ONLY_SEGMENTS for row in rows(data / f"pages-{dataset}.jsonl.xz"))
        made = (json.dumps(render(row, SILVER_STYLES)) + "\n" for row in pages if row["id"] in texts)
        kept.write_text("".join(made), encoding="utf-8")
    lines = kept.read_text(encoding="utf-8").splitlines()
    return [row | {"gold_text": texts[row["id"]]} for row in map(json.loads, lines) if row["id"] in texts]
