"""Saved HTML pages: one parse, one pass.

The text of a block is what a browser shows: white space collapsed, a ``<br>`` a newline, two of them a new block.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from copydesk.intake.characters.controls import harm_by_reference
from copydesk.intake.characters.mending import has_odd_references, mend_references
from copydesk.intake.limits import check_tags
from copydesk.intake.machines.anchors import Anchors
from copydesk.intake.machines.clues import Clues
from copydesk.intake.machines.head import read_head
from copydesk.intake.markup.links import Links
from copydesk.intake.markup.savers import saved_from, unarchived
from copydesk.intake.markup.signs import with_signs
from copydesk.intake.markup.styles import styles_of
from copydesk.intake.pages.collecting import Collected
from copydesk.intake.pages.walk import Walk
from copydesk.intake.source import Source
from copydesk.model import Draft


def _parsed(html: str | bytes) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(html)
    except SelectolaxError:  # its one reason: the system gave it no more memory
        raise MemoryError from None


def read(source: Source) -> tuple[Draft, ...]:
    """The one document of a page. Raises HeldError for a page past the limits."""
    check_tags(source.raw.seed, source.text, source.limits)
    is_odd = has_odd_references(source.text)
    text, mended = mend_references(source.text) if is_odd else (source.text, ())
    saved, known = saved_from(source.text), source.raw.url
    url = unarchived(known) if known else saved
    clues, links = Clues(), Links(url)
    clues.add("canonical_url", links.absolute(known), "known url")
    clues.add("canonical_url", links.absolute(saved), "saved from")
    shown = with_signs(text)
    page = _parsed(source.raw.data if shown is source.verbatim else shown)
    collected = Collected(source, clues, Anchors(read_head(page, url, clues, links)))
    if page.root is not None:
        Walk(source, links, clues, collected, styles_of(page)).read(page.root)
    blocks, cuts = collected.finish()
    return (
        Draft(
            seed=source.raw.seed,
            sha256=source.sha256,
            format="html",
            encoding=source.encoding,
            lines=collected.lines(),
            blocks=blocks,
            clues=clues.all(),
            cuts=cuts,
            doubts=clues.doubts(source.doubts + mended + (harm_by_reference(source.text) if is_odd else ())),
            url=url,
            says=clues.said(),
        ),
    )
