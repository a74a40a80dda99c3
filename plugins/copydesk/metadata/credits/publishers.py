"""Who published the story: by the domain of its address, by the names the page gives itself, by what repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from copydesk.metadata.addresses.urls import belongs_to, clean_address, host_of
from copydesk.metadata.credits.byline_parts import without_lead
from copydesk.metadata.evidence import OVERRIDE, Evidence, Finding, fact_of
from copydesk.metadata.names.agencies import agency_named, parted_sources
from copydesk.metadata.names.copyright_names import name_in_copyright, name_in_imprint
from copydesk.metadata.names.logo_names import declared_name, name_in_logo
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.names.site_names import NAMING_ORIGINS, compact, names_offered
from copydesk.model import Clue, Doubt, Fact, House, Publisher
from copydesk.text import fold

SPELLED = frozenset(("name line", "title element"))
"""Origins whose value is a name as the page spells it, and has no words of a logo's file in it."""
_COMPANY = re.compile(r",?\s(?:inc|ltd|llc|plc|gmbh|ag|s\.?a\.?|corp|co|n\.?v|b\.?v|oy|ab|as|a/s)\.?$")
"""The form of a company behind its name, folded."""
NEAR = 0.8
"""Likeness of two compacted names from which they are spellings of one."""


@dataclass(frozen=True, slots=True)
class PublisherFinding:
    """The publisher, its row of the table where it has one, and what the curator should look at."""

    fact: Fact[str] | None = None
    known: Publisher | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name offered for the publisher, read from a clue."""

    value: str
    clue: Clue


def resolve_publisher(evidence: Evidence, address: str | None) -> PublisherFinding:
    """The publisher of the table whose domain the page is of, else the one a trusted name is of, else that name."""
    names = list(_names(evidence))
    if evidence.is_settled("publisher"):
        return _settled(names, evidence.house)
    hosts = list(_hosts(evidence, address))
    for host in hosts:
        known = publisher_of_host(host, evidence.house)
        if known:
            return PublisherFinding(fact_of("publisher", known.name, "publisher table"), known)
    doubts = _spellings(names, evidence.house)
    for name in names:
        known = publisher_named(name.value, evidence.house)
        if known:
            return PublisherFinding(fact_of("publisher", known.name, name.clue.origin), known, doubts)
    signed = _signed_by(evidence)
    if signed:
        return PublisherFinding(fact_of("publisher", signed.name, "byline line"), signed)
    if names:
        return PublisherFinding(fact_of("publisher", names[0].value, names[0].clue.origin), None, doubts)
    return PublisherFinding(_issuer(evidence, address) or (fact_of("publisher", hosts[0], "url") if hosts else None))


def publisher_of_host(host: str, house: House) -> Publisher | None:
    """The publisher of the table one of whose domains a host is of; the longest domain wins."""
    rows = [(domain, row) for row in house.publishers for domain in row.domains if belongs_to(host, domain)]
    return max(rows, key=lambda pair: len(pair[0]))[1] if rows else None


def publisher_named(name: str, house: House) -> Publisher | None:
    """The publisher of the table that is called so, case, spaces and marks aside."""
    wanted = compact(name)
    return next((row for row in house.publishers if wanted in map(compact, (row.name, *row.names))), None)


def resolve_original_publisher(evidence: Evidence, publisher: str | None) -> Finding[str]:
    """Whom the page itself credits, where that is somebody else and no agency, which has a fact of its own."""
    for clue in evidence.ranked("original_publisher"):
        named = clue.value if clue.origin == OVERRIDE else parted_sources(" ".join(clue.value.split()))[1]
        if named and (publisher is None or compact(named) != compact(publisher)):
            return Finding(fact_of("original_publisher", " ".join(named.split()), clue.origin))
    return Finding()


def _signed_by(evidence: Evidence) -> Publisher | None:
    """The publisher of the table that a byline names in place of a person: "By The Harbour Post"."""
    named = (publisher_named(without_lead(clue.value), evidence.house) for clue in evidence.of("author"))
    return next(filter(None, named), None)


def _issuer(evidence: Evidence, address: str | None) -> Fact[str] | None:
    """Whom a source line credits, where that is who published the text: its address stands in the same line, or the
    headline or the lede names it, as releases do. Other source lines may be those of a chart."""
    opening = fold("\n".join([*(clue.value for clue in evidence.of("headline")), *_lede(evidence)]))
    given = {
        clue.place for clue in evidence.of("canonical_url") if clue.origin == "source line" and clue.value == address
    }
    for clue in evidence.ranked("original_publisher"):
        name = " ".join(clue.value.split())
        if (
            clue.origin == "source line"
            and agency_named(name) is None
            and (clue.place in given and clue.place or _COMPANY.sub("", fold(name)) in opening)
        ):
            return fact_of("publisher", name, "source line")
    return None


def _lede(evidence: Evidence) -> list[str]:
    return [block.text for block in evidence.draft.blocks[:2]]


def _settled(names: list[Name], house: House) -> PublisherFinding:
    if not names:
        return PublisherFinding()
    given = names[0].value
    known = publisher_named(given, house) or next((row for row in house.publishers if row.key == given), None)
    value = known.name if known else given
    return PublisherFinding(fact_of("publisher", value, "override"), known)


def _names(evidence: Evidence) -> Iterator[Name]:
    """Every name offered, the most trusted first; of equally trusted ones the one offered most often."""
    read = [(clue, name) for clue in names_offered(evidence) if (name := _read(clue))]
    counts = {compact(name): sum(compact(other) == compact(name) for _, other in read) for _, name in read}
    order = {id(clue): place for place, (clue, _) in enumerate(read)}
    best = sorted(read, key=lambda pair: (-_trust(pair[0]), -counts[compact(pair[1])], order[id(pair[0])]))
    for clue, name in best:
        yield Name(name, clue)


def _trust(clue: Clue) -> float:
    return fact_of("publisher", clue.value, clue.origin).confidence


def _read(clue: Clue) -> str | None:
    """The name in a clue; a logo's text has words that are not of the name."""
    if clue.origin == "override":
        return clue.value.strip()
    if clean_address(clue.value):
        return None
    if clue.origin == "copyright line":
        return name_in_copyright(clue.value) or name_in_imprint(clue.value)
    if is_menu(clue.value):
        return None
    if clue.origin in NAMING_ORIGINS:
        return declared_name(clue.value)
    return clue.value.strip() if clue.origin in SPELLED else name_in_logo(clue.value)


def _hosts(evidence: Evidence, address: str | None) -> Iterator[str]:
    saved = (clue.value for clue in evidence.draft.clues if clue.origin == "saved from")
    for candidate in (address, evidence.draft.url, *saved):
        host = host_of(candidate)
        if host:
            yield host


def _spellings(names: list[Name], house: House) -> tuple[Doubt, ...]:
    """Two spellings of what must be one name: both are shown, none is made up from them. Of spellings that the table
    has for one publisher nothing is left to settle."""
    for other in names[1:]:
        if are_near(names[0].value, other.value) and not _are_listed(names[0].value, other.value, house):
            message = (
                f'the publisher is spelled "{names[0].value}" and "{other.value}"; the first was taken. '
                f"Name it in sources.toml, or set publisher in the seed's overrides"
            )
            return (Doubt("publisher-spellings", message, other.clue.place),)
    return ()


def _are_listed(one: str, other: str, house: House) -> bool:
    known = publisher_named(one, house)
    return known is not None and publisher_named(other, house) is known


def are_near(one: str, other: str) -> bool:
    """Whether two names are different spellings of one."""
    first, second = compact(one), compact(other)
    return first != second and fold(one) != fold(other) and SequenceMatcher(None, first, second).ratio() >= NEAR
