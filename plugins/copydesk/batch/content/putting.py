"""Putting new versions of stories into ``content/``: all that a run decided, at once.

First everything is written aside. This may fail or be interrupted, and has then changed nothing. Then the files are
renamed, in an order that a crash may cut anywhere: the ledgers to ``.new``, the stories into place, the ledgers to
their names. `shelf.mend` finishes or takes back what a crash cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from copydesk.batch.files import bytes_of, read_if_there, refuse_elsewhere, sync_folder, write_aside
from copydesk.interrupts import unheeded
from copydesk.writing.ledgers.ledger import Entry, compose_entry

PENDING = ".new"
"""The suffix of a ledger file whose story is being written; it becomes ``.txt`` once the story is in place."""


@dataclass(frozen=True, slots=True)
class Change:
    """A story's new ledger, and its file's new text (``None``: the file stays as it is). ``before`` is the text the
    file had when this was decided, ``None`` where there was no file."""

    entry: Entry
    text: str | None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A change that is written down, and its final names. ``story`` is ``None`` where only the ledger changes."""

    change: Change
    story: Path | None
    story_target: Path
    ledger: Path
    ledger_target: Path

    @property
    def is_overtaken(self) -> bool:
        """Whether the story's file is not what it was when the change was decided: a hand has saved it meanwhile."""
        return self.story is not None and read_if_there(self.story_target) != self.change.before

    def discard(self) -> None:
        """Remove the files that were written aside and not put in place."""
        for path in filter(None, (self.story, self.ledger)):
            path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Places:
    """Where changes are put: the folders of the content and of the ledger; ``then`` is called together with the
    renaming, so that nothing comes between the two."""

    content: Path
    ledger: Path
    then: Callable[[], None]


def put_all(changes: Iterable[Change], places: Places) -> tuple[Change, ...]:
    """Carry out all changes, and return those left out because a hand has saved the story meanwhile.

    Raises OSError, or StoryFileError for a folder that is a link to elsewhere. The stories then stand as they did
    before; if the disk failed in the midst of renaming, the next run mends that.
    """
    aside: list[Aside] = []
    try:
        for change in changes:
            aside.append(_written(change, places))
        with unheeded():
            standing = [each for each in aside if not each.is_overtaken]
            _rename(standing)
            places.then()
        done = {each.change.entry.guid for each in standing}
        return tuple(each.change for each in aside if each.change.entry.guid not in done)
    finally:
        for each in aside:
            each.discard()


def _written(change: Change, places: Places) -> Aside:
    story_target, ledger_target = places.content / change.entry.path, places.ledger / change.entry.name
    for target in (story_target, ledger_target):
        refuse_elsewhere(places.content, target)
    story = None if change.text is None else write_aside(story_target, bytes_of(change.text))
    try:
        entry = write_aside(ledger_target, bytes_of(compose_entry(change.entry)))
    except BaseException:
        if story:
            story.unlink(missing_ok=True)
        raise
    return Aside(change, story, story_target, entry, ledger_target)


def _rename(aside: list[Aside]) -> None:
    stories = [(each, each.story) for each in aside if each.story is not None]
    for each, _ in stories:
        each.ledger.replace(each.ledger_target.with_suffix(PENDING))
    _sync({each.ledger_target.parent for each, _ in stories})
    for each, story in stories:
        story.replace(each.story_target)
    _sync({each.story_target.parent for each, _ in stories})
    for each in aside:
        before = each.ledger if each.story is None else each.ledger_target.with_suffix(PENDING)
        before.replace(each.ledger_target)
    _sync({each.ledger_target.parent for each in aside})


def _sync(folders: Iterable[Path]) -> None:
    for folder in sorted(folders):
        sync_folder(folder)
