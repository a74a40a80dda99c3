"""One run over one site: what it was asked, what it may know, where it notes what became of the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from copydesk.batch.content.shelf import Shelf
from copydesk.batch.recurring.siblings import Folder
from copydesk.batch.report import Outcome
from copydesk.batch.seeds.memory import Memory
from copydesk.batch.stories.matching import Index
from copydesk.batch.stories.planning import Today
from copydesk.settings import Settings

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: with how many processes (one per core), which guarded stories (paths relative to ``content/``) to
    replace by their new version, and whom to tell how many seeds of how many are done."""

    jobs: int | None = None
    take: frozenset[str] = frozenset()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run over one site: what it may know and where it notes what became of the documents. ``remembered`` is what
    the last run made of the seeds, ``memories`` what the next one will know; ``folder`` knows which lines recur."""

    settings: Settings
    options: Options
    shelf: Shelf
    index: Index
    folder: Folder
    today: Today
    remembered: Mapping[str, Memory]
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    memories: dict[str, Memory] = field(default_factory=dict)
