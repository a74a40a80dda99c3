"""A server for the pages of an experiment: files of a site as they are or without their policy, and pages made here."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from copydesk.site.serving.handler import TYPES

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')

SHOWN = {
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".opml": "application/xml; charset=utf-8",
    ".webmanifest": "application/json; charset=utf-8",
}
"""What files are sent as so that a browser shows them, where it would save them otherwise."""

Answer = Callable[[str], tuple[str, bytes] | None]
"""The media type and the bytes of a path, ``None`` for what is not there."""


def file_of(folder: Path, path: str, *, policed: bool) -> tuple[str, bytes] | None:
    """A file of a site; its pages without their Content-Security-Policy unless ``policed``."""
    file = folder / path
    if not file.is_file():
        return None
    kind = next((kind for ending, kind in TYPES.items() if path.endswith(ending)), "application/octet-stream")
    kind = SHOWN.get(Path(path).suffix, kind)
    data = file.read_bytes()
    return kind, data if policed or not path.endswith(".html") else POLICY.sub(b"", data)


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Where what ``answer`` gives is served."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = answer(self.path.split("?")[0].lstrip("/"))
            kind, data = found or ("text/html", b"<!doctype html>not here")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that is closed leaves connections open."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
