"""Dumps as samples: what the product makes of each before it asks the judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.sites import fold
from bench.train.corpus import SETS, STYLES, Row, Sample, dumps, site_of
from bench.train.reading import draft_to_judge
from bench.train.silver import silver_dumps

ALWAYS: Final = "resi_main"
"""The style of most real seeds: every page is read in it."""

OTHERS: Final = tuple(style for style in STYLES if style != ALWAYS)


def text_samples(data: Path, cache: Path) -> list[Sample]:
    """All pages with gold as dumps in three styles each, and those with silver gold."""
    gold = [one for dataset in SETS for row in dumps(data, dataset, cache) for one in _samples(row, dataset)]
    return gold + [one for row in silver_dumps(data, cache) for one in _samples(row, "silver")]


def _samples(row: Row, dataset: str) -> Iterator[Sample]:
    for style in styles_of(row["id"]):
        dump = row["renditions"].get(style) or ""
        if not dump.strip() or not row["gold_text"].strip():
            continue
        draft = draft_to_judge(dump, None)
        if draft and draft.format == "text":
            yield Sample(row["id"], dataset, style, site_of(row), draft.blocks, draft.clues, row["gold_text"])


def styles_of(page: str) -> tuple[str, ...]:
    """The styles a page is read in: the usual one, and two of the others by lot. More of the same page teach little."""
    lot = fold(page, len(OTHERS))
    return ALWAYS, OTHERS[lot], OTHERS[(lot + 1 + fold(page + "?", len(OTHERS) - 1)) % len(OTHERS)]
