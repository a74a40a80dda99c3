"""Plain-text dumps: one block per line that has words, with the blank lines and the indentation before it."""

from __future__ import annotations

from copydesk.intake.limits import check_lines
from copydesk.intake.source import Source
from copydesk.model import Block, Draft, Paragraph, Place, Span


def read(source: Source) -> tuple[Draft, ...]:
    """The one document of a dump. Raises HeldError for a dump past the limits."""
    lines = source.text.split("\n")
    check_lines(source.raw.seed, lines, source.limits)
    return (
        Draft(
            seed=source.raw.seed,
            sha256=source.sha256,
            format="text",
            encoding=source.encoding,
            lines=source.lines,
            blocks=tuple(_blocks(lines)),
            doubts=source.doubts,
            url=source.raw.url,
        ),
    )


def _blocks(lines: list[str]) -> list[Block]:
    blocks, gap = [], 0
    for number, line in enumerate(lines, start=1):
        if not line or line.isspace():
            gap += 1
            continue
        words = line.expandtabs(8).lstrip(" ")
        indent = len(line.expandtabs(8)) - len(words)
        text = line.strip(" \t")
        blocks.append(Block(Paragraph(), (Span(text),), Place(number, number), gap=gap, indent=indent))
        gap = 0
    return blocks
