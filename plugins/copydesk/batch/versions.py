"""The versions of a story that stands: what was last generated, what the file says, what would be generated now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.batch import clock
from copydesk.batch.content.shelf import Shelf, counts_as_edited
from copydesk.batch.processes.workers import alone
from copydesk.batch.recurring.siblings import open_folder
from copydesk.batch.seeds.cleaning import CLEANING, CleanCopy, beside, task_of
from copydesk.batch.seeds.folder import list_seeds, sha256
from copydesk.batch.stories.planning import Today, generated
from copydesk.errors import CopydeskError
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.composing import Identity
from copydesk.writing.stories.storyfile import even


@dataclass(frozen=True, slots=True)
class Versions:
    """Three versions of a story: ``base`` as last generated, ``current`` as its file says (``None``: the file is gone),
    ``new`` as it would be generated now (``None`` where it cannot be, with the reason in ``missing``)."""

    path: str
    base: str
    current: str | None
    new: str | None
    missing: str | None = None


def guarded(shelf: Shelf) -> Iterator[Entry]:
    """The stories a hand has edited, by path."""
    for entry in sorted(shelf.entries.values(), key=lambda entry: entry.path):
        text = shelf.text(entry)
        if text is not None and counts_as_edited(text, entry):
            yield entry


def versions(entry: Entry, shelf: Shelf) -> Versions:
    """The versions of one story; its seed is cleaned anew."""
    text = shelf.text(entry)
    current = None if text is None else even(text)
    try:
        return Versions(entry.path, entry.base, current, _new(entry, shelf))
    except CopydeskError as error:
        return Versions(entry.path, entry.base, current, None, f"{error.subject}: {error.problem}")


def _new(entry: Entry, shelf: Shelf) -> str | None:
    copy = copy_now(entry, shelf)
    return None if copy is None else generated(copy, identity_of(entry, shelf))


def copy_now(entry: Entry, shelf: Shelf) -> CleanCopy | None:
    """The story as it would be generated now, ``None`` where the seed is gone or no longer holds it. Raises
    CopydeskError."""
    seed = next((seed for seed in list_seeds(shelf.settings.seeds) if seed.name == entry.seen[0].seed), None)
    if seed is None:
        return None
    task = task_of(seed, shelf.settings)
    recurring = open_folder(shelf).recurring(sha256(task.raw.data))
    cleaned = alone(CLEANING, beside(task, recurring))
    return next((copy for copy in cleaned.copies if copy.story.item == entry.item), None)


def identity_of(entry: Entry, shelf: Shelf) -> Identity:
    """The identity of a story, which stays the same in every version of it."""
    return Identity(entry.guid, Today(clock.now(), shelf.settings.house.zone).day(entry.first_seen))
