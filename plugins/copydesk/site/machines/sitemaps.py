"""Sitemaps: every page that may be indexed, and the newest stories once more for news search.

Protocol: https://www.sitemaps.org/protocol.html (at most 50,000 addresses and 50 MB a file); news sitemaps as Google
describes them: stories of the last two days, at most 1,000. What search engines are told not to index is in neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lxml import etree

from copydesk.languages import primary
from copydesk.site.entries import Entry, digest_of
from copydesk.site.feeds.items import printable, settled
from copydesk.site.machines.addresses import absolute
from copydesk.site.values import Site

SITEMAP, NEWS = "sitemap.xml", "sitemap-news.xml"

MOST = 50_000
"""Addresses of one file; a site with more gets files named in an index."""

MOST_NEWS = 1_000
RECENT = timedelta(days=2)
"""How long a story is news."""

XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_XMLNS = "http://www.google.com/schemas/sitemap-news/0.9"
NSMAP: Any = {None: XMLNS}  # lxml's types know no namespace without a prefix


@dataclass(frozen=True, slots=True)
class Told:
    """A story as a news sitemap tells it."""

    headline: str
    language: str
    published: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that may be indexed: its path, when it last changed, if that is known, and its story, if it is one."""

    path: str
    changed: datetime | None = None
    told: Told | None = None


def sitemaps(site: Site, pages: Sequence[Listed], now: datetime | None) -> Iterator[Entry]:
    """The sitemaps of a site; none where it does not know its address, which they need. ``now`` is the moment before
    which two days are news, ``None`` where there is no story."""
    if not site.url:
        return
    ordered = sorted(pages, key=lambda page: page.path)
    parts = [ordered[start : start + MOST] for start in range(0, len(ordered), MOST)] or [[]]
    names = [SITEMAP] if len(parts) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield entry(name, site, part, page_urls)
    if len(parts) > 1:
        yield entry(SITEMAP, site, [Listed(name) for name in names], index_of)
    yield entry(NEWS, site, recent(ordered, now), news_urls)


def recent(pages: Sequence[Listed], now: datetime | None) -> list[Listed]:
    """The stories of the two days before ``now``, newest first."""
    stories = [page for page in pages if page.told and now and now - RECENT <= page.told.published <= now]
    stories.sort(key=lambda page: page.told.published if page.told else datetime.min, reverse=True)
    return stories[:MOST_NEWS]


def entry(path: str, site: Site, pages: Sequence[Listed], made: Callable[..., etree._Element]) -> Entry:
    """One file, which depends on the pages in it and on the site's name and address."""
    digest = digest_of("sitemap", made.__name__, site.name, site.url, pages)
    return Entry(path, digest, lambda: serialized(made(site, pages)))


def page_urls(site: Site, pages: Sequence[Listed]) -> etree._Element:
    """The pages with the time of their last change."""
    root = etree.Element(f"{{{XMLNS}}}urlset", nsmap=NSMAP)
    for page in pages:
        url = located(root, "url", site, page)
        if page.changed:
            etree.SubElement(url, f"{{{XMLNS}}}lastmod").text = settled(page.changed).isoformat()
    return root


def news_urls(site: Site, pages: Sequence[Listed]) -> etree._Element:
    """The stories, each with the site's name, its language, its time and its headline."""
    root = etree.Element(f"{{{XMLNS}}}urlset", nsmap=NSMAP | {"news": NEWS_XMLNS})
    for page in pages:
        if page.told is None:
            continue
        news = etree.SubElement(located(root, "url", site, page), f"{{{NEWS_XMLNS}}}news")
        publication = etree.SubElement(news, f"{{{NEWS_XMLNS}}}publication")
        etree.SubElement(publication, f"{{{NEWS_XMLNS}}}name").text = printable(site.name)
        etree.SubElement(publication, f"{{{NEWS_XMLNS}}}language").text = language_code(page.told.language)
        published = settled(page.told.published).isoformat()
        etree.SubElement(news, f"{{{NEWS_XMLNS}}}publication_date").text = published
        etree.SubElement(news, f"{{{NEWS_XMLNS}}}title").text = printable(page.told.headline)
    return root


def index_of(site: Site, pages: Sequence[Listed]) -> etree._Element:
    """The index of several sitemaps."""
    root = etree.Element(f"{{{XMLNS}}}sitemapindex", nsmap=NSMAP)
    for page in pages:
        located(root, "sitemap", site, page)
    return root


def located(root: etree._Element, name: str, site: Site, page: Listed) -> etree._Element:
    """An element under the root with the address of a page."""
    element = etree.SubElement(root, f"{{{XMLNS}}}{name}")
    etree.SubElement(element, f"{{{XMLNS}}}loc").text = absolute(site, page.path)
    return element


def language_code(tag: str) -> str:
    """The language as news sitemaps name it: two or three letters, but for the two ways Chinese is written."""
    lower = tag.lower()
    if primary(lower) == "zh":
        return "zh-tw" if any(mark in lower for mark in ("hant", "-tw", "-hk", "-mo")) else "zh-cn"
    return primary(lower) or lower


def serialized(root: etree._Element) -> bytes:
    """The file's bytes."""
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"
