"""Cleaning many seeds: each alone, so that a bad one is held with its reason and the others pass; in order, whatever
the number of workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from copydesk import pipeline
from copydesk.errors import CopydeskError
from copydesk.model import House, Limits, Overrides, RawDocument, Story

AHEAD = 4
"""Tasks a worker has waiting, so that it never stands idle and memory stays small."""


@dataclass(frozen=True, slots=True)
class Task:
    """A raw file to be cleaned, with what is known to clean it."""

    raw: RawDocument
    house: House
    overrides: Overrides
    limits: Limits


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of a task: its stories, or the reason there are none."""

    task: Task
    stories: tuple[Story, ...] = ()
    reason: str | None = None


def clean_all(tasks: Iterable[Task], jobs: int) -> Iterator[Cleaned]:
    """Every task cleaned, in order, by ``jobs`` processes (1: in this one)."""
    if jobs <= 1:
        yield from map(clean_one, tasks)
        return
    yield from _pooled(iter(tasks), jobs)


def clean_one(task: Task) -> Cleaned:
    """One task cleaned; whatever goes wrong with it is its reason."""
    try:
        return Cleaned(task, pipeline.clean(task.raw, task.house, task.overrides, task.limits))
    except CopydeskError as error:
        return Cleaned(task, reason=f"{error.problem}. {error.advice}")
    except Exception as error:  # noqa: BLE001  # one bad file never stops the press: it is held, and says why
        return Cleaned(task, reason=f"cleaning failed ({type(error).__name__}: {error}). Please report this file.")


def _pooled(tasks: Iterator[Task], jobs: int) -> Iterator[Cleaned]:
    """Tasks over a pool, a few ahead of what was asked for. A worker that dies takes the pool with it: what waited is
    then cleaned alone, each in a process of its own, and the one that kills its process again is held."""
    waiting: deque[tuple[Task, Future[Cleaned]]] = deque()
    pool = ProcessPoolExecutor(jobs)
    try:
        for task in tasks:
            try:
                waiting.append((task, pool.submit(clean_one, task)))
            except BrokenProcessPool:
                pool = ProcessPoolExecutor(jobs)
                waiting.append((task, pool.submit(clean_one, task)))
            if len(waiting) >= AHEAD * jobs:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(task: Task, future: Future[Cleaned]) -> Cleaned:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(task)


def _alone(task: Task) -> Cleaned:
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(clean_one, task).result()
    except BrokenProcessPool:
        return Cleaned(task, reason="cleaning it ends the process. Please report this file.")
