"""How often each origin is right: the counts from which the figures in `copydesk.metadata.trust.TRUST` were set.

    python -m bench.trust [set ...]        the data sets lie at $COPYDESK_DATA, else in ../shared

For every origin of a headline, of authors and of the date of publication: on how many pages of the sets it offers a
value, and the share of those on which the value, read as the product reads it, is the gold one (for authors the mean
F1 of the names). Printed per set and over all, so that a figure that holds for one set only is seen.
"""

from __future__ import annotations

import json
import lzma
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from copydesk import editing, intake, metadata
from copydesk.errors import HeldError
from copydesk.model import Draft, FactName, House, Limits, Metadata, Overrides, RawDocument
from copydesk.text import fold

SETS = ("fundus", "wcxb", "trafilatura", "newspaper4k")
"""The sets whose gold has facts."""

FACTS: tuple[FactName, ...] = ("headline", "author", "published")
Page = dict[str, Any]
Tally = dict[tuple[str, str], dict[str, list[float]]]


def main(names: list[str]) -> None:
    """Print the table."""
    tally: Tally = defaultdict(lambda: defaultdict(list))
    for part in names or SETS:
        for page, draft in drafts(part):
            for fact in FACTS:
                for origin, share in shares(page, draft, fact):
                    tally[fact, origin][part].append(share)
    for (name, origin), sets in sorted(tally.items()):
        every = [share for values in sets.values() for share in values]
        each = "  ".join(f"{part} {mean(values):.2f} ({len(values)})" for part, values in sets.items())
        print(f"{name:10} {origin:16} {mean(every):.2f} of {len(every):4}   {each}")


def drafts(name: str) -> Iterator[tuple[Page, Draft]]:
    """The pages of a set with gold facts, read and edited."""
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[2] / "shared")
    with lzma.open(folder / "datasets" / f"pages-{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            raw = RawDocument(f"{page['id']}.html", page["html"].encode("utf-8", "surrogatepass"), page.get("url"))
            try:
                for draft in intake.read(raw, Limits()):
                    yield page, editing.edit(draft, House(), Overrides())
            except HeldError:
                continue


def shares(page: Page, draft: Draft, fact: FactName) -> Iterator[tuple[str, float]]:
    """Every origin that offers the fact on a page that has gold for it, and how right it alone would be."""
    gold = page.get({"headline": "gold_title", "author": "gold_author", "published": "gold_date"}[fact])
    if not gold:
        return
    others = tuple(clue for clue in draft.clues if clue.fact != fact)
    for origin in dict.fromkeys(clue.origin for clue in draft.clues if clue.fact == fact):
        own = tuple(clue for clue in draft.clues if clue.fact == fact and clue.origin == origin)
        story = metadata.resolve(replace(draft, clues=others + own), House(), Overrides())
        share = rightness(story.metadata, fact, gold)
        if share is not None:
            yield origin, share


def rightness(facts: Metadata, fact: FactName, gold: object) -> float | None:
    """How right a fact is, 0 to 1; ``None`` where the origin gave none."""
    if fact == "headline":
        return None if facts.headline is None else float(fold(facts.headline.value) == fold(str(gold)))
    if fact == "published":
        return None if facts.published is None else float(str(facts.published.value.day) == str(gold)[:10])
    if facts.authors is None:
        return None
    return name_f1({fold(name) for name in facts.authors.value}, gold_names(gold))


def gold_names(gold: object) -> set[str]:
    """The names of a gold value, which may be one string, several, or objects with a name."""
    values = gold if isinstance(gold, list) else [gold]
    return {fold(str(value["name"] if isinstance(value, dict) else value)) for value in values}


def name_f1(names: set[str], gold: set[str]) -> float:
    """F1 of a set of names."""
    return 2 * len(names & gold) / (len(names) + len(gold)) if names and gold else 0.0


def mean(values: list[float]) -> float:
    """The mean of some values."""
    return sum(values) / len(values)


if __name__ == "__main__":
    main(sys.argv[1:])
