"""How sure the edit of a whole page is: the probability that it is clean, which is that its text and the story's have
an F1 of at least .9 in runs of four words (`bench.scoring`).

The weights are learned (`python -m bench.train.confidence`) from saved pages and from dumps in five styles, whose story
is known, each edited with weights of the judge of blocks that have not seen its site. WCXB is CC-BY-4.0; thanks to
its authors.
"""

from __future__ import annotations

import itertools
import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from copydesk.editing.shapes import length
from copydesk.model import Block, Draft
from copydesk.text import words

IN_DOUBT = (0.3, 0.7)
"""The scores between which a block may be the story's or not."""
MOST_LINKED = 0.3
"""More than this share of links says no more: nearly no page that was learned from has it."""
CONSTANT = "(every page)"
"""The weight that is the log-odds of a page all of whose features are 0."""

WEIGHTS_FILE = Path(__file__).with_name("confidence_weights.toml")


@cache
def weights() -> Mapping[str, float]:
    """What each feature adds to the log-odds that a page is clean, by name."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8")).items()}


def confidence(draft: Draft, language: str | None) -> float:
    """The probability (0 to 1, three digits) that the edited draft is clean; 0 where nothing is left."""
    if not any(block.text.strip() for block in draft.blocks):
        return 0.0
    weight = weights()
    odds = weight[CONSTANT] + sum(weight[name] * value for name, value in features(draft, language).items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


def is_in_doubt(block: Block) -> bool:
    """Whether the judge was not sure of a block, one way or the other."""
    return block.score is not None and IN_DOUBT[0] <= block.score <= IN_DOUBT[1]


def promised(draft: Draft) -> float:
    """The F1 that the judge's scores promise of the edit (0 to 1), taken at their word."""
    return features(draft, None)["expected F1"]


def features(draft: Draft, language: str | None) -> dict[str, float]:
    """The features of an edited draft, by name. More of `PROMISING` speaks for a clean page, more of others against."""
    kept = [block for block in draft.blocks if block.score is not None]
    cut = [taken.block for taken in draft.cuts if taken.block.score is not None and taken.nature != "furniture"]
    count = max(1, _length(kept))
    return {
        "expected F1": _expected(kept, cut),
        "words": math.log1p(_length(kept)),
        "share in doubt": _length([block for block in kept if is_in_doubt(block)]) / count,
        "under 60 words": _length(kept) < 60,
        "share of links": min(MOST_LINKED, sum(_linked(block) for block in kept) / count),
        "short blocks": sum(length(block.text) < 8 for block in kept) / max(1, len(kept)),
        **_order(kept, cut),
        **_headline(draft),
        "language unknown": language is None,
        "saved page": draft.format == "html",
    }


PROMISING = frozenset({"expected F1", "words", "headline in the story"})
"""Features that speak for a clean page."""


def _expected(kept: list[Block], cut: list[Block]) -> float:
    """The F1 that the judge's scores promise, taken at their word: how much of what is kept is the story, and how much
    of the story is kept. Of all features this one tells most."""
    told, lost = _believed(kept), _believed(cut)
    precision, recall = told / max(1, _length(kept)), told / max(1.0, told + lost)
    return 2 * precision * recall / max(1e-6, precision + recall)


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


def _headline(draft: Draft) -> dict[str, float]:
    told = frozenset[str]().union(*[words(block.text) for block in draft.blocks])
    shares = [_shared(clue.value, told) for clue in draft.clues if clue.fact == "headline"]
    return {"no headline": not shares, "headline in the story": max(shares, default=0.0)}


def _shared(headline: str, told: frozenset[str]) -> float:
    content = [word for word in words(headline) if len(word) > 3 or ord(word[0]) > 0x2E80]
    return sum(word in told for word in content) / max(1, len(content))


def _linked(block: Block) -> float:
    return block.markup.link_density * length(block.text) if block.markup else 0.0


def _length(blocks: list[Block]) -> int:
    return sum(length(block.text) for block in blocks)


def _believed(blocks: list[Block]) -> float:
    return sum(length(block.text) * (block.score or 0.0) for block in blocks)
