"""Two feed readers subscribe over loopback HTTP as their users would, twice and after edits: titles, authors, dates and
text are right, unchanged feeds are not sent again, and nothing that was read is unread again."""

from __future__ import annotations

import functools
import http.server
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import feedparser_sgmllib
import pytest
from copydesk.site.serving.handler import SiteHandler
from newsstand import guid, make_site, press, story

# The library's own copy of feedparser looks for the parser of feedparser 6 under its old name.
sys.modules.setdefault("sgmllib", feedparser_sgmllib)
from reader import make_reader  # noqa: E402

TITLES = (
    "Fish & Chips < 5 “quid”, says \"R&D\" > 'all'",
    "🚢 Ferries return",
    "船が港に戻る",
    "شركة «المرفأ» تعود",
    "The <sail> word",
)
STORIES = {
    f"2025/08/story-{number}.md": story(
        f"The first words of number {number}.\n\nThe *last* words of it.",
        title=title,
        standfirst="What it is about.",
        authors=["Ann Lee", "Bo Ek"],
        publisher="The Harbor Ledger",
        date=f"2025-08-1{number}T10:00:00+02:00",
        lang="ar" if title.startswith("ش") else "en",
        guid=guid(number),
    )
    for number, title in enumerate(TITLES)
}


@dataclass
class Desk:
    """A built site that is served: its folder, its address, the status codes of all answers."""

    folder: Path
    address: str
    answers: list[int] = field(default_factory=list)

    def edit(self) -> None:
        """Change words, a title and a date, add a story, build again, in another second: readers built on libcurl take
        what was changed in the second that they know for what they have (CURLOPT_TIMECONDITION)."""
        written = max(feed.stat().st_mtime for feed in (self.folder / "output/feeds").iterdir())
        while int(time.time()) <= int(written):
            time.sleep(0.05)
        story_file = self.folder / "content/stories/2025/08/story-1.md"
        text = story_file.read_text(encoding="utf-8").replace("first words", "changed words")
        story_file.write_text(text.replace("Ferries return", "Ferries are back").replace("2025-08-11", "2025-08-05"))
        new = story("Something new.", title="New", date="2025-08-20", guid=guid(9), lang="en", authors=["Cy Day"])
        make_site(self.folder, {"2025/08/new.md": new})
        press(self.folder)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    make_site(tmp_path / "site", STORIES)
    output = press(tmp_path / "site")
    answers: list[int] = []

    class Handler(SiteHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            answers.append(int(code))

    handler = functools.partial(Handler, directory=str(output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Desk(tmp_path / "site", f"http://127.0.0.1:{server.server_address[1]}/feeds/all", answers)
        server.shutdown()


def words(html: str) -> str:
    """The words of HTML."""
    return " ".join(re.findall(r"\w+", unescape(re.sub("<[^>]*>", " ", html))))


# --- reader, the library ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_reader_library_shows_everything_right(desk: Desk, kind: str) -> None:
    with make_reader(":memory:") as library:
        library.add_feed(f"{desk.address}.{kind}.xml")
        library.update_feeds()
        entries = {entry.id: entry for entry in library.get_entries()}
    assert entries.keys() == {guid(number) for number in range(len(TITLES))}
    for number, title in enumerate(TITLES):
        entry = entries[guid(number)]
        assert entry.title == title
        assert entry.authors_str in ("Bo Ek", "Ann Lee, Bo Ek"), "of several authors this library shows one"
        assert entry.published == datetime(2025, 8, 10 + number, 8, tzinfo=UTC)
        assert entry.summary == "What it is about." and entry.link.startswith("https://digest.example/2025/08/")
        assert "The last words of it By Ann Lee Bo Ek" in words(entry.content[0].value)


@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
def test_in_a_reader_library_nothing_read_is_unread_again(desk: Desk, kind: str) -> None:
    ending = ".json" if kind == "json" else f".{kind}.xml"
    with make_reader(":memory:") as library:
        library.add_feed(desk.address + ending)
        library.update_feeds()
        for entry in library.get_entries():
            library.mark_entry_as_read(entry)
        desk.answers.clear()
        library.update_feed(desk.address + ending)
        assert desk.answers == [304]
        assert library.get_entry_counts(read=False).total == 0
        desk.edit()
        library.update_feed(desk.address + ending)
        assert [entry.id for entry in library.get_entries(read=False)] == [guid(9)]
        changed = library.get_entry((desk.address + ending, guid(1)))
        assert changed.title == "🚢 Ferries are back" and changed.read
        assert changed.published == datetime(2025, 8, 11, 8, tzinfo=UTC), "published never moves"


# --- newsboat ---------------------------------------------------------------------------------------------------------


@dataclass
class Newsboat:
    """Newsboat with one subscription."""

    folder: Path

    def subscribe(self, url: str) -> None:
        self.folder.mkdir()
        (self.folder / "urls").write_text(f"{url}\n", encoding="utf-8")
        (self.folder / "config").write_text("max-items 0\n", encoding="utf-8")

    def reload(self) -> None:
        command = ["newsboat", "--url-file", str(self.folder / "urls"), "--cache-file", str(self.folder / "cache.db")]
        command += ["--config-file", str(self.folder / "config"), "--execute", "reload"]
        home = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=home)

    def query(self, sql: str) -> list[tuple[str, ...]]:
        with sqlite3.connect(self.folder / "cache.db") as cache:
            return list(cache.execute(sql))


@pytest.mark.newsboat
@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_in_newsboat_nothing_read_is_unread_again(desk: Desk, tmp_path: Path, kind: str) -> None:
    boat = Newsboat(tmp_path / "boat")
    boat.subscribe(f"{desk.address}.{kind}.xml")
    boat.reload()
    assert {title for (title,) in boat.query("SELECT title FROM rss_item")} == set(TITLES)
    boat.query("UPDATE rss_item SET unread = 0")
    boat.reload()  # newsboat keeps the validators of an answer only where it knows the feed already
    desk.answers.clear()
    boat.reload()
    assert desk.answers == [304]
    assert boat.query("SELECT count(*) FROM rss_item WHERE unread") == [(0,)]
    desk.edit()
    boat.reload()
    assert boat.query("SELECT guid FROM rss_item WHERE unread") == [(guid(9),)]
    (content,) = boat.query(f"SELECT content FROM rss_item WHERE guid = '{guid(9)}'")
    assert "Something new" in content[0]
