"""The pages with gold that quality is measured on, in every style asked for."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.sites import set_aside, site_name

SETS = ("scrapinghub", "fundus", "wcxb", "waddle", "trafilatura", "readability", "magic", "newspaper4k")
STYLES = ("html", "resi_main", "inscriptis", "resiliparse", "bs4", "html2text")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page in one style, with what is known to be right. ``inside`` and ``outside`` are segments that must, and
    must not, be in the text."""

    id: str
    dataset: str
    style: str
    site: str
    language: str
    url: str | None
    page: str
    text: str | None
    title: str | None
    authors: str | list[str] | None
    date: str | None
    inside: tuple[str, ...]
    outside: tuple[str, ...]

    @property
    def aside(self) -> bool:
        """Whether no shipped weights have seen this page's site."""
        return self.dataset == "waddle" or set_aside(self.site)


def folder_of_sets(data: Path) -> Path:
    """Where the files of the sets are: in ``data``, or in its folder ``datasets`` where it has one."""
    return data / "datasets" if (data / "datasets").is_dir() else data


def gold_pages(data: Path, sets: list[str], styles: list[str]) -> Iterator[GoldPage]:
    """All pages of the sets in the styles, as far as the files are present."""
    data = folder_of_sets(data)
    for dataset in sets:
        if "html" in styles:
            for row in _rows(data / f"pages-{dataset}.jsonl.xz"):
                yield _page(row, "html", row["html"])
        for row in _rows(data / f"texts-{dataset}.jsonl.xz"):
            for style in styles:
                if style in row["renditions"]:
                    yield _page(row, style, row["renditions"][style])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _page(row: dict[str, Any], style: str, page: str) -> GoldPage:
    return GoldPage(
        id=row["id"],
        dataset=row["dataset"],
        style=style,
        site=site_name(row.get("site"), row.get("url")),
        language=(row.get("lang") or "")[:2].lower() or "?",
        url=row.get("url"),
        page=page,
        text=row.get("gold_text") or None,
        title=row.get("gold_title") or None,
        authors=row.get("gold_author") or None,
        date=row.get("gold_date") or None,
        inside=tuple(row.get("with") or ()) if style == "html" else (),
        outside=tuple(row.get("without") or ()) if style == "html" else (),
    )
