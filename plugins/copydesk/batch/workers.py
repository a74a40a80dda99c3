"""Work spread over processes: results in the order of the tasks, a few tasks ahead, and a task that kills its process
named instead of ending the run."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Tasks a worker has waiting, so that it never stands idle and memory stays small."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What is done with each task, and what came of one that killed its process. Both are functions of a module, since
    processes can be sent no others; ``do`` raises nothing."""

    do: Callable[[T], R]
    crashed: Callable[[T], R]


def in_order(work: Work[T, R], tasks: Iterable[T], jobs: int) -> Iterator[R]:
    """The result of every task, in order, by ``jobs`` processes (1: in this one)."""
    if jobs <= 1:
        yield from map(work.do, tasks)
        return
    waiting: deque[tuple[T, Future[R]]] = deque()
    pool = _pool(jobs)
    try:
        for task in tasks:
            try:
                waiting.append((task, pool.submit(work.do, task)))
            except BrokenProcessPool:
                pool = _pool(jobs)
                waiting.append((task, pool.submit(work.do, task)))
            if len(waiting) >= AHEAD * jobs:
                yield _result(work, *waiting.popleft())
        while waiting:
            yield _result(work, *waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Workers are never forked from this process, whose threads (numpy's, a first pool's) a fork would leave halfway:
    a server that has imported what they need forks them, where the system can."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["copydesk.pipeline"])
    return ProcessPoolExecutor(jobs, context, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to answer, in one line; a worker would add its traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result(work: Work[T, R], task: T, future: Future[R]) -> R:
    """A worker that dies takes the pool with it, and the others' tasks: each is then done again, alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(work, task)


def _alone(work: Work[T, R], task: T) -> R:
    try:
        with _pool(1) as pool:
            return pool.submit(work.do, task).result()
    except BrokenProcessPool:
        return work.crashed(task)
