"""What browsers that look at the site are told: which build they would get now, and what went wrong in the last one.

The page itself is not touched: the server puts one element into what it sends, before the page's own
Content-Security-Policy, which holds for what comes after it. Nothing of this is ever in ``output/``.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = "/.copydesk/"
"""Where the server's own addresses lie: a site has no files whose names begin with a dot."""

SCRIPT = FOLDER + "live.js"
STREAM = FOLDER + "live"

BREATH = 15.0
"""Seconds after which a stream says that it is still there, and so learns whether the browser is."""

_HEAD = re.compile(rb"<head(?:\s[^<>]*+)?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class News:
    """``site`` names the site as it stands, ``fault`` is what the last build said went wrong."""

    site: str
    fault: str | None = None

    def line(self) -> str:
        """As JSON, on one line."""
        return json.dumps({"site": self.site, "fault": self.fault})


class Live:
    """The news, for the builder to tell and for any number of browsers to wait for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._news = News("")

    @property
    def news(self) -> News:
        """The latest."""
        return self._news

    def tell(self, news: News) -> None:
        """Pass news on to all who wait."""
        with self._changed:
            self._news = news
            self._changed.notify_all()

    def listen(self, breath: float = BREATH) -> Iterator[News | None]:
        """The news, now and whenever they change; ``None`` where for ``breath`` seconds there were none."""
        heard: News | None = None
        while True:
            with self._changed:
                if self._news == heard:
                    self._changed.wait(breath)
                fresh, heard = self._news != heard, self._news
            yield heard if fresh else None


def state_of(output: Path) -> str:
    """A name for the site in a folder: another one when a file in it came, went or was written."""
    found = hashlib.blake2b(digest_size=8)
    for parent, folders, names in os.walk(output):
        folders.sort()
        for name in sorted(names):
            try:
                status = os.stat(os.path.join(parent, name))
            except FileNotFoundError:  # someone else builds, too
                continue
            found.update(
                f"{parent}\0{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape")
            )
    return found.hexdigest()


def with_script(page: bytes, site: str) -> bytes:
    """The page with the script that makes it live, which is told what site the page is of. HTML without a head, which
    no page of a site is, stays as it is."""
    element = f'\n<script src="{SCRIPT}?site={site}"></script>'.encode()
    return _HEAD.sub(lambda head: head[0] + element, page, count=1)


def script() -> bytes:
    """The script."""
    return Path(__file__).with_name("live.js").read_bytes()
