"""The head of a page: its language, title, meta and link elements, and what its structured data says."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from copydesk.intake.clues import Clues
from copydesk.intake.jsonld import PageFacts, read_jsonld, without_fragment
from copydesk.intake.links import Links
from copydesk.intake.meta import read_item, read_link, read_meta


def read_head(page: LexborHTMLParser, url: str | None, clues: Clues, links: Links) -> str:
    """Offer what the page says of itself, wherever in it; return the article's text in its data ("" where none).

    ``url`` is where the page is known to come from. A ``<base>`` holds for every address of the page.
    """
    base = page.css_first("base[href]")
    if base is not None:
        links.rebase(base.attributes.get("href"))
    root, title = page.root, page.css_first("title")
    clues.add("language", root.attributes.get("lang") if root is not None else None, "html lang")
    heading = title.text() if title is not None else ""
    clues.add("headline", heading, "title element")
    for node in page.css("link[rel]"):
        read_link(node.attributes, clues, links)
    for node in page.css("meta[content]"):
        read_meta(node.attributes, clues, links)
    for node in page.css("head > meta[itemprop][content]"):
        read_item(node.attributes, clues)
    scripts = [node.text() for node in page.css('script[type*="ld+json" i]')]
    known = [clue.value for clue in clues.all() if clue.fact == "canonical_url"] + [url or ""]
    facts = PageFacts(frozenset(map(without_fragment, filter(None, known))), heading)
    return read_jsonld(scripts, facts, clues, links) if scripts else ""
