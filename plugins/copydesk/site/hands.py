"""Processes that lend a hand: what they are given is data, so they work alike where a system forks and where it cannot.

They are started when first asked for and kept for the whole build. What comes of a task is the same whoever does it, so
a task whose process died, or that raised something other than an OSError, is done again by whoever asked.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture

from copydesk.batch.processes.garbage import RARELY, spare_what_stays
from copydesk.batch.processes.handles import as_many_as_fit, cores, room
from copydesk.batch.processes.lines import LOOK, Line, Trade, context, end
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

PRELOADED = ("copydesk.site.printing.ahead", "copydesk.site.stories.lots", "copydesk.site.showing.story_pages")
"""What the server of processes imports before it forks any. One that it cannot find it passes over in silence."""


@dataclass(frozen=True, slots=True)
class _Job(Generic[T, R]):
    """A task that was handed over, and its future."""

    do: Callable[[T], R]
    task: T
    future: Future[R]

    def fail(self) -> None:
        """No process does it."""
        self.future.set_exception(BrokenProcessPool())


@dataclass(slots=True)
class Hands:
    """``jobs`` processes; with fewer than two everything is done by whoever asks."""

    jobs: int
    _lines: list[Line] = field(default_factory=list)
    _free: list[Line] = field(default_factory=list)
    """Those that have nothing to do. Each has one task at a time, so that nobody is at one any more when it is done
    again for a process that died."""
    _busy: dict[Line, tuple[_Job[Any, Any], ProcessFuture[Any]]] = field(default_factory=dict)
    _rest: deque[_Job[Any, Any]] = field(default_factory=deque)
    """What none has been given yet."""
    _lock: threading.RLock = field(default_factory=threading.RLock)
    """Answers are heard in threads, one for each process."""

    def are_worth(self, tasks: int) -> bool:
        """Whether so many tasks are worth handing over."""
        return (self.jobs > 1 and room() != 0) and (tasks >= WORTHWHILE or bool(self._lines))

    def give(self, do: Callable[[T], R], tasks: Iterable[T]) -> list[tuple[T, Future[R]]]:
        """Hand over tasks, to be `taken` back in order. ``do`` is a function of a module."""
        jobs: list[_Job[T, R]] = [_Job(do, task, Future()) for task in tasks]
        if jobs and not self._lines:
            self._lines = [Line(TRADE) for _ in range(as_many_as_fit(self.jobs))]
            self._free = self._lines[::-1]
        self._rest.extend(jobs)
        self._hand_out()
        return [(job.task, job.future) for job in jobs]

    def tell(self, do: Callable[[T], object], what: T) -> None:
        """Have each process do something before all that it has not begun yet."""
        for line in self._lines:
            with suppress(RuntimeError):  # it cannot be started
                line.give(do, what)

    def _hand_out(self) -> None:
        with self._lock:
            while self._rest and self._free:
                self._hand_to(self._free.pop(), self._rest.popleft())
            while self._rest and not self._busy:  # all are dead
                self._rest.popleft().fail()

    def _hand_to(self, line: Line, job: _Job[T, R]) -> None:
        if not job.future.set_running_or_notify_cancel():
            self._free.append(line)
            return
        try:
            answer = line.give(job.do, job.task)
        except RuntimeError:  # it cannot be started
            job.fail()
            return
        self._busy[line] = job, answer
        answer.add_done_callback(partial(self._hear, line, job))

    def _hear(self, line: Line, job: _Job[T, R], answer: Future[R]) -> None:
        """What came of a task. A line on which a process died is given no other."""
        fault = answer.exception()
        died = isinstance(fault, BrokenExecutor | ProcessExpired)
        with self._lock:
            if self._busy.pop(line, None) is None:  # given up already
                return
            if not died:
                self._free.append(line)
            self._hand_out()
        if died:
            job.fail()
        elif fault is not None:
            job.future.set_exception(fault)
        else:
            job.future.set_result(answer.result())

    def _give_up(self) -> None:
        """Tasks of which nothing will ever come fail."""
        with self._lock:
            for line, (job, answer) in list(self._busy.items()):
                if line.is_dead(answer):
                    del self._busy[line]
                    job.fail()
            self._hand_out()

    def taken(self, do: Callable[[T], R], given: Iterable[tuple[T, Future[R]]]) -> Iterator[R]:
        """What came of each task, which is let go once it is told. Raises the OSError that one raised: a disk that is
        full is full for all."""
        rest = deque(given)
        del given
        while rest:
            task, future = rest.popleft()
            while not wait((future,), LOOK).done:
                self._give_up()
            fault = future.exception()
            if isinstance(fault, OSError):
                raise fault
            yield do(task) if fault is not None else future.result()

    def done(self, do: Callable[[T], R], given: Iterable[tuple[T, Future[R]]]) -> None:
        """See that tasks are done, those from the last on that no process has begun by whoever asked. Raises OSError,
        as `taken` does."""
        rest = list(given)
        while rest and rest[-1][1].cancel():
            do(rest.pop()[0])
        for _ in self.taken(do, rest):
            pass

    def close(self) -> None:
        """Let the processes go."""
        self._rest.clear()
        end(self._lines)
        self._lines, self._free, self._busy = [], [], {}


def call_in(jobs: int | None, tasks: int) -> None:
    """Where processes will be wanted soon for so many tasks, have the server that forks them start, and import what
    they need, while this process does the same."""
    if Hands(jobs or cores()).are_worth(tasks) and context(TRADE).get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running  # which is not everywhere

        ensure_running()


def settle_in() -> None:
    """What a process does before its first task: Ctrl-C is the parent's to answer, and whoever loses it ends."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    follow_parent()
    spare_what_stays(RARELY)


TRADE = Trade(PRELOADED, settle_in)
"""What a process has learned before its first task."""


@cache
def give_way() -> None:
    """From now on this process gives way to the one it helps."""
    if hasattr(os, "nice"):
        os.nice(YIELDING)
