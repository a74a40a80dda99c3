"""Builds the site, serves it on this machine, and builds again whenever something it is made of changes.

    python scripts/serve.py [--port 8000] [--settings pelican.conf.py]

Each build is a process of its own, so that a change of the plugin or the settings counts too. A build that fails says
why, and the site as it was stays up.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

WATCHED = ("seeds", "content", "theme", "plugins", "sources.toml", "pelican.conf.py", "publish.conf.py")
"""What a site is made of, beside the settings file."""

ROUNDS = 3
"""How often a site is built in a row at most: one that changes with every build would be built for ever."""

Snapshot = dict[str, tuple[int, int]]
"""File → its time of change and its size."""


class Site(http.server.SimpleHTTPRequestHandler):
    """Serves ``output/`` as a web server for static sites does: fresh every time, with the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let no browser keep what the next build may change."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page where nothing is found."""
        page = Path(self.directory, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of single requests."""


def build(settings: str) -> None:
    """Build the site; what the build has to say goes to the terminal."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output", "--settings", settings]
    if subprocess.run(command, check=False).returncode:
        print("The build failed; the site stays as it was.", file=sys.stderr)


def settle(settings: str, places: list[Path]) -> Snapshot:
    """Build until nothing changed meanwhile: by the build, which writes stories, or by someone at work. Returns what
    the site was built from."""
    before: Snapshot = {}
    for _ in range(ROUNDS):
        now = snapshot(places)
        if now == before:
            break
        build(settings)
        before = now
    return before


def snapshot(places: list[Path]) -> Snapshot:
    """Every file of a site with what tells that it changed."""
    return {str(path): (stat.st_mtime_ns, stat.st_size) for path in files(places) for stat in [path.stat()]}


def files(places: list[Path]) -> Iterator[Path]:
    """The files among and under ``places``, those of the interpreter left out."""
    for place in places:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def serve(port: int) -> None:
    """Serve ``output/`` from a thread for as long as the program runs."""
    handler = functools.partial(Site, directory="output")
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}): make serve PORT={port + 1}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://localhost:{server.server_address[1]}  (Ctrl-C ends it)", flush=True)


def main() -> None:
    """Build, serve, and build again for ever."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--port", type=int, default=8000)
    asked.add_argument("--settings", default="pelican.conf.py")
    options = asked.parse_args()
    Path("content").mkdir(exist_ok=True)
    places = [path for name in sorted({*WATCHED, options.settings}) if (path := Path(name)).exists()]
    built = settle(options.settings, places)
    serve(options.port)
    for _ in watch(*places, yield_on_timeout=True, raise_interrupt=False):
        if snapshot(places) != built:
            built = settle(options.settings, places)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print()
