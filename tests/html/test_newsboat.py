"""A real feed reader subscribes over loopback and shows what feedparser finds: title, author, date, text."""

from __future__ import annotations

import calendar
import functools
import http.server
import os
import re
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """The built site, served on a free port of this machine."""
    handler = functools.partial(Quiet, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def xml_feeds(site: Path) -> list[Path]:
    """Every RSS and Atom file of the site."""
    return sorted(path for path in site.rglob("*.xml") if re.search(rb"<(rss|feed)[\s>]", path.read_bytes()[:2000]))


@dataclass(frozen=True)
class Shown:
    """An item as a reader shows it; ``words`` are those of its text."""

    title: str
    author: str
    date: int
    words: tuple[str, ...]


def words_of(html: str) -> tuple[str, ...]:
    """The words of a piece of HTML."""
    return tuple(re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", html))))


def by_feedparser(data: bytes) -> dict[str, Shown]:
    """The items of a feed by their link, as feedparser reads them."""
    parsed = feedparser.parse(data)
    assert not parsed.bozo, parsed.bozo_exception
    return {entry.link: shown(entry) for entry in parsed.entries}


def shown(entry: Any) -> Shown:
    """One entry of feedparser's."""
    text = entry.content[0].value if "content" in entry else entry.summary
    authors = ", ".join(author.name for author in entry.get("authors", ()) if author.get("name"))
    return Shown(entry.title, authors, calendar.timegm(entry.published_parsed), words_of(text))


def by_newsboat(url: str, folder: Path) -> dict[str, Shown]:
    """The items of a feed by their link, as newsboat keeps them after subscribing. Each feed gets a cache of its own:
    newsboat knows an item by its GUID alone, and ours are in several feeds."""
    folder.mkdir()
    (folder / "urls").write_text(f"{url}\n", encoding="utf-8")
    (folder / "config").write_text("max-items 0\n", encoding="utf-8")
    command = ["newsboat", "--url-file", str(folder / "urls"), "--cache-file", str(folder / "cache.db")]
    command += ["--config-file", str(folder / "config"), "--execute", "reload"]
    home = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=home)
    with sqlite3.connect(folder / "cache.db") as cache:
        rows = cache.execute("SELECT url, title, author, pubDate, content FROM rss_item")
        return {link: Shown(title, author, int(date), words_of(text)) for link, title, author, date, text in rows}


@pytest.mark.newsboat
def test_newsboat_shows_every_item_as_feedparser_reads_it(built_site: Path, address: str, tmp_path: Path) -> None:
    files = xml_feeds(built_site)
    assert files, "the site has no feeds"
    for number, path in enumerate(files):
        place = path.relative_to(built_site).as_posix()
        items = by_newsboat(f"{address}/{place}", tmp_path / str(number))
        expected = by_feedparser(path.read_bytes())
        assert items.keys() == expected.keys(), place
        for link, item in items.items():
            assert (item.title, item.date) == (expected[link].title, expected[link].date), f"{place}: {link}"
            assert item.words == expected[link].words, f"{place}: {link}"
            names = expected[link].author.split(", ")
            shows = any if ".rss." in path.name else all  # of several dc:creator this newsboat shows the last
            assert shows(name in item.author for name in names), f"{place}: {link}"


def test_every_item_has_title_author_date_and_text(built_site: Path) -> None:
    for path in xml_feeds(built_site):
        for link, item in by_feedparser(path.read_bytes()).items():
            assert item.title and item.author and item.date and item.words, f"{path.name}: {link}"
