"""What pages and feeds are made of, as data that outlives a build: frozen values of ours, with stories as names.

In such data a story's name stands for all that is known of the story, so the data stays true when the story's words
change. The caster notes the names it met. A value that is none of ours is refused, since nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Final, Protocol, cast

from markupsafe import Markup

from copydesk.site import values
from copydesk.site.feeds import items
from copydesk.site.issues.editions import Edition
from copydesk.site.machines.sharing import Shot
from copydesk.site.printing.light_items import LightItem
from copydesk.site.printing.parcels import declared
from copydesk.site.showing import list_values
from copydesk.site.showing.faces import Leads
from copydesk.site.showing.frame import Frame
from copydesk.site.showing.light import LightCard, LightRecord
from copydesk.site.showing.sheets import Unmade
from copydesk.site.showing.story_pages import Around, story_values, unmade
from copydesk.site.stories.readings import Packed, pack_moment, unpack_moment
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Site


class CastError(Exception):
    """A value that cannot be written down, or data that no value can be made of."""


KINDS: Final[Mapping[str, type]] = {
    kind.__name__: kind
    for kind in (*declared(values), *declared(list_values), *declared(items), Around, Edition, Leads, Shot)
}
"""The values that pages and feeds are made of, by the names they have in data."""

PLAIN: Final = frozenset({str, int, bool, float, type(None)})


def _getter(kind: Any) -> Callable[[object], tuple[Any, ...]]:
    names = [each.name for each in fields(kind)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


GETTERS: Final = {kind: _getter(kind) for kind in KINDS.values()}

MANY, WORDS, BYTES, MOMENT, DAY, NAMED, SITE, FRAME = "", "!", "8", "@", "#", "{", "site", "frame"
CARD, TEASED, RECORD, PAGE, ITEM, ISSUE, OPAQUE = "card", "teased", "record", "page", "item", "issue", "?"
"""What data begins with that is no value of `KINDS`: several, marked-up words, a text in UTF-8, a moment, a day, values
by name; the site and its frame; of a story its card, that with its first words, its record, its page and its item in
feeds; the item of an edition; and what has no words of a story that is known by name, and cannot be made again."""


# --- to data ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Caster:
    """Casts values of one build. ``met`` are the names of the stories whose words are in what was cast since it was
    emptied: of a card without first words none are, and ``has_card`` tells of that. ``leads`` are where their cards
    lead, by the same names."""

    site: Site | None = None
    met: set[str] = field(default_factory=set)
    has_card: bool = False
    leads: dict[str, Leads] = field(default_factory=dict)

    def cast(self, value: object) -> Packed:
        """A value as data. Raises CastError."""
        kind = type(value)
        if kind is LightCard:  # of these there are most
            return _card(self, cast(LightCard, value))
        if kind in PLAIN:
            return value
        if kind is tuple:
            return [MANY, *self._all(cast(tuple[object, ...], value))]
        get = GETTERS.get(kind)
        if get is not None and value is not self.site:
            return [kind.__name__, *self._all(get(value))]
        special = SPECIAL.get(kind)
        if special is None:
            raise CastError(kind.__name__)
        return special(self, value)

    def _all(self, values: tuple[object, ...]) -> list[Packed]:
        return [value if type(value) in PLAIN else self.cast(value) for value in values]

    def entered(self, name: str) -> str:
        """The name of a story whose words are in what is cast."""
        self.met.add(name)
        return name


def _card(caster: Caster, card: LightCard) -> Packed:
    name, leads = card.story.name, card.leads
    if leads.room:
        caster.leads.setdefault(name, replace(leads, room=0))
        return [TEASED, caster.entered(name)]
    caster.has_card = True
    caster.leads.setdefault(name, leads)
    return [CARD, name]


def _item(caster: Caster, item: LightItem) -> Packed:
    if isinstance(item.of, LightRecord):
        return [ITEM, caster.entered(item.of.name)]
    return [ISSUE, caster.cast(replace(item.of.edition, articles=())), caster.cast(item.of.stories)]


def _page(caster: Caster, page: Unmade) -> Packed:
    if page.make is not story_values:
        raise CastError("a page of another maker")
    return [PAGE, *map(caster.cast, page.parts)]


SPECIAL: Final[Mapping[type, Callable[[Caster, Any], Packed]]] = {
    Site: lambda caster, site: [SITE],
    Frame: lambda caster, frame: [FRAME],
    Markup: lambda caster, words: [WORDS, str(words)],
    bytes: lambda caster, data: [BYTES, data.decode()],
    datetime: lambda caster, moment: [MOMENT, *pack_moment(moment)],
    date: lambda caster, day: [DAY, day.isoformat()],
    dict: lambda caster, named: [NAMED, *([name, caster.cast(value)] for name, value in named.items())],
    LightRecord: lambda caster, record: [RECORD, caster.entered(record.name)],
    LightItem: _item,
    StoryRecord: lambda caster, record: [OPAQUE],
    Unmade: _page,
}


# --- and back ---------------------------------------------------------------------------------------------------------


class Case(Protocol):
    """Where a build's stories are found by file name, with the frame of every page."""

    @property
    def frame(self) -> Frame:
        """The frame of every page."""

    def record(self, name: str) -> LightRecord:
        """The record of a story."""

    def card(self, name: str, room: int) -> LightCard:
        """Its card, with so much room for its first words."""

    def item(self, name: str) -> LightItem:
        """Its item."""

    def issue(self, edition: Edition, stories: tuple[items.FeedItem, ...]) -> LightItem:
        """The item of an edition."""


@dataclass(frozen=True, slots=True)
class Recaster:
    """Makes values of data again."""

    case: Case
    room: int
    """Characters of a teaser."""

    def value(self, data: Packed) -> Any:
        """The value. Raises CastError for what cannot be made again, and LookupError, TypeError or ValueError for data
        that nobody has cast."""
        if not isinstance(data, list):
            return data
        tag, *parts = data
        kind = KINDS.get(tag)
        if kind is not None:
            return kind(*map(self.value, parts))
        if tag == OPAQUE:
            raise CastError(tag)
        return MADE[tag](self, parts)

    def several(self, parts: Iterable[Packed]) -> tuple[Any, ...]:
        """The values of several."""
        return tuple(map(self.value, parts))


MADE: Final[Mapping[str, Callable[[Recaster, list[Any]], object]]] = {
    MANY: lambda caster, parts: caster.several(parts),
    WORDS: lambda caster, parts: Markup(parts[0]),
    BYTES: lambda caster, parts: parts[0].encode(),
    MOMENT: lambda caster, parts: unpack_moment(parts),
    DAY: lambda caster, parts: date.fromisoformat(parts[0]),
    NAMED: lambda caster, parts: {name: caster.value(data) for name, data in parts},
    SITE: lambda caster, parts: caster.case.frame.site,
    FRAME: lambda caster, parts: caster.case.frame,
    CARD: lambda caster, parts: caster.case.card(parts[0], 0),
    TEASED: lambda caster, parts: caster.case.card(parts[0], caster.room),
    RECORD: lambda caster, parts: caster.case.record(parts[0]),
    ITEM: lambda caster, parts: caster.case.item(parts[0]),
    ISSUE: lambda caster, parts: caster.case.issue(*caster.several(parts)),
    PAGE: lambda caster, parts: unmade(*caster.several(parts)),
}
