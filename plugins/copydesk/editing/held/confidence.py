"""How sure the edit of a whole page is: the probability that it is clean, which is that its text and the story's have
an F1 of at least .9 in runs of four words (`bench.scoring`).

The weights are learned (`python -m bench.train.confidence`) from saved pages, from dumps in five styles and from briefs
made of both, whose story is known, each edited with weights of the judge of blocks that have not seen its site. WCXB is
CC-BY-4.0; thanks to its authors.

A brief is another thing than a long story: of three paragraphs the judge is never as sure as of thirty, and one line
too many spoils it. So there are two tables of weights, and a page of middling length is weighed by both.
"""

from __future__ import annotations

import itertools
import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.editing.shapes import is_running_text, length
from copydesk.model import Block, Draft

IN_DOUBT = (0.3, 0.7)
"""The scores between which a block may be the story's or not."""
BRIEF, LONG = 60, 600
"""Words up to which a text is all brief, and from which it is none. In between its logarithm decides."""
MOST_LINKED = 0.3
"""More than this share of links says no more: nearly no page that was learned from has it."""
SENTENCE, LINE = 8, 5
"""Words from which a kept block is a paragraph rather than a line, and from which a cut one may have been told."""
MOST = 5.3
"""The log-odds at which a score says all that it can: that of .995."""
CONSTANT = "(every page)"
"""The weight that is the log-odds of a page all of whose features are 0."""
JUDGED = "cut_what_is_judged_out"
"""The rule by which the judge of blocks alone takes a block out."""

WEIGHTS_FILE = Path(__file__).with_name("confidence_weights.toml")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds that a page is clean, by name: of a brief, and of a long story."""

    brief: dict[str, float]
    long: dict[str, float]


@cache
def weights() -> Weights:
    """The shipped weights."""
    tables = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return Weights(*({name: float(value) for name, value in tables[kind].items()} for kind in ("brief", "long")))


def confidence(draft: Draft) -> float:
    """The probability (0 to 1, three digits) that the edited draft is clean; 0 where nothing is left."""
    if not any(block.text.strip() for block in draft.blocks):
        return 0.0
    found = {CONSTANT: 1.0, **features(draft)}
    brief = brevity(draft)
    weight = weights()
    odds = sum(value * (brief * weight.brief[name] + (1 - brief) * weight.long[name]) for name, value in found.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


def is_in_doubt(block: Block) -> bool:
    """Whether the judge was not sure of a block, one way or the other."""
    return block.score is not None and IN_DOUBT[0] <= block.score <= IN_DOUBT[1]


def brevity(draft: Draft) -> float:
    """How much of a brief the text is: 1 up to 60 words, 0 from 600 on."""
    words = max(1, _length([block for block in draft.blocks if block.score is not None]))
    return max(0.0, min(1.0, math.log(LONG / words) / math.log(LONG / BRIEF)))


def promised(draft: Draft) -> float:
    """The F1 that the judge's scores promise of the edit (0 to 1), taken at their word: how much of what is kept is the
    story, and how much of the story is kept."""
    kept, cut = _scored(draft)
    told, lost = _believed(kept), _believed(cut)
    precision, recall = told / max(1, _length(kept)), told / max(1.0, told + lost)
    return 2 * precision * recall / max(1e-6, precision + recall)


def features(draft: Draft) -> dict[str, float]:
    """The features of an edited draft, by name. More of `PROMISING` speaks for a clean page, more of others against."""
    kept, cut = _scored(draft)
    count = max(1, _length(kept))
    short = [block for block in kept if length(block.text) < SENTENCE]
    return {
        "promised F1": _odds(promised(draft)),
        "share in doubt": _length([block for block in kept if is_in_doubt(block)]) / count,
        "share of running text": _length([block for block in kept if is_running_text(block.text)]) / count,
        "share of links": min(MOST_LINKED, sum(_linked(block) for block in kept) / count),
        "short lines in doubt": sum(map(is_in_doubt, short)) / max(1, len(kept)),
        **_order(kept, cut),
        **_margins(kept, draft),
    }


PROMISING = frozenset({"promised F1", "share of running text", "last paragraph", "weakest over strongest"})
"""Features that speak for a clean page."""


def _scored(draft: Draft) -> tuple[list[Block], list[Block]]:
    """What was kept, and what was cut that no fact holds now."""
    kept = [block for block in draft.blocks if block.score is not None]
    return kept, [taken.block for taken in draft.cuts if taken.block.score is not None and taken.nature != "furniture"]


def _order(kept: list[Block], cut: list[Block]) -> dict[str, float]:
    """Whether what is kept stands together: how often it is interrupted, and by how much."""
    first, last = (kept[0].place.first, kept[-1].place.last) if kept else (0, 0)
    between = [block for block in cut if first < block.place.first < last]
    places = sorted([(block.place.first, True) for block in kept] + [(block.place.first, False) for block in between])
    breaks = sum(one[1] and not two[1] for one, two in itertools.pairwise(places))
    return {
        "interruptions": math.log1p(breaks),
        "words between": min(2.0, _length(between) / max(1, _length(kept))),
    }


def _margins(kept: list[Block], draft: Draft) -> dict[str, float]:
    """How sure the judge is at the edge: of the last paragraph, and of the weakest that is kept against the strongest
    that he took out. That holds on a page all of which looks a little wrong to him."""
    paragraphs = [block for block in kept if length(block.text) >= SENTENCE] or kept
    scores = [_odds(block.score or 0.0) for block in paragraphs]
    out = [taken.block for taken in draft.cuts if taken.rule == JUDGED and length(taken.block.text) >= LINE]
    strongest = max((_odds(block.score or 0.0) for block in out), default=-MOST)
    return {
        "last paragraph": scores[-1] if scores else -MOST,
        "weakest over strongest": min(scores, default=-MOST) - strongest,
    }


def _odds(score: float) -> float:
    """The log-odds of a score, of one that is all but certain no more than `MOST`."""
    return max(-MOST, min(MOST, math.log(max(score, 1e-9) / max(1 - score, 1e-9))))


def _linked(block: Block) -> float:
    return block.markup.link_density * length(block.text) if block.markup else 0.0


def _length(blocks: list[Block]) -> int:
    return sum(length(block.text) for block in blocks)


def _believed(blocks: list[Block]) -> float:
    return sum(length(block.text) * (block.score or 0.0) for block in blocks)
