"""A reader opens the front page, a story, follows links, and nothing leaves the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Readers = Callable[..., Any]

LOUD = """() => {
  const script = document.createElement("script");
  script.textContent = "document.title = 'script ran'";
  document.body.append(script);
  const image = document.createElement("img");
  image.src = "https://elsewhere.example/pixel.png";
  document.body.append(image);
  document.body.insertAdjacentHTML("beforeend", "<p id=styled style='display: none'>set</p>");
  return [document.title, getComputedStyle(document.getElementById("styled")).display];
}"""
"""What a hostile page would try: a script, a far image, a style. The title and whether the style held."""


def test_a_reader_goes_from_the_front_page_to_a_story_and_on(reader: Readers) -> None:
    window = reader()
    page = window.open("index.html")
    lead = page.locator(".lead h2 a").inner_text()
    headline = page.locator("article:has(.publisher a)").first.locator("h2 a, h3 a")
    words = headline.inner_text()
    headline.click()
    assert page.locator("h1").inner_text() == words
    assert page.locator(".body p").count() > 1
    page.locator(".byline .publisher a").click()
    assert page.get_by_role("link", name=words).count() >= 1
    page.locator(".masthead .name a").click()
    assert page.locator(".lead h2 a").inner_text() == lead
    assert window.faults == [] and window.strays == []


def test_every_page_fits_a_narrow_phone_has_no_fault_and_reaches_nothing_outside(
    reader: Readers, every_path: tuple[str, ...]
) -> None:
    window = reader(width=320)
    for path in every_path:
        page = window.open(path)
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert window.faults == [] and window.strays == [], path
    assert any(url.endswith(".css") for url in window.requests)


def test_every_story_says_who_when_whence_and_how_it_was_cleaned(reader: Readers) -> None:
    window = reader()
    page = window.open("index.html")
    paths = page.locator("main article h2 a, main article h3 a").evaluate_all("links => links.map(a => a.href)")
    assert paths
    for path in paths:
        page.goto(path)
        assert page.locator(".byline").inner_text().strip(), path
        assert page.locator(".slip time").count() >= 1, path
        original = page.locator(".credit dt", has_text="Original").locator("xpath=following-sibling::dd").inner_text()
        assert re.search(r"^Read it at \S+\.\S+|original address not recorded", original), path
        if page.locator(".account").count():
            page.locator(".account summary").click()
            assert page.locator(".account .origins tr").count() > 1, path


def test_the_policy_of_a_page_stops_what_a_story_could_try(reader: Readers) -> None:
    window = reader()
    page = window.open("index.html")
    with page.expect_event("requestfailed") as failed:
        title, display = page.evaluate(LOUD)
    assert failed.value.url == "https://elsewhere.example/pixel.png" and failed.value.failure == "csp"
    assert "script ran" not in title and display != "none"
    assert len([fault for fault in window.faults if "Content Security Policy" in fault]) == 3


def test_an_unknown_address_gets_a_whole_page_at_any_depth(reader: Readers) -> None:
    window = reader()
    page = window.open("no/such/story/at/all.html")
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 20
    page.locator(".masthead .name a").click()
    assert page.locator(".lead").count() == 1
