"""axe-core finds nothing against WCAG 2.2 A, AA or good practice, in the light and in the dark, on a desk and on a
phone; and every page can be walked through by keyboard."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.node]

Readers = Callable[..., Any]

HERE = Path(__file__).resolve().parent

KINDS = {
    "front page": None,
    "story": ".lead h2 a",
    "story from right to left": "article[dir=rtl] h2 a, article[dir=rtl] h3 a",
    "section": ".sections a",
    "publishers": ".colophon a[href$='publishers.html']",
    "tags": ".colophon a[href$='tags.html']",
    "edition": ".dateline a",
    "editions": ".colophon a[href$='editions.html']",
    "archive": ".colophon a[href$='archives.html']",
    "corrections": ".colophon a[href$='corrections.html']",
    "feeds": ".subscribe",
    "search": ".menu .search",
    "about": ".menu a[href$='about.html']",
}
"""One page of each kind → the link of the front page that leads there."""

PERIODS = {"year": ".group h2 a", "month": ".year a", "day": ".year a"}
"""A page of each kind of period → the link of the archive that leads there, or to the month of a day."""

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AUDIT = """async rules => (await axe.run(document, {runOnly: rules})).violations
  .flatMap(found => found.nodes.map(node => found.id + ": " + node.html))"""

STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(one => one.checkVisibility() && !one.disabled)"""
"""All a page has that takes the focus, in its order."""

FOCUSED = """(one => { const box = one.getBoundingClientRect(); return [
  parseFloat(getComputedStyle(one).outlineWidth),
  box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth] }
)(document.activeElement)"""
"""Of what has the focus: how wide its outline is, and whether it is in sight."""


IN_SIGHT = """words => {
  const link = [...document.querySelectorAll(".masthead nav a")].find(one => one.innerText === words);
  link.scrollIntoView({block: "center", behavior: "instant"});
  const box = link.getBoundingClientRect(), [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return box.left >= 0 && box.right <= innerWidth && link.contains(document.elementFromPoint(x, y));
}"""
"""Whether a link of the menus with these words, once the page is scrolled down to it, is seen whole and free."""


@pytest.fixture(scope="session")
def axe() -> str:
    """The checker's script, fetched by its lock if it is not there."""
    package = HERE / "node_modules" / "axe-core"
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    version = locked["packages"]["node_modules/axe-core"]["version"]
    manifest = package / "package.json"
    if not manifest.exists() or json.loads(manifest.read_text(encoding="utf-8"))["version"] != version:
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=HERE, check=True, capture_output=True, timeout=300)
    return (package / "axe.min.js").read_text(encoding="utf-8")


def audit(page: Any, axe: str) -> list[str]:
    """What the checker finds on the page as it stands, details opened."""
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.evaluate(axe)
    found: list[str] = page.evaluate(AUDIT, list(RULES))
    return found


def test_the_checker_finds_what_is_wrong(reader: Readers, axe: str) -> None:
    page = reader().open("index.html")
    page.evaluate("document.querySelector('.lead h2 a').replaceChildren()")
    page.evaluate("document.querySelector('.second').insertAdjacentHTML('beforeend', '<img src=x>')")
    found = " ".join(audit(page, axe))
    assert "link-name" in found and "image-alt" in found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_stands_in_a_readers_way(reader: Readers, axe: str, width: int, scheme: str) -> None:
    for kind, page in a_page_of_each_kind(reader(width=width, color_scheme=scheme)):
        assert audit(page, axe) == [], kind


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_stands_in_a_readers_way_on_any_page(
    reader: Readers, axe: str, every_path: tuple[str, ...], width: int, scheme: str
) -> None:
    window = reader(width=width, color_scheme=scheme)
    for path in every_path:
        assert audit(window.open(path), axe) == [], path


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_can_be_walked_through_by_keyboard(reader: Readers, width: int) -> None:
    for kind, page in a_page_of_each_kind(reader(width=width, reduced_motion="reduce")):
        count = page.evaluate(f"{STOPS}.length")
        assert count > 5, kind
        for number in range(count):
            page.keyboard.press("Tab")
            where, outline, shown = page.evaluate(f"[{STOPS}.indexOf(document.activeElement), ...({FOCUSED})]")
            assert (where, shown) == (number, True) and outline >= 2, f"{kind}: stop {number}"


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_all_of_the_menus_is_in_sight_on_a_phone_in_the_order_of_the_keyboard(reader: Readers, size: str) -> None:
    page = reader(width=320, reduced_motion="reduce").open("index.html")
    page.evaluate("size => document.documentElement.style.fontSize = size", size)
    menus = page.locator(".masthead nav a")
    words = menus.all_inner_texts()
    assert words[-2:] == ["Search", "Subscribe"] and len(words) > 8
    assert [each for each in words if not page.evaluate(IN_SIGHT, each)] == []
    page.locator(".masthead .nameplate a").last.focus()
    places = []
    for number in range(len(words)):
        page.keyboard.press("Tab")
        assert menus.nth(number).evaluate("link => link === document.activeElement")
        places.append(
            menus.nth(number).evaluate("link => [link.getBoundingClientRect().top + scrollY, link.offsetLeft]")
        )
    assert places == sorted(places)


LINES = """block => { const navs = [...document.querySelectorAll(".masthead nav")];
  navs.forEach(nav => nav.style.display = block);
  return new Set(navs.flatMap(nav => [...nav.querySelectorAll("a")].map(link => link.offsetTop))).size; }"""
"""On how many lines the links of the menus stand where each menu is displayed so."""


def test_on_a_phone_the_second_menu_goes_on_where_the_first_ends(reader: Readers) -> None:
    saved = []
    for width in range(320, 440, 20):
        page = reader(width=width).open("index.html")
        saved.append(page.evaluate(LINES, "block") - page.evaluate(LINES, ""))
    assert min(saved) >= 0 and sum(saved) > 0, saved


def a_page_of_each_kind(window: Any) -> Iterator[tuple[str, Any]]:
    """The window on a page of each kind, one after the other, and what kind it is."""
    for kind, link in KINDS.items():
        page = window.open("index.html")
        if link is not None:
            follow(page, link)
        yield kind, page
    for kind, link in PERIODS.items():
        page = window.open("archives.html")
        follow(page, link)
        if kind == "day":
            follow(page, ".calendar td a")
        yield kind, page
    yield "no such page", window.open("no/such/page.html")


def follow(page: Any, link: str) -> None:
    """Go where a link of the page leads."""
    page.goto(page.locator(link).first.evaluate("link => link.href"))
