"""Which story a document is: the one its raw file made before, the one its seed's name made if it still tells the same,
or a new one. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from copydesk.model import Story
from copydesk.text import fold, words_of
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.composing import headline
from copydesk.writing.stories.storyfile import parse

SAME_TEXT = 0.5
"""Share of the shorter text's five-word runs found in the other from which a changed seed continues its story: a story
that grew, was corrected or lost its ending shares nearly all, another story from the same page almost none."""

RUN = 5

Document = tuple[str, str | None]
"""A digest or a seed's name, and which document of that file."""


@dataclass(frozen=True, slots=True)
class Index:
    """Ledger entries by what a document can know of them. ``by_digest``: its raw file; ``by_seed``: its seed's name,
    for entries whose own raw file is gone; ``older``: an earlier raw file of an entry whose present one is there;
    ``by_file``: a raw file's digest alone, for all entries made from it; ``by_feed``: the name of a feed, for all
    entries made from items of it, whatever it holds now; ``by_guid``: its identity, which items of
    feeds bring along."""

    by_digest: dict[Document, Entry] = field(default_factory=dict)
    by_seed: dict[Document, Entry] = field(default_factory=dict)
    older: dict[Document, Entry] = field(default_factory=dict)
    by_file: dict[str, list[Entry]] = field(default_factory=dict)
    by_feed: dict[str, list[Entry]] = field(default_factory=dict)
    by_guid: dict[str, Entry] = field(default_factory=dict)


def index(entries: Mapping[str, Entry], present: Collection[str]) -> Index:
    """The index of ``entries``. ``present`` are the digests of all raw files in ``seeds/`` now."""
    found = Index(by_guid=dict(entries))
    for entry in entries.values():
        current, *earlier = entry.seen
        is_present = current.sha256 in present
        for seen in earlier:
            (found.older if is_present else found.by_digest)[(seen.sha256, entry.item)] = entry
        if not is_present:
            found.by_seed[(current.seed, entry.item)] = entry
    for entry in entries.values():
        found.by_digest[(entry.seen[0].sha256, entry.item)] = entry
        found.by_file.setdefault(entry.seen[0].sha256, []).append(entry)
        if entry.item is not None:
            found.by_feed.setdefault(entry.seen[0].seed, []).append(entry)
    return found


def match(story: Story, index: Index) -> Entry | None:
    """The entry the story continues, ``None`` for a new story."""
    entry = index.by_digest.get((story.sha256, story.item)) or index.by_guid.get(story.guid)
    if entry is not None:
        return entry
    entry = index.by_seed.get((story.seed, story.item))
    return entry if entry is not None and tells_the_same(story, entry) else None


def tells_the_same(story: Story, entry: Entry) -> bool:
    """Whether headline or text of the story still match what the entry last generated."""
    before = parse(entry.base, entry.path)
    title = headline(story)
    if title is not None and fold(title) == fold(before.title):
        return True
    now, then = _runs(" ".join(block.text for block in story.blocks)), _runs(before.body)
    return len(now & then) >= SAME_TEXT * min(len(now), len(then)) > 0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    listed = words_of(text)
    return frozenset(listed[place : place + RUN] for place in range(max(1, len(listed) - RUN + 1)) if listed)
