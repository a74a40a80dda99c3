"""How far a run has come, told by the processor time of its processes: a moment in it that is the same however busy the
machine is. By the clock, a build that has the machine to itself for once has ended before it is to be stopped.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from torture.desk import BUILD, Running, helpers, members, start

Whose = Callable[[Mapping[int, int]], Mapping[int, object]]
"""Which processes of a run count, of all with those that started them."""

GLANCE = 0.002
"""Seconds between two looks at a run."""

MEASURED = 3
"""Runs of which the middle one is taken: what a run has done after the last look at it is not seen, and one may begin a
server of its own where others have one ready."""


def everyone(parents: Mapping[int, int]) -> Mapping[int, int]:
    """All of them."""
    return parents


@dataclass
class Work:
    """What the processes of a run have taken of the processor, in ticks of the system's; those that have ended as they
    were last seen."""

    running: Running
    whose: Whose = everyone
    taken: dict[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Of all together."""
        return sum(self.taken.values())

    def goes_on(self) -> bool:
        """Look at the run; whether it has not ended."""
        parents = members(self.running.pid)
        for pid in self.whose(parents):
            self.taken[pid] = max(ticks(pid), self.taken.get(pid, 0))
        return self.running.pid in parents

    def reach(self, amount: float) -> bool:
        """Wait until so much was taken; whether the run came so far."""
        while self.goes_on():
            if self.total >= amount:
                return True
            time.sleep(GLANCE)
        return False


def landed(seen: Counter[str]) -> str:
    """How many of those that were to stop a run met one at work, by what was seen of each."""
    return f"{seen.total() - seen['ended before'] - seen['none']} of {seen.total()} landed"


def ticks(pid: int) -> int:
    """What a process has taken by now (Linux, proc(5): ``utime`` and ``stime``); 0 where it has ended."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return 0
    return sum(map(int, said.rpartition(") ")[2].split()[11:13]))


def work_of(
    site: Path,
    command: tuple[str, ...] = BUILD,
    environment: Mapping[str, str] | None = None,
    whose: Whose = everyone,
) -> int:
    """What an undisturbed run takes of the processor, in ticks."""
    work = Work(start(site, command, environment), whose)
    while work.goes_on():
        time.sleep(GLANCE)
    work.running.ended()
    return work.total


def helping(parents: Mapping[int, int]) -> Mapping[int, str]:
    """Those that do something for the leader."""
    return helpers(parents)
