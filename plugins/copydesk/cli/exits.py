"""What the exit codes mean, and which of several wins."""

from __future__ import annotations

from collections.abc import Iterable

PUBLISHED = 0
"""All documents are published, or would be."""

FAULT = 1
"""Something went wrong that is no matter of one document."""

USAGE = 2
"""The command was called wrongly."""

HELD = 3
"""Something is held."""

LOCKED = 75
"""Another build has the lock; trying again later may work."""

INTERRUPTED = 130
"""Someone pressed Ctrl-C."""

TERMINATED = 143
"""The exit code after SIGTERM: 128 and the signal's number, as shells count."""

WORST_FIRST = (USAGE, LOCKED, FAULT, HELD, PUBLISHED)


def worst(codes: Iterable[int]) -> int:
    """The code that wins where a run earned several."""
    earned = set(codes)
    return next((code for code in WORST_FIRST if code in earned), PUBLISHED)
