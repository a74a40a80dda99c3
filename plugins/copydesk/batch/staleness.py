"""Which seeds have no current story in ``content/``: what publishing, which normalizes nothing, would leave out."""

from __future__ import annotations

from copydesk.batch.cleaning import clean, task_of
from copydesk.batch.seeds import SeedFile, list_seeds
from copydesk.batch.shelf import Shelf, open_shelf
from copydesk.batch.sorting import sort_seeds
from copydesk.errors import HeldError, SettingsError
from copydesk.settings import Settings


def stale(settings: Settings) -> tuple[str, ...]:
    """The names of seeds whose present bytes no story in ``content/`` was made from, though one could be. A seed that
    is held is none: it is cleaned here, in memory, to know. Nothing is written."""
    shelf = open_shelf(settings)
    sorting = sort_seeds(list_seeds(settings.seeds), settings, shelf.entries)
    current = {seen.sha256 for entry in shelf.entries.values() if _is_there(shelf, entry.path) for seen in entry.seen}
    return tuple(
        seed.name for seed, sha in sorting.seeds.items() if sha not in current and _is_publishable(seed, settings)
    )


def _is_there(shelf: Shelf, path: str) -> bool:
    return (shelf.settings.content / path).exists()


def _is_publishable(seed: SeedFile, settings: Settings) -> bool:
    try:
        cleaned = clean(task_of(seed, settings))
    except (HeldError, SettingsError):
        return False
    return any(not story.held for story in cleaned.stories)
