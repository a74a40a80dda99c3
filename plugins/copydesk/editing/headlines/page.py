"""The top of a bare dump as the judge of headlines sees it: its lines, and what kind of line each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from copydesk.editing.shapes import folded, length
from copydesk.editing.story import belongs
from copydesk.model import Block, ListItem
from copydesk.text import words

LONGEST = 300
"""Characters of the longest line that is looked at."""
NEAREST = 300
"""Blocks above the story that are looked at."""
BRIEF, CLOSE = 3, 12
"""Words of a line that may be a headline anywhere above; shorter ones are looked at only so close to the story."""
OPENING = 15
"""Characters of the shortest line whose repetition on the page means something."""
SENTENCE_PART, HALF_SENTENCE = 5, 8
"""Words from which a line is more than the name of something, and more than half a sentence."""
UNDER = 14
"""Lines of the story that count as surroundings of those above it."""

_CREDIT = re.compile(
    r"©|\b(?:getty|reuters|afp|dpa|efe|apa|shutterstock|istock|imago|keystone|photo|foto|image)\b|[(/]ap\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Above:
    """The top of a page: its blocks, where the story begins, the folded lines found anywhere with their places, the
    positions of lines that are dates and nothing else, of short lines that give a date, of those that a word for
    "by" leads, and of those that a table or their shape shows to be something else than a headline."""

    blocks: tuple[Block, ...]
    begin: int
    elsewhere: tuple[tuple[int, str], ...]
    dates: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The positions of the lines above the story that are looked at."""
        nearest = range(max(0, self.begin - NEAREST), self.begin)
        return tuple(at for at in nearest if could_be(self.blocks[at]) and self._is_worth_it(at))

    def _is_worth_it(self, at: int) -> bool:
        return at not in self.dates and at not in self.barred and (self.begin - at <= CLOSE or self.size(at) >= BRIEF)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The words of the lines from the top to a little under the beginning of the story."""
        return tuple(min(length(block.text), 60) for block in self.blocks[: self.begin + UNDER])

    def size(self, at: int) -> int:
        """The words of the line at a position, 0 beyond the ends."""
        return self.sizes[at] if 0 <= at < len(self.sizes) else 0

    @cached_property
    def longer_below(self) -> tuple[int, ...]:
        """For each line above the story, how many under it there have words enough for a part of a sentence."""
        return self._longer_below(SENTENCE_PART)

    @cached_property
    def much_longer_below(self) -> tuple[int, ...]:
        """For each line above the story, how many under it there have words enough for half a sentence."""
        return self._longer_below(HALF_SENTENCE)

    def _longer_below(self, least: int) -> tuple[int, ...]:
        counts = accumulate((size >= least for size in reversed(self.sizes[1 : self.begin])), initial=0)
        return tuple(reversed(tuple(counts)))

    @cached_property
    def folds(self) -> tuple[str, ...]:
        """The lines above the story and a few of it, folded; "" for very long ones."""
        near = self.blocks[: self.begin + UNDER]
        return tuple(folded(block.text) if len(block.text) <= LONGEST else "" for block in near)

    @cached_property
    def word_sets(self) -> dict[int, frozenset[str]]:
        """The words that say what a line is about, by position, as far as they were asked for."""
        return {}

    def content(self, at: int) -> frozenset[str]:
        """The words of the line at a position that say what it is about."""
        if at not in self.word_sets:
            self.word_sets[at] = frozenset(word for word in words(self.blocks[at].text) if is_content(word))
        return self.word_sets[at]

    def is_listed(self, at: int) -> bool:
        """Whether the line at a position is an item of a list."""
        return 0 <= at < len(self.blocks) and isinstance(self.blocks[at].kind, ListItem)

    def is_credit(self, at: int) -> bool:
        """Whether the line at a position names an agency of pictures, or says "photo"."""
        text = self.blocks[at].text
        return len(text) <= LONGEST and _CREDIT.search(text) is not None

    @cached_property
    def _known(self) -> frozenset[tuple[int, str]]:
        return frozenset(self.elsewhere)

    @cached_property
    def _page(self) -> str:
        return "\n".join([line for _, line in self.elsewhere])

    def others_with(self, opening: str, place: int, line: str) -> list[tuple[int, str]]:
        """The places and folded lines elsewhere than ``place`` that hold the opening of the ``line`` there."""
        itself = (place, line) in self._known
        if self._page.count(opening) <= itself:  # most lines stand nowhere else: the page is asked, not each line
            return []
        return [(where, other) for where, other in self.elsewhere if where != place and opening in other]

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the story's first thirty paragraphs."""
        return self._words_of_first(30)

    @cached_property
    def lede(self) -> frozenset[str]:
        """The words of the story's first two paragraphs."""
        return self._words_of_first(2)

    def _words_of_first(self, paragraphs: int) -> frozenset[str]:
        story = [block for block in self.blocks[self.begin :] if belongs(block) and length(block.text) >= 8]
        return frozenset[str]().union(*[words(block.text) for block in story[:paragraphs]])

    def said_in_story(self, at: int) -> float:
        """How much of a line's content the story says, times how much that is: 0 to 10."""
        content = self.content(at)
        return sum(word in self.told for word in content) / max(1, len(content)) * min(len(content), 10)

    @cached_property
    def most_said(self) -> float:
        """The most that the story says of any line above it."""
        return max((self.said_in_story(at) for at in self.places), default=0.0)


def could_be(block: Block) -> bool:
    """Whether a block is short enough to be looked at."""
    return len(block.text) <= LONGEST and 1 <= length(block.text) <= 40


def is_content(word: str) -> bool:
    """Whether a word says what a story is about: more than three letters, or a sign of a script without spaces."""
    return len(word) > 3 or (len(word) == 1 and ord(word) > 0x2E80)
