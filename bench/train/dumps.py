"""Dumps as samples: what the product's own reader makes of each, before and after the rules that join lines."""

from __future__ import annotations

from pathlib import Path

from copydesk.model import Block, Paragraph, Place, Span

from bench.train.corpus import SETS, STYLES, Sample, dumps, site_of


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a dump as the judge will meet them."""
    blocks, gap = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.expandtabs(8).strip()
        if not words:
            gap += 1
            continue
        indent = len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())
        blocks.append(Block(Paragraph(), (Span(words),), Place(number, number), gap=gap, indent=indent))
        gap = 0
    return tuple(blocks)


def text_samples(data: Path, cache: Path) -> list[Sample]:
    """All dumps with gold, in all styles."""
    made: list[Sample] = []
    for dataset in SETS:
        for row in dumps(data, dataset, cache):
            for style in STYLES:
                text = row["renditions"].get(style) or ""
                blocks = blocks_of(text)
                if blocks and row["gold_text"].strip():
                    made.append(Sample(row["id"], dataset, style, site_of(row), blocks, row["gold_text"]))
    return made
