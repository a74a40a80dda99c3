"""The feeds of the small site: what they say, alike in three formats, and the rules of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from copydesk.site.feeds.markup import JOINER, as_text
from lxml import etree, html
from newsstand import guid, make_site, press, story

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DC = "{http://purl.org/dc/elements/1.1/}"
LISTED = (guid(1), guid(2), guid(3), None, guid(4), guid(5))
"""GUIDs of the listed stories, newest first; the fourth was written by hand and has none in its file."""


@pytest.mark.parametrize("name", ["b", "SCRIPT", "feImage", "mtext"])
def test_a_title_that_names_an_element_stays_text_where_it_is_taken_for_html(name: str) -> None:
    assert as_text(f"The <{name}> tag") == f"The <{JOINER}{name}> tag"


@pytest.mark.parametrize("text", ["The <sail> tag", "R&D", "1 < 2"])
def test_other_titles_are_written_as_they_are(text: str) -> None:
    assert as_text(text) == text


@pytest.fixture(scope="module")
def rss(output: Path) -> Any:
    return etree.fromstring((output / "feeds/all.rss.xml").read_bytes()).find("channel")


@pytest.fixture(scope="module")
def atom(output: Path) -> Any:
    return etree.fromstring((output / "feeds/all.atom.xml").read_bytes())


@pytest.fixture(scope="module")
def jsonfeed(output: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((output / "feeds/all.json").read_bytes())
    return loaded


def every_feed(output: Path, ending: str) -> Iterator[Any]:
    for path in sorted((output / "feeds").rglob(f"*{ending}")):
        yield etree.fromstring(path.read_bytes())


def seen(text: str) -> str:
    """A text of RSS as people see it: without the joiners that keep ``<`` from opening a tag."""
    return text.replace("\N{WORD JOINER}", "")


# --- what they say ----------------------------------------------------------------------------------------------------


def test_newest_first_with_the_guids_of_the_files(rss: Any) -> None:
    found = [item.findtext("guid") for item in rss.findall("item")]
    assert len(found) == len(LISTED)
    assert all(wanted in (None, got) for wanted, got in zip(LISTED, found, strict=True))


def test_all_formats_list_the_same_items(rss: Any, atom: Any, jsonfeed: dict[str, Any]) -> None:
    guids = [item.findtext("guid") for item in rss.findall("item")]
    assert [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")] == guids
    assert [item["id"] for item in jsonfeed["items"]] == guids
    titles = [seen(item.findtext("title")) for item in rss.findall("item")]
    assert [entry.findtext(f"{ATOM}title") for entry in atom.findall(f"{ATOM}entry")] == titles
    assert [item["title"] for item in jsonfeed["items"]] == titles


def test_the_title_is_the_headline_to_the_letter(rss: Any, atom: Any) -> None:
    headline = "Harbor “reopens” & ferries <sail>"
    assert atom.findtext(f"{ATOM}entry/{ATOM}title") == headline
    assert seen(rss.findtext("item/title")) == headline


def test_no_text_of_rss_makes_a_tag_where_it_is_taken_for_html(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)> & <b>bold</b> 1 < 2"
    names = {"authors": [evil], "publisher": evil, "section": evil, "tags": [evil], "licence": evil}
    make_site(tmp_path, {"2025/08/a.md": story(evil, title=evil, standfirst=evil, date="2025-08-01", **names)})
    item = etree.fromstring((press(tmp_path) / "feeds/all.rss.xml").read_bytes()).find("channel/item")
    for element in item:
        made = {
            child.tag for child in html.fragment_fromstring(element.text or "", create_parent="div").iterdescendants()
        }
        assert made <= ({"p", "small", "a"} if element.tag == CONTENT else set()), element.tag
    assert html.fromstring(f"<p>{item.findtext('description')}</p>").text == evil


def test_the_full_story_stands_after_its_description(rss: Any) -> None:
    item = rss.find("item")
    names = [child.tag for child in item]
    assert names.index("description") < names.index(CONTENT)
    assert item.findtext("description") == "Ferries are back after the storm."
    assert "<strong>strong</strong>" in item.findtext(CONTENT)


def test_addresses_in_the_content_are_absolute(rss: Any) -> None:
    links = re.findall(r'href="([^"]*)"', rss.find("item").findtext(CONTENT))
    assert links[:2] == ["https://plan.example/a?b=1&amp;c=2", "https://digest.example/about.html"]


def test_all_authors_are_named(rss: Any, atom: Any, jsonfeed: dict[str, Any]) -> None:
    names = ["Ann Lee", "Bo Ek"]
    assert [creator.text for creator in rss.find("item").findall(f"{DC}creator")] == names
    assert [name.text for name in atom.find(f"{ATOM}entry").findall(f"{ATOM}author/{ATOM}name")] == names
    assert [author["name"] for author in jsonfeed["items"][0]["authors"]] == names


def test_dates_keep_the_storys_own_offset(rss: Any, atom: Any, jsonfeed: dict[str, Any]) -> None:
    assert rss.find("item").findtext("pubDate") == "Sun, 10 Aug 2025 14:05:00 +0200"
    entry = atom.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == "2025-08-10T14:05:00+02:00"
    assert entry.findtext(f"{ATOM}updated") == "2025-08-11T09:00:00+02:00"
    assert jsonfeed["items"][0]["date_published"] == "2025-08-10T14:05:00+02:00"
    assert jsonfeed["items"][0]["date_modified"] == "2025-08-11T09:00:00+02:00"


def test_the_feed_was_changed_when_its_newest_item_was(rss: Any, atom: Any) -> None:
    assert rss.findtext("lastBuildDate") == "Mon, 11 Aug 2025 09:00:00 +0200"
    assert atom.findtext(f"{ATOM}updated") == "2025-08-11T09:00:00+02:00"


def test_the_publisher_is_the_source_and_the_original_is_linked(rss: Any, atom: Any, jsonfeed: dict[str, Any]) -> None:
    source = rss.find("item").find("source")
    assert (source.text, source.get("url")) == ("The Harbor Ledger", "https://harborledger.example/")
    entry = atom.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}source/{ATOM}title") == "The Harbor Ledger"
    original = "https://www.harborledger.example/2025/harbor"
    assert entry.xpath("a:link[@rel='via']/@href", namespaces={"a": ATOM.strip("{}")}) == [original]
    assert jsonfeed["items"][0]["external_url"] == original


def test_languages_are_those_of_the_stories(rss: Any, atom: Any, jsonfeed: dict[str, Any]) -> None:
    assert [item.findtext(f"{DC}language") for item in rss.findall("item")].count("ar") == 1
    assert [item["language"] for item in jsonfeed["items"]].count("ar") == 1
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [entry.get(lang) for entry in atom.findall(f"{ATOM}entry")].count("ar") == 1
    assert (rss.findtext("language"), atom.get(lang), jsonfeed["language"]) == ("en", "en", "en")


def test_under_excerpt_and_link_there_is_no_more(rss: Any, jsonfeed: dict[str, Any]) -> None:
    _, excerpt, link, *_ = rss.findall("item")
    assert len(excerpt.findtext(CONTENT).split("</p>")[0].split()) < 35
    assert link.findtext("description") == link.findtext("title")
    assert link.findtext(CONTENT).startswith("<p><small>Meridian Wire")
    assert jsonfeed["items"][2]["content_html"] == link.findtext(CONTENT)


def test_a_section_has_its_own_feed(output: Path) -> None:
    feed = etree.fromstring((output / "feeds/section/local.rss.xml").read_bytes()).find("channel")
    assert feed.findtext("title") == "The Digest – Local"
    assert [item.findtext("guid") for item in feed.findall("item")] == [guid(2), guid(4)]


def test_feedparser_reads_every_field(output: Path) -> None:
    for name in ("all.rss.xml", "all.atom.xml"):
        parsed = feedparser.parse((output / "feeds" / name).read_bytes())
        first = parsed.entries[0]
        assert not parsed.bozo
        assert first.id == guid(1)
        assert first.author
        assert first.link == "https://digest.example/2025/08/harbor-reopens.html"
        assert "second paragraph" in first.content[0].value


# --- settings and odd stories -----------------------------------------------------------------------------------------


def test_settings_keep_their_meaning(tmp_path: Path) -> None:
    settings = """
FEED_ALL_RSS = FEED_ALL_JSON = None
FEED_RSS = "rss.xml"
FEED_RSS_URL = "subscribe/rss.xml"
AUTHOR_FEED_RSS = "feeds/by/{slug}.xml"
TAG_FEED_ATOM = "feeds/on/{slug}.xml"
FEED_MAX_ITEMS = 2
RSS_FEED_SUMMARY_ONLY = True
FEED_APPEND_REF = True
"""
    output = make_site(tmp_path, more=settings) / "output"
    press(tmp_path)
    assert not (output / "feeds/all.rss.xml").exists()
    channel = etree.fromstring((output / "rss.xml").read_bytes()).find("channel")
    assert channel.find(f"{ATOM}link").get("href") == "https://digest.example/subscribe/rss.xml"
    assert len(channel.findall("item")) == 2
    assert channel.find("item").find(CONTENT) is None
    assert channel.find("item").findtext("link").endswith(".html?ref=feed")
    by = etree.fromstring((output / "feeds/by/ann-lee.xml").read_bytes()).find("channel")
    assert by.findtext("title") == "The Digest – Ann Lee"
    assert (output / "feeds/on/ports.xml").is_file()


def test_the_identity_of_items_and_feeds_outlives_domain_title_and_date(tmp_path: Path) -> None:
    keys = {"guid": guid(9), "lang": "en"}
    make_site(tmp_path, {"2025/08/a.md": story(title="Before", date="2025-08-01", section="One", **keys)})
    press(tmp_path)
    before = etree.fromstring((tmp_path / "output/feeds/all.atom.xml").read_bytes())
    (tmp_path / "content/stories/2025/08/a.md").unlink()
    moved = {"2025/08/b.md": story(title="After", date="2025-09-01", section="Two", **keys)}
    make_site(tmp_path, moved, 'SITEURL = FEED_DOMAIN = "https://elsewhere.example"')
    press(tmp_path)
    after = etree.fromstring((tmp_path / "output/feeds/all.atom.xml").read_bytes())
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}entry/{ATOM}id") == before.findtext(f"{ATOM}entry/{ATOM}id") == guid(9)
    assert after.findtext(f"{ATOM}entry/{ATOM}title") == "After"


def test_odd_characters_and_dates_make_valid_feeds(tmp_path: Path) -> None:
    odd = {
        "2025/08/odd.md": story("A ]]> &amp; b &lt;i&gt; c\x0b d\x0c.", title="T\x01itle ]]> & <b>", date="2025-08-01"),
        "0001/01/first.md": story(title="Year one", date="0001-01-01"),
        "9999/12/last.md": story(title="Last", date="9999-12-31T23:59:59-12:00"),
        "1850/01/lmt.md": story(title="Local time", date="1850-01-01T12:00:00"),
        "2025/08/many.md": story(title="Many", date="2025-08-02", authors=[f"Author {n}" for n in range(300)]),
        "2025/08/long.md": story(title="Long " * 2000, date="2025-08-03"),
    }
    make_site(tmp_path, odd, 'TIMEZONE = "Europe/Berlin"\nAUTHOR_SAVE_AS = ""')
    press(tmp_path)
    for name in ("all.rss.xml", "all.atom.xml"):
        feed = etree.fromstring((tmp_path / "output/feeds" / name).read_bytes())
        assert len(feed.findall(".//item") or feed.findall(f"{ATOM}entry")) == len(odd)
        for stamp in feed.iter(f"{ATOM}updated", f"{ATOM}published"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", stamp.text)
    json.loads((tmp_path / "output/feeds/all.json").read_bytes())


def test_an_empty_site_has_feeds_that_never_change(tmp_path: Path) -> None:
    make_site(tmp_path, {})
    press(tmp_path)
    atom = etree.fromstring((tmp_path / "output/feeds/all.atom.xml").read_bytes())
    assert datetime.fromisoformat(atom.findtext(f"{ATOM}updated")) == datetime(1990, 1, 1, tzinfo=UTC)
    channel = etree.fromstring((tmp_path / "output/feeds/all.rss.xml").read_bytes()).find("channel")
    assert channel.find("lastBuildDate") is None
