"""Joining a hand edit with a new version of its story, on the curator's word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.batch import clock
from copydesk.batch.content.shelf import Shelf, counts_as_edited, mend, open_shelf
from copydesk.batch.lock import hold
from copydesk.batch.recurring.siblings import open_folder
from copydesk.batch.seeds.cleaning import CleanCopy
from copydesk.batch.stories.planning import Today, generated, renewed_by
from copydesk.batch.versions import copy_now, identity_of
from copydesk.errors import StoryFileError
from copydesk.settings import Settings
from copydesk.writing.conflicts import unfinished
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.merging import merge


@dataclass(frozen=True, slots=True)
class Merging:
    """What became of one story: why there was ``nothing`` to merge, or the number of ``conflicts`` now in its file and
    where the hand-edited text is ``kept`` as it was."""

    conflicts: int = 0
    kept: Path | None = None
    nothing: str | None = None


def merge_story(settings: Settings, path: str) -> Merging:
    """Write the merge of a story whose file, ``path`` below ``content/``, a hand has edited.

    From then on the new version counts as last generated, so that whatever differs from it is the hand's. Raises
    LockedError, StoryFileError for a file in which a merge is not finished, and CopydeskError where there is no new
    version.
    """
    with hold(settings):
        mend(settings)
        shelf = open_shelf(settings)
        entry = next((entry for entry in shelf.entries.values() if entry.path == path), None)
        current = None if entry is None else shelf.text(entry)
        if entry is None or current is None:
            return Merging(nothing="it is no story made from a seed")
        if not counts_as_edited(current, entry):
            return Merging(nothing="no hand has edited it; copydesk normalize renews it")
        if unfinished(current) is not None:
            raise StoryFileError(path, "an earlier merge is not finished", "Take its marks out first.")
        copy = copy_now(entry, shelf)
        if copy is None:
            return Merging(nothing="its seed is gone, or no longer holds the story")
        return _merged(shelf, entry, current, copy)


def _merged(shelf: Shelf, entry: Entry, current: str, copy: CleanCopy) -> Merging:
    text = generated(copy, identity_of(entry, shelf))
    if text == entry.base:
        return Merging(nothing="there is no new version; the seed would be cleaned as before")
    merged = merge(entry.base, current, text, entry.path)
    kept = shelf.keep_replaced(entry, current)
    renewed = renewed_by(copy, entry, text, Today(clock.now(), shelf.settings.house.zone))
    recurring = tuple(sorted(open_folder(shelf).recurring(copy.story.sha256).items()))
    shelf.put(replace(renewed, recurring=recurring), merged.text)
    if shelf.write():
        raise StoryFileError(entry.path, "was edited while it was merged, so it was left alone", "Merge it again.")
    return Merging(merged.conflicts, kept)
