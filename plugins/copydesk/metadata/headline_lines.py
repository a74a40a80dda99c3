"""The headline of a bare dump: of the lines above the story the one that is most like one.

A dump has no title to compare with, but a headline gives itself away: it says in a few words what the story says, it
stands a little above it, a date or a byline often stands between, and it has no full stop. Each trait has a weight;
the chances of all lines add up to one, and the best line's chance is the confidence of the headline. The weights were
learned by `bench/headline_lines.py` on dumps with known headlines.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.metadata.date_reading import read_line
from copydesk.metadata.page_lines import PageLines, lines_of
from copydesk.model import Draft, Place
from copydesk.text import fold, squeeze, words

FARTHEST = 120
"""Lines above the story that are looked at."""

LEDE, BODY = 4, 400
"""Kept blocks that make the lede and the body a line is compared with."""

LEAST = 0.2
"""Chance under which no line is taken: better no headline than a wrong one."""

NOTHING = 4.0
"""The points of the answer that no line is the headline."""

WEIGHTS: Mapping[str, float] = {
    "in lede": 2.91,
    "in body": 2.23,
    "much in body": 0.74,
    "label": -1.21,
    "headline length": 1.33,
    "full stop": -2.85,
    "colon": -0.54,
    "question or quote": 0.47,
    "figures": 0.89,
    "picture": -0.99,
    "date": -1.26,
    "distance": -0.50,
    "begins story": -1.97,
    "score": -1.72,
    "some score": -1.46,
    "gap": 3.61,
    "date below": 2.04,
    "prose below": 1.02,
    "furniture": -0.90,
    "named": 1.39,
    "repeated": -0.11,
}
"""What each trait adds to a line's chance, as a logarithm."""

SENTENCE_ENDS = (".", "。", "…")

_PICTURE = re.compile(r"©|\(c\)|photo|foto|image|bild", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadlineLine:
    """The line chosen, and the chance that it is the headline."""

    text: str
    chance: float
    place: Place


@dataclass(frozen=True, slots=True)
class _Story:
    """The words of the story a line is compared with."""

    lede: frozenset[str]
    body: frozenset[str]


def find_headline_line(draft: Draft) -> HeadlineLine | None:
    """The line above the story most like a headline, ``None`` where none is."""
    page = lines_of(draft)
    if page is None:
        return None
    rated = [
        (at, sum(WEIGHTS[name] * value for name, value in traits.items())) for at, traits in candidates(draft, page)
    ]
    if not rated:
        return None
    best, points = max(rated, key=lambda pair: pair[1])
    chance = 1 / sum(math.exp(other - points) for other in (*(other for _, other in rated), NOTHING))
    line = page.lines[best]
    return HeadlineLine(squeeze(line.text), round(chance, 2), line.block.place) if chance >= LEAST else None


def candidates(draft: Draft, page: PageLines) -> list[tuple[int, dict[str, float]]]:
    """The lines that could be the headline, by position, each with its traits."""
    kept = [line.text for line in page.lines if line.rule is None][:BODY]
    story = _Story(_telling_words(kept[:LEDE]), _telling_words(kept))
    named = {fold(clue.value) for clue in draft.clues if clue.fact == "headline"}
    openings = Counter(_opening(line.text) for line in page.lines)
    found = []
    for at in page.above(FARTHEST):
        text = page.lines[at].text
        count = len(words(text))
        if 2 <= count <= 40 and not (at == page.begin and text.endswith(SENTENCE_ENDS)):
            traits = _of_words(text, count, story) | _of_place(page, at)
            traits["named"] = float(fold(text) in named)
            traits["repeated"] = float(len(text) >= 15 and openings[_opening(text)] > 1)
            found.append((at, traits))
    return found


def _of_words(text: str, count: int, story: _Story) -> dict[str, float]:
    """What the line's own words tell."""
    telling = [word for word in words(text) if _tells(word)]
    return {
        "in lede": sum(word in story.lede for word in telling) / max(1, len(telling)),
        "in body": sum(word in story.body for word in telling) / max(1, len(telling)),
        "much in body": sum(word in story.body for word in telling[:10]) / 10,
        "label": float(count < 4),
        "headline length": float(7 <= count <= 20),
        "full stop": float(text.endswith(SENTENCE_ENDS)),
        "colon": float(text.endswith(":")),
        "question or quote": float(text.endswith(("?", "!", '"', "”", "»"))),
        "figures": float(any(map(str.isdigit, text))),
        "picture": float(bool(_PICTURE.search(text))),
        "date": float(bool(read_line(text))),
    }


def _of_place(page: PageLines, at: int) -> dict[str, float]:
    """What the place of the line and its neighbours tell."""
    line, below = page.lines[at], page.lines[at + 1 : page.begin]
    score = line.block.score or 0.0
    return {
        "distance": math.log1p(page.begin - at),
        "begins story": float(at == page.begin),
        "score": score,
        "some score": float(score > 0.2),
        "gap": min(line.block.gap, 3) / 3,
        "date below": float(bool(read_line(" ".join(other.text for other in below[:4])))),
        "prose below": float(any(len(words(other.text)) > 25 for other in below)),
        "furniture": float(
            line.rule is not None and line.rule.startswith(("lift_byline", "lift_date", "lift_logo", "cut_c"))
        ),
    }


def _telling_words(texts: list[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text) if _tells(word))


def _tells(word: str) -> bool:
    """Whether a word is long enough to mean something, or of a script where each character does."""
    return len(word) > 3 or not word.isascii()


def _opening(text: str) -> str:
    return fold(text[:60])[:25]
