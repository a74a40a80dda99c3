"""Processes that lend a hand: what they are given is data, so they work alike where a system forks and where it cannot.

They are started when first asked for and kept for the whole build. What comes of a task is the same whoever does it, so
a task whose process died, or that raised something other than an OSError, is done again by whoever asked.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.queues import SimpleQueue
from types import FrameType
from typing import TypeVar

from copydesk.batch.processes.garbage import spare_what_stays
from copydesk.batch.processes.handles import as_many_as_fit, cores, room
from copydesk.batch.processes.parents import follow_parent

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE = 400
"""Pages or stories below which starting a process (a second of its time) costs more than it saves."""

BATCH = 50
"""Pages or stories handed over at once: what they share is sent once, and no process is left alone at the end."""

YIELDING = 5
"""How much a process that helps gives way to whoever asked, which has the longest work: on two cores two helpers take
one and what is left of the other. As of `os.nice`: with 5 it gets a third of what that one gets."""

SOON = 0.05
"""Seconds after which a process that was asked to end looks whether it can now."""

PRELOADED = ("copydesk.site.printing.ahead", "copydesk.site.stories.lots", "copydesk.site.showing.story_pages")
"""What the server of processes imports before it forks any. One that it cannot find it passes over in silence."""


@dataclass(slots=True)
class Hands:
    """``jobs`` processes; with fewer than two everything is done by whoever asks."""

    jobs: int
    _pool: ProcessPoolExecutor | None = field(default=None)

    def are_worth(self, tasks: int) -> bool:
        """Whether so many tasks are worth handing over."""
        return (self.jobs > 1 and room() != 0) and (tasks >= WORTHWHILE or self._pool is not None)

    def give(self, do: Callable[[T], R], tasks: Iterable[T]) -> list[tuple[T, Future[R]]]:
        """Hand over tasks, to be `taken` back in order. ``do`` is a function of a module."""
        waiting = list(tasks)
        if not waiting:
            return []
        if self._pool is None:
            self._pool = ProcessPoolExecutor(as_many_as_fit(self.jobs), context(), initializer=settle_in)
        try:
            return [(task, self._pool.submit(do, task)) for task in waiting]
        except BrokenProcessPool:
            return [(task, failed()) for task in waiting]

    def close(self) -> None:
        """Let the processes go."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def taken(do: Callable[[T], R], given: Iterable[tuple[T, Future[R]]]) -> Iterator[R]:
    """What came of each task. Raises the OSError that one raised: a disk that is full is full for all."""
    for task, future in given:
        fault = future.exception()
        if isinstance(fault, OSError) and not isinstance(fault, BrokenProcessPool):
            raise fault
        yield do(task) if fault is not None else future.result()


def done(do: Callable[[T], R], given: Iterable[tuple[T, Future[R]]]) -> None:
    """See that tasks are done, those from the last on that no process has begun by whoever asked. Raises OSError, as
    `taken` does."""
    rest = list(given)
    while rest and rest[-1][1].cancel():
        do(rest.pop()[0])
    for _ in taken(do, rest):
        pass


def failed() -> Future[R]:
    """The future of a task that no process took."""
    future: Future[R] = Future()
    future.set_exception(BrokenProcessPool())
    return future


def context() -> multiprocessing.context.BaseContext:
    """Processes are never forked from this one, whose threads a fork would leave halfway: a server forks them, where
    the system can."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    found = multiprocessing.get_context(method)
    found.set_forkserver_preload(list(PRELOADED))
    return found


def call_in(jobs: int | None, tasks: int) -> None:
    """Where processes will be wanted soon for so many tasks, have the server that forks them start, and import what
    they need, while this process does the same."""
    if Hands(jobs or cores()).are_worth(tasks) and context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running  # which is not everywhere

        ensure_running()


def settle_in() -> None:
    """What a process does before its first task: Ctrl-C is the parent's to answer, and whoever loses it ends. One that
    is asked to end does not in the midst of an answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "setitimer"):
        for number in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, end_between_answers)
    follow_parent()
    spare_what_stays()


def end_between_answers(number: int, frame: FrameType | None) -> None:
    """End this process, but for one that is sending what it has done: ask again `SOON`. Half an answer would have the
    one who reads it wait for ever for the rest, as when all of a build is told to end at once (``timeout`` does that):
    it holds the other end of the pipe itself."""
    while frame is not None and frame.f_code is not SimpleQueue.put.__code__:
        frame = frame.f_back
    if frame is None:
        os._exit(1)
    signal.setitimer(signal.ITIMER_REAL, SOON)


@cache
def give_way() -> None:
    """From now on this process gives way to the one it helps."""
    if hasattr(os, "nice"):
        os.nice(YIELDING)
