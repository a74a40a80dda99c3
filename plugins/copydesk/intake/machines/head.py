"""The head of a page: its language, title, meta and link elements, and what its structured data says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.intake.machines.clues import Clues
from copydesk.intake.machines.evidence import Attributes
from copydesk.intake.machines.jsonld import PageFacts, read_jsonld, without_fragment
from copydesk.intake.machines.meta import read_item, read_link, read_meta
from copydesk.intake.markup.links import Links

_SPOKEN: Final = 'base[href], title, link[rel], meta[content], script[type*="ld+json" i]'
"""What is said to machines: looked for together, since each search goes through the whole page."""


def read_head(page: LexborHTMLParser, url: str | None, clues: Clues, links: Links) -> str:
    """Offer what the page says of itself, wherever in it; return the article's text in its data ("" where none).

    ``url`` is where the page is known to come from. A ``<base>`` holds for every address of the page; where neither is
    known, what the page calls its own address does.
    """
    spoken = _spoken(page)
    root = page.root
    heading = "".join([node.text() for node in spoken["title"][:1]])
    clues.add("language", root.attributes.get("lang") if root is not None else None, "html lang")
    clues.add("headline", heading, "title element")
    _read_links(spoken, url, clues, links)
    metas = [(node.attributes, node.parent) for node in spoken["meta"]]
    _read_metas(metas, clues, links)
    scripts = [node.text() for node in spoken["script"]]
    scripts += [
        said for attributes, _ in metas if (said := attributes.get("content")) and _is_data(attributes.get("name"))
    ]
    known = [clue.value for clue in clues.all() if clue.fact == "canonical_url"] + [url or ""]
    facts = PageFacts(frozenset(map(without_fragment, filter(None, known))), heading)
    return read_jsonld(scripts, facts, clues, links) if scripts else ""


def _spoken(page: LexborHTMLParser) -> Mapping[str | None, list[LexborNode]]:
    """The elements that speak to machines, by tag; a tag without any has an empty list."""
    found: dict[str | None, list[LexborNode]] = defaultdict(list)
    for node in page.css(_SPOKEN):
        found[node.tag].append(node)
    return found


def _read_links(spoken: Mapping[str | None, list[LexborNode]], url: str | None, clues: Clues, links: Links) -> None:
    """Read ``<base>`` and every ``<link>``, and settle what relative addresses stand under."""
    for node in spoken["base"][:1]:
        links.rebase(node.attributes.get("href"))
    for node in spoken["link"]:
        read_link(node.attributes, clues, links)
    if not spoken["base"] and url is None:
        told = (node.attributes for node in spoken["meta"] if node.attributes.get("property") == "og:url")
        itself = [clue.value for clue in clues.all() if clue.origin == "rel canonical"]
        links.rebase(next((value for value in (*itself, *(each.get("content") for each in told)) if value), None))


def _read_metas(metas: Sequence[tuple[Attributes, LexborNode | None]], clues: Clues, links: Links) -> None:
    """Read every ``<meta>``, and as microdata of the page those with ``itemprop`` that stand in its head."""
    for attributes, _ in metas:
        read_meta(attributes, clues, links)
    for attributes, parent in metas:
        if "itemprop" in attributes and parent is not None and parent.tag == "head":
            read_item(attributes, clues)


def _is_data(name: str | None) -> bool:
    """Whether a ``meta`` element holds structured data, as frameworks leave it that set scripts up in the browser."""
    return (name or "").lower().endswith("ld+json")
