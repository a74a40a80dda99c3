"""How long and with how much memory a worker may be busy with one document: the system stops what takes more.

Processor time is counted, not the clock, so that a busy machine holds nothing. Where the system has no such limits
(Windows), the pool's clock alone ends what never ends.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import resource

PER_BYTE: Final = 20
"""Bytes of memory that each byte of a file may take besides: real pages take about 10, most of it the parsed tree."""
PATIENCE: Final = 20
"""Seconds by the clock for each second of processor time, on a machine that has other things to do."""
PER_SECOND: Final = 50_000
"""Bytes of a feed that are cleaned in a second of processor time: its items are cleaned like pages, one by one."""

_STATM: Final = Path("/proc/self/statm")
_DATA_FIELD: Final = 5
"""The field of ``statm`` that counts the pages of data (Linux, proc(5))."""


@dataclass(frozen=True, slots=True)
class Fence:
    """What one task may take: ``seconds`` of processor time for each of its documents, and ``memory`` in bytes beyond
    what an idle worker has. ``size`` is that of its file in bytes, which says how many documents it may hold."""

    seconds: int
    memory: int
    size: int = 0

    @property
    def patience(self) -> float:
        """Seconds by the clock after which the whole task is ended, whatever it waits for. Where nothing but the clock
        ends a task (Windows), one that holds much has no longer than another."""
        more = 0 if sys.platform == "win32" else self.size // PER_SECOND
        return float(PATIENCE * (self.seconds + more))


def leave_no_core() -> None:
    """Have this process write no core file when the system stops it."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def fenced(fence: Fence) -> Iterator[None]:
    """Let the system stop this process where it takes more; memory it does not get is a MemoryError."""
    if sys.platform == "win32":
        yield
        return
    before = {limit: resource.getrlimit(limit) for limit in (resource.RLIMIT_CPU, resource.RLIMIT_DATA)}
    held = _data_in_use()
    if held is not None:
        _lower(resource.RLIMIT_DATA, held + fence.memory)
    _lower(resource.RLIMIT_CPU, _seconds_used() + fence.seconds)
    try:
        yield
    finally:
        for limit, values in before.items():
            resource.setrlimit(limit, values)


def renew(seconds: int) -> None:
    """Give the next document of a task the same time again. Without a fence this does nothing."""
    if sys.platform != "win32" and resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        _lower(resource.RLIMIT_CPU, _seconds_used() + seconds)


if sys.platform != "win32":

    def _lower(limit: int, value: int) -> None:
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))

    def _seconds_used() -> int:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return ceil(used.ru_utime + used.ru_stime)

    def _data_in_use() -> int | None:
        """Bytes of data of this process, ``None`` where the system does not tell."""
        try:
            return int(_STATM.read_text().split()[_DATA_FIELD]) * resource.getpagesize()
        except OSError:
            return None
