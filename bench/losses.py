"""Where the loss lies: ``python -m bench.losses --data FOLDER [--by-site CACHE] [--sets …] [--styles …] [--pages N]``.

For each set and style: the F1 of the text, and by how much it would rise if one kind of fault were undone on every
page: lines kept that the gold does not have (above, amid and below the story), and lines of the gold that a rule took,
by rule. Beside it stands the F1 of a perfect choice among the blocks as they are in the end.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from copydesk import pipeline
from copydesk.errors import HeldError
from copydesk.model import Block, Caption, House, RawDocument, Story

from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.scoring import mean_f1, overlap
from bench.train.labels import soft_labels
from bench.unseen import judged_unseen

MAIN: Final = 0.5
"""The share of a block's words that make it main content."""

SHOWN: Final = 8
"""Rules shown of each set and style, those that cost most first."""


@dataclass(frozen=True, slots=True)
class Fate:
    """A block in the end: its text, the rule that took it (``None``: it is told), whether it is main content, and where
    it stands to what is told rightly: "above", "amid" or "below"."""

    text: str
    rule: str | None
    main: bool
    where: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page's gold, and what became of its blocks."""

    gold: str
    fates: tuple[Fate, ...]


Keeps = Callable[[Fate], bool]


def told(fate: Fate) -> bool:
    """Whether a block is in the text."""
    return fate.rule is None


def outcome(page: GoldPage, cache: Path | None) -> Outcome:
    """What becomes of a page that has a gold text."""
    with judged_unseen(page, cache):
        try:
            stories = pipeline.clean(RawDocument("page", page.page.encode("utf-8", "replace"), page.url), House())
        except HeldError:
            stories = ()
    gold = page.text or ""
    return Outcome(gold, tuple(_fates(stories[0], gold)) if stories else ())


def _fates(story: Story, gold: str) -> Iterator[Fate]:
    kept = [(block, _beside(block)) for block in story.blocks]
    both = [*kept, *[(taken.block, taken.rule) for taken in story.cuts]]
    both.sort(key=lambda each: (each[0].place.first, each[0].place.last))
    labels, _ = soft_labels([block.text for block, _ in both], gold)
    right = [at for at, ((_, rule), label) in enumerate(zip(both, labels, strict=True)) if not rule and label >= MAIN]
    first, last = (right[0], right[-1]) if right else (len(both), -1)
    for at, ((block, rule), label) in enumerate(zip(both, labels, strict=True)):
        where = "above" if at < first else "below" if at > last else "amid"
        yield Fate(block.text, rule, label >= MAIN, where)


def _beside(block: Block) -> str | None:
    """A caption is kept, but no part of the running text."""
    return "(set as a caption)" if isinstance(block.kind, Caption) else None


def gains(pages: list[Outcome]) -> dict[str, float]:
    """What undoing each kind of fault is worth in F1, by its name."""
    now = f1(pages, told)
    kinds: dict[str, Keeps] = {f"kept wrongly, {where}": _without(where) for where in ("above", "amid", "below")}
    rules = {fate.rule for page in pages for fate in page.fates if fate.rule is not None and fate.main}
    kinds |= {f"lost by {rule}": _with(rule) for rule in sorted(rules)}
    return {name: f1(pages, keeps) - now for name, keeps in kinds.items()}


def _without(where: str) -> Keeps:
    return lambda fate: told(fate) and (fate.main or fate.where != where)


def _with(rule: str) -> Keeps:
    return lambda fate: told(fate) or fate.main and fate.rule == rule


def f1(pages: Iterable[Outcome], keeps: Keeps) -> float:
    """The F1 of the pages if just the blocks were told that ``keeps`` says."""
    return mean_f1([overlap("\n".join(fate.text for fate in page.fates if keeps(fate)), page.gold) for page in pages])


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    groups: dict[tuple[str, str], list[GoldPage]] = defaultdict(list)
    for page in gold_pages(options.data, options.sets, options.styles):
        if page.text:
            groups[page.dataset, page.style].append(page)
    for (dataset, style), group in groups.items():
        pages = group[:: max(1, len(group) // options.pages)] if options.pages else group
        print("\n".join(_lines(f"{dataset} {style}", [outcome(page, options.by_site) for page in pages])), flush=True)


def _lines(name: str, pages: list[Outcome]) -> Iterator[str]:
    perfect = f1(pages, lambda fate: fate.main)
    yield f"{name}: {len(pages)} pages, F1 {f1(pages, told):.4f}, perfect choice {perfect:.4f}"
    kinds = gains(pages)
    rules = sorted((kind for kind in kinds if kind.startswith("lost")), key=lambda kind: -kinds[kind])
    for kind in [*[kind for kind in kinds if kind.startswith("kept")], *rules[:SHOWN]]:
        yield f"  {kinds[kind]:+.4f}  {kind}"


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.losses", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["scrapinghub", "fundus", "wcxb", "waddle"])
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=["html", "resi_main"])
    asked.add_argument("--pages", type=int, default=0, help="about so many pages of each set and style, not all")
    asked.add_argument("--by-site", type=Path, help="judge pages by the weights a training left in this cache")
    return asked.parse_args()


if __name__ == "__main__":
    main()
