"""Read errors: ``python -m bench.errors --sets fundus --styles html [--worst 20]``.

Prints the pages with the lowest F1, and of each what the gold has and we lost, and what we kept and the gold has not,
each line with the rule that cut it or the judge's score.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from copydesk import pipeline
from copydesk.cli.story_json import running_text
from copydesk.errors import HeldError
from copydesk.model import House, RawDocument, Story

from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.scoring import overlap, runs, words

WIDTH = 160


def main() -> None:
    """Print the worst pages."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["fundus"])
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=["resi_main"])
    asked.add_argument("--worst", type=int, default=20)
    options = asked.parse_args()
    judged = [(page, _story(page)) for page in gold_pages(options.data, options.sets, options.styles) if page.text]
    judged.sort(key=lambda pair: overlap(_text(pair[1]), pair[0].text or "").f1)
    for page, story in judged[: options.worst]:
        print(side_by_side(page, story))


def _story(page: GoldPage) -> Story | None:
    try:
        stories = pipeline.clean(RawDocument("page", page.page.encode("utf-8", "replace")), House())
    except HeldError:
        return None
    return stories[0] if stories else None


def _text(story: Story | None) -> str:
    return running_text(story.blocks) if story else ""


def side_by_side(page: GoldPage, story: Story | None) -> str:
    """One page: the gold's lines that we lost ("-"), our lines that it does not have ("+")."""
    gold = page.text or ""
    found = overlap(_text(story), gold)
    shown = [f"=== {page.id} {page.style}  F1 {found.f1:.3f}  P {found.precision or 0:.3f}  R {found.recall:.3f}"]
    if story is None:
        return "\n".join([*shown, "    held: nothing was read"])
    shown += [f"  held: {reason}" for reason in story.held]
    kept, wanted = runs(words(_text(story))), runs(words(gold))
    for cut in story.cuts:
        if _share(cut.block.text, wanted) > 0.5 and _share(cut.block.text, kept) < 0.5:
            shown.append(f"  - [{cut.rule} {cut.block.score}] {cut.block.text[:WIDTH]}")
    for block in story.blocks:
        if _share(block.text, wanted) < 0.5:
            shown.append(f"  + [{block.score}] {block.text[:WIDTH]}")
    return "\n".join(shown)


def _share(text: str, other: Counter[tuple[str, ...]]) -> float:
    """How much of a text's runs of four words another has."""
    mine = runs(words(text))
    return sum((mine & other).values()) / max(sum(mine.values()), 1)


if __name__ == "__main__":
    main()
