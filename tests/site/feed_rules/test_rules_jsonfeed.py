"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), rule by rule, over every JSON feed of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from feed_stand import ATOM, feeds, jsons
from newsstand import guid

TOP = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon",
    "authors", "language", "expired", "hubs", "items",
}  # fmt: skip
ITEM = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip
ADDRESS = re.compile(r"https://[^\s<>\"{}|\\^`]+", re.ASCII)


def items(output: Path) -> Iterator[dict[str, Any]]:
    for _, feed in jsons(output):
        yield from feed["items"]


def test_the_version_is_1_1_and_title_and_items_are_there(output: Path) -> None:
    for _, feed in jsons(output):
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert isinstance(feed["title"], str) and isinstance(feed["items"], list)


def test_no_key_is_unknown_and_none_is_empty(output: Path) -> None:
    for _, feed in jsons(output):
        assert feed.keys() <= TOP and all(feed[key] for key in feed.keys() - {"items"})
    for item in items(output):
        assert item.keys() <= ITEM and all(item.values())


def test_the_feed_url_is_its_own_address(output: Path) -> None:
    for path, feed in jsons(output):
        assert feed["feed_url"] == f"https://digest.example/{path}"
        assert feed["home_page_url"] == "https://digest.example/"


def test_hubs_have_a_type_and_an_address(output: Path) -> None:
    assert {str(feed["hubs"]) for _, feed in jsons(output)} == {"[{'type': 'WebSub', 'url': 'https://hub.example/'}]"}


def test_authors_are_a_list_of_names(output: Path) -> None:
    assert max(len(item.get("authors", ())) for item in items(output)) == 40
    for item in items(output):
        assert all(author["name"] and isinstance(author["name"], str) for author in item.get("authors", ()))


def test_an_item_has_an_id_that_is_a_string_and_its_own(output: Path) -> None:
    for _, feed in jsons(output):
        ids = [item["id"] for item in feed["items"]]
        assert all(isinstance(found, str) for found in ids) and len(ids) == len(set(ids))


def test_an_item_has_content_in_one_form(output: Path) -> None:
    assert all(("content_html" in item) != ("content_text" in item) for item in items(output))


def test_addresses_are_absolute(output: Path) -> None:
    for item in items(output):
        for key in ("url", "external_url", "image"):
            assert key not in item or ADDRESS.fullmatch(item[key]), item[key]


def test_dates_are_rfc_3339_with_a_zone(output: Path) -> None:
    for item in items(output):
        for key in ("date_published", "date_modified"):
            assert key not in item or datetime.fromisoformat(item[key]).tzinfo


def test_a_summary_is_plain_text(output: Path) -> None:
    stories = [item for item in items(output) if "/edition/" not in item["url"]]  # an edition's is its headlines
    assert not [item for item in stories if re.search("</|<p|&[a-z]+;", item.get("summary", ""))]


def test_tags_are_a_list_of_strings(output: Path) -> None:
    tags = [tag for item in items(output) for tag in item.get("tags", ())]
    assert "a&b" in tags and all(isinstance(tag, str) for tag in tags)


def test_the_original_is_the_external_url_and_not_the_url(output: Path) -> None:
    (link,) = {(item["url"], item["external_url"]) for item in items(output) if item["id"] == guid(203)}
    assert link == ("https://digest.example/2025/05/link.html", "https://wire.example/1")


def test_an_attachment_has_address_type_and_size(output: Path) -> None:
    (item,) = [item for item in items(output) if "attachments" in item][:1]
    (attachment,) = item["attachments"]
    picture = output / attachment["url"].removeprefix("https://digest.example/")
    assert (attachment["mime_type"], attachment["size_in_bytes"]) == ("image/jpeg", picture.stat().st_size)
    assert item["image"] == attachment["url"]


def test_languages_are_those_of_the_stories(output: Path) -> None:
    assert {item["language"] for item in items(output)} == {"en", "zh-Hans"}


def test_the_same_items_in_the_same_order_as_atom(output: Path) -> None:
    atom = [[found.text for found in feed.findall(f"{ATOM}entry/{ATOM}id")] for _, feed in feeds(output, ".atom.xml")]
    assert [[item["id"] for item in feed["items"]] for _, feed in jsons(output)] == atom
