"""What a hand changed in a story, told as blocks of its raw file. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from copydesk.model import Block, Story
from copydesk.text import fold
from copydesk.writing.stories.storyfile import StoryFile
from copydesk.writing.stories.verifying import read_passages, spoken

REWRITTEN: Final = 0.6
"""Likeness of a paragraph that went and one that came from which the one was rewritten into the other."""
LEARNABLE: Final = ("publisher", "lang", "licence")
"""Keys of front matter that ``sources.toml`` has a rule for."""
TOLD: Final = ("title", "standfirst", "authors", "agency", "original_publisher", "date", "updated", "section", "tags")
"""Keys that it has none for: they are each page's own."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A key of front matter with what was generated and what the curator wrote (``None``: nothing)."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a hand changed: blocks that we kept and it took out, blocks that we cut and it put back, facts that a rule
    can say, keys no rule can say, and how many paragraphs it wrote anew, which are no rule's matter."""

    taken_out: tuple[Block, ...] = ()
    put_back: tuple[Block, ...] = ()
    facts: tuple[FactChange, ...] = ()
    own: tuple[str, ...] = ()
    rewritten: int = 0


def correction(base: StoryFile, now: StoryFile, story: Story) -> Correction:
    """What separates the file as generated (``base``) from the file as it is (``now``). ``story`` is its raw file
    cleaned by today's rules: what these do by themselves since they have learned is no correction."""
    before, after = _words(base.body), _words(now.body)
    went, came = list((before - after).elements()), list((after - before).elements())
    rewritten = [(old, new) for old in went for new in came if _is_rewritten(old, new)]
    gone = set(went) - {old for old, _ in rewritten}
    back = set(came) - {new for _, new in rewritten}
    taken_out = tuple(block for block in story.blocks if gone & set(_said(block)))
    put_back = tuple(taken.block for taken in story.cuts if back & set(_said(taken.block)))
    changed = tuple(_facts(base, now))
    return Correction(
        taken_out,
        _each_once(put_back),
        tuple(change for change in changed if change.key in LEARNABLE),
        tuple(change.key for change in changed if change.key in TOLD),
        len(back - {said for block in put_back for said in _said(block)}) + len({new for _, new in rewritten}),
    )


def _words(body: str) -> Counter[str]:
    return Counter(fold(passage.words) for passage in read_passages(body))


def _said(block: Block) -> Iterator[str]:
    return (fold(passage.words) for passage in spoken((block,)))


def _is_rewritten(old: str, new: str) -> bool:
    likeness = SequenceMatcher(None, old[:2000], new[:2000], autojunk=False)
    return likeness.quick_ratio() >= REWRITTEN and likeness.ratio() >= REWRITTEN


def _each_once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The first of several blocks that say the same: the raw file may have a line twice."""
    return tuple({fold(block.text): block for block in reversed(tuple(blocks))}.values())[::-1]


def _facts(base: StoryFile, now: StoryFile) -> Iterator[FactChange]:
    for key in (*LEARNABLE, *TOLD):
        before, after = getattr(base, key), getattr(now, key)
        if before != after:
            yield FactChange(key, *(None if value is None else str(value) for value in (before, after)))
