"""Every link of the site leads somewhere, and no page fetches anything from another host."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import lxml.html
import pytest

FETCHED: Mapping[str, str] = {
    "img": "src",
    "script": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "track": "src",
}
"""Elements a browser fetches something for on its own, and the attribute that names it."""

FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest"})
"""Relations of a link element that make a browser fetch."""

URL_IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True)
class Reference:
    """An address on a page: who holds it, the address, and whether a browser fetches it unasked."""

    page: Path
    address: str
    fetched: bool


def references(page: Path) -> Iterator[Reference]:
    """Every address a page holds."""
    for element in lxml.html.fromstring(page.read_bytes()).iter():
        if not isinstance(element.tag, str):
            continue
        for name in ("href", "src", "action", "poster", "data", "cite"):
            if value := element.get(name):
                fetched = FETCHED.get(element.tag) == name or name == "poster"
                relations = set((element.get("rel") or "").split())
                yield Reference(page, value, fetched or (element.tag == "link" and bool(relations & FETCHED_RELATIONS)))
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield Reference(page, candidate.split()[0], True)
        yield from (Reference(page, url, True) for url in addresses_of_css(element.get("style") or ""))
        if element.tag == "style":
            yield from (Reference(page, url, True) for url in addresses_of_css(element.text or ""))


def addresses_of_css(sheet: str) -> Iterator[str]:
    """Every address a stylesheet names."""
    for match in URL_IN_CSS.finditer(sheet):
        yield match[1] or match[2]


@pytest.fixture(scope="module")
def home(root: Path) -> SplitResult:
    """The absolute address the site calls its own."""
    settings = runpy.run_path(str(root / "pelican.conf.py"))
    return urlsplit(settings.get("SITEURL") or settings.get("FEED_DOMAIN") or "")


@pytest.fixture(scope="module")
def all_references(built_site: Path) -> tuple[Reference, ...]:
    """Every address on every page."""
    found = tuple(each for page in sorted(built_site.rglob("*.html")) for each in references(page))
    assert found
    return found


def inside(reference: Reference, site: Path, home: SplitResult) -> Path | None:
    """The file an address means, ``None`` where it leads out of the site."""
    url = urlsplit(reference.address)
    if url.scheme or url.netloc:
        if (url.scheme, url.netloc) != (home.scheme, home.netloc) or not url.path.startswith(home.path):
            return None
        place = site / unquote(url.path[len(home.path) :]).lstrip("/")
    elif url.path.startswith("/"):
        place = site / unquote(url.path.removeprefix(home.path)).lstrip("/")
    else:
        place = reference.page.parent / unquote(url.path) if url.path else reference.page
    return place / "index.html" if place.is_dir() else place


@cache
def anchors(page: Path) -> frozenset[str]:
    """Every name a fragment may mean on a page."""
    tree = lxml.html.fromstring(page.read_bytes())
    return frozenset(str(name) for name in tree.xpath("//@id | //a/@name")) | {"", "top"}


def test_every_internal_link_leads_to_a_file(
    built_site: Path, home: SplitResult, all_references: tuple[Reference, ...]
) -> None:
    broken = [
        f"{each.page.relative_to(built_site)} → {each.address}"
        for each in all_references
        if (target := inside(each, built_site, home)) is not None and not target.is_file()
    ]
    assert not broken, "\n".join(broken[:30])


def test_every_fragment_names_something(
    built_site: Path, home: SplitResult, all_references: tuple[Reference, ...]
) -> None:
    lost = []
    for each in all_references:
        target = inside(each, built_site, home)
        fragment = unquote(urlsplit(each.address).fragment)
        if fragment and target is not None and target.suffix == ".html" and fragment not in anchors(target):
            lost.append(f"{each.page.relative_to(built_site)} → {each.address}")
    assert not lost, "\n".join(lost[:30])


def test_no_page_fetches_from_another_host(
    built_site: Path, home: SplitResult, all_references: tuple[Reference, ...]
) -> None:
    remote = [
        f"{each.page.relative_to(built_site)} → {each.address}"
        for each in all_references
        if each.fetched and not each.address.startswith("data:") and inside(each, built_site, home) is None
    ]
    assert not remote, "\n".join(remote[:30])


def test_no_stylesheet_fetches_from_another_host(built_site: Path, home: SplitResult) -> None:
    for sheet in built_site.rglob("*.css"):
        for address in addresses_of_css(sheet.read_text(encoding="utf-8")):
            if not address.startswith(("data:", "#")):
                target = inside(Reference(sheet, address, True), built_site, home)
                assert target is not None and target.is_file(), f"{sheet.name} → {address}"


def test_every_page_is_reached_from_the_front_page(
    built_site: Path, home: SplitResult, all_references: tuple[Reference, ...]
) -> None:
    links: dict[Path, set[Path]] = {}
    for each in all_references:
        target = inside(each, built_site, home)
        if target is not None and target.suffix == ".html":
            links.setdefault(each.page.resolve(), set()).add(target.resolve())
    seen, waiting = set(), [(built_site / "index.html").resolve()]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting.extend(links.get(page, ()))
    pages = {page.resolve() for page in built_site.rglob("*.html") if page.name != "404.html"}
    lost = sorted(str(page.relative_to(built_site.resolve())) for page in pages - seen)
    assert not lost, f"no way leads to: {lost[:20]}"
