"""Cleaning one seed, alone: a bad one is held with its reason, and the others pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from copydesk.batch.processes.fences import PER_BYTE, Fence, renew
from copydesk.batch.seeds.folder import SeedFile, read_seed, seed_overrides
from copydesk.batch.processes.workers import Loss, Work
from copydesk.errors import CopydeskError, VerificationError
from copydesk.model import House, Limits, Overrides, RawDocument, Story
from copydesk.settings import Settings
from copydesk.writing.stories.verifying import verified_body

REPORT_IT = "Please report this file; until then, paste the article's text into a .txt file"

UNNEST = "Save the page again from a browser, or paste its text into a .txt file"

LOSSES: Mapping[Loss, str] = {
    "time": "cleaning it takes more than {seconds} seconds. Cut it down to the article, or raise COPYDESK_MAX_SECONDS",
    "memory": "cleaning it takes more than {memory:,} bytes of memory. Cut it down to the article, or raise "
    "COPYDESK_MAX_MEMORY",
    "crash": f"cleaning it ends the process. {REPORT_IT}",
    "clock": "the clock was set again and again while it was cleaned. Run this again when it is right",
}
"""Why a seed whose process was ended is held, and what to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """A raw file to be cleaned, with what is known to clean it."""

    raw: RawDocument
    house: House
    overrides: Overrides
    limits: Limits


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """A story with its body as Markdown, read back and found to say the same; ``None`` where it does not, or where the
    story is held and nobody asks."""

    story: Story
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of a task: the stories of its seed, or the reason there are none. ``fault`` says that the reason is a
    fault of ours rather than the file's; ``lost`` that its process was ended. The raw file is not sent back with it."""

    seed: str
    copies: tuple[CleanCopy, ...] = ()
    reason: str | None = None
    fault: bool = False
    lost: Loss | None = None

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories alone."""
        return tuple(copy.story for copy in self.copies)


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
    seed = task.raw.seed
    try:
        return Cleaned(seed, tuple(_copies(task)))
    except CopydeskError as error:
        return Cleaned(seed, reason=f"{error.problem}. {error.advice}")
    except MemoryError:
        raise
    except RecursionError:
        return Cleaned(seed, reason=f"it nests too deeply to be read. {UNNEST}")
    except Exception as error:  # noqa: BLE001  # one bad file never stops the press: it is held, and says why
        return Cleaned(seed, reason=f"cleaning failed ({type(error).__name__}: {error}). {REPORT_IT}", fault=True)


def _copies(task: Task) -> Iterator[CleanCopy]:
    # The stages are heavy to import, and a process that cleans nothing itself does not need them.
    from copydesk import pipeline

    for story in pipeline.stories(task.raw, task.house, task.overrides, task.limits):
        yield CleanCopy(story, None if story.held else _body(story))
        renew(task.limits.seconds)


def _body(story: Story) -> str | None:
    try:
        return verified_body(story.blocks, story.seed)
    except VerificationError:  # said again, of this story alone, when its file is composed
        return None


def lost(task: Task, loss: Loss) -> Cleaned:
    """What came of a task whose process was ended."""
    fence = fence_of(task.limits, len(task.raw.data))
    reason = LOSSES[loss].format(seconds=fence.seconds, memory=fence.memory)
    return Cleaned(task.raw.seed, reason=reason, fault=loss == "crash", lost=loss)


def fence_of(limits: Limits, size: int) -> Fence:
    """What may be taken by a file of ``size`` bytes."""
    return Fence(limits.seconds, limits.memory + PER_BYTE * size, size)


def fence(task: Task) -> Fence:
    """What a task may take."""
    return fence_of(task.limits, len(task.raw.data))


CLEANING = Work(clean, lost, fence)
"""Cleaning as work for several processes."""
