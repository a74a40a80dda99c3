"""Work spread over processes that can be stopped: results in the order of the tasks, a few tasks ahead. A task that
takes too long or too much, or ends its process, is named; the others pass."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final, Generic, Literal, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from copydesk.batch.processes.fences import Fence, fenced, leave_no_core
from copydesk.batch.processes.garbage import spare_what_stays
from copydesk.batch.processes.handles import as_many_as_fit, cores
from copydesk.batch.processes.parents import follow_parent
from copydesk.interrupts import deferred

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 4
"""Tasks a worker has waiting, so that it never stands idle and memory stays small."""

Loss = Literal["time", "memory", "crash", "clock"]
"""Why a task came to nothing: it took too long, or too much, or ended its process, or the clock was set again and again
while it was at work."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What is done with each task, what came of one that was lost, and what a task may take. All are functions of a
    module, since processes can be sent no others; ``do`` raises nothing but MemoryError."""

    do: Callable[[T], R]
    lost: Callable[[T, Loss], R]
    fence: Callable[[T], Fence]


@dataclass(frozen=True, slots=True)
class _Begun(Generic[T, R]):
    """A task that a process was given, and when, in seconds that no setting of the clock moves."""

    task: T
    future: ProcessFuture[R]
    since: float


def in_order(work: Work[T, R], tasks: Iterable[T], jobs: int | None = None) -> Iterator[R]:
    """The result of every task, in order, by ``jobs`` processes (one per core; 0: in this one and without fences, which
    is for tests). No more are started than there are tasks, none where there is nothing to do. Raises CopydeskError
    where too few files may be open to start one."""
    jobs = cores() if jobs is None else jobs
    if jobs == 0:
        yield from map(work.do, tasks)
        return
    rest = iter(tasks)
    first = list(islice(rest, jobs))
    if first:
        yield from _spread(work, chain(first, rest), as_many_as_fit(len(first)))


def alone(work: Work[T, R], task: T) -> R:
    """The result of one task."""
    (result,) = in_order(work, (task,))
    return result


def _spread(work: Work[T, R], tasks: Iterable[T], jobs: int) -> Iterator[R]:
    waiting: deque[_Begun[T, R]] = deque()
    pool = _pool(jobs)
    try:
        for task in tasks:
            try:
                waiting.append(_begun(pool, work, task))
            except RuntimeError:  # a pool that broke takes no more tasks
                _end(pool)
                pool = _pool(jobs)
                waiting.append(_begun(pool, work, task))
            if len(waiting) >= AHEAD * jobs:
                yield _result(work, waiting.popleft())
        while waiting:
            yield _result(work, waiting.popleft())
    finally:
        _end(pool)


def _begun(pool: ProcessPool, work: Work[T, R], task: T) -> _Begun[T, R]:
    since = time.monotonic()
    with deferred():  # the first task starts the pool; cut in its midst, it would leave workers that nobody ends
        return _Begun(task, pool.schedule(_within_fence, (work, task), timeout=work.fence(task).patience), since)


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble does not say that it returns nothing
    pool.join()


def _within_fence(work: Work[T, R], task: T) -> R:
    try:
        with fenced(work.fence(task)):
            return work.do(task)
    except MemoryError:
        return work.lost(task, "memory")


def _pool(jobs: int) -> ProcessPool:
    """Workers are never forked from this process, whose threads (numpy's, the pool's) a fork would leave halfway: a
    server that has imported what they need forks them, where the system can."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["copydesk.pipeline", "copydesk.batch.seeds.cleaning"])
    return ProcessPool(jobs, initializer=_settle_in, context=context)


def _settle_in() -> None:
    """What a worker does before its first task."""
    leave_no_core()
    follow_parent()
    spare_what_stays()


def _result(work: Work[T, R], begun: _Begun[T, R]) -> R:
    """What came of a task. A process that dies at an odd moment may take the pool with it, and the others' tasks; a
    clock that is set, or a machine that slept, ends those at work, since the pool asks the clock. Each of them is then
    done again, alone."""
    try:
        return _outcome(work, begun)
    except (BrokenExecutor, _ClockJumpedError):
        return _again(work, begun.task)


class _ClockJumpedError(Exception):
    """A task was ended for its time that cannot have had it."""


def _outcome(work: Work[T, R], begun: _Begun[T, R]) -> R:
    try:
        return begun.future.result()
    except TimeoutError:
        if time.monotonic() - begun.since < work.fence(begun.task).patience:
            raise _ClockJumpedError from None
        return work.lost(begun.task, "time")
    except ProcessExpired as error:
        return work.lost(begun.task, "time" if _ran_out_of_time(error.exitcode) else "crash")


def _again(work: Work[T, R], task: T) -> R:
    pool = _pool(1)
    try:
        return _outcome(work, _begun(pool, work, task))
    except BrokenExecutor:
        return work.lost(task, "crash")
    except _ClockJumpedError:
        return work.lost(task, "clock")
    finally:
        _end(pool)


def _ran_out_of_time(exitcode: int) -> bool:
    """Whether the system ended a process for its processor time."""
    return sys.platform != "win32" and exitcode == -signal.SIGXCPU
