"""Addresses of a page made absolute; only those a reader may follow."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from copydesk.intake.markup.savers import unarchived

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_SPACE: Final = re.compile(r"[ \xa0]")
_UP_TO_PATH: Final = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:[ \xa0]*+)?(?://[^/?#]*+)?")
"""What stands before the path of an address: its scheme and its host."""
_FOLLOWED: Final = ("http://", "https://", "mailto:")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LONGEST: Final = 2000
_ORDINARY: Final = re.compile(r"https?://[a-zA-Z0-9.-]+(?::\d{1,5})?(?:[/?#]|\Z)")
_ORIGIN: Final = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?=[/?#]|$)")
"""How most absolute addresses begin."""


class Links:
    """Resolves the addresses of one page against its base."""

    def __init__(self, page: str | None) -> None:
        self._base = page
        self._root = _root(page)
        self._seen: dict[str, str | None] = {}

    def rebase(self, href: str | None) -> None:
        """Take the address of a ``<base>`` element as the base from here on."""
        if href and (absolute := self.absolute(href)) is not None:
            self._base, self._root = absolute, _root(absolute)
            self._seen.clear()

    def absolute(self, href: str | None) -> str | None:
        """The absolute http, https or mailto address of ``href``, or ``None`` where there is none."""
        if not href:
            return None
        if href not in self._seen:
            self._seen[href] = self._resolve(href)
        return self._seen[href]

    def is_front_or_self(self, address: str) -> bool:
        """Whether an absolute address is that of a front page, or of this page."""
        path = address.split("://", 1)[-1].partition("/")[2]
        return path.strip("/") in ("", "index.html") or address == self._base

    def _resolve(self, href: str) -> str | None:
        if not (href.isascii() and href.isprintable()) or " " in href:  # all that may be junk, asked in C
            href = without_junk(href[: 2 * _LONGEST])
        if href.startswith("#") or len(href) > _LONGEST:
            return None
        plain = self._plain(href)
        if plain is not None:
            return unarchived(plain)
        if not _SCHEME.match(href):
            href = _joined(self._base, href)
        href = unarchived(href)
        return href if href.lower().startswith(_FOLLOWED) and _whole(href) else None

    def _plain(self, href: str) -> str | None:
        """The absolute address of one of the two shapes that need no parsing: an absolute one, or a path without dots
        for directories."""
        if not href.isascii() and any(map(str.isspace, href)):
            return None
        if href.startswith("/"):
            _, dot, behind = href.partition(".")
            is_path = not href.startswith(("//", "/\\")) and "\\" not in href
            is_plain = is_path and not (dot and (not behind or "/" in behind or ".." in href or behind.endswith(".")))
            return self._root + href if is_plain and self._root is not None else None
        return href if _ORDINARY.match(href) else None


def without_junk(href: str) -> str:
    """An address without controls, and without spaces around it, in its scheme or its host. Within a path a space is a
    letter of it, as browsers have it: "/annual report.pdf"."""
    href = _CONTROL.sub("", href).strip(" \xa0")
    if not _SPACE.search(href):
        return href
    begin = _UP_TO_PATH.match(href)
    end = len(href) if begin is None or begin[0].lower().startswith("mailto:") else begin.end()
    return _SPACE.sub("", href[:end]) + _SPACE.sub(lambda space: quote(space[0]), href[end:])


def _root(page: str | None) -> str | None:
    """The scheme and host of the page, to put before a path; only where they are plain."""
    match = _ORIGIN.match(page) if page else None
    return match[0] if match else None


def _joined(base: str | None, href: str) -> str:
    if base is None:
        return f"https:{href}" if href.startswith("//") else ""
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def _whole(address: str) -> bool:
    """Whether the address names a host (or a mailbox): "https:///x" and "http://[" do not."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname or parts.scheme == "mailto" and parts.path)
