"""The headline: the heading above the story, where what the page tells others agrees with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.metadata.evidence import Evidence, Finding, fact_of
from copydesk.metadata.site_names import SiteNames, without_site_name
from copydesk.model import Clue, Doubt, Fact
from copydesk.text import fold, squeeze, words

STRUCTURED = ("json-ld", "microdata", "itemprop", "rdfa")
SHARED = ("open graph", "twitter card", "parsely", "dublin core", "meta")
"""What a page tells social networks and search engines: often with the site's name, at times another wording."""

ALIKE = 0.6
"""Share of common words from which two titles are of one story."""


def resolve_headline(evidence: Evidence, names: SiteNames) -> Finding[str]:
    """The headline as printed: of the headings the one most like what the page tells others, else what it tells."""
    clues = [clue for clue in evidence.of("headline") if not names.are(clue.value) or clue.origin == "override"]
    for choose in (_settled, _printed_heading, _structured, _headline_line, _shared, _only_heading, _least):
        clue = choose(clues, names)
        if clue:
            return Finding(_fact(clue, names))
    return Finding(None, (Doubt("no-headline", "the file has no headline"),))


def likeness(one: str, other: str) -> float:
    """How many of their words two texts share, 0 to 1."""
    first, second = Counter(words(one)), Counter(words(other))
    common = sum((first & second).values())
    return 2 * common / (first.total() + second.total()) if common else 0.0


def _fact(clue: Clue, names: SiteNames) -> Fact[str]:
    value = squeeze(clue.value)
    return fact_of("headline", value if clue.origin == "override" else without_site_name(value, names), clue.origin)


def _of(clues: Sequence[Clue], *origins: str) -> list[Clue]:
    return [clue for origin in origins for clue in clues if clue.origin == origin]


def _settled(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    return next(iter(_of(clues, "override")), None)


def _printed_heading(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    """The first-level heading most like what the page tells others."""
    told = [without_site_name(clue.value, names) for clue in _of(clues, *SHARED, *STRUCTURED, "title element")]
    rated = [(max((likeness(clue.value, title) for title in told), default=0.0), clue) for clue in _of(clues, "h1")]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _structured(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    return next(iter(_of(clues, *STRUCTURED)), None)


def _headline_line(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    """The line above the story; of one that is cut off ("On...") the whole."""
    lines = _of(clues, "headline line")
    if not lines:
        return None
    begun = fold(lines[0].value).rstrip(". ")
    whole = (clue for clue in lines if fold(clue.value).startswith(begun) and clue is not lines[0])
    return next(whole, lines[0])


def _shared(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    return next(iter(_of(clues, *SHARED)), None)


def _only_heading(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    headings = _of(clues, "h1")
    return headings[0] if len(headings) == 1 else None


def _least(clues: Sequence[Clue], names: SiteNames) -> Clue | None:
    return next(iter(_of(clues, "title element", "h1", "breadcrumb line", "breadcrumb")), None)
