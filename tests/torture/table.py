"""The table of experiments: what one is, what it tells, and how the table of a run is written."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import torture

HEADER = ("| experiment | tried | got through or lost | controls |", "| --- | ---: | ---: | --- |")


class Scale(Enum):
    """How much of an experiment to run."""

    SLICE = "a slice, for every test run"
    WHOLE = "all of it"


@dataclass(frozen=True)
class Row:
    """What one experiment found.

    ``tried`` counts attempts; ``lost`` names those that got through or lost something, which must be none. ``controls``
    says what shows that the experiment can fail ("412 of 530 vectors fire in a bare page"), and ``void`` is why the run
    proves nothing, where its control did not behave.
    """

    tried: int
    lost: tuple[str, ...] = ()
    controls: str = ""
    void: str = ""

    @property
    def holds(self) -> bool:
        """Whether something was tried, and nothing got through or was lost."""
        return self.tried > 0 and not self.lost and not self.void


@dataclass(frozen=True)
class Experiment:
    """One promise, tried out. ``run`` is given how much to try and an empty folder of its own. ``needs`` are the marks
    of tests for what a machine may lack ("browser"). ``minutes`` is about what a whole run takes of processor time, as
    estimated from runs of November 2026."""

    name: str
    run: Callable[[Scale, Path], Row]
    needs: tuple[str, ...] = ()
    minutes: int = 1


def experiments() -> tuple[Experiment, ...]:
    """The experiments of every module of this package, in order of module names."""
    found: list[Experiment] = []
    for module in sorted(pkgutil.iter_modules(torture.__path__), key=lambda module: module.name):
        if not module.name.startswith(("test_", "__")):
            found += getattr(importlib.import_module(f"torture.{module.name}"), "EXPERIMENTS", ())
    return tuple(found)


def table(rows: Iterable[tuple[Experiment, Row]]) -> Iterator[str]:
    """The lines of the Markdown table of a run, as each experiment ends."""
    yield from HEADER
    for experiment, row in rows:
        yield f"| {experiment.name} | {row.tried:,} | {len(row.lost):,} | {row.void or row.controls} |"
