"""Which reports are of one event: ``python -m bench.events --data FOLDER``.

``event_pairs.tsv`` names 132 pairs of pages of the data sets, read and labelled by hand: 22 of each band of likeness,
by chance, so that a pair stands for as many as its band has to each one read. All are of one language and of two
sites. Prints, for each threshold of `copydesk.kinship.events.ALIKE`, how many of the pairs that are listed together
are of one event (precision), and how many of those of one event are listed (recall, among pairs of at least .14).
Dates are left out: what is measured is the likeness of words.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import lzma
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from copydesk.kinship.events import ALIKE, alike, rare_words
from copydesk.kinship.prints import Print, print_of

PAIRS: Final = Path(__file__).with_name("event_pairs.tsv")

SETS: Final = ("waddle", "fundus", "newspaper4k", "scrapinghub")
"""The sets whose pages are news of some weeks, so that events occur in them more than once."""

THRESHOLDS: Final = (0.14, 0.17, 0.2, 0.22, 0.24, 0.26, 0.3, 0.36)

TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)

ANY_DAY: Final = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair of pages by their ids, whether they tell of one event, and how many pairs it stands for."""

    one: str
    other: str
    is_event: bool
    weight: float


def labelled() -> list[Labelled]:
    """The pairs that were read."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    return [Labelled(one, other, label == "1", float(weight)) for one, other, label, weight in rows]


def prints_of(data: Path) -> Iterator[tuple[str, Print]]:
    """The prints of all pages with gold text, by id."""
    for name in SETS:
        with lzma.open(data / f"pages-{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("gold_text"):
                    language = (row.get("lang") or "en")[:2]
                    yield row["id"], print_of(title_of(row), row["gold_text"], language, ANY_DAY)


def title_of(row: Mapping[str, Any]) -> str:
    """A page's headline: gold, else what stands before the first bar or dash of its title."""
    if row.get("gold_title"):
        return str(row["gold_title"])
    found = TITLE.search(row["html"])
    return re.split(r" [|–—-] ", html.unescape(" ".join(found[1].split())))[0] if found else ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the data sets")
    prints = dict(prints_of(parser.parse_args().data))
    weights = rare_words(prints)
    pairs = [(pair, alike(prints[pair.one], prints[pair.other], weights)) for pair in labelled()]
    events = sum(pair.weight for pair, _ in pairs if pair.is_event)
    print("likeness  precision  recall")
    for threshold in THRESHOLDS:
        listed = [pair for pair, score in pairs if score >= threshold]
        right = sum(pair.weight for pair in listed if pair.is_event)
        share = right / (sum(pair.weight for pair in listed) or 1)
        print(f"{threshold:8.2f}  {share:9.2f}  {right / events:6.2f}{'  in use' if threshold == ALIKE else ''}")


if __name__ == "__main__":
    main()
