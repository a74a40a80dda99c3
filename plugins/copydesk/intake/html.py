"""Saved HTML pages: one parse, one pass."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from copydesk.intake.clues import Clues
from copydesk.intake.head import read_head
from copydesk.intake.limits import check_nesting
from copydesk.intake.links import Links
from copydesk.intake.source import Source
from copydesk.intake.walk import Walk
from copydesk.model import Draft


def read(source: Source) -> tuple[Draft, ...]:
    """The one document of a page. Raises HeldError for a page past the limits."""
    check_nesting(source.raw.seed, source.text, source.limits)
    clues, links = Clues(), Links(source.raw.url)
    root = LexborHTMLParser(source.text).root
    if root is None:
        return ()
    read_head(root, clues, links)
    walk = Walk(source, links, clues)
    walk.read(root)
    return (
        Draft(
            seed=source.raw.seed,
            sha256=source.sha256,
            format="html",
            encoding=source.encoding,
            lines=source.lines,
            blocks=tuple(walk.blocks),
            clues=clues.all(),
            cuts=tuple(walk.cuts),
            doubts=source.doubts,
            url=source.raw.url,
        ),
    )
