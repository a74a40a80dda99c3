"""Read errors: ``make errors DATA=folder`` or ``python -m bench.errors --sets fundus --styles html [--worst 20]``.

Prints the pages with the lowest F1, and of each what the gold has and we lost, and what we kept and the gold has not,
each line with the rule that cut it or the score. With ``--page FILE`` the same pages are written side by side, the
gold on the left and what became of each block on the right, to be opened in a browser.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from copydesk import pipeline
from copydesk.cli.story_json import running_text
from copydesk.errors import HeldError
from copydesk.model import Block, House, RawDocument, Story

from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.scoring import Overlap, overlap, runs, words
from bench.unseen import judged_unseen

WIDTH = 160

STYLE: Final = """<!doctype html><meta charset="utf-8"><title>The worst pages</title><style>
body{font:15px/1.4 serif;margin:2em auto;max-width:80em}table{border-collapse:collapse;width:100%;table-layout:fixed}
td{border-top:1px solid #ddd;padding:.3em .8em;vertical-align:top;overflow-wrap:anywhere}small{color:#666}
.lost{background:#fdd}.extra{background:#fec}.cut{color:#999}</style>
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A page, what became of it (``None`` where it was held unread), and how they overlap."""

    page: GoldPage
    story: Story | None
    found: Overlap


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a block: cut by a rule, or kept (``rule`` is ``None``), and the share of it that the gold has."""

    block: Block
    rule: str | None
    in_gold: float

    @property
    def fault(self) -> str | None:
        """ "lost" for words of the gold that were cut, "extra" for words kept that it does not have."""
        if self.rule is not None:
            return "lost" if self.in_gold > 0.5 else None
        return "extra" if self.in_gold < 0.5 else None


def main() -> None:
    """Print the worst pages."""
    options = _options()
    pages = (page for page in gold_pages(options.data, options.sets, options.styles) if page.text)
    read = sorted((_read(page, options.by_site) for page in pages), key=lambda each: each.found.f1)[: options.worst]
    for each in read:
        print("\n".join(as_lines(each)))
    if options.page:
        options.page.write_text(STYLE + "\n".join(map(as_table, read)), encoding="utf-8")
        print(f"Side by side: {options.page}")


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["fundus"])
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=["resi_main"])
    asked.add_argument("--worst", type=int, default=20)
    asked.add_argument("--by-site", type=Path, help="judge pages by the weights a training left in this cache")
    asked.add_argument("--page", type=Path, help="also write the pages side by side into this file")
    return asked.parse_args()


def _read(page: GoldPage, cache: Path | None) -> Read:
    with judged_unseen(page, cache):
        try:
            stories = pipeline.clean(RawDocument("page", page.page.encode("utf-8", "replace"), page.url), House())
        except HeldError:
            stories = ()
    story = stories[0] if stories else None
    return Read(page, story, overlap(running_text(story.blocks) if story else "", page.text or ""))


def fates(story: Story, gold: str) -> Iterator[Fate]:
    """Every block of a page in its order, and what became of it."""
    wanted = runs(words(gold))
    kept = [(block.place, block, None) for block in story.blocks]
    cut = [(taken.block.place, taken.block, taken.rule) for taken in story.cuts]
    for _, block, rule in sorted([*kept, *cut], key=lambda each: (each[0].first, each[0].last)):
        yield Fate(block, rule, _share(block.text, wanted))


def as_lines(read: Read) -> list[str]:
    """A page as lines: the gold's that we lost ("-"), ours that it does not have ("+")."""
    if read.story is None:
        return [_heading(read), "    held: nothing was read"]
    found = [fate for fate in fates(read.story, read.page.text or "") if fate.fault]
    marks = {"lost": "-", "extra": "+"}
    return [
        _heading(read),
        *(f"  held: {reason}" for reason in read.story.held),
        *(f"  {marks[each.fault or '']} [{_verdict(each)}] {each.block.text[:WIDTH]}" for each in found),
    ]


def as_table(read: Read) -> str:
    """A page as a table: the gold on the left, what became of each block on the right."""
    gold = "".join(f"<p dir=auto>{escape(line)}</p>" for line in (read.page.text or "").splitlines() if line.strip())
    ours = "nothing was read"
    if read.story is not None:
        ours = "".join(_as_paragraph(fate) for fate in fates(read.story, read.page.text or ""))
    return f"<h2>{escape(_heading(read))}</h2><table><tr><td>{gold}<td>{ours}</table>"


def _as_paragraph(fate: Fate) -> str:
    shade = fate.fault or ("cut" if fate.rule else "kept")
    text = escape(fate.block.text[: 4 * WIDTH])
    return f"<p dir=auto class={shade}>{text} <small>{escape(_verdict(fate))}</small></p>"


def _heading(read: Read) -> str:
    found = read.found
    figures = f"F1 {found.f1:.3f}  P {found.precision or 0:.3f}  R {found.recall:.3f}"
    return f"=== {read.page.id} {read.page.style}  {figures}"


def _verdict(fate: Fate) -> str:
    return f"{fate.rule or 'kept'} {'' if fate.block.score is None else fate.block.score}".strip()


def _share(text: str, other: Counter[tuple[str, ...]]) -> float:
    """How much of a text's runs of four words another has."""
    mine = runs(words(text))
    return sum((mine & other).values()) / max(sum(mine.values()), 1)


if __name__ == "__main__":
    main()
