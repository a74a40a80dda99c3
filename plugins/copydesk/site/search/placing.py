"""Which stories can be searched, and the index as entries of the site."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial

from copydesk.site.entries import Entry, digest_of
from copydesk.site.hooks.calls import PageCall
from copydesk.site.printing.press import Press
from copydesk.site.search.leaves import Leaf, index_language
from copydesk.site.search.making import NEEDED, code, code_names, files_of, make_index, pagefind_version, program
from copydesk.site.search.page import BUNDLE, is_ready

logger = logging.getLogger(__name__)

MISSING = (
    "search: there is no Pagefind for this platform, so the search page lists the archives and nothing more. "
    "COPYDESK_SEARCH = False leaves it out."
)


def leaves(call: PageCall) -> Iterator[Leaf]:
    """The leaf of a story's page; none for a draft and for what was withdrawn."""
    article = call.kwargs.get("article")
    record = getattr(article, "copydesk", None)
    if record is not None and record.withdrawal is None and getattr(article, "status", "") == "published":
        yield Leaf(call.path, record)


def add_index(press: Press) -> None:
    """Add the files of the index, where the site has a search page and is not too large for this build."""
    if press.site is None or not press.site.search:
        return
    if program() is None:
        logger.warning(MISSING)
    if not is_ready(press.settings, len(press.leaves)):
        return
    folder = make_index(press.leaves, press.site.language, press.settings.state)
    if folder is None:
        return
    for path in files_of(folder, NEEDED):
        name = path.relative_to(folder).as_posix()
        press.entries.add(Entry(f"{BUNDLE}{name}", digest_of("search", folder.name, name), path.read_bytes))
    language = press.site.language
    for name in code_names(folder):
        digest = digest_of("search code", pagefind_version(), index_language(language), name)
        press.entries.add(Entry(f"{BUNDLE}{name}", digest, partial(code_file, name, language)))


def code_file(name: str, language: str) -> bytes:
    """A file of what readers' browsers run, as the program gives it."""
    return code(language).get(name, b"")
