"""Saved pages as samples: what the product's own reader makes of each."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from bench.train.corpus import SETS, Row, Sample, rows, site_of
from bench.train.inserts import pages_with_inserts
from bench.train.reading import draft_to_judge

ONLY_SEGMENTS = ("trafilatura",)
"""Sets whose gold is segments that must, and must not, be in the text."""


def page_samples(data: Path) -> list[Sample]:
    """All saved pages with gold, and the copies made of them."""
    at_hand = (row for dataset in (*SETS, *ONLY_SEGMENTS) for row in rows(data / f"pages-{dataset}.jsonl.xz"))
    made = map(_sample, chain(at_hand, pages_with_inserts(data)))
    return [sample for sample in made if sample]


def _sample(row: Row) -> Sample | None:
    gold = (row.get("gold_text") or "").strip()
    inside, outside = tuple(row.get("with") or ()), tuple(row.get("without") or ())
    if not gold and not inside:
        return None
    draft = draft_to_judge(row["html"], row.get("url"))
    if draft is None or draft.format != "html":
        return None
    return Sample(row["id"], row["dataset"], "html", site_of(row), draft.blocks, draft.clues, gold, inside, outside)
