"""How close a text is to its gold: shared runs of four words, as the article-extraction-benchmark counts them.

Precision is the share of the text's runs that the gold has too, recall the share of the gold's that the text has, each
run counted as often as it occurs. A set's F1 is that of the two averages over its pages. (Scrapinghub's
article-extraction-benchmark, 2020, describes the measure; this is our own implementation of it.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

RUN = 4
_WORD = re.compile(r"\w+")
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1000-\u109f]")


def words(text: str) -> list[str]:
    """The words of a text in lower case; in scripts without spaces each character is one."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        if _SPACELESS.search(word):
            found.extend(word)
        else:
            found.append(word)
    return found


def runs(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of four words; of a shorter text the whole is the only one."""
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[start : start + RUN]) for start in range(max(1, len(tokens) - RUN + 1)))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Precision (``None`` where there is no text) and recall of one page."""

    precision: float | None
    recall: float

    @property
    def f1(self) -> float:
        """The page's own F1."""
        return f1(self.precision or 0.0, self.recall)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def overlap(text: str, gold: str) -> Overlap:
    """How a text and its gold overlap."""
    have, want = runs(words(text)), runs(words(gold))
    shared = sum((have & want).values())
    precision = shared / sum(have.values()) if have else None
    return Overlap(precision, shared / sum(want.values()) if want else 1.0)


def mean_f1(pages: Sequence[Overlap]) -> float:
    """The F1 of the average precision (of pages with any text) and the average recall."""
    precisions = [page.precision for page in pages if page.precision is not None]
    if not precisions:
        return 0.0
    return f1(sum(precisions) / len(precisions), sum(page.recall for page in pages) / len(pages))
