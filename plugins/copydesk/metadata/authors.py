"""Who wrote the story, and the agency it came from."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.languages import primary
from copydesk.metadata.agencies import agency_named
from copydesk.metadata.bylines import Byline, distinct_names, read_byline
from copydesk.metadata.evidence import OVERRIDE, Evidence, fact_of
from copydesk.metadata.site_names import SiteNames
from copydesk.model import Clue, Fact
from copydesk.text import squeeze

MOST = 8
"""Authors of one origin from which it is a list of the site's writers, not a byline."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is credited: people, and the news agency."""

    authors: Fact[tuple[str, ...]] | None
    agency: Fact[str] | None


def resolve_credits(evidence: Evidence, language: str | None, sites: SiteNames) -> Credits:
    """The authors of the most trusted origin that names people; ``sites`` are the names of the site."""
    bylines = [(clue, _read(clue, language, sites)) for clue in evidence.ranked("author")]
    return Credits(_authors(evidence, bylines), _agency(evidence, bylines))


def _read(clue: Clue, language: str | None, sites: SiteNames) -> Byline:
    if clue.origin == OVERRIDE:
        return Byline((squeeze(clue.value),))
    return read_byline(clue.value, primary(language), sites)


def _authors(evidence: Evidence, bylines: list[tuple[Clue, Byline]]) -> Fact[tuple[str, ...]] | None:
    for origin in dict.fromkeys(clue.origin for clue, byline in bylines if byline.people):
        names = distinct_names([name for clue, byline in bylines if clue.origin == origin for name in byline.people])
        if origin == OVERRIDE or len(names) <= MOST:
            return fact_of("author", names, origin)
    return None


def _agency(evidence: Evidence, bylines: list[tuple[Clue, Byline]]) -> Fact[str] | None:
    for clue in evidence.ranked("agency"):
        if clue.origin == OVERRIDE:
            return fact_of("agency", squeeze(clue.value), clue.origin)
        if agency := agency_named(clue.value):
            return fact_of("agency", agency, clue.origin)
    if evidence.is_settled("agency"):
        return None
    named = ((agency, clue.origin) for clue, byline in bylines for agency in byline.agencies)
    return next((fact_of("agency", agency, origin) for agency, origin in named), None)
