"""Work spread over processes that can be stopped: results in the order of the tasks, a few tasks ahead. A task that
takes too long or too much, or ends its process, is named; the others pass."""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from itertools import chain
from typing import Final, Generic, Literal, TypeVar

from pebble import ProcessExpired, ProcessFuture

from copydesk.batch.processes.fences import Fence, fenced, leave_no_core
from copydesk.batch.processes.garbage import spare_what_stays
from copydesk.batch.processes.handles import as_many_as_fit, cores
from copydesk.batch.processes.lines import Line, Trade, end
from copydesk.batch.processes.parents import follow_parent

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 4
"""Tasks a worker has waiting, so that it never stands idle and memory stays small."""

MOST_AHEAD: Final = 32_000_000
"""Bytes of the files of such tasks, of each of which there are several copies: where they are large, fewer wait."""

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


@dataclass(slots=True)
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
    for first in rest:  # no process is started before its first task
        yield from _spread(work, chain((first,), rest), as_many_as_fit(jobs))


def alone(work: Work[T, R], task: T) -> R:
    """The result of one task."""
    (result,) = in_order(work, (task,))
    return result


def _spread(work: Work[T, R], tasks: Iterable[T], jobs: int) -> Iterator[R]:
    seats = [_Seat(work) for _ in range(jobs)]
    waiting: deque[tuple[_Seat[T, R], _Begun[T, R]]] = deque()
    size = 0
    try:
        for task in tasks:
            seat = min(seats, key=_Seat.undone)
            waiting.append((seat, seat.begin(task)))
            size += work.fence(task).size
            while len(waiting) >= AHEAD * jobs or waiting and size > MOST_AHEAD:
                seat, begun = waiting.popleft()
                yield seat.result(begun)
                size -= work.fence(begun.task).size
        while waiting:
            yield _Seat.result(*waiting.popleft())
    finally:
        end(seat.line for seat in seats)


class _Seat(Generic[T, R]):
    """The place of one worker. Whoever dies there is followed by another, on a line of its own."""

    def __init__(self, work: Work[T, R]) -> None:
        self.work = work
        self.line = Line(TRADE)
        self.begun: list[_Begun[T, R]] = []
        """What nobody has asked for yet, in order."""

    def undone(self) -> int:
        """How many tasks wait here."""
        return sum(not begun.future.done() for begun in self.begun)

    def begin(self, task: T) -> _Begun[T, R]:
        """Give a task to the worker. Raises RuntimeError where none can be started."""
        try:
            begun = self._given(task)
        except RuntimeError:  # a line that is dead takes no more tasks
            self._follow()
            begun = self._given(task)
        self.begun.append(begun)
        return begun

    def _given(self, task: T) -> _Begun[T, R]:
        since = time.monotonic()
        return _Begun(task, self.line.give(_within_fence, (self.work, task), self.work.fence(task).patience), since)

    def _follow(self) -> None:
        """Another worker takes the place of one that died, and what that one had not done."""
        end((self.line,))
        self.line = Line(TRADE)
        for begun in self.begun:
            if not _is_done(begun.future):
                anew = self._given(begun.task)
                begun.future, begun.since = anew.future, anew.since

    def result(self, begun: _Begun[T, R]) -> R:
        """What came of the first of the tasks that wait here. Its process may have been ended by others, such as a
        system short of memory; a clock that is set, or a machine that slept, ends a task too, since the pool asks the
        clock. It is then done again, alone."""
        self.begun.remove(begun)
        try:
            return _outcome(self.work, self.line, begun)
        except _DiedError:
            self._follow()
        except _ClockJumpedError:
            pass
        return _again(self.work, begun.task)


def _is_done(future: ProcessFuture[R]) -> bool:
    """Whether what came of a task is settled, and not lost with a process that died."""
    return future.done() and not _died(future.exception())


def _died(fault: BaseException | None) -> bool:
    """Whether a task failed because its process is gone, and not for the time it took."""
    return isinstance(fault, BrokenExecutor) or (
        isinstance(fault, ProcessExpired) and not _ran_out_of_time(fault.exitcode)
    )


def _within_fence(job: tuple[Work[T, R], T]) -> R:
    work, task = job
    try:
        with fenced(work.fence(task)):
            return work.do(task)
    except MemoryError:
        return work.lost(task, "memory")


def _settle_in() -> None:
    """What a worker does before its first task."""
    leave_no_core()
    follow_parent()
    spare_what_stays()


TRADE: Final = Trade(("copydesk.pipeline", "copydesk.batch.seeds.cleaning"), _settle_in)
"""What a worker has learned before its first task."""


class _ClockJumpedError(Exception):
    """A task was ended for its time that cannot have had it."""


class _DiedError(Exception):
    """The process that was at a task is gone."""


def _outcome(work: Work[T, R], line: Line, begun: _Begun[T, R]) -> R:
    try:
        return line.result(begun.future)
    except TimeoutError:
        if time.monotonic() - begun.since < work.fence(begun.task).patience:
            raise _ClockJumpedError from None
        return work.lost(begun.task, "time")
    except (ProcessExpired, BrokenExecutor) as error:
        if _died(error):
            raise _DiedError from error
        return work.lost(begun.task, "time")


def _again(work: Work[T, R], task: T) -> R:
    seat = _Seat(work)
    try:
        begun = seat.begin(task)
        return _outcome(work, seat.line, begun)
    except _DiedError:
        return work.lost(task, "crash")
    except _ClockJumpedError:
        return work.lost(task, "clock")
    finally:
        end((seat.line,))


def _ran_out_of_time(exitcode: int) -> bool:
    """Whether the system ended a process for its processor time."""
    return sys.platform != "win32" and exitcode == -signal.SIGXCPU
