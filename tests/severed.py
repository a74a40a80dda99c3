"""Processes that are killed (SIGKILL) in the midst of an answer, and pools that break, always at the same place,
whatever the machine does."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection

import pytest
from pebble.pool import process
from pebble.pool.base_pool import PoolStatus

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


def forget_a_task(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The next pool breaks while a task is on its way into it, of which nothing is ever told; the tasks it forgot."""
    forgotten: list[object] = []
    hand_out = process.task_scheduler_loop

    def break_once(manager: process.PoolManager) -> None:
        if forgotten:
            hand_out(manager)
        else:
            forgotten.append(manager.context.task_queue.get())
            manager.context.status = PoolStatus.ERROR

    monkeypatch.setattr(process, "task_scheduler_loop", break_once)
    return forgotten
