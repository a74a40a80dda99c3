"""The register of the feeds where it cannot be written: the build goes on, and the next one makes up for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from copydesk.settings import settings_from
from copydesk.site.feeds import registering
from copydesk.site.feeds.registering import is_lost, record
from copydesk.writing.ledgers.register import Row

DAY = datetime(2025, 8, 10, tzinfo=UTC)
ROWS = {"urn:uuid:1": Row("urn:uuid:1", "0123456789abcdef", DAY, DAY, "2025-08")}


def test_a_register_that_found_no_room_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    site = settings_from({"PATH": "content"}, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(registering, "write_below", full)
        record(site, ROWS)
    assert is_lost(site, ROWS)
    record(site, ROWS)
    assert not is_lost(site, ROWS)


def test_a_register_that_cannot_be_read_once_the_site_stands_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Path) -> str:
        raise OSError(5, "Input/output error")

    site = settings_from({"PATH": "content"}, tmp_path)
    record(site, ROWS)
    with monkeypatch.context() as patched:
        patched.setattr(registering, "read_if_there", failing)
        assert is_lost(site, ROWS)
    assert not is_lost(site, ROWS)


def test_where_nothing_is_to_be_written_nothing_is_lost(tmp_path: Path) -> None:
    assert not is_lost(settings_from({"PATH": "content"}, tmp_path), {})
    assert not is_lost(settings_from({"PATH": "content", "COPYDESK_NORMALIZE": False}, tmp_path), ROWS)
