"""Saved pages as samples: what the product's own reader makes of each."""

from __future__ import annotations

from pathlib import Path

from bench.train.corpus import SETS, Sample, rows, site_of
from bench.train.reading import draft_to_judge

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
            draft = draft_to_judge(row["html"], row.get("url"))
            if draft and draft.format == "html":
                blocks, clues = draft.blocks, draft.clues
                made.append(Sample(row["id"], dataset, "html", site_of(row), blocks, clues, gold, inside, outside))
    return made
