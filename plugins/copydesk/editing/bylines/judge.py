"""Who wrote a page that nowhere says so in words a table knows: a weighed vote of what the lines between headline and
story, and right under the story, look like, of what stands beside them, and of what the story says of the same names.

The weights are learned (`python -m bench.train.bylines`) from dumps in five styles of the pages of fundus and WCXB
whose authors are known. WCXB is licensed CC-BY-4.0; thanks to its authors.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.bylines.names import NamedLine
from copydesk.editing.bylines.page import Candidate, Page
from copydesk.editing.bylines.words import AGENCIES, PARTICLES, TIME_UNITS
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, folded, lead, length
from copydesk.given_names import GIVEN_NAMES
from copydesk.model import Block, Heading, ListItem
from copydesk.text import words

CERTAIN = 0.75
"""The probability from which a line is taken for the byline."""
PERHAPS = 0.5
"""The probability from which the curator is asked."""
BESIDE = 2
"""How far from each other the lines of several writers stand."""

EVIDENCE = ("with a job elsewhere", "begins a line elsewhere", "with a lead elsewhere", "stands elsewhere alone")
"""Features one of which a bare name must have that the story has too: else it is whom the story is about."""

WEIGHTS_FILE = Path(__file__).with_name("byline_weights.toml")


@cache
def weights() -> Mapping[str, float]:
    """What each feature adds to the log-odds that a line is the byline, by name."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True, slots=True)
class Pick:
    """A line taken for the byline: its position, the names on it, and the probability that they wrote the story."""

    at: int
    value: str
    probability: float


def writers(page: Page) -> tuple[Pick, ...]:
    """The lines that may be the byline, the likeliest first; none under `PERHAPS`."""
    weight = weights()
    picks = [
        Pick(candidate.at, candidate.named.value, 1 / (1 + math.exp(-_odds(found, weight))))
        for candidate, found in weighed(page)
    ]
    return tuple(sorted((pick for pick in picks if pick.probability >= PERHAPS), key=lambda pick: -pick.probability))


def weighed(page: Page) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """The lines that are looked at, with their features: not those that only name a person of the story."""
    for candidate in page.candidates:
        found = features(page, candidate)
        if not found["alone, and in the story"] or any(found[name] for name in EVIDENCE):
            yield candidate, found


def chosen(picks: tuple[Pick, ...], bar: float = CERTAIN) -> tuple[Pick, ...]:
    """The likeliest line if it is certain, and those as certain right beside it: each writer on a line of their own."""
    certain = sorted((pick for pick in picks if pick.probability >= bar), key=lambda pick: -pick.probability)
    kept = certain[:1]
    for pick in certain[1:]:
        if any(abs(pick.at - other.at) <= BESIDE for other in kept):
            kept.append(pick)
    return tuple(kept)


def _odds(found: Mapping[str, float], weight: Mapping[str, float]) -> float:
    return weight["always"] + sum(weight[name] * value for name, value in found.items())


def features(page: Page, candidate: Candidate) -> dict[str, float]:
    """The features of one line, by name."""
    return {
        **_shape(page.draft.blocks[candidate.at], candidate.named, page.desk),
        **_names(page, candidate.named),
        **_place(page, candidate),
        **_neighbours(page, candidate),
        **_repetition(page, candidate),
        **_together(page, candidate),
    }


def _shape(block: Block, named: NamedLine, desk: Desk) -> dict[str, float]:
    rest = folded(named.rest)
    others = words(named.rest)
    return {
        "is led to": named.led,
        "something before the lead": bool(named.before),
        "tells who it is": named.tells_who,
        "tells who it is, with a job": named.tells_who and _has_job(rest, desk),
        "words of the rest": min(len(others), 12),
        "the names alone": not others and not named.before,
        "a job in the rest": not named.tells_who and _has_job(rest, desk),
        "a date in the rest": holds_date(named.rest, desk),
        "a figure in the rest": any(letter.isdigit() for letter in rest),
        "a word of dates in the rest": any(word in desk.words.date_words for word in others),
        "published in the rest": desk.words.dated_starts.begin(rest.lstrip("- ")),
        "a reading time or age in the rest": len(others) <= 6 and not TIME_UNITS.isdisjoint(others),
        "a lower-case rest": named.rest[:1].islower() and not named.tells_who,
        "an address in the rest": "@" in rest or "http" in rest,
        "a credit": any(word in desk.words.credit_words for word in words(block.text)),
        "ends a sentence": block.text.rstrip().endswith((".", "!", "?", "…")) and not named.tells_who,
        "ends with a colon": block.text.rstrip().endswith(":"),
        "in capitals": named.value.isupper() and named.value.casefold() not in AGENCIES,
        "heading": isinstance(block.kind, Heading),
        "list item": isinstance(block.kind, ListItem),
        "score": block.score or 0.0,
        "a line of a table": bare(block.text) in desk.words.machine_lines | desk.words.share_lines,
    }


def _has_job(rest: str, desk: Desk) -> bool:
    return any(word in desk.words.job_words and len(word) > 3 for word in words(rest))


def _names(page: Page, named: NamedLine) -> dict[str, float]:
    parts = [word for name in named.names for word in name.split()]
    proper = [folded(word) for word in parts if word.casefold() not in PARTICLES]
    firsts = [folded(name.split()[0]) for name in named.names]
    known = sum(first in GIVEN_NAMES for first in firsts)
    agency = all(folded(name) in AGENCIES for name in named.names)
    small = sum(word[:1].islower() and word in page.written for word in proper) / max(1, len(proper))
    return {
        "an agency": agency,
        "a given name": known > 0,
        "every name a given name": known == len(firsts),
        "a particle or initial": len(proper) < len(parts) or any(len(word.strip(".")) == 1 for word in proper),
        "several names": len(named.names) > 1,
        "three words or more": len(proper) > 2 and len(named.names) == 1,
        "four words or more": len(proper) > 3 and len(named.names) == 1,
        "a word of the story in lower case": small,
        "only words of the story in lower case": small == 1.0,
        "in the story": any(folded(name) in page.told for name in named.names) and not agency,
        "its last word in the story": any(f" {folded(name.split()[-1])}" in page.told for name in named.names),
        "a word in the headline": page.headline is not None
        and not set(proper).isdisjoint(words(page.lines[page.headline].text)),
    }


def _together(page: Page, candidate: Candidate) -> dict[str, float]:
    """What counts for more, or less, together."""
    named, above = candidate.named, candidate.at < page.begin
    alone = not named.rest and not named.before and not named.led
    given = any(folded(name.split()[0]) in GIVEN_NAMES for name in named.names)
    under = page.headline is not None and page.headline < candidate.line
    first = next((other.line for other in page.candidates if other.line > (page.headline or 0)), None)
    return {
        "a given name alone, above": given and alone and above,
        "a given name alone, below": given and alone and not above,
        "no given name, alone, above": not given and alone and above,
        "no given name, alone, below": not given and alone and not above,
        "alone, and in the story": alone and any(folded(name) in page.told for name in named.names),
        "the first name under the headline": under and above and first == candidate.line,
        "a name with a rest, under the headline": under and above and not alone and not named.tells_who,
        "the only name": len(page.candidates) == 1,
        "the only name above": above and sum(other.at < page.begin for other in page.candidates) == 1,
    }


def _place(page: Page, candidate: Candidate) -> dict[str, float]:
    above = candidate.at < page.begin
    from_headline = candidate.line - page.headline if page.headline is not None else None
    to_story = page.begin - candidate.at
    return {
        "above the story": above,
        "begins the story": candidate.at == page.begin,
        "before the end": page.begin < candidate.at <= page.end,
        "above the headline": from_headline is not None and from_headline < 0,
        "no headline": from_headline is None,
        "right under the headline": from_headline == 1,
        "two under the headline": from_headline == 2,
        "three or four under the headline": from_headline in (3, 4),
        "distance to the headline": math.log1p(min(abs(from_headline or 0), 40)) if above else 0.0,
        "distance to the story": math.log1p(max(0, to_story)),
        "right above the story": to_story == 1,
        "right under the story": candidate.at == page.end + 1,
        "distance from the end": math.log1p(max(0, candidate.at - page.end)) if candidate.at > page.begin else 0.0,
        "blank lines before": min(page.draft.blocks[candidate.at].gap, 3),
    }


def _neighbours(page: Page, candidate: Candidate) -> dict[str, float]:
    lines, at, words_ = page.lines, candidate.line, page.desk.words
    before = [line.text for line in lines[max(0, at - 2) : at]]
    after = [line.text for line in lines[at + 1 : at + 3]]
    credit = any(words_.credit_starts.begin(lead(line)) for line in (*before[-1:], *after[:1]))
    return {
        "a date right before": any(_is_dated(line, page.desk) for line in before[-1:]),
        "a date right after": any(_is_dated(line, page.desk) for line in after[:1]),
        "a date near": any(_is_dated(line, page.desk) for line in (*before, *after)),
        "a name right before": at - 1 in page.named_lines,
        "a name right after": at + 1 in page.named_lines,
        "a lead right before": any(f"{folded(line).strip(':')} " in words_.byline_starts for line in before[-1:]),
        "a picture credit beside": credit,
        "words before": math.log1p(length(before[-1])) if before else 0.0,
        "words after": math.log1p(length(after[0])) if after else 0.0,
        "a job right after": any(length(line) <= 8 and _has_job(folded(line), page.desk) for line in after[:1]),
        "other names near": min(len(page.named_lines) - 1, 10),
    }


def _is_dated(line: str, desk: Desk) -> bool:
    return length(line) <= 16 and holds_date(line, desk)


def _repetition(page: Page, candidate: Candidate) -> dict[str, float]:
    name = folded(candidate.named.names[0])
    others = [line for at, line in page.short if at != candidate.line and name in line]
    return {
        "stands elsewhere alone": any(line == name for line in others),
        "begins a line elsewhere": any(line.startswith(name) and len(line) > len(name) + 20 for line in others),
        "with a job elsewhere": any(_has_job(line, page.desk) for line in others),
        "with a lead elsewhere": any(page.desk.words.byline_starts.begin(line) for line in others),
        "in a picture credit elsewhere": any(page.desk.words.credit_starts.begin(line) for line in others),
        "lines elsewhere": min(len(others), 5),
    }
