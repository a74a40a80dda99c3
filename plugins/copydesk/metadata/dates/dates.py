"""When the story was published and last changed: which of the dates offered to take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from copydesk.metadata.dates.offers import DOUBTFUL_DATE, Offer, habits_of, offers_of
from copydesk.metadata.evidence import OVERRIDE, Evidence
from copydesk.metadata.trust import DOUBTFUL
from copydesk.model import Clue, Doubt, Fact, FactName, Moment, Publisher

LEAST = 0.2
"""Trust below which a date is a hint for the curator, not a date of the story: the name of an image."""

DOUBTFUL_UPDATE = 0.4
"""The confidence of a change's date where it is the only one and stands in for the date of publication."""

RESET = 0.65
"""The confidence of a date of publication that is after the change of the same origin: under a date that is shown."""

SAVED = 0.82
"""The confidence of a date of publication that is to the second that of a change, where the headline has another day
beside it, more than `DAYS_BEFORE` before: a content system that knows one date only gives it twice."""

DAYS_BEFORE = 2

SCHEDULED = (3600, 20 * 3600)
"""Seconds that a story waits for its hour of publication after the last change, at least and at most."""

MADE_FOR_MACHINES = frozenset(
    ("feed", "json-ld", "microdata", "itemprop", "rdfa", "open graph", "parsely", "meta", "dublin core", "mail header")
)
"""Origins whose values have no other words than the date."""
LONGEST_DATE = 60
"""Characters of the longest of them that is shown to the curator."""
NO_DATE = "the file gives no date"


@dataclass(frozen=True, slots=True)
class Dates:
    """When a story was published and when it was last changed."""

    published: Fact[Moment] | None
    updated: Fact[Moment] | None
    doubts: tuple[Doubt, ...] = ()


def resolve_dates(evidence: Evidence, language: str | None, publisher: Publisher | None, address: str | None) -> Dates:
    """Both dates, the most trusted that can be read; none is made up, and a change before publication is no change."""
    offers = _without_resets(offers_of(evidence, habits_of(language, publisher, evidence.house.zone), address))
    published, updated = _best(offers, "published"), _best(offers, "updated")
    updated = _in_its_zone(updated, offers) if updated else None
    if published is None and updated is not None and not evidence.is_settled("published"):
        published, updated = _standing_in(updated), None
    if published and updated and not is_later(updated.fact.value, published.fact.value):
        updated = None
    doubts = (*_unread_overrides(evidence, offers), *_doubts(published, offers, _unread(evidence)))
    published = _as_shown(_in_its_zone(_with_its_hour(published, offers), offers), offers) if published else None
    return Dates(published.fact if published else None, updated.fact if updated else None, doubts)


def _without_resets(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The offers; a date of publication that a content system seems to have set anew is trusted less, unless the
    curator gave it."""
    changes = {offer.clue.origin: offer.fact.value for offer in offers if offer.name == "updated"}
    return tuple(
        offer if offer.name != "published" or offer.clue.origin == OVERRIDE else _as_believed(offer, offers, changes)
        for offer in offers
    )


def _as_believed(offer: Offer, offers: tuple[Offer, ...], changes: Mapping[str, Moment]) -> Offer:
    """A date of publication, trusted less where it is after the change that the same origin gives, or is that change;
    ``changes`` maps an origin to its change."""
    changed = changes.get(offer.clue.origin)
    if changed is not None and _is_reset(offer.fact.value, changed):
        return offer.trusted_at_most(RESET)
    return offer.trusted_at_most(SAVED) if _is_saved(offer.fact.value, offers) else offer


def _is_saved(published: Moment, offers: tuple[Offer, ...]) -> bool:
    """Whether a moment of publication is the very second, or the day, of a change, and an earlier day is shown."""
    changes = (offer.fact.value for offer in offers if offer.name == "updated")
    same = any(_is_same_second(published, changed) for changed in changes)
    shown = (offer.fact.value.day for offer in offers if offer.clue.origin == "beside headline")
    return bool(same) and any((published.day - day).days > DAYS_BEFORE for day in shown)


def _is_same_second(one: Moment, other: Moment) -> bool:
    """Whether two moments read alike, two bare days too; their zones are often wrong."""
    first, second = one.clock, other.clock
    if first is None or second is None:
        return one.day == other.day and first is second
    return one.day == other.day and first.replace(tzinfo=None) == second.replace(tzinfo=None)


def _is_reset(published: Moment, changed: Moment) -> bool:
    """Whether a date of publication is well after the last change: a story that was written in the evening and goes
    online in the morning is no case of it."""
    if published.clock is None or changed.clock is None:
        return published.day > changed.day
    waited = _instant(published) - _instant(changed)
    return waited > 0 and not SCHEDULED[0] <= waited <= SCHEDULED[1]


def is_later(one: Moment, other: Moment) -> bool:
    """Whether one moment is after the other, as far as both are known: a day is not after a time of that day."""
    if one.clock is None or other.clock is None:
        return one.day > other.day
    return _instant(one) > _instant(other)


def _instant(moment: Moment) -> float:
    clock = moment.clock
    assert clock is not None
    return datetime.combine(moment.day, clock, clock.tzinfo or UTC).timestamp()


def _with_its_hour(taken: Offer, offers: tuple[Offer, ...]) -> Offer:
    """A bare day with the time that a clue made for machines gives of it: "20 Feb 2025" in ``<time
    datetime="2025-02-20T09:30:00Z">``. Midnight is what systems give that know no time."""
    day = taken.fact.value
    if day.clock is not None or taken.clue.origin == OVERRIDE:
        return taken
    said = (other.fact.value for other in offers if other.name == taken.name and other.fact.confidence >= DOUBTFUL)
    timed = (moment for moment in said if moment.day == day.day and _is_of_a_clock(moment))
    return next((replace(taken, fact=replace(taken.fact, value=moment)) for moment in timed), taken)


def _is_of_a_clock(moment: Moment) -> bool:
    clock = moment.clock
    return clock is not None and clock.tzinfo is not None and (clock.hour, clock.minute) != (0, 0)


def _in_its_zone(taken: Offer, offers: tuple[Offer, ...]) -> Offer:
    """A time that is shown without a zone, in that of a clue which says the same time of the same day with one:
    "13 May 2026, 07:10" in ``<time datetime="2026-05-13T07:10:00+01:00">``."""
    shown = taken.reading.moment
    if shown.clock is None or shown.clock.tzinfo is not None:
        return taken
    same = (other for other in offers if other.name == taken.name and _is_said_with_zone(other.reading.moment, shown))
    found = next((other.fact.value for other in same), None) or _in_zone_of_page(shown, taken, offers)
    return replace(taken, fact=replace(taken.fact, value=found))


def _in_zone_of_page(shown: Moment, taken: Offer, offers: tuple[Offer, ...]) -> Moment:
    """A time shown in the zone of another time that the page shows without one and gives with one elsewhere: where
    "09:31" is 09:31+09:00, the "10:02" beside it is of that zone too."""
    bare = [offer.reading.moment for offer in offers if offer.name != taken.name]
    bare = [moment for moment in bare if moment.clock is not None and moment.clock.tzinfo is None]
    moments = (offer.reading.moment for offer in offers if offer.name != taken.name)
    zoned = (moment for moment in moments if any(_is_said_with_zone(moment, other) for other in bare))
    zone = next((moment.clock.tzinfo for moment in zoned if moment.clock is not None), None)
    if zone is None or shown.clock is None:
        return taken.fact.value
    return replace(shown, clock=shown.clock.replace(tzinfo=zone))


def _is_said_with_zone(moment: Moment, shown: Moment) -> bool:
    clock, bare = moment.clock, shown.clock
    if clock is None or bare is None or clock.tzinfo is None:
        return False
    return (moment.day, clock.hour, clock.minute) == (shown.day, bare.hour, bare.minute)


def _as_shown(taken: Offer, offers: tuple[Offer, ...]) -> Offer:
    """A moment that is given in universal time, as the page gives it in the time of its place: there it may be of the
    day before."""
    clock = taken.fact.value.clock
    if clock is None or clock.utcoffset():
        return taken
    same = (other for other in offers if other.name == taken.name and _is_same_elsewhere(other.fact.value, taken))
    return next((replace(taken, fact=replace(taken.fact, value=other.fact.value)) for other in same), taken)


def _is_same_elsewhere(moment: Moment, taken: Offer) -> bool:
    return (
        moment.clock is not None and bool(moment.clock.utcoffset()) and _instant(moment) == _instant(taken.fact.value)
    )


def _best(offers: Iterable[Offer], name: FactName) -> Offer | None:
    """The most trusted offer for a fact; of equals the first of the page."""
    fitting = [offer for offer in offers if offer.name == name and offer.fact.confidence >= LEAST]
    return max(fitting, key=lambda offer: offer.fact.confidence, default=None)


def _standing_in(offer: Offer) -> Offer:
    """A change's date as the only one there is: shown, but doubtful."""
    return offer.trusted_at_most(DOUBTFUL_UPDATE)


# --- doubts -----------------------------------------------------------------------------------------------------------


def _doubts(published: Offer | None, offers: tuple[Offer, ...], unread: Clue | None) -> Iterator[Doubt]:
    if published is None:
        gives = f'the date of the file, "{unread.value}", is none that a story can have' if unread else NO_DATE
        place = unread.place if unread else None
        yield Doubt("no-date", f"{gives}; the story is published under the day it was first seen", place)
        return
    day, place = published.fact.value.day, published.clue.place
    if published.reading.other:
        message = f'"{published.clue.value}" is {day} or {published.reading.other}; {day} was taken'
        yield Doubt("ambiguous-date", message, place)
    elif published.fact.origin == "page header":
        yield Doubt("date-from-page-header", f"{day} is the page's own date, perhaps not the story's", place)
    elif published.fact.origin == DOUBTFUL_DATE:
        yield Doubt("date-in-doubt", f"{day} is perhaps not the day the story was published", place)
    elif published.name == "updated":
        yield Doubt("date-of-update", f"{day} is when the story was changed; when it was published is not said", place)
    rival = next((offer for offer in offers if _contradicts(offer, published)), None)
    if rival:
        message = f"the page gives two dates, {day} and {rival.fact.value.day}; the first was taken"
        yield Doubt("date-disagreement", message, rival.clue.place)


def _unread(evidence: Evidence) -> Clue | None:
    """The best clue to the day of publication that has figures, for when none can be read: "2026-13-45", or a year
    from far ahead. What is written for people alone may be any other number."""
    told = (clue for clue in evidence.ranked("published") if clue.origin in MADE_FOR_MACHINES)
    return next((clue for clue in told if any(map(str.isdigit, clue.value)) and len(clue.value) <= LONGEST_DATE), None)


def _contradicts(offer: Offer, taken: Offer) -> bool:
    """Whether an offer is trusted as much as the one taken and is of another day."""
    same_standing = offer.name == taken.name and offer.fact.confidence >= max(taken.fact.confidence, DOUBTFUL)
    return same_standing and offer.fact.value.day != taken.fact.value.day


def _unread_overrides(evidence: Evidence, offers: tuple[Offer, ...]) -> Iterator[Doubt]:
    names: tuple[FactName, ...] = ("published", "updated")
    for name in names:
        for clue in evidence.of(name):
            if clue.origin == OVERRIDE and not any(offer.clue == clue for offer in offers):
                advice = "write it as 2025-08-10 or 2025-08-10T15:04:00Z"
                message = f'{name} = "{clue.value}" in the overrides is no date; {advice}'
                yield Doubt("override-unread", message)
