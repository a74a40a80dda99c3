"""The ledger comes back as it was; a damaged one is named, never believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from copydesk.errors import LedgerError
from copydesk.writing.ledgers.ledger import Entry, Seen, compose_entry, parse_entry
from hypothesis import given
from hypothesis import strategies as st

ENTRY = Entry(
    guid="urn:uuid:6f0c9c1e-0000-5000-8000-000000000001",
    path="stories/2025/08/harbor.md",
    seen=(Seen("b" * 64, "harbor  2.txt"), Seen("a" * 64, "sub/harbor.txt")),
    first_seen=datetime(2025, 8, 11, 6, tzinfo=UTC),
    updated=datetime(2025, 8, 12, 6, tzinfo=UTC),
    base="---\ntitle: x\n---\n\nBody.\n\n\nseen: not a header\n",
    item="3",
    was=("stories/2025/08/harbour.md",),
)
TEXT = compose_entry(ENTRY)


def test_an_entry_comes_back_as_it_was() -> None:
    assert parse_entry(TEXT, "1.txt") == ENTRY
    assert parse_entry(TEXT.replace("\n", "\r\n"), "1.txt") == ENTRY


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")))
def test_any_text_is_kept_verbatim(base: str) -> None:
    entry = replace(ENTRY, base=base)
    assert parse_entry(compose_entry(entry), "1.txt").base == base


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Body.", "Bodo."),
        ("guid: urn", "guild: urn"),
        ("path: stories/2025/08/harbor.md\n", ""),
        ("first_seen: 2025-08-11", "first_seen: yesterday"),
        (f"seen: {'b' * 64}  harbor  2.txt", "seen: b"),
        ("guid:", "<<<<<<< HEAD\nguid:"),
        ("path: stories/", "path: ../../"),
        ("path: stories/", "path: stories/../../"),
        ("path: stories/", "path: /srv/"),
        ("path: stories/", "path: stories\\..\\..\\"),
        ("guid: urn:uuid:6f0c9c1e", "guid: urn:uuid:../../6f0c"),
        ("item: 3\n", "item: 3\rpath: stories/2025/08/other.md\n"),
        ("item: 3\n", "item: 3\nguid: urn:uuid:6f0c9c1e-0000-5000-8000-000000000002\n"),
        (TEXT, ""),
        (TEXT[-20:], ""),
    ],
)
def test_a_damaged_entry_is_named(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises(LedgerError, match=r"^ledger/1\.txt: "):
        parse_entry(TEXT.replace(old, new), "ledger/1.txt")
