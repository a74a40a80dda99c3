"""A process on a line that it shares with no other, so that nothing it dies of reaches another.

The processes of a pool share a pipe for their answers and a lock around it (pebble's, those of `concurrent.futures`).
One that is killed in the midst of an answer, as a system short of memory kills, leaves half of it in the pipe, for the
rest of which whoever reads would wait for ever, and the lock taken, for which the others would. So each process is a
pool of one: a line on which one died is ended, whatever is left in it, and its task is done by someone else.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from pebble import ProcessFuture, ProcessPool

from copydesk.interrupts import deferred

T = TypeVar("T")
R = TypeVar("R")


LOOK = 0.5
"""Seconds after which whoever waits for a task looks whether its process can still be had."""

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds until a process is asked for again of a server that was killed and has not quite ended: only then is another
server begun."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What a process is before its first task: the modules it has ``imported``, and what it does then to settle in, a
    function of a module."""

    imported: tuple[str, ...]
    settle_in: Callable[[], None]


class Line:
    """One process of a trade; it is started with its first task."""

    def __init__(self, trade: Trade) -> None:
        self._pool = ProcessPool(1, initializer=trade.settle_in, context=context(trade))

    def give(self, do: Callable[[T], R], task: T, patience: float | None = None) -> ProcessFuture[R]:
        """Have a task done after those given before, in so many seconds. Its future raises ProcessExpired or
        BrokenExecutor where the process died, TimeoutError where it was ended for its time, what ``do`` raised else.
        Raises RuntimeError where no process can be had any more."""
        for pause in PAUSES:
            try:
                return self._give(do, task, patience)
            except BrokenExecutor as error:
                if not isinstance(error.__cause__, ConnectionError | EOFError):
                    raise
            time.sleep(pause)
        return self._give(do, task, patience)

    def _give(self, do: Callable[[T], R], task: T, patience: float | None) -> ProcessFuture[R]:
        with deferred():  # the first task starts the process; cut in its midst, it would leave one that nobody ends
            return self._pool.schedule(do, (task,), timeout=patience)

    def is_dead(self, future: ProcessFuture[R]) -> bool:
        """Whether nothing will ever come of a task. A pool that breaks while a task is on its way into it forgets that
        one, and no future of it tells."""
        return not self._pool.active and not future.done()

    def result(self, future: ProcessFuture[R]) -> R:
        """What came of a task. Raises what its future does, BrokenExecutor also where nothing ever will."""
        while not wait((future,), LOOK).done:
            if self.is_dead(future):
                raise BrokenExecutor
        return future.result()


def end(lines: Iterable[Line]) -> None:
    """End the processes at once, whatever they are at; tasks without a result never have one."""
    pools: list[Any] = [line._pool for line in lines]  # pebble does not say what stop returns
    for pool in pools:
        pool.stop()
    for pool in pools:
        pool.join()


def context(trade: Trade) -> multiprocessing.context.BaseContext:
    """Processes are never forked from this one, whose threads (numpy's, the pools') a fork would leave halfway: a
    server that has imported what they need forks them, where the system can."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    found = multiprocessing.get_context(method)
    found.set_forkserver_preload(list(trade.imported))
    return found
