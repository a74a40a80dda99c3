"""The items of feeds as a reader shows them: what a format says is HTML is put into a page as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from copydesk.site.feeds.markup import ELEMENTS
from lxml import etree
from lxml.html import defs

ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
OUR_NAMESPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/", "http://search.yahoo.com/mrss/", "")
FOREIGN = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML")
"""Namespaces whose elements act in a browser that opens a feed."""


NAMES = defs.tags | ELEMENTS
MEDIA = "{http://search.yahoo.com/mrss/}"
DC = "{http://purl.org/dc/elements/1.1/}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"

OF_ITEMS = ("title", "description", "category", "source", f"{DC}creator", f"{DC}rights", f"{MEDIA}description")
OF_ENTRIES = (f"{ATOM}title", f"{ATOM}summary", f"{ATOM}content", f"{ATOM}rights", f"{ATOM}source/{ATOM}title")
OF_FEEDS = (f"{ATOM}title", f"{ATOM}subtitle", f"{TOMBSTONES}deleted-entry/{TOMBSTONES}comment")
"""Texts that a reader may take for HTML: all of RSS, and those of Atom that say so or look like it."""

BARE_WORD = re.compile(r"<([A-Za-z][A-Za-z0-9]*)>")


def readings(feed: Path) -> Iterator[str]:
    """The pieces of HTML that a reader makes of each item of a feed: what stands in each of its fields."""
    if feed.suffix == ".json":
        for item in json.loads(feed.read_bytes()).get("items", ()):
            yield from _json_item(item)
        return
    root = etree.parse(feed, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)).getroot()
    named = ("channel/title", "channel/description")
    yield from (_without_words(text.text or "") for name in named for text in root.iterfind(name))
    yield from (_text(text) for name in OF_FEEDS for text in root.iterfind(name))
    yield from (_without_words(name.text or "") for name in root.iter(f"{ATOM}name"))
    for item in root.iter("item"):
        yield from _rss_item(item)
    for entry in root.iter(f"{ATOM}entry"):
        yield from _atom_entry(entry)


def acting(feed: Path) -> list[str]:
    """Elements of a feed that a browser would take for its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    nodes = etree.parse(feed, parser).getroot().iter("*")
    return [node.tag for node in nodes if etree.QName(node).namespace in FOREIGN]


def _json_item(item: dict[str, str]) -> Iterator[str]:
    yield from (escape(item.get(name, "")) for name in ("title", "summary"))
    yield item.get("content_html", escape(item.get("content_text", "")))


def _rss_item(item: etree._Element) -> Iterator[str]:
    """Titles and descriptions of RSS are HTML to most readers, and other texts to some."""
    yield from (_without_words(text.text or "") for name in OF_ITEMS for text in item.iter(name))
    yield item.findtext(ENCODED) or ""


def _without_words(text: str) -> str:
    """The text without what it has of bare words in angle brackets that name no element, as in "Vec::<u8>::new()": they
    are written to the letter, for readers that look whether a title is HTML. In others they are elements that do
    nothing."""
    return BARE_WORD.sub(lambda found: found[0] if found[1].lower() in NAMES else "", text)


def _atom_entry(entry: etree._Element) -> Iterator[str]:
    yield from (_text(text) for name in OF_ENTRIES for text in entry.iterfind(name))
    yield from (_without_words(text.text or "") for text in entry.iter(f"{MEDIA}description"))
    yield from (_without_words(category.get("label") or "") for category in entry.iterfind(f"{ATOM}category"))


def _text(text: etree._Element) -> str:
    """A text construct: HTML is put in as it is, plain text as text, though many readers take it for HTML where it
    looks like that."""
    said = text.text or ""
    return said if text.get("type") == "html" or unescape(said) != said else escape(said)
