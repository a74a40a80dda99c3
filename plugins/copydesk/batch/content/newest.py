"""The newest time the ledger knows: what stands for "now" where a build must not depend on the clock."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from copydesk.batch import clock
from copydesk.settings import Settings

_TIME = re.compile(rb"^(?:first_seen|updated): (\S+)$", re.MULTILINE)

HEADER = 4096
"""Bytes of a ledger file that hold its header."""


def build_time(settings: Settings) -> datetime | None:
    """``SOURCE_DATE_EPOCH`` where it is set, else the newest time in the ledger; ``None`` where that is empty."""
    return clock.now() if os.environ.get("SOURCE_DATE_EPOCH") else newest(settings)


def newest(settings: Settings) -> datetime | None:
    """The newest ``first_seen`` or ``updated`` of the ledger. Entries that cannot be read are left to `open_shelf`."""
    moments = (_parsed(time) for path in settings.ledger.glob("*.txt") for time in _TIME.findall(_header(path)))
    return max((moment for moment in moments if moment), default=None)


def _header(path: Path) -> bytes:
    with open(path, "rb") as file:
        return file.read(HEADER)


def _parsed(time: bytes) -> datetime | None:
    try:
        moment = datetime.fromisoformat(time.decode("ascii"))
    except (ValueError, UnicodeDecodeError):
        return None
    return moment if moment.tzinfo else None
