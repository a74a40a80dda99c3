"""Cleaning one seed, alone: a bad one is held with its reason, and the others pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from copydesk import pipeline
from copydesk.batch.seeds import SeedFile, read_seed, seed_overrides
from copydesk.batch.workers import Work
from copydesk.errors import CopydeskError
from copydesk.model import House, Limits, Overrides, RawDocument, Story
from copydesk.settings import Settings

REPORT_IT = "Please report this file"


@dataclass(frozen=True, slots=True)
class Task:
    """A raw file to be cleaned, with what is known to clean it."""

    raw: RawDocument
    house: House
    overrides: Overrides
    limits: Limits


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of a task: its stories, or the reason there are none. ``fault`` says that the reason is a fault of
    ours rather than the file's."""

    task: Task
    stories: tuple[Story, ...] = ()
    reason: str | None = None
    fault: bool = False


def task_of(seed: SeedFile, settings: Settings) -> Task:
    """The task of cleaning a seed of the folder, alone. Raises HeldError where it cannot be read, SettingsError for its
    overrides."""
    raw = RawDocument(seed.name, read_seed(seed, settings.limits))
    return Task(raw, settings.house, seed_overrides(seed, settings.seeds.name), settings.limits)


def beside(task: Task, recurring: Mapping[str, int]) -> Task:
    """The task with what is known of the other pages of its publisher: the lines that stand there too."""
    return replace(task, house=replace(task.house, recurring=recurring)) if recurring else task


def clean(task: Task) -> Cleaned:
    """The stories of a task's seed; whatever goes wrong with it is its reason."""
    try:
        return Cleaned(task, pipeline.clean(task.raw, task.house, task.overrides, task.limits))
    except CopydeskError as error:
        return Cleaned(task, reason=f"{error.problem}. {error.advice}")
    except Exception as error:  # noqa: BLE001  # one bad file never stops the press: it is held, and says why
        return Cleaned(task, reason=f"cleaning failed ({type(error).__name__}: {error}). {REPORT_IT}", fault=True)


def crashed(task: Task) -> Cleaned:
    """What came of a task that ended its process."""
    return Cleaned(task, reason=f"cleaning it ends the process. {REPORT_IT}", fault=True)


CLEANING = Work(clean, crashed)
"""Cleaning as work for several processes."""
