"""Marks that programs leave in the pages they save: where a page was saved from."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

SAVED_FROM: Final = (
    re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(\S{1,2000})"),  # browsers: "Web page, complete"
    re.compile(r"<!--\s*Page saved with SingleFileZ?\s+url:\s*(\S{1,2000})"),
    re.compile(r"<!--\s*Saved from:?\s+<?(https?://[^\s>]{1,2000})", re.IGNORECASE),  # monolith, ArchiveBox
    re.compile(r"<!--\s*Mirrored from\s+(\S{1,2000})\s+by HTTrack"),
)
"""Comments of savers, with the address in their group."""

_ARCHIVED: Final = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)")
_COMMENT: Final = re.compile(r"<!--(?=\s*(?:page )?(?:saved|mirrored))", re.IGNORECASE)
"""Where a comment begins that may be one of them."""
_HEAD: Final = 20_000


def saved_from(html: str) -> str | None:
    """The address a saved page had, or ``None`` where its saver did not note it."""
    head = html[:_HEAD]
    comments = [found.start() for found in _COMMENT.finditer(head)]
    for pattern in SAVED_FROM:
        match = next(filter(None, (pattern.match(head, at) for at in comments)), None)
        if match is not None:
            address = unarchived(_without_view(match[1]))
            return address if "://" in address else f"http://{address}"
    return None


def _without_view(address: str) -> str:
    """The address of the page itself, of one that a browser shows in its reader view or as source."""
    view, shown, rest = address.partition("about:reader?url=")
    return unquote(rest) if shown and not view else address.removeprefix("view-source:")


def unarchived(address: str) -> str:
    """The address of the page itself, of one that a web archive replays."""
    return _ARCHIVED.sub("", address) if "web.archive.org" in address else address
