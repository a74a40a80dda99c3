"""What rules would change in the other seeds of a publisher: each cleaned without them and with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from copydesk.batch.cleaning import CLEANING, Task
from copydesk.batch.workers import alone, in_order
from copydesk.model import House, Publisher, Story
from copydesk.writing.verifying import spoken

MOST: Final = 200
"""Seeds that are cleaned to see what rules would change."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What would change in one seed: lines that would leave its story and lines that would come into it, and what
    would be said of its publisher. ``approved`` where its story was edited by hand, so that it would only be offered
    the new version."""

    seed: str
    leaving: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    publisher: str | None = None
    approved: bool = False


def with_row(house: House, row: Publisher) -> House:
    """The house with a publisher's table as it would be."""
    others = tuple(other for other in house.publishers if other.key != row.key)
    return replace(house, publishers=tuple(sorted((*others, row), key=lambda other: other.key)))


def effects(tasks: Mapping[str, Task], row: Publisher, approved: frozenset[str]) -> Iterator[Effect]:
    """What the table would change in the seeds of these tasks, by name; of at most `MOST`."""
    tried = dict(list(tasks.items())[:MOST])
    pairs = chain.from_iterable((task, changed(task, row)) for task in tried.values())
    cleaned = in_order(CLEANING, pairs)
    for seed, one, other in zip(tried, cleaned, cleaned, strict=True):
        before, after = one.stories, other.stories
        leaving, coming = _said(before) - _said(after), _said(after) - _said(before)
        publisher = _publisher(after) if _publisher(before) != _publisher(after) else None
        if leaving or coming or publisher:
            yield Effect(
                seed, tuple(leaving.elements()), tuple(coming.elements()), publisher, approved=seed in approved
            )


def changed(task: Task, row: Publisher) -> Task:
    """The task with the publisher's table as it would be."""
    return replace(task, house=with_row(task.house, row))


def stories_of(task: Task) -> tuple[Story, ...]:
    """The stories of a seed; none where it cannot be cleaned."""
    return alone(CLEANING, task).stories


def _said(stories: tuple[Story, ...]) -> Counter[str]:
    return Counter(passage.words for story in stories for passage in spoken(story.blocks))


def _publisher(stories: tuple[Story, ...]) -> str | None:
    fact = stories[0].metadata.publisher if stories else None
    return fact.value if fact else None
