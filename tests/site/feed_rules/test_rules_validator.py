"""What the feed validator of the W3C warns of beyond the specifications: texts that look like HTML, identities that are
not in canonical form, moments that repeat, control characters, and what keeps feeds from being read everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from pathlib import Path
from typing import Any

import feedparser
import html5lib
from feed_stand import ATOM, CONTENT, DC, LANG, MEDIA, TITLES, atoms, channels, entries, feeds, items
from lxml import html
from newsstand import guid

END_TAG = re.compile(r"</(\w+)>")
REFERENCE = re.compile(r"&(#?\w+)")


HARMLESS_ELEMENTS = frozenset(
    "a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p "
    "pre q s small span strong sub sup table tbody td th thead time tr u ul".split()
)
HARMLESS_ATTRIBUTES = frozenset("alt class colspan dir height href lang rel rowspan src start title width".split())


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


def test_no_title_of_a_link_reads_as_html(output: Path) -> None:
    titles = [link.get("title") for root in (*atoms(output), *channels(output)) for link in root.iter(f"{ATOM}link")]
    assert any(titles) and not [title for title in titles if title and reads_as_html(title)]


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


def test_a_plain_text_of_rss_says_by_its_references_that_it_is_no_html(output: Path) -> None:
    """RSS Best Practices Profile, "Character Data": hexadecimal references for ``&`` and ``<``."""
    plain = re.compile(rb"<(title|source|category|dc:creator)\b[^>]*>([^<]*)</")
    texts = [text for path in (output / "feeds").rglob("*.rss.xml") for _, text in plain.findall(path.read_bytes())]
    assert any(b"&#x26;" in text for text in texts) and any(b"&#x3C;" in text for text in texts)
    assert not [text for text in texts if b"&amp;" in text or b"&lt;" in text]


def test_no_text_holds_a_character_that_speaks_of_a_wrong_encoding(output: Path) -> None:
    wounds = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff\U0001fffe\U0001ffff]")
    for path, root in (*feeds(output, ".rss.xml"), *feeds(output, ".atom.xml")):
        for element in root.iter():
            assert not [text for text in (element.text or "", *element.attrib.values()) if wounds.search(text)], path


def test_zones_of_rss_are_of_whole_or_half_hours(output: Path) -> None:
    moments = [item.findtext("pubDate") for item in items(output)]
    assert moments and all(re.search(r" [+-]\d\d[03]0$", moment) for moment in moments)


def test_every_address_is_of_the_characters_of_a_uri(output: Path) -> None:
    uri = re.compile(r"[A-Za-z][0-9A-Za-z+.-]*:(//)?(\[[0-9A-Fa-f:]+\])?[0-9A-Za-z;/?:@&=+$._!~*'()%,-]*(#[^#\[\]]*)?")
    for path, root in (*feeds(output, ".rss.xml"), *feeds(output, ".atom.xml")):
        addresses = [each.get(name) for each in root.iter() for name in ("href", "url", "scheme", "domain")]
        assert not [address for address in addresses if address and not uri.fullmatch(address)], path


def test_every_language_is_one_of_iso_639(output: Path) -> None:
    said = {entry.get(LANG) for entry in entries(output)} | {item.findtext(f"{DC}language") for item in items(output)}
    assert said and all(re.fullmatch(r"[a-z]{2,3}(-.*)?", language) for language in said)


def test_no_name_of_a_person_holds_an_address_or_a_tag(output: Path) -> None:
    names = [name.text for entry in entries(output) for name in entry.iter(f"{ATOM}name")]
    assert not [name for name in names if re.search(r"<[\w.+'-]+@|</\w", name)]


def htmls(output: Path) -> Iterator[str]:
    """Every text of a feed that is HTML."""
    for item in items(output):
        yield from (text for text in (item.findtext("description"), item.findtext(CONTENT)) if text)
    for feed in atoms(output):
        yield from (text.text for text in feed.iter() if text.get("type") == "html")


def test_html_is_without_a_fault_and_of_elements_and_attributes_that_can_do_nothing(output: Path) -> None:
    elements: set[str] = set()
    attributes: set[str] = set()
    for text in dict.fromkeys(htmls(output)):
        for element in html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text).iter():
            elements.add(element.tag)
            attributes.update(element.attrib)
    assert elements <= {"DOCUMENT_FRAGMENT", *HARMLESS_ELEMENTS}
    assert attributes <= HARMLESS_ATTRIBUTES


def test_feedparser_finds_nothing_to_mend(output: Path) -> None:
    for ending in (".rss.xml", ".atom.xml"):
        for path, _ in feeds(output, ending):
            parsed = feedparser.parse((output / path).read_bytes())
            assert not parsed.bozo and parsed.version in ("rss20", "atom10"), path
