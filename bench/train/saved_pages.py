"""Saved pages as samples: what the product's own reader makes of each."""

from __future__ import annotations

import sys
from pathlib import Path

from copydesk.errors import HeldError
from copydesk.intake import read
from copydesk.model import RawDocument

from bench.train.corpus import SETS, Sample, rows, site_of

ONLY_SEGMENTS = ("trafilatura",)
"""Sets whose gold is segments that must, and must not, be in the text."""


def page_samples(data: Path) -> list[Sample]:
    """All saved pages with gold."""
    made: list[Sample] = []
    for dataset in (*SETS, *ONLY_SEGMENTS):
        for row in rows(data / f"pages-{dataset}.jsonl.xz"):
            gold = (row.get("gold_text") or "").strip()
            inside, outside = tuple(row.get("with") or ()), tuple(row.get("without") or ())
            if not gold and not inside:
                continue
            try:
                draft = read(RawDocument("page.html", row["html"].encode("utf-8", "replace"), row.get("url")))[0]
            except HeldError as error:
                print(f"{row['id']}: {error}", file=sys.stderr)
                continue
            made.append(Sample(row["id"], dataset, "html", site_of(row), draft.blocks, gold, inside, outside))
    return [sample for sample in made if sample.blocks]
