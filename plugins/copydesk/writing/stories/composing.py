"""A Story as a story file: the one table that translates our words into the keys of front matter. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from copydesk.model import Cut, Fact, Moment, Story
from copydesk.text import spaced
from copydesk.writing.addresses import safe_href
from copydesk.writing.escaping import visible
from copydesk.writing.front_matter.record import FIRST_SEEN, Cleaning, Cuts, Origin, StoryFile
from copydesk.writing.markdown.blocks import write

FACT_KEYS: tuple[tuple[str, str], ...] = (
    ("headline", "title"),
    ("standfirst", "standfirst"),
    ("authors", "authors"),
    ("agency", "agency"),
    ("publisher", "publisher"),
    ("original_publisher", "original_publisher"),
    ("published", "date"),
    ("updated", "updated"),
    ("section", "section"),
    ("tags", "tags"),
    ("language", "lang"),
    ("canonical_url", "source_url"),
    ("licence", "licence"),
    ("image", "image"),
    ("image_caption", "image_caption"),
    ("image_credit", "image_credit"),
)
"""Which fact of `Metadata` is which key of front matter."""

ADDRESS_KEYS = frozenset({"source_url", "image"})

_SCORE = re.compile(r" \([\d.]+\)$")

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a story keeps for ever: its GUID, and the day it was first seen, in the site's zone."""

    guid: str
    first_seen: date


def story_file(story: Story, identity: Identity, body: str | None = None) -> StoryFile:
    """The file of a story: every fact with its origin, the body as Markdown (written here unless given), how it was
    cleaned, what to look at."""
    facts = {key: getattr(story.metadata, name) for name, key in FACT_KEYS}
    values = {key: said for key, fact in facts.items() if fact and (said := _value(key, fact.value))}
    origins = tuple(Origin(key, visible(facts[key].origin), round(facts[key].confidence, 2)) for key in values)
    if "date" not in values:
        values["date"] = Moment(identity.first_seen)
        origins = (*origins, Origin("date", FIRST_SEEN, 0.0))
    values.setdefault("title", UNTITLED)
    return StoryFile(
        body=write(story.blocks) if body is None else body,
        guid=identity.guid,
        publisher_key=story.metadata.publisher_key,
        seed=story.seed,
        item=story.item,
        sha256=None if story.is_item_permanent else story.sha256,  # each fetch of a feed has another
        origins=origins,
        cleaning=Cleaning(story.format, len(story.blocks), cut_counts(story.cuts)),
        review=review_lines(story),
        **values,
    )


def cut_counts(cuts: tuple[Cut, ...]) -> tuple[Cuts, ...]:
    """How many blocks were cut for each reason, the most frequent first; a score behind a reason does not set it
    apart from others."""
    counts = Counter(_SCORE.sub("", _line(cut.reason)) for cut in cuts)
    return tuple(
        Cuts(reason, counts[reason]) for reason in sorted(counts, key=lambda reason: (-counts[reason], reason))
    )


def review_lines(story: Story) -> tuple[str, ...]:
    """What a human should look at: doubts, and reasons that would have held the story were it not published."""
    doubts = (f"{doubt.code}: {doubt.message}" for doubt in story.doubts)
    return tuple(dict.fromkeys(map(_line, (*(f"held: {reason}" for reason in story.held), *doubts))))


def headline(story: Story) -> str | None:
    """The story's headline, if it has one."""
    fact: Fact[str] | None = story.metadata.headline
    return fact.value if fact else None


def _value(key: str, value: Any) -> Any:
    """A fact's value as front matter carries it; empty where nothing is left of it."""
    if isinstance(value, tuple):
        return tuple(line for entry in value if (line := _line(entry)))
    if isinstance(value, str):
        return safe_href(_line(value)) if key in ADDRESS_KEYS else _line(value)
    return value


def _line(text: str) -> str:
    return spaced(visible(text))
