"""What a cold visit costs: few requests, few bytes, nothing that moves, no script."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

pytestmark = pytest.mark.browser

Readers = Callable[..., Any]

FIRST_PAGE = 60_000
"""Bytes of a cold visit, compressed as hosts do it."""

REQUESTS = 3
"""The page, its style sheet, its icon."""

LONGEST = 100_000
"""Bytes of any page without its pictures."""

WATCH = """() => {
  window.shifts = 0;
  const add = list => list.getEntries().forEach(entry => window.shifts += entry.value);
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
}"""
"""Adds up how far things move after they were painted."""

PATHS = ("index.html", "archives.html", "publishers.html", "editions.html", "feeds.html")


def test_the_first_page_of_a_cold_visit_is_light(reader: Readers, built_site: Path) -> None:
    for path in PATHS:
        window = reader()
        window.open(path)
        fetched = {urlsplit(url).path.lstrip("/") for url in window.requests}
        assert len(fetched) <= REQUESTS, fetched
        sent = sum(len(gzip.compress((built_site / name).read_bytes())) for name in fetched)
        assert sent < FIRST_PAGE, (path, sent)


def test_nothing_moves_once_it_is_there(reader: Readers) -> None:
    for path in (*PATHS, "search.html"):
        window = reader(width=390)
        window.page.add_init_script(f"({WATCH})()")
        page = window.open(path)
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shifts") == 0, path


def test_no_page_is_long(built_site: Path) -> None:
    sizes = {page.relative_to(built_site).as_posix(): page.stat().st_size for page in built_site.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size >= LONGEST} == {}


def test_no_page_but_search_has_a_script(built_site: Path) -> None:
    for page in sorted(built_site.rglob("*.html")):
        tree = lxml.html.fromstring(page.read_bytes())
        scripts = tree.xpath("//script[not(@type='application/ld+json')]")
        assert page.name.startswith("search") or not scripts, page
