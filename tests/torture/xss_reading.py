"""The items of feeds as a reader shows them: what a format says is HTML is put into a page as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
OUR_NAMESPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/", "http://search.yahoo.com/mrss/", "")
FOREIGN = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML")
"""Namespaces whose elements act in a browser that opens a feed."""


def readings(feed: Path) -> Iterator[str]:
    """The HTML a reader makes of each item of a feed."""
    if feed.suffix == ".json":
        yield from map(_json_item, json.loads(feed.read_bytes()).get("items", ()))
        return
    root = etree.parse(feed, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)).getroot()
    yield from map(_rss_item, root.iter("item"))
    yield from map(_atom_entry, root.iter(f"{ATOM}entry"))


def acting(feed: Path) -> list[str]:
    """Elements of a feed that a browser would take for its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    nodes = etree.parse(feed, parser).getroot().iter("*")
    return [node.tag for node in nodes if etree.QName(node).namespace in FOREIGN]


def _json_item(item: dict[str, str]) -> str:
    said = escape(item.get("title", "")) + escape(item.get("summary", ""))
    return f"<h2>{said}</h2>{item.get('content_html', escape(item.get('content_text', '')))}"


def _rss_item(item: etree._Element) -> str:
    """Titles and descriptions of RSS are HTML to most readers."""
    return "".join(f"<div>{item.findtext(name) or ''}</div>" for name in ("title", "description", ENCODED))


def _atom_entry(entry: etree._Element) -> str:
    texts = (entry.find(f"{ATOM}{name}") for name in ("title", "summary", "content", "rights"))
    return "".join(f"<div>{_text(text)}</div>" for text in texts if text is not None)


def _text(text: etree._Element) -> str:
    """A text construct: HTML is put in as it is, plain text as text, though many readers take it for HTML where it
    looks like that."""
    said = text.text or ""
    return said if text.get("type") == "html" or unescape(said) != said else escape(said)
