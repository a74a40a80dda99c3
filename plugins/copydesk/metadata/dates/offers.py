"""Every date a page offers, read by the habits of its language and publisher."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from copydesk.languages import primary
from copydesk.metadata.dates.forms import day_of
from copydesk.metadata.dates.month_names import month_number
from copydesk.metadata.dates.reading import Order, Reading, read_line, read_value
from copydesk.metadata.dates.zones import settle
from copydesk.metadata.evidence import OVERRIDE, Evidence
from copydesk.metadata.trust import confidence
from copydesk.model import Clue, Fact, FactName, Moment, Publisher

LINES = frozenset(
    (
        "beside headline",
        "chosen date",
        "doubtful date",
        "date line",
        "byline line",
        "dateline",
        "page header",
        "date class",
        "time element",
        "image name",
        "byline class",
        "only date",
    )
)
"""Origins whose value is a visible line that may say more than a date; of all others the value is the date alone."""

_DAY_FIRST = "fr es it pt ca gl ro nl pl cs sk ru uk be bg sr hr el tr id vi de da no fi sv ar he fa hi th"
DAY_FIRST = frozenset(_DAY_FIRST.split())
"""Languages whose newspapers write 10/08/2025 for the tenth of August, wherever they are printed."""

DAY_FIRST_REGIONS = frozenset(
    ("en-GB", "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA", "en-NG", "en-KE", "en-GH", "en-PK", "en-SG")
)
MONTH_FIRST_ZONES = frozenset(
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit", "Anchorage")
)
"""Zones of the United States, the one country whose papers write the month first. The page's own "en-US" says nothing:
it is what content systems are set to when they are installed."""

ENGLISH, UNPADDED = "en", re.compile(r"(?<![\d/])(?:[1-9]/[1-9]\d?|1[0-2]/[1-9])/(?:\d\d){1,2}(?![\d/])")
"""A date as the United States write it and hardly anyone else who writes English: "3/4/2025" is "M/d/y" there and
"dd/MM/y" in Britain, Ireland and India (CLDR, short dates)."""

DOUBTFUL_ORDER = 0.3
"""The confidence of a date whose day and month could be exchanged."""

MARKS = frozenset(("microdata", "itemprop", "rdfa"))
"""Origins that mark a piece of the page, be it of this story or of a teaser."""

SCATTERED, SCATTERED_TRUST = 3, 0.6
"""If `MARKS` give so many different dates, they are of several stories; then they are trusted so far at most."""

DOUBTFUL_DATE = "doubtful date"
"""The origin of a line that the judge of dates chose without being sure: other lines are believed less still."""

MONTHS = 12

_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d\d?)/(?P<b>\d\d?)/(?:\d\d){1,2}(?![\d/])")
_IN_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d?|[a-z]{3})[/-](?P<d>\d\d?)(?=[/_+-]|$)", re.IGNORECASE)
_COMPACT = re.compile(r"[/_-](?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=[/_.-]|$)")


@dataclass(frozen=True, slots=True)
class Habits:
    """How dates of this page are to be read: which comes first in 10/08/2025, the zone of those that name none, and
    whether "3/4/2025" is rather the fourth of March where nothing says."""

    order: Order | None
    zone: str
    is_english: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One date offered: for which fact, the value with its trust, how it was read, and the clue that gave it."""

    name: FactName
    fact: Fact[Moment]
    reading: Reading
    clue: Clue

    def trusted_at_most(self, trust: float) -> Offer:
        """A copy of the offer whose confidence is ``trust`` at most."""
        return replace(self, fact=replace(self.fact, confidence=min(self.fact.confidence, trust)))


def habits_of(language: str | None, publisher: Publisher | None, zone: str) -> Habits:
    """How a page of this language and publisher writes dates; ``zone`` is the site's."""
    zone = publisher.zone if publisher and publisher.zone else zone
    return Habits(_order(language, publisher), zone, primary(language) == ENGLISH)


def offers_of(evidence: Evidence, habits: Habits, address: str | None) -> tuple[Offer, ...]:
    """Every date that can be read, in the order of the page; the story's address last."""
    habits = habits if habits.order else replace(habits, order=_order_on(evidence))
    addressed = tuple(_from_address(evidence, address))
    read = _settled_by_others((*_from_clues(evidence, habits), *addressed), habits.zone)
    return _as_judged(_without_scattered(read))


def _order_on(evidence: Evidence) -> Order | None:
    """What comes first in the dates of this page, as those tell that can only be read one way: "12/16/2025"."""
    clues = (clue for clue in (*evidence.of("published"), *evidence.of("updated")) if clue.origin in LINES)
    figures = [match for clue in clues for match in _SLASHED.finditer(clue.value)]
    found: set[Order] = {"day" if int(match["a"]) > MONTHS else "month" for match in figures if _is_plain(match)}
    return found.pop() if len(found) == 1 else None


def _is_plain(match: re.Match[str]) -> bool:
    """Whether one figure of the two can be no month."""
    return (int(match["a"]) > MONTHS) != (int(match["b"]) > MONTHS)


def _settled_by_others(offers: tuple[Offer, ...], zone: str) -> tuple[Offer, ...]:
    """The offers, each that could be one of two days read as the one which the page also says in full."""
    days = frozenset(offer.fact.value.day for offer in offers if offer.reading.other is None)
    return tuple(_settled(offer, days, zone) for offer in offers)


def _settled(offer: Offer, days: frozenset[date], zone: str) -> Offer:
    reading = offer.reading
    said = [day for day in (reading.moment.day, reading.other) if day in days]
    if reading.other is None or len(said) != 1:
        return offer
    reading = replace(reading, moment=replace(reading.moment, day=said[0]), other=None)
    return replace(offer, reading=reading, fact=_dated(offer.name, reading, offer.clue.origin, zone))


def _as_judged(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The offers, other lines for the day of publication believed less than the one that was chosen among them."""
    chosen = next((offer for offer in offers if offer.clue.origin == DOUBTFUL_DATE and offer.name == "published"), None)
    if chosen is None:
        return offers
    return tuple(
        offer.trusted_at_most(chosen.fact.confidence - 0.01)
        if offer.clue.origin in LINES and offer is not chosen and offer.name == "published"
        else offer
        for offer in offers
    )


def _without_scattered(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The offers, those of marks that give many dates trusted less: they are of other stories."""
    given: dict[tuple[FactName, str], set[Moment]] = defaultdict(set)
    for offer in offers:
        given[offer.name, offer.clue.origin].add(offer.fact.value)
    return tuple(
        offer.trusted_at_most(SCATTERED_TRUST)
        if offer.clue.origin in MARKS and len(given[offer.name, offer.clue.origin]) >= SCATTERED
        else offer
        for offer in offers
    )


def _order(language: str | None, publisher: Publisher | None) -> Order | None:
    zone = publisher.zone if publisher and publisher.zone else ""
    told = publisher.language if publisher and publisher.language else language
    if zone in MONTH_FIRST_ZONES or (publisher and publisher.language == "en-US"):
        return "month"
    if told in DAY_FIRST_REGIONS or primary(told) in DAY_FIRST or zone.startswith("Europe/"):
        return "day"
    return None


def _from_clues(evidence: Evidence, habits: Habits) -> Iterator[Offer]:
    asked: tuple[FactName, ...] = ("published", "updated")
    for fact in asked:
        for clue in evidence.of(fact):
            for reading in _readings(clue, habits):
                name: FactName = "updated" if reading.updated and clue.origin in LINES else fact
                if clue.origin == OVERRIDE or not evidence.is_settled(name):
                    yield Offer(name, _dated(name, reading, clue.origin, habits.zone), reading, clue)


def _readings(clue: Clue, habits: Habits) -> tuple[Reading, ...]:
    if clue.origin in LINES:
        found = read_line(clue.value, habits.order)
    else:
        value = read_value(clue.value, habits.order)
        found = (value,) if value else ()
    return tuple(map(_month_first, found)) if habits.is_english and UNPADDED.search(clue.value) else found


def _month_first(reading: Reading) -> Reading:
    """A reading whose day and month nothing settles, the other way round."""
    if reading.other is None:
        return reading
    return replace(reading, moment=replace(reading.moment, day=reading.other), other=reading.moment.day)


def _dated(name: FactName, reading: Reading, origin: str, zone: str) -> Fact[Moment]:
    trust = confidence(name, origin)
    if reading.other:
        trust = min(trust, DOUBTFUL_ORDER)
    return Fact(settle(reading.moment, zone, reading.zone), origin, trust)


def _from_address(evidence: Evidence, address: str | None) -> Iterator[Offer]:
    """The day in the story's address: /2025/08/10/, /2025-08-10-, /20250810/."""
    match = (_IN_PATH.search(address) or _COMPACT.search(address)) if address else None
    if match is None or evidence.is_settled("published"):
        return
    month = int(match["m"]) if match["m"].isdigit() else month_number(match["m"]) or 0
    for day in day_of(int(match["y"]), month, int(match["d"])):
        moment = Moment(day)
        fact = Fact(moment, "url", confidence("published", "url"))
        yield Offer("published", fact, Reading(moment), Clue("published", match[0], "url"))
