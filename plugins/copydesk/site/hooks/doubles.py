"""Story files under one GUID: a copy from which a curator began another story, or a name that somebody took.

A GUID is whom subscribers know a story by, so there can be one. It is the file's that the ledger names, and without a
ledger the first one's; the others are left out and named.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from copydesk.batch.files import read_if_there
from copydesk.errors import LedgerError, StoryFileError
from copydesk.site.entries import shown
from copydesk.site.printing.press import Press
from copydesk.writing.ledger import parse_entry

logger = logging.getLogger(__name__)

LISTS = ("articles", "translations", "hidden_articles", "hidden_translations")
"""Pelican's lists of all but drafts: a draft is nobody's yet, and often begins as a copy."""

ADVICE = "If it is another story, take its line guid out; if it is the same, keep one of the two files."


def leave_out_doubles(generator: Any, press: Press) -> None:
    """Take stories under the GUIDs of others out of the lists of an articles generator."""
    by_guid: dict[str, list[Any]] = defaultdict(list)
    for article in chain.from_iterable(getattr(generator, name) for name in LISTS):
        if hasattr(article, "copydesk"):
            by_guid[article.copydesk.guid].append(article)
    doubles = {id(double) for guid, all_ in by_guid.items() if len(all_) > 1 for double in _said(guid, all_, press)}
    if doubles:
        for name in LISTS:
            setattr(generator, name, [each for each in getattr(generator, name) if id(each) not in doubles])


def _said(guid: str, claimants: list[Any], press: Press) -> Iterator[Any]:
    """All of them but the one whose GUID it is, named as faults."""
    paths = {str(article.relative_source_path): article for article in claimants}
    owner = next((path for path in _recorded(guid, press.settings.ledger) if path in paths), min(paths))
    for path in sorted(paths.keys() - {owner}):
        content = press.settings.content.name
        error = StoryFileError(shown(f"{content}/{path}"), f"has the guid of {shown(f'{content}/{owner}')}", ADVICE)
        logger.error("%s", error)
        press.faults.append(str(error))
        yield paths[path]


def _recorded(guid: str, ledger: Path) -> tuple[str, ...]:
    """Where the ledger says that a story stands, and stood."""
    name = f"{guid.removeprefix('urn:uuid:')}.txt"
    try:
        text = read_if_there(ledger / name) if shown(name) == name and "/" not in name else None
        entry = parse_entry(text, name) if text is not None else None
    except (LedgerError, OSError):
        return ()
    return (entry.path, *entry.was) if entry is not None and entry.guid == guid else ()
