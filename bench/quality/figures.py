"""Scores of answers, put together by set and style, with intervals that know pages of one site are alike."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.quality.answers import Answer
from bench.quality.facts import folded, name_f1, names, same_day
from bench.quality.gold import GoldPage
from bench.scoring import Overlap, mean_f1, overlap

DRAWS = 400
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer was worth; ``None`` where the page has no gold for it."""

    site: str
    text: Overlap | None
    title: float | None
    authors: float | None
    date: float | None
    inside: tuple[bool, ...]
    outside: tuple[bool, ...]
    ms: float


def score(page: GoldPage, answer: Answer) -> Score:
    """Compare an answer with the gold."""
    flat = folded(answer.text)
    return Score(
        site=page.site,
        text=overlap(answer.text, page.text) if page.text else None,
        title=float(folded(answer.title) == folded(page.title)) if page.title else None,
        authors=name_f1(names(answer.authors), names(page.authors)) if page.authors else None,
        date=float(same_day(answer.date, page.date)) if page.date else None,
        inside=tuple(folded(segment) in flat for segment in page.inside),
        outside=tuple(folded(segment) not in flat for segment in page.outside),
        ms=answer.ms,
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of the table: means over its pages, the 95 % interval of F1, CPU milliseconds a page."""

    pages: int
    f1: float | None
    low: float | None
    high: float | None
    precision: float | None
    recall: float | None
    title: float | None
    authors: float | None
    date: float | None
    inside: float | None
    outside: float | None
    ms: float


def figures(scores: Sequence[Score]) -> Figures:
    """Put the scores of one set and style together."""
    texts = [each.text for each in scores if each.text is not None]
    low, high = _interval(scores) if texts else (None, None)
    return Figures(
        pages=len(scores),
        f1=mean_f1(texts) if texts else None,
        low=low,
        high=high,
        precision=_mean([each.precision for each in texts if each.precision is not None]),
        recall=_mean([each.recall for each in texts]),
        title=_mean([each.title for each in scores if each.title is not None]),
        authors=_mean([each.authors for each in scores if each.authors is not None]),
        date=_mean([each.date for each in scores if each.date is not None]),
        inside=_mean([float(found) for each in scores for found in each.inside]),
        outside=_mean([float(found) for each in scores for found in each.outside]),
        ms=_mean([each.ms for each in scores]) or 0.0,
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _interval(scores: Sequence[Score]) -> tuple[float, float]:
    """The 95 % interval of F1 by drawing whole sites with replacement."""
    by_site: dict[str, list[Overlap]] = defaultdict(list)
    for each in scores:
        if each.text is not None:
            by_site[each.site].append(each.text)
    sites, lots = list(by_site.values()), random.Random(SEED)
    drawn = sorted(mean_f1([page for _ in sites for page in sites[lots.randrange(len(sites))]]) for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975) - 1]


COLUMNS: tuple[tuple[str, Callable[[Figures], float | None]], ...] = (
    ("F1", lambda row: row.f1),
    ("low", lambda row: row.low),
    ("high", lambda row: row.high),
    ("P", lambda row: row.precision),
    ("R", lambda row: row.recall),
    ("title", lambda row: row.title),
    ("authors", lambda row: row.authors),
    ("date", lambda row: row.date),
    ("with", lambda row: row.inside),
    ("without", lambda row: row.outside),
)


def heading() -> str:
    """The heading of the table."""
    return f"{'set':13}{'style':12}{'who':13}{'pages':>6}" + "".join(f"{name:>8}" for name, _ in COLUMNS) + f"{'ms':>8}"


def line(dataset: str, style: str, who: str, row: Figures) -> str:
    """One line of the table."""
    values = (read(row) for _, read in COLUMNS)
    shown = "".join(f"{value:8.3f}" if value is not None else f"{'':8}" for value in values)
    return f"{dataset:13}{style:12}{who:13}{row.pages:6}{shown}{row.ms:8.1f}"
