"""What stands around the feeds: lists for other software, links on every page, the page for people, the looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from copydesk.model import Publisher
from copydesk.site.feeds import opml
from copydesk.site.values import FeedLink
from lxml import etree, html

BASE = "https://digest.example/"
FORMATS = {
    "application/rss+xml": ".rss.xml",
    "application/atom+xml": ".atom.xml",
    "application/feed+json": ".json",
}


def xml_feeds(output: Path) -> list[Path]:
    return sorted(path for path in (output / "feeds").rglob("*.xml"))


def pages(output: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(output.rglob("*.html")):
        yield path.relative_to(output).as_posix(), html.fromstring(path.read_bytes())


# --- OPML -------------------------------------------------------------------------------------------------------------


def test_the_list_of_our_feeds_names_each_once_under_a_heading(output: Path) -> None:
    root = etree.fromstring((output / "feeds/feeds.opml").read_bytes())
    assert root.tag == "opml" and root.get("version") == "2.0" and root.findtext("head/title") == "The Digest"
    groups = root.findall("body/outline")
    assert [group.get("text") for group in groups][:2] == ["All stories", "Sections"]
    outlines = [outline for group in groups for outline in group]
    assert all(outline.get("type") == "rss" and outline.get("text") and outline.get("title") for outline in outlines)
    addresses = [outline.get("xmlUrl") for outline in outlines]
    assert len(addresses) == len(set(addresses)) > 5
    assert all((output / address.removeprefix(BASE)).is_file() for address in addresses)


def test_the_list_of_publishers_has_their_sites(output: Path) -> None:
    root = etree.fromstring((output / "feeds/publishers.opml").read_bytes())
    found = {each.get("text"): (each.get("type"), each.get("url")) for each in root.findall("body/outline")}
    assert found == {
        "The Harbor Ledger": ("link", "https://harborledger.example/"),
        "Tarn Post": ("link", "https://tarnpost.example/"),
    }


def test_a_list_has_addresses_that_are_uris_and_no_heading_without_a_feed() -> None:
    feeds = ("https://bücher.example/a b.xml", "no address")
    publishers = (Publisher("a", "A", home="https://bücher.example/ß", feeds=feeds), Publisher("b", "B", home="x"))
    body = etree.fromstring(opml.serialized("T", opml.outlines_of_publishers(publishers))).find("body")
    assert body is not None and [dict(line.attrib) for line in body] == [
        {
            "text": "A",
            "title": "A",
            "type": "rss",
            "xmlUrl": "https://xn--bcher-kva.example/a%20b.xml",
            "htmlUrl": "https://xn--bcher-kva.example/%C3%9F",
        }
    ]
    only_json = (FeedLink("All", "feeds/all.json", "application/feed+json"),)
    assert opml.outlines_of_feeds((("All", only_json),), "https://digest.example") == ()


# --- autodiscovery ----------------------------------------------------------------------------------------------------


def test_every_page_names_its_feeds_in_every_format_with_a_title(output: Path) -> None:
    seen = 0
    for path, page in pages(output):
        links = page.xpath("//head/link[@rel='alternate' and @type]")
        assert {link.get("type") for link in links} == set(FORMATS), path
        for link in links:
            target = urljoin(f"{BASE}{path}", link.get("href")).removeprefix(BASE)
            assert link.get("title") and target.endswith(FORMATS[link.get("type")]), path
            assert (output / target).is_file(), f"{path}: {target}"
            seen += 1
    assert seen > 50


@pytest.mark.parametrize("kind", ["section/local", "tag/ports", "author/ann-lee", "publisher/tarn-post"])
def test_a_list_names_its_own_feed_before_that_of_everything(output: Path, kind: str) -> None:
    page = html.fromstring((output / f"{kind}.html").read_bytes())
    hrefs = page.xpath("//head/link[@rel='alternate' and @type='application/rss+xml']/@href")
    assert [href.partition("feeds/")[2] for href in hrefs] == [f"{kind}.rss.xml", "all.rss.xml"]


# --- for people -------------------------------------------------------------------------------------------------------


def test_the_page_about_feeds_has_each_address_to_select_and_says_what_a_feed_is(output: Path) -> None:
    page = html.fromstring((output / "feeds.html").read_bytes())
    words = " ".join(page.xpath("//main//text()"))
    assert "feed reader" in words
    for group in ("All stories", "Sections", "Publishers", "Authors", "Tags", "Corrections"):
        assert group in words, group
    leads = {href.partition("feeds/")[2] for href in page.xpath("//main//a/@href") if "feeds/" in href}
    for name in ("all", "section/local", "tag/ports", "author/ann-lee", "publisher/tarn-post", "corrections"):
        assert {f"{name}{ending}" for ending in FORMATS.values()} <= leads, name
    for choice in page.xpath("//dl[contains(@class, 'addresses')]/div"):
        links = [f"{BASE}{href}" for href in choice.xpath(".//a/@href")]
        written = [code.text_content() for code in choice.xpath(".//code")]
        assert len(links) == len(FORMATS) and written and set(written) <= set(links), choice.text_content()
    (opml,) = page.xpath("//main//a[contains(@href, '.opml')]")
    assert (output / opml.get("href")).is_file() and opml.text_content() == f"{BASE}feeds/feeds.opml"


def test_every_feed_has_looks_for_people_that_are_there_and_run_nothing(output: Path) -> None:
    for path in xml_feeds(output):
        data = path.read_bytes()
        (sheet,) = re.findall(rb'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', data)
        assert (path.parent / sheet.decode()).resolve() == (output / "theme/feed.css").resolve(), path
        assert b"xslt" not in data and b"text/xsl" not in data
    css = (output / "theme/feed.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|expression|javascript", css)


@pytest.mark.parametrize("inside", ["channel", "feed", "item", "entry"])
def test_the_looks_show_titles_and_texts_and_hide_the_rest(output: Path, inside: str) -> None:
    """In both vocabularies: identities and dates for software are hidden, what is said to people is shown."""
    css = (output / "theme/feed.css").read_text(encoding="utf-8")
    rules = [(rule[0], rule[1]) for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", css)]
    hidden = next(number for number, (names, said) in enumerate(rules) if f"{inside} > *" in names and "none" in said)
    shown = " ".join(names for names, said in rules[hidden + 1 :] if "display: block" in said)
    text = {"channel": "description", "feed": "subtitle", "item": "description", "entry": "summary"}[inside]
    assert f"{inside} > title" in shown and f"{inside} > {text}" in shown
    assert "guid" not in shown and "> id" not in shown


def test_every_feed_leads_to_the_page_about_feeds(output: Path) -> None:
    for path in xml_feeds(output):
        links = etree.fromstring(path.read_bytes()).iter("{http://www.w3.org/2005/Atom}link")
        related = [link.get("href") for link in links if link.get("rel") == "related"]
        assert related[0] == f"{BASE}feeds.html", path
