"""What rules would change in the other seeds of a publisher: each cleaned without them and with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from copydesk.batch.processes.workers import alone, in_order
from copydesk.batch.seeds.cleaning import CLEANING, Task
from copydesk.model import Fact, House, Moment, Publisher, Story
from copydesk.writing.stories.verifying import spoken

FACTS: Final = ("headline", "authors", "agency", "published", "section")
"""Facts that rules about lines may change: those lines give them."""
MOST: Final = 200
"""Seeds that are cleaned to see what rules would change."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What would change in one seed: lines that would leave its story and lines that would come into it, what would be
    said of its publisher, and other facts with what they are and would be. ``approved`` where its story was edited by
    hand, so that it would only be offered the new version."""

    seed: str
    leaving: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    publisher: str | None = None
    facts: tuple[str, ...] = ()
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
        facts = tuple(facts_changed(before, after))
        if leaving or coming or publisher or facts:
            lines = tuple(leaving.elements()), tuple(coming.elements())
            yield Effect(seed, *lines, publisher, facts, approved=seed in approved)


def changed(task: Task, row: Publisher) -> Task:
    """The task with the publisher's table as it would be."""
    return replace(task, house=with_row(task.house, row))


def stories_of(task: Task) -> tuple[Story, ...]:
    """The stories of a seed; none where it cannot be cleaned."""
    return alone(CLEANING, task).stories


def _said(stories: tuple[Story, ...]) -> Counter[str]:
    return Counter(passage.words for story in stories for passage in spoken(story.blocks))


def facts_changed(before: tuple[Story, ...], after: tuple[Story, ...]) -> Iterator[str]:
    """The facts of a seed's first story that would be others."""
    if before and after:
        for name in FACTS:
            was, would = (_value(getattr(stories[0].metadata, name)) for stories in (before, after))
            if was != would:
                yield f"{name}: {was} → {would}"


def _value(fact: Fact[object] | None) -> str:
    value = fact.value if fact else "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value.day if isinstance(value, Moment) else value)


def _publisher(stories: tuple[Story, ...]) -> str | None:
    fact = stories[0].metadata.publisher if stories else None
    return fact.value if fact else None
