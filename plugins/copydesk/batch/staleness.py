"""Which seeds have no current story in ``content/``: what publishing, which normalizes nothing, would leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from copydesk.batch.content.shelf import Shelf, open_shelf
from copydesk.batch.processes.workers import in_order
from copydesk.batch.recurring.siblings import Folder, is_of_another_feed
from copydesk.batch.seeds.cleaning import CLEANING, CleanCopy, Task, beside, task_of
from copydesk.batch.seeds.folder import SeedFile, list_seeds
from copydesk.batch.seeds.sorting import sort_seeds
from copydesk.batch.stories.matching import index
from copydesk.batch.stories.planning import Today, generated
from copydesk.errors import HeldError, SettingsError
from copydesk.settings import Settings
from copydesk.writing.stories.composing import Identity


def stale(settings: Settings) -> tuple[str, ...]:
    """The names of seeds that could be published and from whose present bytes no story in ``content/`` was made. To
    know which seeds would be held, they are cleaned here, in memory. Nothing is written."""
    shelf = open_shelf(settings)
    sorting = sort_seeds(list_seeds(settings.seeds), settings, shelf.entries)
    current = _current(shelf, frozenset(sorting.seeds.values()))
    missing = {seed: sha for seed, sha in sorting.seeds.items() if sha not in current}
    folder = Folder(settings, sorting.seeds, index(shelf.entries, frozenset(sorting.seeds.values())))
    tasks = _tasks(missing, folder, settings)
    return tuple(
        done.seed for done in in_order(CLEANING, tasks) if any(_is_missing(copy, shelf, folder) for copy in done.copies)
    )


def _is_missing(copy: CleanCopy, shelf: Shelf, folder: Folder) -> bool:
    """Whether a document could be published and is not. An item of a feed is there if it says what it said in the file
    it was made from, or is another feed's."""
    story = copy.story
    entry = shelf.entries.get(story.guid)
    if story.held:
        return False
    if not story.is_item_permanent or entry is None or not (shelf.settings.content / entry.path).exists():
        return _written(copy, Identity(story.guid, date.min)) is not None
    if is_of_another_feed(story, entry, folder):
        return False
    first_seen = Today(entry.first_seen, shelf.settings.house.zone).day(entry.first_seen)
    return _written(copy, Identity(entry.guid, first_seen)) not in (entry.base, None)


def _written(copy: CleanCopy, identity: Identity) -> str | None:
    """The story file's text; ``None`` where a run would hold the document because it cannot be written."""
    try:
        return generated(copy, identity)
    except Exception:  # noqa: BLE001  # as a run takes it: one bad file never stops the press
        return None


def _current(shelf: Shelf, present: frozenset[str]) -> frozenset[str]:
    """The digests that need no new story: the present raw file of each story that is there, and earlier ones of it as
    long as the present one is in ``seeds/`` too."""
    digests: set[str] = set()
    for entry in shelf.entries.values():
        if (shelf.settings.content / entry.path).exists():
            now = entry.seen[0].sha256
            digests |= {seen.sha256 for seen in entry.seen} if now in present else {now}
    return frozenset(digests)


def _tasks(seeds: Mapping[SeedFile, str], folder: Folder, settings: Settings) -> Iterator[Task]:
    """A task for each seed that can be read."""
    for seed, sha in seeds.items():
        try:
            yield beside(task_of(seed, settings), folder.recurring(sha))
        except (HeldError, SettingsError):
            continue
