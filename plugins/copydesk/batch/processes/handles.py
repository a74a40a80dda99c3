"""How many processes there are cores for, and how many the system's limit of open files leaves room for.

A server that runs out of files while it starts a process prints a traceback that no one here can catch
(`multiprocessing.forkserver`), so no process is started for which there are not enough.
"""

from __future__ import annotations

import os
import sys
from typing import Final

from copydesk.errors import CopydeskError

if sys.platform != "win32":
    import resource

BASE: Final = 32
"""Files that the server of processes, and whoever asks it, have open beside those of each process (17 measured)."""
EACH: Final = 8
"""Open files that each worker costs the process that asks for it (6 measured) or the server of processes (1
measured)."""


def cores() -> int:
    """How many processes this one may have at work at once."""
    affinity = getattr(os, "sched_getaffinity", None)  # a container's share, where the system tells it
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def room() -> int | None:
    """For how many processes there are files enough, ``None`` where the system sets no limit."""
    if sys.platform == "win32":
        return None
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return None if limit == resource.RLIM_INFINITY else max(0, (limit - BASE) // EACH)


def as_many_as_fit(jobs: int) -> int:
    """``jobs``, or as many processes as there is room for. Raises CopydeskError where there is no room for one."""
    most = room()
    if most == 0:
        problem = f"too few files may be open at once (ulimit -n) to start one; {BASE + EACH} are needed"
        raise CopydeskError("processes", problem, "Raise that limit: ulimit -n 256")
    return jobs if most is None else min(jobs, most)
