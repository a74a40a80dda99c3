"""A process that is killed (SIGKILL) in the midst of an answer, always at the same place, whatever the machine does."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection

LONG = 200_000
"""Bytes of an answer that no pipe takes at once (pipe(7): 65,536)."""


def die_while_answering() -> None:
    """From now on this process dies when half of a long message is in the pipe."""
    Connection._send = _send_half  # type: ignore[attr-defined]


def _send_half(line: Connection, message: bytes) -> None:
    if len(message) < LONG:
        os.write(line.fileno(), message)  # the short ones that come before it are taken at once
        return
    os.write(line.fileno(), message[:1000])
    os.kill(os.getpid(), signal.SIGKILL)
