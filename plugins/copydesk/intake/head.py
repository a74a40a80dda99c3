"""The head of a page: title, meta and link elements, wherever they stand."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from copydesk.intake.clues import Clues
from copydesk.intake.links import Links
from copydesk.intake.meta import read_link, read_meta


def read_head(root: LexborNode, clues: Clues, links: Links) -> None:
    """Offer what the elements of the head say; ``<base>`` holds for the whole page."""
    base = root.css_first("base[href]")
    if base is not None:
        links.rebase(base.attributes.get("href"))
    clues.add("language", root.attributes.get("lang"), "html lang")
    title = root.css_first("title")
    if title is not None:
        clues.add("headline", title.text(), "title element")
    for node in root.css("meta"):
        read_meta(node.attributes, clues, links)
    for node in root.css("link"):
        read_link(node.attributes, clues, links)
