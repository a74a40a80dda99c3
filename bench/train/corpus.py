"""The pages trained on: dumps in every style and saved pages, as blocks with gold, kept in a cache between runs."""

from __future__ import annotations

import json
import lzma
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.model import Block, Clue

from bench.sites import site_name
from bench.train.renderers import RENDERERS

STYLES = ("resi_main", "inscriptis", "resiliparse", "bs4", "html2text")
SETS = ("scrapinghub", "fundus", "wcxb", "magic", "readability", "newspaper4k", "newspaper3k", "waddle")
NEVER_TRAINED = frozenset(("waddle",))
"""Sets under a licence that does not let weights learned from them be shipped: evaluation only."""

MADE = frozenset(("silver", "inserted"))
"""Sets of our own making: trained on, never scored."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One page in one style ("html" for the saved page): its blocks, its clues and its gold."""

    id: str
    dataset: str
    style: str
    site: str
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...]
    gold: str
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def rows(path: Path) -> Iterator[Row]:
    """The objects of a compressed file of JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def dumps(data: Path, dataset: str, cache: Path) -> list[Row]:
    """All dumps of a set: those at hand, and those made here from its pages that have none."""
    kept = cache / f"dumps-{dataset}.jsonl"
    if not kept.exists():
        texts = data / f"texts-{dataset}.jsonl.xz"
        at_hand = list(rows(texts)) if texts.exists() else []
        known = {row["id"] for row in at_hand}
        more = [] if dataset in NEVER_TRAINED else _render_more(data / f"pages-{dataset}.jsonl.xz", known)
        kept.write_text("".join(json.dumps(row) + "\n" for row in at_hand + more), encoding="utf-8")
    return [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]


def _render_more(pages: Path, known: set[str]) -> list[Row]:
    return [render(row) for row in rows(pages) if row["id"] not in known and row.get("gold_text")]


def render(row: Row, styles: tuple[str, ...] = STYLES) -> Row:
    """The row of a saved page with its dumps in place of its HTML."""
    dumped: dict[str, str] = {}
    for style in styles:
        try:
            dumped[style] = RENDERERS[style](row["html"])
        except Exception as error:  # noqa: BLE001  a renderer's own fault: the page is left out in that style
            print(f"{row['id']} {style}: {error}", file=sys.stderr)
    return {key: value for key, value in row.items() if key != "html"} | {"renditions": dumped}


def samples(name: str, cache: Path, make: Callable[[], list[Sample]]) -> list[Sample]:
    """What ``make`` returns, from the cache if it was made before."""
    kept = cache / f"{name}.pickle"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(make()))
    loaded: list[Sample] = pickle.loads(kept.read_bytes())
    return loaded


def site_of(row: Row) -> str:
    """The site of a row, as `bench.sites` names it."""
    return site_name(row.get("site"), row.get("url"))
