"""The lines of a page as the judge of bylines sees them: which give names, and where headline and story stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from copydesk.editing.bylines.dates import is_only_date
from copydesk.editing.bylines.eastern_names import is_name_alone
from copydesk.editing.bylines.names import NamedLine, read_names
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded, is_laid_out, length
from copydesk.editing.story import belongs, start_of_story, tells
from copydesk.model import Block, Draft

ABOVE, BELOW = 25, 12
"""Lines above and below the story that are looked at."""
TITLED = 3
"""How far above the headline a byline may stand, in lines."""
STANDFIRST = 8
"""How far under a standfirst the date of the story may stand, in blocks."""
ARTICLES = frozenset("the el los las les der die das il gli os as het".split())
"""Articles that no name begins with."""
LONG = 6
"""Paragraphs of the longest story whose end is a part of it without doubt."""
NOTES, NOTE_WORDS, NAME_WORDS = 2, 60, range(2, 5)
"""How many of the last paragraphs may be notes on the writer, the most words of one, and those of the name alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that gives names: its position among the blocks and among all lines, and what was read from it."""

    at: int
    line: int
    named: NamedLine


@dataclass(frozen=True)
class Page:
    """All lines of a page in order, those already cut too, and where among them headline and story stand."""

    draft: Draft
    desk: Desk

    @cached_property
    def lines(self) -> tuple[Block, ...]:
        """Kept and cut blocks in the order of the page."""
        every = (*self.draft.blocks, *(taken.block for taken in self.draft.cuts))
        return tuple(sorted(every, key=lambda block: block.order))

    @cached_property
    def position(self) -> Mapping[int, int]:
        """The position of each block among all lines, by its identity: a page may be one line."""
        return {id(block): at for at, block in enumerate(self.lines)}

    @cached_property
    def headline(self) -> int | None:
        """The position of the headline among all lines."""
        taken = [cut.block for cut in self.draft.cuts if cut.rule == "lift_headline"]
        return self.position[id(taken[0])] if taken else None

    @cached_property
    def begin(self) -> int:
        """The position of the first paragraph of the story among the blocks. A paragraph right above a date or a
        signature is the standfirst, even where it tells as the story does."""
        blocks = self.draft.blocks
        first = start_of_story(blocks)
        for at in range(first + 1, min(first + 1 + STANDFIRST, len(blocks))):
            if not belongs(blocks[at]) and is_only_date(_behind_name(blocks[at].text, self.desk), self.desk):
                return next((later for later in range(at + 1, len(blocks)) if tells(blocks[later])), first)
        return first

    @cached_property
    def credited(self) -> frozenset[str]:
        """Whom the page's data credits, as it writes them."""
        return frozenset(clue.value for clue in self.draft.clues if clue.fact == "author" and clue.place is None)

    @cached_property
    def houses(self) -> frozenset[str]:
        """What the page's data calls its publisher."""
        return frozenset(clue.value for clue in self.draft.clues if clue.fact == "publisher" and clue.place is None)

    @cached_property
    def end(self) -> int:
        """The position of the last paragraph of the story among the blocks."""
        return max((at for at, block in enumerate(self.draft.blocks) if tells(block)), default=self.begin)

    @cached_property
    def told(self) -> str:
        """The folded running text of a story; of a long one without the end, where a page says who the writer is."""
        told = [folded(block.text) for block in self.draft.blocks if tells(block) and id(block) not in self.notes]
        return "\n".join(told[:-2] if len(told) > LONG else told)

    @cached_property
    def notes(self) -> frozenset[int]:
        """Which of the last paragraphs of a dump are notes on the writer, however much they read like the story, by
        identity: one begins with a name that stands alone on a line, and that nothing else of the story has."""
        told = [block for block in self.draft.blocks if tells(block)]
        alone = {folded(line.text) for line in self.lines if not tells(line) and length(line.text) in NAME_WORDS}
        found = set()
        for block in (block for block in told[-NOTES:] if block.markup is None and length(block.text) <= NOTE_WORDS):
            line = folded(block.text)
            name = next((name for name in alone if line.startswith(f"{name} ")), None)
            if name is not None and not any(name in folded(other.text) for other in told if other is not block):
                found.add(id(block))
        return frozenset(found)

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the story as it writes them; what it has in lower case is no name."""
        return frozenset(chain.from_iterable(block.text.split() for block in self.draft.blocks if tells(block)))

    @cached_property
    def short(self) -> tuple[tuple[int, str], ...]:
        """The folded lines outside the story, with their positions among all lines."""
        outside = ((at, line) for at, line in enumerate(self.lines) if not tells(line) or id(line) in self.notes)
        return tuple((at, folded(line.text)) for at, line in outside)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The lines that give names beside the headline and under the story."""
        found = []
        for at, block in enumerate(self.draft.blocks):
            if self._is_near(at) and not is_laid_out(block) and (named := self._named(block)):
                found.append(Candidate(at, self.position[id(block)], named))
        return tuple(found)

    def _named(self, block: Block) -> NamedLine | None:
        """The names that a line gives; one that begins with an article and that nothing leads to is a sentence, "El
        Gobierno aprueba"."""
        named = read_names(block.text, self.desk)
        is_sentence = named is not None and not named.led and folded(block.text.split(maxsplit=1)[0]) in ARTICLES
        return None if is_sentence else named

    @cached_property
    def named_lines(self) -> frozenset[int]:
        """The positions among all lines of the candidates."""
        return frozenset(candidate.line for candidate in self.candidates)

    def _is_near(self, at: int) -> bool:
        if self.begin >= len(self.draft.blocks) or (self.begin < at <= self.end - 2):
            return False
        if at > self.begin:
            return at <= self.end + BELOW
        return at >= self.begin - ABOVE and not self.is_far_above_headline(at)

    def is_far_above_headline(self, at: int) -> bool:
        """Whether the block at a position stands where menus do, not beside the headline."""
        return self.headline is not None and self._line(at) < self.headline - TITLED

    def is_name_by_date(self, block: Block) -> bool:
        """Whether a line below the headline is a name in Chinese or Japanese, right over or under a date."""
        if not is_name_alone(block.text, self.desk.language):
            return False
        at = self.position[id(block)]
        beside = self.lines[max(0, at - 1) : at + 2]
        is_below = self.headline is not None and self.headline < at
        return is_below and any(is_only_date(line.text, self.desk) for line in beside)

    def _line(self, at: int) -> int:
        return self.position[id(self.draft.blocks[at])]


def _behind_name(text: str, desk: Desk) -> str:
    """What a line says behind the names it begins with, all of it where it begins with none."""
    named = read_names(text, desk)
    return named.rest if named else text
