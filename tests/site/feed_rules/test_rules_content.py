"""What stands in the content of an item, in whatever format: safe, absolute, with its credit, within its policy."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from feed_stand import ATOM, CONTENT, entries, items, jsons
from lxml import html
from newsstand import SECRET, guid

FORBIDDEN = {"script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta", "base", "svg"}
"""Elements no reader needs of a feed, and every careful one takes out."""


def texts(output: Path) -> Iterator[str]:
    """The HTML of every item in every format."""
    yield from (item.findtext(CONTENT) or "" for item in items(output))
    yield from (entry.findtext(f"{ATOM}content") or "" for entry in entries(output))
    for _, feed in jsons(output):
        yield from (item.get("content_html", "") for item in feed["items"])


def elements(output: Path) -> Iterator[Any]:
    for text in texts(output):
        yield from html.fragment_fromstring(text, create_parent="div").iter()


def of(output: Path, number: int) -> str:
    """The content of one story."""
    return next(
        item["content_html"] for _, feed in jsons(output) for item in feed["items"] if item["id"] == guid(number)
    )


def test_no_element_that_runs_loads_or_asks(output: Path) -> None:
    assert not {element.tag for element in elements(output)} & FORBIDDEN


def test_no_attribute_that_runs_or_dresses(output: Path) -> None:
    names = {name for element in elements(output) for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in ("style", "srcset", "ping", "formaction")]


def test_every_address_is_absolute_and_of_the_web(output: Path) -> None:
    addresses = [element.get(name) for element in elements(output) for name in ("href", "src", "cite")]
    assert "https://digest.example/2025/x.html" in addresses
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in addresses if address)


def test_a_picture_is_of_this_site_or_is_not_there(output: Path) -> None:
    pictures = {element.get("src") for element in elements(output) if element.tag == "img"}
    assert {address.rpartition("/")[0] for address in pictures} == {"https://digest.example/images"}


def test_the_curators_note_stands_before_the_story(output: Path) -> None:
    text = of(output, 201)
    assert text.index("Read it <strong>twice</strong>") < text.index("A story with a picture")


def test_a_caption_is_set_apart_without_a_style_sheet(output: Path) -> None:
    assert '<p class="caption"><small>The quay, <em>years</em> ago.</small></p>' in of(output, 201)


def test_the_credit_stands_in_the_content(output: Path) -> None:
    text = of(output, 201)
    for words in ("Fenwick Gazette, with thanks.", 'href="https://gazette.example/quay"', "CC BY-SA 4.0"):
        assert words in text, words
    assert "By Ann &lt;i&gt;Lee&lt;/i&gt; &amp; Co" in of(output, 100)


def test_under_excerpt_and_link_and_when_withdrawn_the_rest_is_nowhere(output: Path) -> None:
    for path in (output / "feeds").rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes(), path
    assert "quay was repaired" in of(output, 202)


def test_a_link_only_story_has_its_credit_and_is_described_by_its_headline(output: Path) -> None:
    assert "https://wire.example/1" in of(output, 203)
    (described,) = {
        (unescape(item.findtext("description") or ""), item.findtext("title"))
        for item in items(output)
        if item.findtext("guid") == guid(203)
    }
    assert described[0] == described[1] != ""


def test_a_text_in_another_language_says_so(output: Path) -> None:
    assert of(output, 205).startswith('<div lang="zh-Hans" dir="ltr">')


def test_an_edition_holds_its_stories_each_within_its_policy(output: Path) -> None:
    (feed,) = [feed for path, feed in jsons(output) if path == "feeds/editions.json"]
    (week,) = [item["content_html"] for item in feed["items"] if "Only an excerpt" in item["content_html"]]
    assert "Only a link" in week and "https://wire.example/1" in week and "quay was repaired" in week
    assert all(item["url"].startswith("https://digest.example/edition/") for item in feed["items"])
