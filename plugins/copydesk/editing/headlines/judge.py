"""Which line of a bare dump is the headline, where no title of the page says so: boosted trees that look at the shape
of each line, at what it shares with the story below, and at the lines around it, and rank the lines of one page.

The weights are learned (`python -m bench.train.headlines`) from dumps of pages whose headline is known: of fundus, WCXB
and trafilatura's evaluation set. WCXB is licensed CC-BY-4.0; thanks to its authors.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from copydesk.editing.headlines.page import OPENING, SENTENCE_PART, Above
from copydesk.editing.judge.forest import LEAF_SCALE, Forest
from copydesk.editing.shapes import is_running_text
from copydesk.model import Heading

LIKELY: Final = 0.12
"""The probability under which no line is taken for the headline."""
FURTHEST: Final = 13
"""Lines up to which a date or a byline is looked for, before and after."""
MENU, STEPS = 4, 40
"""Short lines in a row that are a menu, and how far up one is looked for."""
WEIGHTS_FILE: Final = Path(__file__).with_name("headline_weights.npz")

_TIME = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.h]\d\d")
_INNER_STOP = re.compile(r"[.!?] +\w")


@dataclass(frozen=True, slots=True)
class Pick:
    """The likeliest headline: its position, and the probability that it is that line and none
    else, nor none at all."""

    at: int
    probability: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The trees, the names of the features in the order in which they know them, and how their scores become
    probabilities: what a point is worth in log-odds, and the log-odds of the answer that no line is right."""

    forest: Forest
    names: tuple[str, ...]
    point: float
    nothing: float


@cache
def weights() -> Weights:
    """The shipped weights."""
    with np.load(io.BytesIO(WEIGHTS_FILE.read_bytes()), allow_pickle=False) as arrays:
        forest = Forest(arrays["feature"], arrays["threshold"], arrays["struck"], arrays["leaf"])
        names = tuple(map(str, arrays["names"]))
        return Weights(forest, names, float(arrays["point"]), float(arrays["nothing"]))


def likeliest(above: Above, least: float = LIKELY) -> Pick | None:
    """The line that is most likely the headline, or ``None`` where none is as likely as ``least``."""
    places = above.places
    if not places:
        return None
    weight = weights()
    found = [features(above, at) for at in places]
    rows = np.array([[line[name] for line in found] for name in weight.names], np.float32)
    scores = weight.forest.judge(rows)
    odds = [float(score) / LEAF_SCALE * weight.point for score in scores]
    top = max(odds)
    probability = 1.0 / sum(math.exp(value - top) for value in (*odds, weight.nothing))
    return Pick(places[odds.index(top)], probability) if probability >= least else None


def features(above: Above, at: int) -> dict[str, float]:
    """The features of one line, by name."""
    return {
        **_shape(above, at),
        **_words(above, at),
        **_surroundings(above, at),
        **_furniture(above, at),
        **_menu(above, at),
        **_repetition(above, at),
    }


def _shape(above: Above, at: int) -> dict[str, float]:
    text, count = above.blocks[at].text, above.size(at)
    parts = text.split()
    return {
        "words": min(count, 40),
        "hundreds of characters": min(len(text), 200) / 100,
        "ends with a full stop": text.rstrip()[-1:] in (".", "。"),
        "ends with a colon": text.rstrip()[-1:] in (":", "："),
        "is truncated": text.rstrip().endswith(("...", "…")),
        "has a stop inside": _INNER_STOP.search(text) is not None,
        "has a colon inside": ": " in text,
        "has a separator": any(mark in text for mark in "|»›>•·"),
        "is an address": "@" in text or "http" in text,
        "is running text": is_running_text(text),
        "begins in lower case": text[:1].islower(),
        "share of capitals": sum(map(str.isupper, text)) / max(1, len(text)),
        "share of words with capitals": sum(part[:1].isupper() for part in parts) / max(1, len(parts)),
        "commas": text.count(","),
        "has a date or time": _TIME.search(text) is not None,
        "names a picture's owner": above.is_credit(at),
    }


def _words(above: Above, at: int) -> dict[str, float]:
    content = above.content(at)
    said = above.said_in_story(at)
    near = [other for other in range(max(0, at - 6), min(above.begin, at + 7)) if other != at]
    alike = {other: _share(content, above.content(other)) for other in near if above.size(other) > 3}
    return {
        "content words": min(len(content), 12),
        "share in the story": sum(word in above.told for word in content) / max(1, len(content)),
        "words in the story": said,
        "fewer than the best line": above.most_said - said,
        "share in the lede": sum(word in above.lede for word in content) / max(1, len(content)),
        "like a line near": max(alike.values(), default=0.0),
        "like a line after": max((share for other, share in alike.items() if other > at), default=0.0),
    }


def _share(content: frozenset[str], other: frozenset[str]) -> float:
    return len(content & other) / len(content) if content else 0.0


def _surroundings(above: Above, at: int) -> dict[str, float]:
    blocks = above.blocks
    score = min(max(blocks[at].score or 0.0, 1e-3), 1 - 1e-3)
    near = [blocks[other].score or 0.0 for other in range(max(0, at - 3), min(len(blocks), at + 4)) if other != at]
    return {
        "distance to the story": math.log1p(above.begin - at),
        "place": math.log1p(at),
        "lines above the story": math.log1p(above.begin),
        "lines looked at": math.log1p(len(above.places)),
        "blank lines before": min(blocks[at].gap, 3),
        "blank lines after": min(blocks[at + 1].gap, 3) if at + 1 < len(blocks) else 3,
        "words before": above.size(at - 1) if at else 0,
        "words after": above.size(at + 1),
        "words two after": above.size(at + 2),
        "first heading": blocks[at].kind == Heading(1),
        "heading": isinstance(blocks[at].kind, Heading),
        "list item": above.is_listed(at),
        "inside a list": above.is_listed(at) and above.is_listed(at - 1) and above.is_listed(at + 1),
        "score": math.log(score / (1 - score)),
        "score near": max(near, default=0.0),
    }


def _furniture(above: Above, at: int) -> dict[str, float]:
    """Dates and bylines around a line: they stand under headlines."""
    after, before = range(at + 1, at + FURTHEST), range(at - 1, at - FURTHEST, -1)
    return {
        "a date after": _nearness(above.dated, after),
        "a date before": _nearness(above.dated, before),
        "a byline after": _nearness(above.led, after),
        "a byline before": _nearness(above.led, before),
    }


def _nearness(found: frozenset[int], places: range) -> float:
    """One over how many lines away the nearest of some lines is; 0 where there is none."""
    return next((1 / step for step, at in enumerate(places, 1) if at in found), 0.0)


def _menu(above: Above, at: int) -> dict[str, float]:
    """Where the line stands between the menu above and the story below."""
    longer = list(_longer_since_menu(above, at))
    return {
        "longer lines since the menu": math.log1p(len(longer)),
        "the first under the menu": not longer and above.size(at) >= MENU,
        "short lines right above": math.log1p(_run_of_short(above, at)),
        "longer lines below": math.log1p(above.longer_below[at]),
        "much longer lines below": math.log1p(above.much_longer_below[at]),
    }


def _longer_since_menu(above: Above, at: int) -> Iterator[int]:
    """The lines of some words between a line and the menu above it: short lines in a row."""
    short = 0
    for other in range(at - 1, max(-1, at - 1 - STEPS), -1):
        size = above.size(other)
        if size <= 3 or (above.is_listed(other) and size <= 6):
            short += 1
            if short == MENU:
                return
            continue
        short = 0
        if size >= SENTENCE_PART:
            yield other


def _run_of_short(above: Above, at: int) -> int:
    run = 0
    while run < 30 and at - 1 - run >= 0 and above.size(at - 1 - run) <= MENU:
        run += 1
    return run


def _repetition(above: Above, at: int) -> dict[str, float]:
    line, place = above.folds[at], above.blocks[at].place.first
    opening = line[: max(20, len(line) // 2)]
    others = above.others_with(opening, place, line) if len(line) >= OPENING else []
    return {
        "its opening stands before": any(where < place for where, _ in others),
        "its opening stands after": any(where > place for where, _ in others),
        "how often it stands elsewhere": min(3, sum(line in other for _, other in others)),
        "the next line repeats it": len(line) >= OPENING
        and any(line in other for other in above.folds[at + 1 : at + 3]),
    }
