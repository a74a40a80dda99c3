"""A browser and the built site behind a local address, as GitHub Pages would serve it under a base path."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine, whatever a page asks for
)


class Pages(SimpleHTTPRequestHandler):
    """Serves the site in silence; an unknown address gets 404.html."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@dataclass
class Reader:
    """A page of the browser with what happened on it: faults of scripts and policy, requests to other hosts."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the site."""
        self.page.goto(self.address + path)
        return self.page

    def on_request(self, request: Request) -> None:
        """Note it, and that it leaves the site."""
        self.requests.append(request.url)
        if not request.url.startswith((self.address, "data:")):
            self.strays.append(request.url)

    def on_console(self, message: ConsoleMessage) -> None:
        """Note a complaint of the browser."""
        if message.type in {"error", "warning"}:
            self.faults.append(message.text)


OpenReader = Callable[..., Reader]

PATIENCE = 180_000
"""Milliseconds after which what a browser is asked for counts as missing: far more than a quiet machine takes."""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(built_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def below(built_site: Path, tmp_path: Path) -> Iterator[str]:
    """Where the built site is served under a base path."""
    (tmp_path / "digest").symlink_to(built_site)
    (tmp_path / "404.html").write_text("not here")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/digest/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS), timeout=PATIENCE)
        yield running
        running.close()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[OpenReader]:
    """Opens a reader's window: ``reader(width=320, color_scheme="dark")``."""
    contexts = []

    def opened(width: int = 1280, **options: object) -> Reader:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        shown = Reader(context.new_page(), address)
        shown.page.on("request", shown.on_request)
        shown.page.on("console", shown.on_console)
        shown.page.on("pageerror", lambda error: shown.faults.append(str(error)))
        return shown

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def every_path(built_site: Path) -> tuple[str, ...]:
    """The path of every page of the site."""
    return tuple(sorted(page.relative_to(built_site).as_posix() for page in built_site.rglob("*.html")))
