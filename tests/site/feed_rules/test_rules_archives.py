"""Archived feeds (RFC 5005, section 4) and tombstones (RFC 6721), rule by rule."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from feed_stand import ATOM, HISTORY, TOMBSTONES, atoms, links
from lxml import etree
from newsstand import guid

SITE = "https://digest.example/"
KINDS = ("atom", "rss")


def feed_at(output: Path, address: str) -> Any:
    """The feed or channel that stands at an address of the site."""
    root = etree.fromstring((output / address.removeprefix(SITE)).read_bytes())
    return root if root.tag == f"{ATOM}feed" else root.find("channel")


def linked(feed: Any, rel: str) -> str | None:
    found = links(feed, rel)
    assert len(found) <= 1
    return found[0].get("href") if found else None


def walk(output: Path, kind: str) -> Iterator[Any]:
    """The main feed, then each document of its history."""
    address: str | None = f"{SITE}feeds/all.{kind}.xml"
    while address:
        feed = feed_at(output, address)
        yield feed
        address = linked(feed, "prev-archive")


def ids(feed: Any) -> list[str]:
    return [found.text for found in (*feed.iterfind("item/guid"), *feed.iterfind(f"{ATOM}entry/{ATOM}id"))]


@pytest.mark.parametrize("kind", KINDS)
def test_4_the_whole_history_can_be_walked(output: Path, kind: str) -> None:
    subscription, *archives = walk(output, kind)
    everything = {found for feed in archives for found in ids(feed)}
    listed = {path.stem for path in output.glob("20??/??/*.html")} - {"index", "gone"}
    assert len(ids(subscription)) == 12 < len(everything) == len(listed)
    assert set(ids(subscription)) <= everything


@pytest.mark.parametrize("kind", KINDS)
def test_4_1_an_archive_document_says_so_and_a_subscription_document_does_not(output: Path, kind: str) -> None:
    subscription, *archives = walk(output, kind)
    assert subscription.find(f"{HISTORY}archive") is None
    assert len(archives) == 4 and all(len(feed.findall(f"{HISTORY}archive")) == 1 for feed in archives)


@pytest.mark.parametrize("kind", KINDS)
def test_4_2_archives_lead_back_and_forth_and_to_the_current_feed(output: Path, kind: str) -> None:
    subscription, *archives = walk(output, kind)
    assert linked(archives[0], "next-archive") is None and linked(archives[-1], "prev-archive") is None
    for newer, older in pairwise(archives):
        assert linked(older, "next-archive") == linked(newer, "self")
        assert linked(newer, "prev-archive") == linked(older, "self")
    assert {linked(feed, "current") for feed in archives} == {linked(subscription, "self")}


def test_4_documents_of_one_feed_have_one_id(output: Path) -> None:
    assert len({feed.findtext(f"{ATOM}id") for feed in walk(output, "atom")}) == 1


def test_no_story_stands_in_two_archive_documents(output: Path) -> None:
    found = [guid for feed in list(walk(output, "atom"))[1:] for guid in ids(feed)]
    assert len(found) == len(set(found))


def test_the_pages_of_the_json_feed_are_its_archives(output: Path) -> None:
    address: str | None = f"{SITE}feeds/all.json"
    pages = []
    while address:
        pages.append(json.loads((output / address.removeprefix(SITE)).read_bytes()))
        address = pages[-1].get("next_url")
    assert [[item["id"] for item in page["items"]] for page in pages] == [ids(feed) for feed in walk(output, "atom")]


# --- RFC 6721 ---------------------------------------------------------------------------------------------------------


def stones(feed: Any) -> list[Any]:
    return list(feed.findall(f"{TOMBSTONES}deleted-entry"))


def test_3_a_withdrawn_story_has_a_tombstone_with_ref_and_when(output: Path) -> None:
    (stone,) = stones(feed_at(output, f"{SITE}feeds/all.atom.xml"))
    assert stone.get("ref") == guid(204)
    assert datetime.fromisoformat(stone.get("when")) == datetime.fromisoformat("2025-05-20T00:00:00+00:00")


def test_3_the_reason_is_its_comment(output: Path) -> None:
    (stone,) = stones(feed_at(output, f"{SITE}feeds/all.atom.xml"))
    assert stone.findtext(f"{TOMBSTONES}comment") == "The publisher <asked> for it."


def test_3_it_stands_in_every_feed_the_story_was_in_and_in_no_other(output: Path) -> None:
    found = {links(feed, "self")[0].get("href").removeprefix(f"{SITE}feeds/") for feed in atoms(output) if stones(feed)}
    assert found == {"all.atom.xml", "all/2025-05.atom.xml"}


def test_6_no_feed_holds_both_an_entry_and_its_tombstone(output: Path) -> None:
    for feed in atoms(output):
        assert not set(ids(feed)) & {stone.get("ref") for stone in stones(feed)}
