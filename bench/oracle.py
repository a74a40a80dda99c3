"""The best any judge could do: ``python -m bench.oracle --data FOLDER [--sets …] [--styles …] [--worst N]``.

Reads every dump as the judge of blocks meets it, keeps the blocks whose words are for the greater part in the gold, and
prints the F1 of that perfect choice by set and style. What is missing from 1 is lost before anyone judges: by the
renderer (words that the dump never had) or by us (a block that joins story and boilerplate, a word we change).
``--worst`` shows the pages where most is lost, with the gold's runs that no block holds and those that a kept block
has too many.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.scoring import Overlap, mean_f1, overlap, runs, words
from bench.train.labels import soft_labels
from bench.train.reading import draft_to_judge

KEEP: Final = 0.5
"""The share of a block's words that must be in the gold for a perfect judge to keep it."""

SHOWN: Final = 12
"""Stretches shown of what a page lacks, and as many of what it has too much."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One page: the texts of all its blocks as the judge meets them, those a perfect judge keeps, and how near that
    comes to the gold. ``within_reach`` is the recall of keeping everything: what the dump has at all."""

    page: GoldPage
    blocks: list[str]
    kept: list[str]
    found: Overlap
    within_reach: float


def choose(page: GoldPage) -> Choice | None:
    """The perfect choice of one page's blocks; ``None`` where the page has no gold text or cannot be read."""
    draft = draft_to_judge(page.page, page.url) if page.text else None
    if draft is None or page.text is None:
        return None
    texts = [block.text for block in draft.blocks]
    labels, _ = soft_labels(texts, page.text)
    kept = [text for text, label in zip(texts, labels, strict=True) if label >= KEEP]
    return Choice(page, texts, kept, overlap("\n".join(kept), page.text), overlap("\n".join(texts), page.text).recall)


def show(choice: Choice) -> str:
    """What is lost of one page: stretches of the gold that the choice lacks ("-"), stretches of it the gold lacks
    ("+")."""
    kept = "\n".join(choice.kept)
    gold = choice.page.text or ""
    head = f"=== {choice.page.id} {choice.page.style}  F1 {choice.found.f1:.3f}  P {choice.found.precision or 0:.3f}"
    lines = [f"{head}  R {choice.found.recall:.3f} of {choice.within_reach:.3f}"]
    lines += [f"  - {stretch}" for stretch in _stretches(gold, kept)[:SHOWN]]
    lines += [f"  + {stretch}" for stretch in _stretches(kept, gold)[:SHOWN]]
    return "\n".join(lines)


def _stretches(text: str, other: str) -> list[str]:
    """The stretches of a text whose runs the other lacks, with the words around."""
    tokens, known = words(text), runs(words(other))
    found: list[list[int]] = []
    for start in range(len(tokens) - 3):
        if known[tuple(tokens[start : start + 4])] > 0:
            known[tuple(tokens[start : start + 4])] -= 1
        elif found and start <= found[-1][1]:
            found[-1][1] = start + 4
        else:
            found.append([start, start + 4])
    return [" ".join(tokens[first:last])[:300] for first, last in sorted(found, key=lambda each: each[0] - each[1])]


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    groups: dict[tuple[str, str], list[GoldPage]] = defaultdict(list)
    for page in gold_pages(options.data, options.sets, options.styles):
        groups[page.dataset, page.style].append(page)
    print(f"{'set':14}{'style':13}{'n':>5} {'F1':>6}{'P':>7}{'R':>7}{'all':>7}")
    for (dataset, style), group in groups.items():
        pages = group[:: max(1, len(group) // options.pages)] if options.pages else group
        choices = [choice for choice in map(choose, pages) if choice]
        print(_line(dataset, style, choices), flush=True)
        for choice in sorted(choices, key=lambda choice: choice.found.f1)[: options.worst]:
            print(show(choice))


def _line(dataset: str, style: str, choices: list[Choice]) -> str:
    found = [choice.found for choice in choices]
    precision = sum(each.precision or 0.0 for each in found) / max(1, len(found))
    recall = sum(each.recall for each in found) / max(1, len(found))
    reach = sum(choice.within_reach for choice in choices) / max(1, len(choices))
    return f"{dataset:14}{style:13}{len(found):5} {mean_f1(found):6.3f}{precision:7.3f}{recall:7.3f}{reach:7.3f}"


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.oracle", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["scrapinghub", "fundus", "wcxb", "waddle"])
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=[style for style in STYLES if style != "html"])
    asked.add_argument("--pages", type=int, default=0, help="about so many pages of each set and style, not all")
    asked.add_argument("--worst", type=int, default=0, help="show so many of the worst pages of each set and style")
    return asked.parse_args()


if __name__ == "__main__":
    main()
