"""Who wrote the story, and the agency it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.languages import primary
from copydesk.metadata.credits.byline_parts import beside_writers, without_lead
from copydesk.metadata.credits.bylines import (
    Byline,
    distinct_names,
    is_same_person,
    is_whole_name,
    owner_of,
    read_byline,
)
from copydesk.metadata.evidence import OVERRIDE, Evidence, fact_of
from copydesk.metadata.names.agencies import agency_named, parted_sources
from copydesk.metadata.names.site_names import SiteNames
from copydesk.model import Clue, Fact
from copydesk.text import squeeze

VISIBLE = frozenset(("byline class", "rel author", "microdata", "itemprop"))
"""Origins that are a place of the page: past the first few such places are the bylines of other stories."""

DECLARED = frozenset(("feed", "json-ld", "rdfa"))
"""Origins that give a name as data, not as a line of the page that must first be told from other lines."""

MOST = 3
"""Names in several visible places past which they are a list of the site's writers: then only the first counts."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is credited: people, the news agency, and ``written``, whom the byline names as it names them."""

    authors: Fact[tuple[str, ...]] | None
    agency: Fact[str] | None
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What one origin says of the authors: its bylines in the order of the page."""

    origin: str
    bylines: tuple[Byline, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """The people of all its bylines; of the first alone where they are scattered."""
        named = [byline.people for byline in self.bylines if byline.people]
        return named[0] if self.is_scattered else _all_of(named)

    @property
    def is_scattered(self) -> bool:
        """Whether its places of the page name too many people: the writers of other stories too."""
        named = [byline.people for byline in self.bylines if byline.people]
        return self.origin in VISIBLE and len(named) > 1 and len(_all_of(named)) > MOST

    @property
    def rank(self) -> int:
        """How far its names are to be believed whatever its origin: whole names of this story before a mere account
        ("jroe"), both before names scattered over the page. 0 is best."""
        if self.origin == OVERRIDE:
            return 0
        return 2 if self.is_scattered else 0 if any(map(is_whole_name, self.people)) else 1


def _all_of(named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return distinct_names([name for names in named for name in names])


def resolve_credits(evidence: Evidence, language: str | None, sites: SiteNames) -> Credits:
    """The authors of the most trusted origin that names people; ``sites`` are the names of the site. Whom a source line
    credits is no writer either, though a wire may declare who sent a release as one."""
    for clue in _sources_named(evidence):
        sites = sites.with_name(clue.value)
    sources = _sources(evidence, language, sites)
    authors = _authors(sources) or _owner(evidence)
    return Credits(authors, _agency(evidence, sources), _written(evidence, sources))


def _owner(evidence: Evidence) -> Fact[tuple[str, ...]] | None:
    """Whoever a personal site is called after, where nothing else says who wrote the page: "Jane Roe's blog"."""
    names = (owner_of(squeeze(clue.value)) for clue in evidence.ranked("publisher") if clue.origin == "site name")
    people: tuple[str, ...] = tuple(filter(None, names))[:1]
    return fact_of("author", people, "site name") if people else None


def _sources(evidence: Evidence, language: str | None, sites: SiteNames) -> list[Source]:
    clues = _of_writers(evidence.ranked("author"))
    return [
        Source(origin, tuple(_read(clue, language, sites) for clue in clues if clue.origin == origin))
        for origin in dict.fromkeys(clue.origin for clue in clues)
    ]


def _of_writers(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """The clues without the names, in elements of their own, of those who only worked on the story: "Jane Roe" inside
    "Edited by Jane Roe"."""
    shown = [squeeze(clue.value) for clue in clues if clue.origin in VISIBLE]
    helped = {helper for value in shown if (helper := without_lead(beside_writers(value)))}
    wrote = [value for value in shown if value not in helped and not beside_writers(value)]
    return tuple(
        clue
        for clue in clues
        if clue.origin not in VISIBLE
        or squeeze(clue.value) not in helped
        or any(squeeze(clue.value) in value for value in wrote)
    )


def _read(clue: Clue, language: str | None, sites: SiteNames) -> Byline:
    if clue.origin == OVERRIDE:
        return Byline((squeeze(clue.value),), written=(squeeze(clue.value),))
    return read_byline(clue.value, primary(language), sites, declared=clue.origin in DECLARED)


def _authors(sources: Sequence[Source]) -> Fact[tuple[str, ...]] | None:
    best = _best(sources)
    if best is None:
        return None
    return fact_of("author", _widened(best.people, sources) if best.origin != OVERRIDE else best.people, best.origin)


def _best(sources: Sequence[Source]) -> Source | None:
    """The most trusted source of people, of those whose names are to be believed alike."""
    return min((source for source in sources if source.people), key=lambda source: source.rank, default=None)


def _widened(people: tuple[str, ...], sources: Sequence[Source]) -> tuple[str, ...]:
    """The names with those that a byline names beside them: structured data may give the first author alone."""
    steady = (source for source in sources if not source.is_scattered)
    for byline in (byline for source in steady for byline in source.bylines):
        if len(people) < len(byline.people) <= MOST and all(_is_among(name, byline.people) for name in people):
            return byline.people
    return people


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(is_same_person(name, other) for other in names)


def _agency(evidence: Evidence, sources: Sequence[Source]) -> Fact[str] | None:
    for clue in evidence.ranked("agency"):
        if clue.origin == OVERRIDE:
            return fact_of("agency", squeeze(clue.value), clue.origin)
        if agency := agency_named(clue.value):
            return fact_of("agency", agency, clue.origin)
    if evidence.is_settled("agency"):
        return None
    named = ((agency, source.origin) for source in sources for byline in source.bylines for agency in byline.agencies)
    listed = ((agency, clue.origin) for clue in _sources_named(evidence) for agency in parted_sources(clue.value)[0])
    return next((fact_of("agency", agency, origin) for agency, origin in (*named, *listed)), None)


def _sources_named(evidence: Evidence) -> tuple[Clue, ...]:
    return tuple(clue for clue in evidence.ranked("original_publisher") if clue.origin == "source line")


def _written(evidence: Evidence, sources: Sequence[Source]) -> tuple[str, ...]:
    """Whom the most trusted byline names, as it names them: people and agencies, else an office."""
    houses = [clue.value for clue in evidence.of("agency") if clue.origin in (*DECLARED, "agency line")]
    wires = [name for name in houses if agency_named(name)]
    best = _best(sources)
    for source in (best,) if best else sources:
        agencies = _agencies_on(source)
        if source.people or agencies:
            return tuple(dict.fromkeys((*_widened(source.people, sources), *agencies, *wires)))
    offices = (byline.offices[0] for source in sources for byline in source.bylines if byline.offices)
    return next(((name,) for name in (*houses, *offices)), ())


def _agencies_on(source: Source) -> list[str]:
    """The agencies that a source's bylines name beside people; of what the page shows only the first byline counts."""
    bylines = source.bylines[:1] if source.origin in VISIBLE else source.bylines
    return [name for byline in bylines for name in byline.written if name not in byline.people]
