"""Whose page a raw file is, as far as that can be told before it is cleaned. Pure.

A hint, not a fact: it only says which pages are compared with each other. A wrong one costs little, for lines count as
chrome only where they stand on several pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.batch.recurring.signs import Signs
from copydesk.editing.logo_names import logo_name
from copydesk.metadata.addresses.urls import ARCHIVES, VARIANT_HOSTS, clean_address, host_of
from copydesk.metadata.credits.publishers import publisher_named, publisher_of_host
from copydesk.metadata.names.copyright_names import name_in_copyright
from copydesk.metadata.names.site_names import compact
from copydesk.model import Draft, House

HEAD, FOOT = 12, 40
"""How many of the first lines may be a logo's or a name, and how many of the last a copyright line."""
NAME_WORDS = 8
"""Words of the longest line at the head that may be a publisher's name."""


def signs_of(drafts: Iterable[Draft]) -> Signs:
    """What the documents of a raw file say of their publisher."""
    listed = tuple(drafts)
    return Signs(
        tuple(dict.fromkeys(host for draft in listed for host in _hosts(draft))),
        tuple(dict.fromkeys(name for draft in listed for text in _names(draft) if (name := compact(text)))),
        tuple(dict.fromkeys(name for draft in listed for text in _head(draft) if (name := compact(text)))),
    )


def publisher_of(signs: Signs, house: House) -> str | None:
    """What the pages of one publisher have in common: its key in sources.toml, else its host, else its name; ``None``
    where a page says nothing of it."""
    rows = [row for host in signs.hosts if (row := publisher_of_host(host, house))]
    rows += [row for name in (*signs.names, *signs.head) if (row := publisher_named(name, house))]
    if rows:
        return f"key {rows[0].key}"
    if signs.hosts:
        return f"host {signs.hosts[0]}"
    return f"name {signs.names[0]}" if signs.names else None


def _hosts(draft: Draft) -> Iterator[str]:
    given = (clue.value for clue in draft.clues if clue.fact == "canonical_url")
    for value in (draft.url, *given):
        host = host_of(clean_address(value)) if value else None
        if host and host not in ARCHIVES:
            yield next((host.removeprefix(mark) for mark in VARIANT_HOSTS if host.startswith(mark)), host)


def _names(draft: Draft) -> Iterator[str]:
    yield from (clue.value for clue in draft.clues if clue.fact == "publisher")
    yield from (name for block in draft.blocks[:HEAD] if (name := logo_name(block.text)))
    yield from (name for block in draft.blocks[-FOOT:] if (name := name_in_copyright(block.text)))


def _head(draft: Draft) -> Iterator[str]:
    return (block.text for block in draft.blocks[:HEAD] if len(block.text.split()) <= NAME_WORDS)
