"""The page as it stood: kept and cut blocks in one sequence, and where in it the story begins."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from copydesk.frozen import value
from copydesk.model import Block, Draft
from copydesk.text import count_words, fold

NOT_OF_PAGE = frozenset(("take_out_edges", "clipping"))
"""Rules of intake that take out what a program wrote around the page: the edges of sheets say when it was printed, the
head of a clipping when it was clipped."""
RUNNING_TEXT = 12
"""Words from which a kept block is running text, not a subheading."""


@value(frozen=True, slots=True)
class Line:
    """A block of the page with its words; ``rule`` is the rule that cut it, ``None`` where it was kept."""

    block: Block
    rule: str | None
    text: str


@dataclass(frozen=True, slots=True)
class PageLines:
    """All lines in order; ``begin`` is the position of the first running text of the story."""

    lines: tuple[Line, ...]
    begin: int

    def above(self, most: int) -> range:
        """The positions of the lines above the story, at most so many."""
        return range(max(0, self.begin - most), min(self.begin + 1, len(self.lines)))

    def position_of(self, text: str) -> int | None:
        """The last position at or above the beginning of the story of a line that says just this, the number of a step
        before a headline aside."""
        wanted = fold(text)
        above = reversed(range(min(self.begin + 1, len(self.lines))))
        return next((at for at in above if self._says(self.lines[at], wanted)), None)

    @staticmethod
    def _says(line: Line, wanted: str) -> bool:
        said = fold(line.text)
        return said == wanted or line.rule == "lift_headline" and said.endswith(f". {wanted}")


def lines_of(draft: Draft) -> PageLines | None:
    """The lines of a draft, ``None`` where nothing of it was kept."""
    if not draft.blocks:
        return None
    lines = [Line(block, None, block.text.strip()) for block in draft.blocks]
    lines += [Line(cut.block, cut.rule, cut.block.text.strip()) for cut in draft.cuts if cut.rule not in NOT_OF_PAGE]
    lines.sort(key=attrgetter("block.order"))
    kept = [at for at, line in enumerate(lines) if line.rule is None]
    begin = next((at for at in kept if count_words(lines[at].text) >= RUNNING_TEXT), kept[0])
    return PageLines(tuple(lines), begin)
