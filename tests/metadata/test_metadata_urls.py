"""Addresses: cleaned of tracking, only of the web, and read for what they tell."""

from __future__ import annotations

import pytest
from copydesk.metadata.addresses.canonical import resolve_canonical_url
from copydesk.metadata.addresses.urls import clean_address, host_of, is_front_page, is_variant
from copydesk.metadata.credits.publishers import publisher_of_host
from copydesk.metadata.evidence import value_of
from copydesk.model import House
from drafts import HARBOR, clue, evidence
from hypothesis import given, settings
from hypothesis import strategies as st

STORY = "https://harborpost.example/2025/08/wall"


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        (STORY, STORY),
        (f"{STORY}?utm_source=mail&utm_medium=x&fbclid=1", STORY),
        (f"{STORY}?id=7&utm_source=mail", f"{STORY}?id=7"),
        (f"{STORY}?b=2&a=%20x", f"{STORY}?b=2&a=%20x"),
        (f"{STORY}#comments", STORY),
        ("HTTPS://HarborPost.Example/Wall", "https://harborpost.example/Wall"),
        ("https://harborpost.example:443/wall", "https://harborpost.example/wall"),
        ("https://harborpost.example:8080/wall", "https://harborpost.example:8080/wall"),
        ("https://harborpost.example", "https://harborpost.example/"),
        (f"https://web.archive.org/web/20250810120000/{STORY}", STORY),
        (
            "https://web.archive.org/web/20250810120000id_/http:/harborpost.example/wall",
            "http://harborpost.example/wall",
        ),
        ("https://zeitung.example/straße", "https://zeitung.example/straße"),
    ],
)
def test_cleaned(address: str, cleaned: str) -> None:
    assert clean_address(address) == cleaned


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://harborpost.example/wall",
        "file:///etc/passwd",
        "//",
        "https://",
        "https://[",
        "https://localhost/wall",
        "https://user:secret@harborpost.example/wall",
        "https://harborpost.example/a b",
        "https://harborpost.example/\u202egpj",
        "https://harborpost.example:99999/wall",
        "harborpost",
        "",
    ],
)
def test_no_address_of_the_web(address: str) -> None:
    assert clean_address(address) is None


def test_a_relative_address_is_completed() -> None:
    assert clean_address("/wall", STORY) == "https://harborpost.example/wall"
    assert clean_address("/wall") is None


def test_what_an_address_tells() -> None:
    assert host_of("https://www.harborpost.example/wall") == "harborpost.example"
    assert is_front_page("https://harborpost.example/") and is_front_page("https://harborpost.example/index.html")
    assert not is_front_page("https://harborpost.example/?p=7")
    assert is_variant("https://m.harborpost.example/wall") and is_variant("https://harborpost.example/wall/amp/")
    assert not is_variant("https://harborpost.example/amp-makers-strike")


def test_the_longest_domain_wins_and_no_other_ends_alike() -> None:
    house = House((HARBOR,))
    assert publisher_of_host("news.harborpost.example", house) is HARBOR
    assert publisher_of_host("myharborpost.example", house) is None


def test_the_canonical_link_beats_the_address_it_was_saved_from() -> None:
    given_ = (clue("canonical_url", f"{STORY}?x=1", "saved from"), clue("canonical_url", STORY, "rel canonical"))
    found = resolve_canonical_url(evidence(*given_))
    assert found.fact and (found.fact.value, found.fact.origin) == (STORY, "rel canonical")


def test_a_front_page_or_an_archive_is_not_where_a_story_lives() -> None:
    front = clue("canonical_url", "https://harborpost.example/", "rel canonical")
    archive = clue("canonical_url", "https://archive.ph/AbCdE", "rel canonical")
    found = resolve_canonical_url(evidence(front, archive))
    assert found.fact is None and [doubt.code for doubt in found.doubts] == ["original-address-missing"]
    known = clue("canonical_url", STORY, "known url")
    assert value_of(resolve_canonical_url(evidence(front, known)).fact) == STORY


def test_the_page_for_phones_stands_back() -> None:
    phone = clue("canonical_url", "https://m.harborpost.example/wall", "rel canonical")
    desk = clue("canonical_url", "https://harborpost.example/wall", "open graph")
    assert value_of(resolve_canonical_url(evidence(phone, desk)).fact) == "https://harborpost.example/wall"
    assert value_of(resolve_canonical_url(evidence(phone)).fact) == "https://m.harborpost.example/wall"


@settings(deadline=None)
@given(st.text(max_size=120) | st.builds("https://{}".format, st.text(max_size=80)))
def test_cleaning_never_raises_and_is_done_once(address: str) -> None:
    cleaned = clean_address(address)
    if cleaned:
        assert cleaned.startswith(("http://", "https://")) and clean_address(cleaned) == cleaned
