"""Lists of feeds for other software, OPML 2.0 (http://opml.org/spec2.opml): our own, and those of our publishers.

No date stands in them: their bytes change with the feeds they list and with nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from copydesk.model import Publisher
from copydesk.site.feeds.items import printable
from copydesk.site.feeds.uris import ascii_uri, is_uri
from copydesk.site.values import FeedLink

TYPES = {"application/rss+xml": "rss", "application/atom+xml": "atom"}
"""Media type → the ``type`` of an outline. OPML has none for JSON Feed, whose feeds are left out: they say the same."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline: its text, its type, the addresses of its feed and its page; the outlines under it."""

    text: str
    type: str | None = None
    feed: str | None = None
    page: str | None = None
    lines: tuple[Outline, ...] = ()


def outlines_of_feeds(groups: Iterable[tuple[str, tuple[FeedLink, ...]]], base: str) -> tuple[Outline, ...]:
    """The site's own feeds in their groups, each once, in the first format that OPML has a name for."""
    made = (Outline(heading, lines=tuple(_of_links(links, base))) for heading, links in groups)
    return tuple(outline for outline in made if outline.lines)


def _of_links(links: Iterable[FeedLink], base: str) -> Iterable[Outline]:
    named: dict[str, FeedLink] = {}
    for link in links:
        if link.media_type in TYPES:
            named.setdefault(link.path.partition(".")[0], link)
    for link in named.values():
        yield Outline(link.title, TYPES[link.media_type], f"{base}/{link.path}", f"{base}/")


def outlines_of_publishers(publishers: Iterable[Publisher]) -> tuple[Outline, ...]:
    """The publishers, each under its name: its feeds where they are known, else its page."""
    return tuple(line for publisher in publishers for line in _of_publisher(publisher))


def _of_publisher(publisher: Publisher) -> Iterable[Outline]:
    home = _address(publisher.home)
    feeds = [uri for feed in publisher.feeds if (uri := _address(feed))]
    for feed in feeds:
        yield Outline(publisher.name, "rss", feed, home)
    if not feeds and home:
        yield Outline(publisher.name, "link", page=home)


def _address(given: str | None) -> str | None:
    """An address as outlines have it, ``None`` for what is none."""
    uri = ascii_uri(given)
    return uri if uri and is_uri(uri) else None


def serialized(title: str, outlines: Iterable[Outline]) -> bytes:
    """The bytes of a list."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = printable(title)
    body = etree.SubElement(root, "body")
    for outline in outlines:
        _add(body, outline)
    return etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def _add(parent: etree._Element, outline: Outline) -> None:
    made = etree.SubElement(parent, "outline", text=printable(outline.text))
    if outline.feed:
        made.set("title", printable(outline.text))
    address = "url" if outline.type == "link" else "htmlUrl"
    for name, value in (("type", outline.type), ("xmlUrl", outline.feed), (address, outline.page)):
        if value:
            made.set(name, value)
    for line in outline.lines:
        _add(made, line)
