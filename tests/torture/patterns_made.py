"""Regular expressions that functions make as they go, which no name of a module holds: whatever is compiled while real
and hostile files are cleaned, with the function that asked for it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, cast

from copydesk.batch.processes.fences import Fence
from copydesk.batch.processes.workers import Loss, Work
from copydesk.batch.seeds import cleaning
from copydesk.batch.seeds.cleaning import Task
from copydesk.model import House, Limits, Overrides, RawDocument

from torture.desk import ROOT
from torture.generators import documents
from torture.patterns import METHODS, Used, methods_of, tried_by

SMALL = 40
"""Pieces of the hostile texts: enough to reach every function, and soon done."""

SECONDS = 600
"""Processor time for all of them together."""


def readings() -> Iterator[Task]:
    """The raw files of the golden cases, and every hostile text, small."""
    for path in sorted((ROOT / "tests" / "cases").glob("*/raw.*")):
        yield _task(path.name, path.read_bytes())
    for file, make in documents().values():
        yield _task(file, make(SMALL).encode("utf-8", "surrogatepass"))


def _task(name: str, data: bytes) -> Task:
    return Task(RawDocument(name, data), House(), Overrides(), Limits())


def made_patterns(tasks: tuple[Task, ...]) -> tuple[Used, ...]:
    """Every pattern compiled by a function of the package while the tasks are done."""
    found: dict[tuple[str | bytes, int], Used] = {}
    with noted(found):
        for task in tasks:
            cleaning.clean(task)
    return tuple(found.values())


@contextmanager
def noted(found: dict[tuple[str | bytes, int], Used]) -> Iterator[None]:
    """Note what is compiled through the module ``re``, all of whose functions ask one of its own."""
    own = cast(Any, re)
    compiled: Callable[[Any, int], Any] = own._compile

    def note(source: Any, flags: int) -> Any:
        pattern = compiled(source, flags)
        asking = sys._getframe(1)
        if used := _used(pattern, asking.f_code.co_name, asking.f_back):
            found.setdefault((pattern.pattern, pattern.flags), used)
        return pattern

    own._compile = note
    try:
        yield
    finally:
        own._compile = compiled


def _used(pattern: re.Pattern[Any], asked: str, user: FrameType | None) -> Used | None:
    """What a function of ours asked for, by which function of ``re``."""
    name = "" if user is None else str(user.f_globals.get("__name__", ""))
    if user is None or not name.startswith("copydesk."):
        return None
    by_other = methods_of(Path(user.f_code.co_filename)).get("", ("search",))
    methods = tried_by({asked}) if asked in METHODS else by_other
    return Used(f"{name}.{user.f_code.co_name}", pattern.pattern, pattern.flags, methods)


def nothing_made(_: tuple[Task, ...], loss: Loss) -> tuple[Used, ...]:
    """What a worker that was stopped has noted."""
    raise AssertionError(f"cleaning small texts took too much: {loss}")


def patient(_: tuple[Task, ...]) -> Fence:
    """Room for all of them."""
    return Fence(SECONDS, 2_000_000_000)


MAKING = Work(made_patterns, nothing_made, patient)
"""Finding them in a worker of its own, where nothing is remembered of texts cleaned before."""
