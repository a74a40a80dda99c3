"""Story files under the GUIDs of others (`batch.content.doubles`) are left out of a build."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any

from copydesk.batch.content.doubles import ADVICE, doubles
from copydesk.errors import StoryFileError
from copydesk.site.entries import shown
from copydesk.site.printing.press import Press

logger = logging.getLogger(__name__)

LISTS = ("articles", "translations", "hidden_articles", "hidden_translations")
"""Pelican's lists of all but drafts: a draft is nobody's yet, and often begins as a copy."""


def leave_out_doubles(generator: Any, press: Press) -> None:
    """Take stories under the GUIDs of others out of the lists of an articles generator."""
    by_guid: dict[str, list[Any]] = defaultdict(list)
    for article in chain.from_iterable(getattr(generator, name) for name in LISTS):
        if hasattr(article, "copydesk"):
            by_guid[article.copydesk.guid].append(article)
    left_out = {id(double) for guid, all_ in by_guid.items() if len(all_) > 1 for double in _said(guid, all_, press)}
    if left_out:
        for name in LISTS:
            setattr(generator, name, [each for each in getattr(generator, name) if id(each) not in left_out])


def _said(guid: str, claimants: list[Any], press: Press) -> Iterator[Any]:
    """All of them but the one whose GUID it is, named as faults."""
    paths = {str(article.relative_source_path): article for article in claimants}
    content = press.settings.content.name
    for path, owner in doubles(guid, paths, press.settings.ledger).items():
        error = StoryFileError(shown(f"{content}/{path}"), f"has the guid of {shown(f'{content}/{owner}')}", ADVICE)
        logger.error("%s", error)
        press.faults.append(str(error))
        yield paths[path]
