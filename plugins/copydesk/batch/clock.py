"""The one clock of a run: ``SOURCE_DATE_EPOCH`` where it is set, so that a run can be repeated to the byte."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from copydesk.errors import SettingsError


def now() -> datetime:
    """The present second, in UTC. Raises SettingsError for a ``SOURCE_DATE_EPOCH`` that is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError("SOURCE_DATE_EPOCH", f"is {epoch!r}", "Give seconds since 1970, or unset it.") from None
