"""Which line of a bare dump says when its story was published: a weighed vote of where the line stands to the headline
and the story, what else it says, and what the other dates of the page are.

The weights are learned (`python -m bench.train.dates`) from dumps in five styles of the pages of fundus and WCXB whose
date is known, as a choice between the dated lines of one page. WCXB is licensed CC-BY-4.0; thanks to its authors.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from copydesk.metadata.dates.labels import is_label, is_today, names_day_of_week, says_published, says_until
from copydesk.metadata.dates.reading import Reading, read_line, read_value, without_dates
from copydesk.metadata.page_lines import Line, PageLines
from copydesk.text import count_words

WEIGHTS_FILE: Final = Path(__file__).with_name("date_weights.toml")
NOTHING: Final = "none of the lines"
"""The weight that is the log-odds of the answer that no line gives the date of the story."""
LIKELY: Final = 0.25
"""The probability under which no line is taken."""
LONGEST, MOST_WORDS = 300, 40
"""Characters and words of the longest line that is looked at."""
MOST: Final = 120
"""Dated lines that are looked at: those nearest to the beginning of the story."""
ELSEWHERE: Final = frozenset(("alt_text", "cut_image_names", "lift_page_date"))
"""Rules that took a line for the name of a picture or the page's own today."""
PICTURES: Final = frozenset(("cut_captions", "cut_credit_lines"))
"""Rules that took a line for the caption or the credit of a picture."""
NEAR: Final = 6
"""Lines around a date among which others make it one of a list."""

_DAY = re.compile(r"\d.*\d|\d\s?[日일]", re.DOTALL)
_ARCHIVED = re.compile(r"\bfile (?:photo|image|picture|pic)\b|\barchiv\w{0,6}\b|\bархив\w{0,3}\b", re.IGNORECASE)
"""How a credit says that a picture was taken for another story."""
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.IGNORECASE)

_RULES: Final[Mapping[str, str]] = {
    "lift_date_lines": "a date line",
    "lift_bylines": "a byline",
    "lift_bare_bylines": "a byline",
    "cut_captions": "a caption",
    "cut_credit_lines": "a caption",
    "end_at_comments": "among comments",
    "end_at_related": "among other stories",
    "end_at_lists": "among other stories",
    "cut_read_more_lines": "among other stories",
    "lift_headline": "the headline",
}
"""What the rule that took a line held it for."""
_TAKEN_FOR: Final = tuple(dict.fromkeys(_RULES.values()))
_STEPS: Final = ((1, "1"), (2, "2"), (3, "3"), (8, "4-8"), (16, "9-16"))
_FAR: Final = "17 and more"


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that gives a date: where it stands among all lines, and the day that it would be."""

    at: int
    line: Line
    readings: tuple[Reading, ...]

    @property
    def day(self) -> date:
        """The day that the line gives for the publication: of several the first that is not called a change."""
        told = (reading for reading in self.readings if not reading.updated)
        return next(told, self.readings[0]).moment.day


@dataclass(frozen=True, slots=True)
class Pick:
    """The likeliest line, and the probability that it is this one and no other, nor none at all."""

    dated: Dated
    probability: float


@dataclass(frozen=True)
class DatedPage:
    """A page as the judge of dates sees it; ``headline`` is the position of the headline among the lines, if any."""

    page: PageLines
    headline: int | None

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """The lines that give a date, the nearest to the story where there are very many."""
        found = [
            Dated(at, line, readings)
            for at, line in enumerate(self.page.lines)
            if _may_be_dated(line.text) and (readings := read_line(line.text)) and not self._is_of_something_else(at)
        ]
        nearest = sorted(found, key=lambda dated: abs(dated.at - self.page.begin))[:MOST]
        return tuple(sorted(nearest, key=lambda dated: dated.at))

    def _is_of_something_else(self, at: int) -> bool:
        """Whether a line gives the day of a picture, of an offer's end, of a right, or the page's own today."""
        line = self.page.lines[at]
        return (
            line.rule in ELSEWHERE
            or line.rule in PICTURES
            and _ARCHIVED.search(line.text) is not None
            or says_until(line.text)
            or (_is_of_rights(line.text) and not says_published(line.text))
        )

    @cached_property
    def end(self) -> int:
        """The position of the last line of the story."""
        kept = (at for at in reversed(range(len(self.page.lines))) if self.page.lines[at].rule is None)
        return next((at for at in kept if count_words(self.page.lines[at].text) >= NEAR), self.page.begin)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of all dated lines."""
        return tuple(dated.day for dated in self.dated)


@cache
def weights() -> Mapping[str, float]:
    """What each feature adds to a line's log-odds, by name."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8")).items()}


def likeliest(page: DatedPage) -> Pick | None:
    """The line that most likely says when the story was published, ``None`` where none is likely enough."""
    if not page.dated:
        return None
    weight = weights()
    odds = [sum(weight[name] * value for name, value in features(page, dated).items()) for dated in page.dated]
    top = max(odds)
    same = page.dated[odds.index(top)].day
    raised = [math.exp(value - top) for value in (*odds, weight[NOTHING])]
    agreeing = sum(each for each, day in zip(raised, page.days, strict=False) if day == same)
    pick = Pick(page.dated[odds.index(top)], agreeing / sum(raised))
    return pick if pick.probability >= LIKELY else None


def features(page: DatedPage, dated: Dated) -> dict[str, float]:
    """The features of one line, by name."""
    return {**_words(dated), **_place(page, dated), **_neighbours(page, dated), **_others(page, dated)}


def _is_of_rights(text: str) -> bool:
    """Whether a line says whose the page is, and since when: "© 2019–2025 Harbour Herald, since 1 May 1903"."""
    return _RIGHTS.search(text) is not None


def _may_be_dated(text: str) -> bool:
    return len(text) <= LONGEST and _DAY.search(text) is not None and count_words(text) <= MOST_WORDS


def _words(dated: Dated) -> dict[str, float]:
    text, first = dated.line.text, dated.readings[0]
    rest = count_words(without_dates(text))
    return {
        "a date alone": read_value(text) is not None,
        "words beside the date": math.log1p(rest),
        "more than six words beside it": rest > 6,
        "more than 14 words beside it": rest > 14,
        "says published": says_published(text),
        "says updated": any(reading.updated for reading in dated.readings),
        "says only updated": all(reading.updated for reading in dated.readings),
        "names a weekday": names_day_of_week(text),
        "a time of day": first.moment.clock is not None,
        "several dates": len(dated.readings) > 1,
        "day or month first": first.other is not None,
        "ends a sentence": text.rstrip().endswith((".", "!", "?")) and rest > 4,
    }


def _place(page: DatedPage, dated: Dated) -> dict[str, float]:
    at, begin = dated.at, page.page.begin
    under = None if page.headline is None else at - page.headline
    taken_for = _RULES.get(dated.line.rule or "")
    return {
        "above the headline": under is not None and under < 0,
        "far above the headline": under is not None and under < -NEAR,
        **{f"under the headline: {step}": under is not None and under > 0 and _step(under) == step for step in _ALL},
        **{f"above the story: {step}": at < begin and _step(begin - at) == step for step in _ALL},
        **{f"under the story: {step}": at > page.end and _step(at - page.end) == step for step in _ALL},
        "like the page's own date": under is not None and under < 0 and is_today(dated.line.text),
        "between headline and story": under is not None and under > 0 and at <= begin,
        "in the story": begin < at <= page.end,
        "in the story, kept": begin < at <= page.end and dated.line.rule is None,
        "right under its beginning": begin < at <= begin + 3,
        "kept": dated.line.rule is None,
        **{f"taken for {name}": taken_for == name for name in _TAKEN_FOR},
    }


def _neighbours(page: DatedPage, dated: Dated) -> dict[str, float]:
    lines, at = page.page.lines, dated.at
    close = [lines[other].rule for other in range(max(0, at - 3), min(len(lines), at + 4)) if other != at]
    around = [other for other in page.dated if other is not dated and abs(other.at - at) <= NEAR]
    return {
        "a byline beside": any(_RULES.get(rule or "") == "a byline" for rule in close),
        "other dates near": math.log1p(len(around)),
        "other days near": any(other.day != dated.day for other in around),
        "a label right before": at > 0 and is_label(lines[at - 1].text),
    }


def _others(page: DatedPage, dated: Dated) -> dict[str, float]:
    same = [other for other in page.dated if other.day == dated.day]
    return {
        "the first of the page": dated.at == page.dated[0].at,
        "the first under the headline": page.headline is not None
        and dated.at == next((other.at for other in page.dated if other.at > page.headline), None),
        "lines of this day": math.log1p(len(same) - 1),
        "the same day above the story": any(other.at < page.page.begin and other is not dated for other in same),
        "a time of day on no other": dated.readings[0].moment.clock is not None
        and sum(other.readings[0].moment.clock is not None for other in page.dated) == 1,
    }


def _step(distance: int) -> str:
    return next((name for most, name in _STEPS if distance <= most), _FAR)


_ALL: Final = (*(name for _, name in _STEPS), _FAR)
