"""`make serve` beside a browser: a saved story is on the page that shows it, and what went wrong stands there too."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from sites import copy_site

pytestmark = pytest.mark.browser

Readers = Callable[..., Any]


@dataclass(frozen=True)
class Served:
    """A site that `make serve` is at work on."""

    folder: Path
    address: str

    @property
    def story(self) -> Path:
        """A story of it."""
        return sorted((self.folder / "content/stories/2026/01").glob("*.md"))[0]

    @property
    def page(self) -> str:
        """The address of the page of that story."""
        return f"{self.address}2026/01/{self.story.stem}.html"


@pytest.fixture
def window(reader: Readers) -> Iterator[Any]:
    """A reader's window, which has left the site before anything is closed: a page that listens may load anew."""
    opened = reader()
    yield opened
    opened.page.goto("about:blank")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = copy_site(tmp_path)
    log = (folder / "log.txt").open("w")
    command = [sys.executable, "-m", "copydesk.site.serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "plugins")}
    server = subprocess.Popen(command, cwd=folder, env=environment, stderr=log, stdout=log)
    try:
        yield Served(folder, told_address(folder / "log.txt"))
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(180) == 0
        log.close()


def told_address(log: Path) -> str:
    for _ in range(1200):
        if found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.1)
    pytest.fail(log.read_text(encoding="utf-8"))


def test_a_saved_story_is_on_the_page_and_a_fault_is_shown_until_mended(served: Served, window: Any) -> None:
    page = window.page
    page.goto(served.page)
    alert = page.get_by_role("alert")
    right = served.story.read_text(encoding="utf-8")

    served.story.write_text(f"{right}\nZanzibarine is the last word.\n", encoding="utf-8")
    expect(page.locator(".body")).to_contain_text("Zanzibarine is the last word.", timeout=120_000)
    expect(alert).to_have_count(0)

    other = served.folder / "content/stories/2026/01/broken.md"
    other.write_text("---\ntitle: [<script>alert(1)</script>\n---\n", encoding="utf-8")
    expect(alert).to_contain_text("content/stories/2026/01/broken.md", timeout=120_000)
    expect(page.locator(".body")).to_contain_text("Zanzibarine")

    other.unlink()
    expect(alert).to_have_count(0, timeout=120_000)
    assert window.faults == [], "the page's own policy lets the script of the server do what it does"

    written = [path for path in (served.folder / "output").rglob("*") if path.is_file()]
    assert written and not [path for path in written if b".copydesk" in path.read_bytes()]


def test_a_page_is_loaded_anew_when_its_style_changes(served: Served, window: Any) -> None:
    page = window.page
    page.goto(served.address)
    with (served.folder / "theme/static/copydesk.css").open("a", encoding="utf-8") as sheet:
        sheet.write("\nbody { outline: 7px solid; }\n")
    expect(page.locator("body")).to_have_css("outline-width", "7px", timeout=120_000)
