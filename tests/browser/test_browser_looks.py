"""In the dark, in print, with large letters, by keyboard, from right to left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Readers = Callable[..., Any]

WIDTH = "document.documentElement.scrollWidth"
BRIGHTNESS = """property => getComputedStyle(document.body)[property].match(/\\d+/g).slice(0, 3)
  .reduce((sum, channel) => sum + Number(channel), 0)"""
"""Red, green and blue of a colour of the page, added: 0 to 765."""

BROKEN_WORDS = """selector => [...document.querySelectorAll(selector)].flatMap(cell => {
  const text = cell.firstChild, broken = [];
  for (const word of (text?.data ?? "").matchAll(/\\S+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    if (range.getClientRects().length > 1) broken.push(word[0]);
  }
  return broken;
})"""
"""Words in the text of some elements that go on in the next line."""

FIRST_EDGES = """selector => {
  const parts = [...document.querySelector(selector).children], edges = {};
  for (const part of parts) edges[part.offsetTop] ??= Math.round(part.getBoundingClientRect().left
    + parseFloat(getComputedStyle(part).borderLeftWidth) + parseFloat(getComputedStyle(part).paddingLeft));
  return Object.values(edges);
}"""
"""Where the text of each row of an element begins, in CSS pixels."""


def test_letters_of_twice_the_size_stay_on_every_page(reader: Readers, every_path: tuple[str, ...]) -> None:
    window = reader(width=640)
    for path in every_path:
        page = window.open(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(WIDTH) <= 640, path


def test_the_front_page_fits_every_window(reader: Readers) -> None:
    page = reader().open("index.html")
    for width in (320, 480, 640, 768, 896, 960, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDTH) <= width


def test_dark_is_dark_and_light_is_light(reader: Readers) -> None:
    light, dark = (reader(color_scheme=scheme).open("index.html") for scheme in ("light", "dark"))
    assert light.evaluate(BRIGHTNESS, "backgroundColor") > 700 and light.evaluate(BRIGHTNESS, "color") < 150
    assert dark.evaluate(BRIGHTNESS, "backgroundColor") < 150 and dark.evaluate(BRIGHTNESS, "color") > 600


def test_the_first_tab_offers_to_skip_to_the_text(reader: Readers) -> None:
    page = reader().open("index.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    box = skip.bounding_box()
    assert box is not None and box["width"] > 50 and box["height"] > 20
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_has_the_focus_shows_it(reader: Readers) -> None:
    page = reader().open("index.html")
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.locator(":focus").evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2


def test_how_a_story_was_cleaned_opens_by_keyboard(reader: Readers) -> None:
    page = reader().open("index.html")
    page.locator(".lead h2 a").click()
    page.locator(".account summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".account code").first.is_visible()


def test_print_leaves_the_site_behind(reader: Readers) -> None:
    page = reader().open("index.html")
    page.locator(".lead h2 a").click()
    page.emulate_media(media="print")
    for text in ("h1", ".body", ".credit"):
        assert page.locator(text).is_visible(), text
    for chrome in (".masthead .menu", ".account", ".colophon nav"):
        assert not page.locator(chrome).is_visible(), chrome
    assert page.pdf().startswith(b"%PDF-")


def test_nothing_moves_for_who_asked_for_stillness(reader: Readers) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert reader(reduced_motion="reduce").open("index.html").evaluate(behaviour) == "auto"
    assert reader(reduced_motion="no-preference").open("index.html").evaluate(behaviour) == "smooth"


def test_a_story_from_right_to_left_is_set_so_and_the_facts_about_it_are_not(reader: Readers) -> None:
    window = reader()
    page = window.open("index.html")
    page.locator("article[dir=rtl] h2 a, article[dir=rtl] h3 a").first.click()
    headline, slip = page.locator("h1"), page.locator(".slip")
    assert headline.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert slip.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert slip.bounding_box()["x"] > page.locator(".body").bounding_box()["x"]
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_lines_keep_to_a_readable_measure(reader: Readers) -> None:
    page = reader().open("index.html")
    page.locator(".lead h2 a").click()
    wide = page.locator(".body p").first.evaluate("one => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)")
    assert 24 < wide < 36


def test_no_word_of_a_table_is_broken_on_a_phone(reader: Readers) -> None:
    page = reader(width=320).open("index.html")
    page.locator(".lead h2 a").click()
    page.locator(".body th").first.evaluate("cell => { cell.textContent = 'Wiedereröffnungsfeierlichkeiten'; }")
    assert page.evaluate(BROKEN_WORDS, ".body :is(th, td)") == []
    assert page.evaluate(WIDTH) <= 320


def test_each_row_of_a_byline_begins_at_the_edge(reader: Readers) -> None:
    page = reader(width=320).open("index.html")
    page.locator("a[href*='stone-bridge']").first.click()
    page.locator(".byline").wait_for()
    edges = page.evaluate(FIRST_EDGES, ".byline")
    assert len(edges) > 1, "the byline no longer wraps: take a longer one"
    assert set(edges) == {round(page.locator(".byline").bounding_box()["x"])}
