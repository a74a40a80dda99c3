"""``python -m copydesk.site.serve``: build the site, serve it on this machine, build again when something changes.

Every build is a process of its own, so that a changed plugin or settings file counts at once and a build that fails
ends nothing but itself. While it runs, the site as it was is served.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pelican.settings import read_settings
from watchfiles import watch

from copydesk.site.press import site_settings

HOST, PORT = "127.0.0.1", 8000

IGNORED = ("__pycache__", "~", ".swp", ".tmp")
"""Endings of names that editors and Python write beside the files that matter."""

LAST_PORT = 65535

ROUNDS = 3
"""Builds in a row, at most: a first one may write stories, a second then finds nothing to write."""

GLANCE = 1000
"""Milliseconds between two looks at the files that lie in no watched folder."""

TYPES: Mapping[str, str] = {
    ".rss.xml": "application/rss+xml; charset=utf-8",
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""Endings and what they are sent as; the longest come first."""

Stamps = Mapping[Path, tuple[int, int]]
"""Size and time of files."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the output folder, with the site's own page where there is nothing."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The media type of a file."""
        name = os.fspath(path)
        return next((kind for ending, kind in TYPES.items() if name.endswith(ending)), super().guess_type(path))

    def end_headers(self) -> None:
        """A page that was built anew is fetched anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page, where there is one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of pages that were found."""
        if str(code) not in ("200", "304"):
            super().log_request(code, size)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the site is made from: folders that are watched, and single files that are looked at now and then."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]

    def stamps(self) -> Stamps:
        """The state of everything."""
        return {**self.glance(), **dict(stamped(path for folder in self.folders for path in files_in(folder)))}

    def glance(self) -> Stamps:
        """The state of the single files."""
        return dict(stamped(self.files))


def files_in(folder: Path) -> Iterator[Path]:
    """The files under a folder that matter."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if matters(name)]
        yield from (Path(parent, name) for name in names if matters(name))


def matters(name: str) -> bool:
    """Whether a file or folder of that name is part of the site."""
    return not name.startswith(".") and not name.endswith(IGNORED)


def stamped(paths: Sequence[Path] | Iterator[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Each file that exists with its state."""
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield path, (status.st_size, status.st_mtime_ns)


def settle(inputs: Inputs, build: Callable[[], object]) -> Stamps:
    """Build until a build finds the site as the one before left it; the state then. A build writes stories itself, and
    someone may save a file while it runs: both show as a difference, and neither makes it go on for ever."""
    before = inputs.stamps()
    for _ in range(ROUNDS):
        build()
        after = inputs.stamps()
        if after == before:
            break
        before = after
    return before


def rebuild_forever(inputs: Inputs, build: Callable[[], object], stamps: Stamps) -> None:
    """Build whenever something differs from ``stamps``, until interrupted."""
    folders = [folder for folder in inputs.folders if folder.is_dir()]
    unseen = True  # what was saved before the watch began brings no event
    for changes in watch(*folders, watch_filter=None, yield_on_timeout=True, rust_timeout=GLANCE, debounce=300):
        now = inputs.stamps() if changes or unseen else {**stamps, **inputs.glance()}
        unseen = False
        if now != stamps:
            stamps = settle(inputs, build)


def run_build(settings: Path) -> int:
    """One build in a process of its own; its exit code."""
    command = [sys.executable, "-m", "pelican", "--settings", str(settings)]
    return subprocess.run(command, cwd=settings.parent, check=False).returncode


def inputs_of(settings: Path) -> tuple[Inputs, Path]:
    """What the site of a settings file is made from, and where it is built."""
    values = read_settings(str(settings))
    ours = site_settings(values)
    places = (ours.seeds, ours.content, Path(values["THEME"]), *map(Path, values["PLUGIN_PATHS"]))
    sources = ours.root / str(values.get("COPYDESK_SOURCES", "sources.toml"))
    files = (settings, sources, *settings.parent.glob("*.conf.py"))
    return Inputs(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(files))), Path(values["OUTPUT_PATH"])


def serve(output: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder, at work in a thread of its own. Raises OSError where the port is taken."""
    server = ThreadingHTTPServer((HOST, port), partial(SiteHandler, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def port_number(text: str) -> int:
    """A port. Raises ArgumentTypeError, which argparse prints, for what is none."""
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 0 to {LAST_PORT}")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """The program."""
    about = "Build, serve, and build on change."
    parser = argparse.ArgumentParser(prog="copydesk", usage=argparse.SUPPRESS, description=about)
    parser.add_argument("--settings", type=Path, default=Path("pelican.conf.py"), help="the settings file")
    parser.add_argument("--port", type=port_number, default=PORT, help="where to listen (0 takes any free port)")
    chosen = parser.parse_args(arguments)
    settings = chosen.settings.resolve()
    inputs, output = inputs_of(settings)
    build = partial(run_build, settings)
    try:
        server = serve(output, chosen.port)
        stamps = settle(inputs, build)
        sys.stderr.write(f"http://{HOST}:{server.server_port}/ (Ctrl-C ends it)\n")
        rebuild_forever(inputs, build, stamps)
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        advice = f"Name another: make serve PORT={PORT + 1}, or --port"
        sys.stderr.write(f"copydesk: cannot listen on port {chosen.port} ({error.strerror}). {advice}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
