"""One story that is learned from, and what its lessons are held against: the other pages of its publisher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk import intake
from copydesk.batch.content.shelf import Shelf, counts_as_edited
from copydesk.batch.seeds.cleaning import Task
from copydesk.errors import HeldError, StoryFileError
from copydesk.learning.correction import Correction
from copydesk.learning.forms import Shown
from copydesk.learning.lessons import Pages, Way
from copydesk.model import Block, Publisher, Story
from copydesk.text import fold
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.storyfile import StoryFile, parse
from copydesk.writing.stories.verifying import read_passages


@dataclass(frozen=True, slots=True)
class Case:
    """What is known while learning from one story: its ledger and raw file, the story as today's rules clean it, what
    the hand changed and the story's file as it is now, the publisher's table with what the facts teach, and the
    publisher's other seeds by name."""

    shelf: Shelf
    entry: Entry
    task: Task
    story: Story
    change: Correction
    now: StoryFile
    row: Publisher
    siblings: Mapping[str, Task]


def pages_of(case: Case, way: Way) -> Pages:
    """What lessons are held against: the siblings' raw blocks, and what must stay as it is."""
    others = {seed: raw_blocks(task) for seed, task in case.siblings.items()}
    told = {seed: _told(case.shelf, entry) for seed, entry in _stories(case).items()}
    curated = approved(case)
    prose = frozenset(line for lines in told.values() for line in lines) if way == "cut" else frozenset()
    settled = [
        block
        for seed in sorted(curated)
        for block in others[seed]
        if (fold(block.text) in told[seed]) is (way == "cut")
    ]
    return Pages(others, (*settled, *_own_blocks(case, way)), prose)


def _own_blocks(case: Case, way: Way) -> tuple[Block, ...]:
    """The blocks of the story itself that the hand left as they were."""
    if way == "cut":
        return tuple(block for block in case.story.blocks if block not in case.change.taken_out)
    cut = (taken.block for taken in case.story.cuts)
    back = {fold(block.text) for block in case.change.put_back}
    return tuple(block for block in cut if fold(block.text) not in back)


def pages_around(case: Case) -> Pages:
    """What a selector of the story's element is held against: the siblings' raw blocks, the blocks that curators have
    in their stories, and the prose of all."""
    others = {seed: raw_blocks(task) for seed, task in case.siblings.items()}
    told = {seed: _told(case.shelf, entry) for seed, entry in _stories(case).items()}
    curated = tuple(
        block for seed in sorted(approved(case)) for block in others[seed] if fold(block.text) in told[seed]
    )
    return Pages(others, curated, frozenset(line for lines in told.values() for line in lines))


def shown_elsewhere(case: Case) -> tuple[Shown, ...]:
    """The publisher's other pages, with what the curator says of those whose story a hand has edited."""
    curated, stories = approved(case), _stories(case)
    return tuple(
        Shown(raw_blocks(task), _said(case.shelf, stories[seed]) if seed in curated else None)
        for seed, task in case.siblings.items()
    )


def _said(shelf: Shelf, entry: Entry) -> StoryFile | None:
    """The file of a story as it is now, ``None`` where it is gone or cannot be read."""
    try:
        return parse(shelf.text(entry) or "", entry.path)
    except StoryFileError:
        return None


def _stories(case: Case) -> dict[str, Entry]:
    """The siblings' stories that stand, by seed."""
    entries = {entry.seen[0].seed: entry for entry in case.shelf.entries.values()}
    return {seed: entries[seed] for seed in case.siblings if seed in entries}


def approved(case: Case) -> frozenset[str]:
    """The siblings whose stories a hand has edited: what stands in them is the curator's word."""
    return frozenset(
        seed
        for seed, entry in _stories(case).items()
        if (text := case.shelf.text(entry)) is not None and counts_as_edited(text, entry)
    )


def _told(shelf: Shelf, entry: Entry) -> frozenset[str]:
    """What a story says now, a passage each, folded; nothing where its file is gone or cannot be read."""
    story = _said(shelf, entry)
    return frozenset(fold(passage.words) for passage in read_passages(story.body)) if story else frozenset()


def raw_blocks(task: Task) -> tuple[Block, ...]:
    """All blocks of a raw file, before anything is cut."""
    try:
        return tuple(block for draft in intake.read(task.raw, task.limits) for block in draft.blocks)
    except HeldError:
        return ()
