"""The server of `make serve`: files as they are, asked for with conditions or without, and pages that are live."""

from __future__ import annotations

import io
import os
import re
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from copydesk.site.serving.live import SCRIPT, STREAM, Live, script, with_script

HOST = "127.0.0.1"

NAMES = frozenset((HOST, "localhost", "[::1]"))
"""What this machine calls itself. A page of a stranger's whose own name leads here (DNS rebinding) sends that name, and
could read drafts as pages of its own."""

_PORT = re.compile(r":\d{0,5}$")

HTML = "text/html; charset=utf-8"

TYPES: Mapping[str, str] = {
    ".rss.xml": "application/rss+xml; charset=utf-8",
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""Endings and what they are sent as; the longest come first."""

HEADERS = (
    ("Cache-Control", "no-cache"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("X-Content-Type-Options", "nosniff"),
)
"""What every answer says. A page of another place that had ours for a picture, a script or a frame of its own would be
told of drafts by whether they load, and how large they are (Fetch, 3.7; HTML, 7.6)."""

NO_PAGE = b"""<!DOCTYPE html>
<html lang="en"><head><title>Copydesk</title></head><body><p>There is no page here.</p></body></html>
"""
"""What stands where nothing is, on a site that has no page for that, or is not built yet."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the output folder, with the site's own page where there is nothing. With ``live``, pages are sent with the
    script that loads them anew; without, they are sent as they are."""

    def __init__(self, *request: Any, directory: str, live: Live | None = None) -> None:
        self.live = live
        super().__init__(*request, directory=directory)

    def parse_request(self) -> bool:
        """Whether there is a request to answer: none that asks for another host (RFC 9110, 7.4)."""
        if not super().parse_request():
            return False
        if _PORT.sub("", self.headers.get("Host", HOST).strip().lower()) in NAMES:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, f"This is {HOST}, whose pages no other name shows")
        return False

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The media type of a file."""
        name = os.fspath(path)
        return next((kind for ending, kind in TYPES.items() if name.endswith(ending)), super().guess_type(path))

    def do_GET(self) -> None:
        """Answer, for ever where a page asks for news."""
        if self.live is not None and self.path == STREAM:
            self._stream(self.live)
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer but for the body, which is returned; ``None`` where there is none."""
        if self.live is not None and self.path.partition("?")[0] == SCRIPT:
            return self._send(HTTPStatus.OK, script(), "text/javascript; charset=utf-8")
        file = self._file()
        return super().send_head() if file is None else self._answer(file)

    def _file(self) -> Path | None:
        """The file that is asked for; ``None`` where there is none, and for a folder without its slash."""
        path = Path(self.translate_path(self.path))
        asks_for_folder = self.path.partition("?")[0].endswith("/")
        file = path / "index.html" if path.is_dir() and asks_for_folder else path
        return file if file.is_file() and not (asks_for_folder and file == path) else None

    def _answer(self, file: Path) -> io.BytesIO | None:
        """The file, unless the other side has it (RFC 9110, 13.2.2). A live page is another one after each build, with
        the same file: its date says nothing."""
        kind, site = self.guess_type(file), self._site()
        with open(file, "rb") as opened:
            status = os.fstat(opened.fileno())
            body = opened.read()
        tag, changed = f"{status.st_mtime_ns:x}-{len(body):x}", datetime.fromtimestamp(int(status.st_mtime), UTC)
        if kind == HTML and site is not None:
            return self._answer_unless_had(with_script(body, site), kind, f'"{tag}-{site}"', None)
        return self._answer_unless_had(body, kind, f'"{tag}"', changed)

    def _answer_unless_had(self, body: bytes, kind: str, tag: str, changed: datetime | None) -> io.BytesIO | None:
        validators = {"ETag": tag}
        if changed is not None:
            validators["Last-Modified"] = format_datetime(changed, usegmt=True)
        if self._has(tag, changed):
            return self._send(HTTPStatus.NOT_MODIFIED, b"", kind, validators)
        return self._send(HTTPStatus.OK, body, kind, validators)

    def _site(self) -> str | None:
        """The site as it stands, where pages are live."""
        return self.live.news.site if self.live is not None else None

    def _has(self, tag: str, changed: datetime | None) -> bool:
        """Whether the other side says that it has just this. A tag counts before a date."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in tags.split(","))
        if changed is None:
            return False
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since") or "")
        except (ValueError, TypeError):
            return False
        return changed <= (since if since.tzinfo else since.replace(tzinfo=UTC))

    def _send(
        self, code: HTTPStatus, body: bytes, kind: str, validators: Mapping[str, str] | None = None
    ) -> io.BytesIO | None:
        self.send_response(code)
        for name, value in (validators or {}).items():
            self.send_header(name, value)
        if code != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body) if body else None

    def _stream(self, live: Live) -> None:
        """Server-sent events: news as they come."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for news in live.listen():
                self.wfile.write(f"data: {news.line()}\n\n".encode() if news else b":\n\n")
                self.wfile.flush()
        except OSError:  # the browser went away
            return

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """No host of static sites lists its folders."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """What was built anew is asked for anew, and by no page of a stranger's."""
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page, where there is one."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page, site = Path(self.directory) / "404.html", self._site()
        body = page.read_bytes() if page.is_file() else NO_PAGE
        body = body if site is None else with_script(body, site)
        self._send(HTTPStatus.NOT_FOUND, body, HTML)
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of pages that were found."""
        if str(code) not in ("200", "304"):
            super().log_request(code, size)


def serve(output: Path, port: int, live: Live | None = None) -> ThreadingHTTPServer:
    """A server of the folder, at work in a thread of its own. Raises OSError where the port is taken."""
    server = ThreadingHTTPServer((HOST, port), partial(SiteHandler, directory=str(output), live=live))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
