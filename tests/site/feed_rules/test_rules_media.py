"""The parts of Media RSS 1.5.1 (https://www.rssboard.org/media-rss) we use, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from feed_stand import MEDIA, entries, items


def contents(output: Path) -> Iterator[Any]:
    for item in (*items(output), *entries(output)):
        yield from item.findall(f"{MEDIA}content")


def test_content_has_an_absolute_address_of_this_site(output: Path) -> None:
    assert {found.get("url").rpartition("/")[0] for found in contents(output)} == {"https://digest.example/images"}


def test_medium_type_and_size_agree_with_the_file(output: Path) -> None:
    for found in contents(output):
        size = (output / found.get("url").removeprefix("https://digest.example/")).stat().st_size
        assert (found.get("medium"), found.get("type"), int(found.get("fileSize"))) == ("image", "image/jpeg", size)
        assert (found.get("width"), found.get("height")) == ("64", "48")


def test_a_description_says_that_it_is_plain(output: Path) -> None:
    for found in contents(output):
        described = found.find(f"{MEDIA}description")
        assert (described.get("type"), described.text) == ("plain", "The quay at <dawn>")


def test_no_other_attribute_is_used(output: Path) -> None:
    known = {"url", "type", "medium", "width", "height", "fileSize"}
    assert all(set(found.attrib) == known for found in contents(output))
