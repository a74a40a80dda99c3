"""Which rules of ``sources.toml`` would do what a hand did to a block: from the block's own words to a pattern, to the
element it stands in. The most specific that other pages of the publisher confirm wins. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from copydesk.editing.cutting.curator import Listing
from copydesk.editing.shapes import is_running_text, length
from copydesk.model import Block, Publisher
from copydesk.patterns import fault_of, literal, numberless
from copydesk.text import fold

Way = Literal["cut", "keep"]
Key = Literal["cut_lines", "cut_patterns", "cut", "keep_lines", "keep_patterns", "keep", "main"]

LONGEST_LINE: Final = 40
"""Words of the longest line that a pattern is made from: a longer one is prose."""
COMMON_WORDS: Final = 2
"""Words two lines must begin or end with alike, and half of the line's, to be of one pattern."""
CLASS_WORDS: Final = 12
"""How many class words of a block, innermost first, may become a selector."""
MOST_OF_A_STORY: Final = 0.4
"""The share of another story's prose that an element may have and still be no part of it; a pattern may have none."""
TOO_GENERAL: Final = frozenset(
    "article body content main post page story entry text wrapper container section block inner row col column grid "
    "left right center item items list media the and for with site layout single primary".split()
)
"""Class words that most stories stand in."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One value for one key of a publisher's table, and on how many other pages a line like it stands."""

    key: Key
    value: str
    pages: int = 0

    def listing(self) -> Listing:
        """What the lesson alone lists."""
        lines = frozenset({fold(self.value)}) if self.key.endswith("_lines") else frozenset()
        patterns = (self.value,) if self.key.endswith("_patterns") else ()
        return Listing(lines, patterns, () if lines or patterns else (self.value,))


@dataclass(frozen=True, slots=True)
class Pages:
    """What a lesson is held against: the blocks of the other raw files of the publisher by seed; blocks that must stay
    as they are, since a curator or the story at hand has them; and the prose of the other stories."""

    others: Mapping[str, tuple[Block, ...]]
    settled: tuple[Block, ...]
    prose: frozenset[str] = frozenset()


def lesson_for(block: Block, way: Way, pages: Pages) -> Lesson | None:
    """The lesson that a block teaches; ``None`` where each would touch what must stay as it is."""
    fitting = [lesson for lesson in candidates(block, way, pages) if _harms_nothing(lesson, block, pages)]
    confirmed = (lesson for lesson in fitting if lesson.pages)
    return next(confirmed, fitting[0] if fitting else None)


def candidates(block: Block, way: Way, pages: Pages) -> Iterator[Lesson]:
    """Every lesson there is, the most specific first, with the number of other pages each would touch."""
    for key, value in _values(block, way, pages):
        lesson = Lesson(key, value)
        listing = lesson.listing()
        touched = sum(any(listing.has(other) for other in blocks) for blocks in pages.others.values())
        yield replace(lesson, pages=touched)


def with_lesson(publisher: Publisher, lesson: Lesson) -> Publisher:
    """The publisher's table with a lesson in it."""
    listed: tuple[str, ...] = getattr(publisher, lesson.key)
    return publisher if lesson.value in listed else replace(publisher, **{lesson.key: (*listed, lesson.value)})  # type: ignore[arg-type]  # a key of the table


def _values(block: Block, way: Way, pages: Pages) -> Iterator[tuple[Key, str]]:
    lines: Key = "cut_lines" if way == "cut" else "keep_lines"
    patterns: Key = "cut_patterns" if way == "cut" else "keep_patterns"
    line = " ".join(block.text.split())
    yield lines, line
    for pattern in _patterns(line, pages):
        if fault_of(pattern) is None:
            yield patterns, pattern
    for selector in _selectors(block):
        yield way, selector


def _patterns(line: str, pages: Pages) -> Iterator[str]:
    """The line with any numbers, then with a gap where lines of other pages differ from it, the smallest gap first."""
    yield literal(line)
    words = line.split()
    if len(words) > LONGEST_LINE:
        return
    ends = {
        _common(words, other.text.split())
        for blocks in pages.others.values()
        for other in blocks
        if len(other.text) <= 10 * len(line) + 100
    }
    for ahead, behind in sorted(ends, key=lambda pair: (-sum(pair), pair)):
        if COMMON_WORDS <= ahead + behind < len(words) and 2 * (ahead + behind) >= len(words):
            yield " ".join((*map(literal, words[:ahead]), "*", *map(literal, words[len(words) - behind :])))


def _common(words: list[str], others: list[str]) -> tuple[int, int]:
    """How many words two lines begin with alike, and how many more they end with alike."""
    shorter = min(len(words), len(others))
    ahead = next((at for at in range(shorter) if fold(words[at]) != fold(others[at])), shorter)
    rest = shorter - ahead
    behind = next((at for at in range(rest) if fold(words[-1 - at]) != fold(others[-1 - at])), rest)
    return ahead, behind


def _selectors(block: Block) -> Iterator[str]:
    """The classes a block stands in, innermost first; none that most stories stand in."""
    if block.markup is None:
        return
    for word in block.markup.words[:CLASS_WORDS]:
        if len(word) > 2 and word.isalpha() and word not in TOO_GENERAL:
            yield f".{word}"


def _harms_nothing(lesson: Lesson, block: Block, pages: Pages) -> bool:
    """Whether a lesson leaves alone what is settled, and of other stories nearly all that reads like one."""
    listing = lesson.listing()
    if any(listing.has(other) for other in pages.settled):
        return False
    most = MOST_OF_A_STORY if lesson.key == "cut" else 0.0
    return all(_share_taken(listing, block, blocks, pages.prose) <= most for blocks in pages.others.values())


def _share_taken(listing: Listing, block: Block, others: tuple[Block, ...], prose: frozenset[str]) -> float:
    """How much of another story's prose a listing has, the line itself, numbers aside, not counted."""
    told = [other for other in others if is_running_text(other.text) and fold(other.text) in prose]
    line = numberless(block.text)
    taken = sum(length(other.text) for other in told if listing.has(other) and numberless(other.text) != line)
    return taken / max(1, sum(length(other.text) for other in told))
