"""What the feed validator of the W3C warns of beyond the specifications: texts that look like HTML, identities that are
not in canonical form, moments that repeat, control characters, and what keeps feeds from being read everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from pathlib import Path
from typing import Any

import feedparser
from feed_stand import ATOM, DC, MEDIA, TITLES, atoms, channels, entries, feeds, items
from lxml import html
from newsstand import guid

END_TAG = re.compile(r"</(\w+)>")
REFERENCE = re.compile(r"&(#?\w+)")


def reads_as_html(text: str) -> bool:
    """Whether the validator takes a text for HTML: it has a closing tag, or a character reference."""
    return bool(END_TAG.search(text)) or any(
        name in name2codepoint or name == "apos" or not name.isalpha() for name in REFERENCE.findall(text)
    )


def plain_texts(output: Path) -> Iterator[Any]:
    """Elements whose text is no HTML and says so, or says nothing."""
    for channel in channels(output):
        yield from channel.iter("title", f"{DC}creator", f"{DC}rights", "category", "source", f"{MEDIA}description")
        yield channel.find("description")
    for feed in atoms(output):
        texts = feed.iter(*(f"{ATOM}{name}" for name in ("title", "subtitle", "summary", "rights")))
        yield from (text for text in texts if text.get("type", "text") == "text")


def test_no_plain_text_reads_as_html(output: Path) -> None:
    assert [text.text for text in plain_texts(output) if reads_as_html(text.text)] == []


def test_no_label_of_a_category_reads_as_html(output: Path) -> None:
    labels = [category.get("label") for entry in entries(output) for category in entry.findall(f"{ATOM}category")]
    assert labels and not [label for label in labels if reads_as_html(label)]


def test_a_text_that_reads_as_html_is_escaped_in_atom_and_shows_the_same(output: Path) -> None:
    shown = {}
    for entry in entries(output):
        title = entry.find(f"{ATOM}title")
        is_html = title.get("type") == "html"
        shown[entry.findtext(f"{ATOM}id")] = html.fromstring(title.text).text_content() if is_html else title.text
    for number, title in enumerate(TITLES):
        if guid(100 + number) in shown:
            assert shown[guid(100 + number)] == " ".join(title.split())


def test_a_title_that_does_not_read_as_html_is_in_rss_to_the_letter(output: Path) -> None:
    titles = {item.findtext("title") for item in items(output)}
    assert {" ".join(title.split()) for title in TITLES if not reads_as_html(title)} <= titles


def test_no_white_space_stands_around_what_is_no_prose(output: Path) -> None:
    for feed in atoms(output):
        for element in feed.iter(f"{ATOM}id", f"{ATOM}updated", f"{ATOM}published", f"{ATOM}uri"):
            assert element.text == element.text.strip()
    for channel in channels(output):
        for element in channel.iter("link", "guid", "pubDate", "lastBuildDate", "language"):
            assert element.text == element.text.strip()


def test_no_core_element_is_said_twice_in_another_vocabulary(output: Path) -> None:
    for item in items(output):
        assert item.find(f"{DC}date") is None and item.find(f"{DC}title") is None
        assert not (item.find("author") is not None and item.find(f"{DC}creator") is not None)


def test_feedparser_finds_nothing_to_mend(output: Path) -> None:
    for ending in (".rss.xml", ".atom.xml"):
        for path, _ in feeds(output, ending):
            parsed = feedparser.parse((output / path).read_bytes())
            assert not parsed.bozo and parsed.version in ("rss20", "atom10"), path
