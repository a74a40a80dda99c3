"""What one run of a program costs: wall clock, CPU with all its children, memory, and the files it wrote."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GLANCE: Final = 0.2
"""Seconds between two looks at the memory of a program and its children: often enough for builds that take seconds."""


PATIENCE: Final = 10.0
"""Seconds that what a program left behind is given to end."""

PR_SET_CHILD_SUBREAPER: Final = 36
"""From Linux's ``sys/prctl.h``."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, megabytes (10⁶ bytes) at the peak, files written and files there are."""

    wall: float
    cpu: float
    memory: float
    written: int
    files: int


class RunError(Exception):
    """A program that was measured failed."""


def measure(command: Sequence[str], folder: Path, output: Path, environment: Mapping[str, str]) -> Cost:
    """Run ``command`` in ``folder``; ``output`` is where its files go. Raises RunError, with what it said, where it
    fails."""
    log = folder / "log.txt"
    since = time.time_ns()
    started = time.monotonic()
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, env=surroundings(environment), stdout=said, stderr=said)
        watcher = Watcher(process.pid)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    orphans = list(_orphans())
    watcher.end()
    if process.returncode:
        raise RunError(
            f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text(errors='replace')[-2000:]}"
        )
    files = list(_files(output))
    largest = max(each.ru_maxrss for each in (usage, *orphans)) * 1024  # Linux counts in KiB
    return Cost(
        wall=wall,
        cpu=sum(each.ru_utime + each.ru_stime for each in (usage, *orphans)),
        memory=max(largest, watcher.peak) / 1e6,
        written=sum(changed >= since for changed in files),
        files=len(files),
    )


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """Those of a program that is measured: of this process, but that modules are kept compiled, as on any machine that
    has run the program before."""
    return {**{name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}, **more}


def adopt_orphans() -> None:
    """Have processes whose parent ended become children of this one, as the servers do that workers are forked from:
    what they used would be counted nowhere. Linux alone can do it."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans() -> Iterator[resource.struct_rusage]:
    """What each process used that a program left behind, once it has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            process, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process:
            yield usage
        else:
            time.sleep(0.01)


def _files(folder: Path) -> Iterator[int]:
    """When each file was last written, in nanoseconds since 1970."""
    for parent, _, names in os.walk(folder):
        for name in names:
            yield os.stat(os.path.join(parent, name)).st_mtime_ns


class Watcher(threading.Thread):
    """Looks at the memory of a process and of its children, pages they share counted once (Linux's Pss)."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0
        self._done = threading.Event()

    def run(self) -> None:
        """Look until told to end."""
        while not self._done.wait(GLANCE):
            self.peak = max(self.peak, sum(map(_memory, family(self.process))))

    def end(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def family(process: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield process
    try:
        threads = os.listdir(f"/proc/{process}/task")
        for thread in threads:
            for child in Path(f"/proc/{process}/task/{thread}/children").read_text().split():
                yield from family(int(child))
    except OSError:  # it ended, or this is no Linux
        return


def _memory(process: int) -> int:
    """The bytes a process holds, its share of what it shares; 0 where that cannot be known."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
