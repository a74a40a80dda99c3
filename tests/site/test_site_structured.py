"""Structured data and cards: NewsArticle as the guidelines for rich results ask it, and nothing that is not known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from copydesk.site.machines.jsonld import script_text
from copydesk.site.machines.sharing import locale
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from newsstand import STORIES, make_site, press, story

ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
EXPECTED = ("headline", "image", "publisher", "mainEntityOfPage")
DATES = ("datePublished", "dateModified")
ADDRESSES = frozenset({"@id", "url", "mainEntityOfPage", "isBasedOn", "archivedAt", "usageInfo", "image"})
"""Properties whose values are addresses (https://developers.google.com/search/docs/appearance/structured-data/article)."""


def structured(page: Path) -> list[dict[str, Any]]:
    """The structured data of a page; whatever a story says, it parses."""
    found = html.fromstring(page.read_bytes()).xpath("//script[@type='application/ld+json']")
    return [json.loads(script.text) for script in found]


def article(page: Path) -> dict[str, Any]:
    """The one article of a story's page."""
    (found,) = structured(page)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
    return found


def values(thing: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every (property, value) of structured data, however deep."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield from values(value, key)
    elif isinstance(thing, list):
        for value in thing:
            yield from values(value, name)
    else:
        yield name, thing


def complaints(found: dict[str, Any]) -> list[str]:
    """What the rules for rich results of articles have to say against an article."""
    said = [f"{name} is missing" for name in EXPECTED if not found.get(name)]
    dates = {name: found[name] for name in DATES if name in found}
    said += [f"{name} has no zone: {date}" for name, date in dates.items() if not ZONED.fullmatch(date)]
    for name, value in values(found):
        if name in ADDRESSES and not (urlsplit(str(value)).scheme in {"http", "https"} and urlsplit(str(value)).netloc):
            said.append(f"{name} is not absolute: {value}")
        if value in (None, ""):
            said.append(f"{name} is empty")
    said += ["an author without a name" for author in found.get("author", ()) if not author.get("name")]
    return said


def test_the_rules_find_what_is_wrong() -> None:
    wrong = {"headline": "", "datePublished": "2025-08-10", "url": "/a.html", "author": [{"url": "https://a.example/"}]}
    said = " ".join(complaints(wrong))
    for fault in ("headline is missing", "datePublished has no zone", "url is not absolute", "author without a name"):
        assert fault in said


def test_every_published_story_keeps_the_rules(output: Path) -> None:
    pages = [page for page in output.rglob("*.html") if '"NewsArticle"' in page.read_text(encoding="utf-8")]
    assert len(pages) == len(STORIES) - 2, "all but the withdrawn one and the draft"
    for page in pages:
        said = complaints(article(page))
        assert said == [], page


def test_an_article_says_all_that_is_known(output: Path) -> None:
    found = article(output / "2025/08/harbor-reopens.html")
    site = {"@type": "Organization", "name": "The Digest", "url": "https://digest.example/"}
    publisher = {"@type": "Organization", "name": "The Harbor Ledger", "url": "https://harborledger.example/"}
    original = "https://www.harborledger.example/2025/harbor"
    assert found["headline"] == "Harbor “reopens” & ferries <sail>"
    assert found["datePublished"] == "2025-08-10T14:05:00+02:00"
    assert found["dateModified"] == "2025-08-11T09:00:00+02:00"
    assert found["author"][0] == {
        "@type": "Person",
        "name": "Ann Lee",
        "url": "https://digest.example/author/ann-lee.html",
    }
    assert (found["publisher"], found["sdPublisher"], found["isBasedOn"]) == (publisher, site, original)
    assert (found["citation"]["url"], found["citation"]["publisher"]["name"]) == (original, "The Harbor Ledger")
    assert (found["articleSection"], found["keywords"]) == ("Global Economy", ["Ports", "Weather"])
    assert (found["isAccessibleForFree"], found["inLanguage"]) == (True, "en")
    assert "license" not in found
    assert article(output / "2025/08/tarn-bridge.html")["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_dateline_is_said_where_the_story_opens_with_one(tmp_path: Path) -> None:
    vote = story("SALTMERE, May 3 (AP) — Six of *them* voted.", title="The vote", date="2025-05-03")
    output = press(make_site(tmp_path, {"2025/05/vote.md": vote}))
    found = article(output / "2025/05/vote.html")
    page = (output / "2025/05/vote.html").read_text(encoding="utf-8")
    assert (found["dateline"], found["description"]) == ("SALTMERE, May 3", "Six of them voted.")
    assert "SALTMERE, May 3 (AP) — Six" in page
    assert re.search(r"<dt>Dateline</dt><dd><bdi[^>]*>SALTMERE, May 3</bdi>", page)


def test_what_is_not_recorded_is_left_out(output: Path) -> None:
    assert "datePublished" not in article(output / "2025/07/undated.html")
    by_hand = article(output / "2025/07/by-hand.html")
    assert not by_hand.keys() & {"author", "isBasedOn", "citation", "license"}
    assert by_hand["publisher"]["name"] == "The Digest"


def test_the_front_page_is_the_site(output: Path) -> None:
    (found,) = structured(output / "index.html")
    assert (found["@type"], found["name"], found["url"]) == ("WebSite", "The Digest", "https://digest.example/")


@given(st.text())
def test_no_words_end_the_element_or_a_line_of_it(words: str) -> None:
    text = script_text({"headline": words + "</script><!--\u2028\u2029]]>&"})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)["headline"].startswith(words)


def test_without_an_address_nothing_claims_one(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/a.md": story(title="Quiet", date="2025-08-10")}, 'FEED_DOMAIN = ""')
    output = press(site)
    assert not [name for name, _ in values(article(output / "2025/08/a.html")) if name in ADDRESSES]
    assert not (output / "sitemap.xml").exists()
    assert "Sitemap" not in (output / "robots.txt").read_text()


# --- where an address is shared ---------------------------------------------------------------------------------------


def meta(page: Path) -> dict[str, str]:
    """The meta elements of a page by their property or name."""
    found = html.fromstring(page.read_bytes()).xpath("//meta[@content]")
    return {element.get("property") or element.get("name"): element.get("content") for element in found}


def test_a_shared_story_says_what_it_is(output: Path) -> None:
    said = meta(output / "2025/08/harbor-reopens.html")
    assert said["og:type"] == "article"
    assert said["og:title"] == "Harbor “reopens” & ferries <sail>"
    assert said["og:description"] == "Ferries are back after the storm."
    assert said["og:url"] == "https://digest.example/2025/08/harbor-reopens.html"
    assert said["og:site_name"] == "The Digest"
    assert said["article:published_time"] == "2025-08-10T14:05:00+02:00"


def test_other_pages_are_shared_as_pages(output: Path) -> None:
    for path in ("index.html", "archives.html", "about.html", "section/local.html"):
        said = meta(output / path)
        assert said["og:type"] == "website" and said["og:title"], path
    assert meta(output / "index.html")["og:url"] == "https://digest.example/"


@pytest.mark.parametrize(("tag", "word"), [("en", None), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("zh", None)])
def test_a_locale_needs_a_territory(tag: str, word: str | None) -> None:
    assert locale(tag) == word
