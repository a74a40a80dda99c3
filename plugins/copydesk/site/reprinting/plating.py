"""The stories that a few plates need, found by their names in what the last build has written down; and what has
changed of some of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

from copydesk.batch import clock
from copydesk.batch.files import read_if_there
from copydesk.site import tables
from copydesk.site.feeds.dating import dated
from copydesk.site.feeds.items import FeedItem
from copydesk.site.feeds.making import house_of
from copydesk.site.feeds.registering import telling
from copydesk.site.hands import Hands
from copydesk.site.issues.editions import Edition
from copydesk.site.printing.light_items import Issue, LightFeedMaker, LightItem
from copydesk.site.reprinting import plates
from copydesk.site.reprinting.casting import CARD, PAGE, RECORD, TEASED, Caster, Recaster
from copydesk.site.reprinting.plates import Kept, Plate, StoryLine
from copydesk.site.reprinting.relating import KEY as TERMS_KEY
from copydesk.site.reprinting.relating import affected, terms_of, with_related
from copydesk.site.showing.cards import TEASER
from copydesk.site.showing.frame import Frame
from copydesk.site.showing.light import LightCard, LightRecord, light_card, light_record
from copydesk.site.stage.grounds import Ground, readings_frame
from copydesk.site.stage.standing import now
from copydesk.site.stories import memory
from copydesk.site.stories.lots import Lot
from copydesk.site.stories.memory import Memory
from copydesk.site.stories.readings import HEADED, Packed
from copydesk.site.stories.records import Rules
from copydesk.site.tables import Table
from copydesk.writing.ledgers.register import NAME, Row, parse_register

KEYS: Final = (memory.LOOK, memory.FACE, memory.WHOLE)
TERMS: Final = HEADED.index("terms")
WORDS: Final = frozenset(map(HEADED.index, ("headline", "terms", "digest")))
"""The places in a head of values that decide neither order nor lists, names or addresses."""

AROUND: Final = 3
"""Where in what is cast of a story's page stands what is around the story."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A story where Pelican's article would stand."""

    copydesk: LightRecord
    url: str


@dataclass(slots=True)
class Case:
    """What the last build has written down, opened for a few stories: the table of stories, that of plates."""

    ground: Ground
    memory: Memory
    stories: Table
    kept: Kept
    frame: Frame
    maker: LightFeedMaker
    rules: Rules
    """How stories are read."""
    told: dict[str, Row] = field(default_factory=dict)
    """The register of what the feeds have said, brought up to date, by GUID; empty where there is none."""
    changed: dict[str, StoryLine] = field(default_factory=dict)
    """By file name, the stories that have changed, as the plates have them."""
    moved: dict[str, Row] = field(default_factory=dict)
    """By file name, what the feeds say anew of those stories."""
    refaced: list[str] = field(default_factory=list)
    """The file names of stories that lists show otherwise now."""
    related: dict[str, list[str]] = field(default_factory=dict)
    """By file name, the stories that may be related to a story now."""
    recast: dict[str, bytes] = field(default_factory=dict)
    """By key, the lines of the plates that have changed."""
    is_unrecorded: bool = False
    """Whether the feeds say what the register does not."""
    _cards: dict[tuple[str, int], LightCard] = field(default_factory=dict)

    # --- what plates are made of --------------------------------------------------------------------------------------

    def value(self, data: Packed) -> Any:
        """What was cast. Raises CastError, LookupError, TypeError and ValueError."""
        return Recaster(self, TEASER).value(data)

    def record(self, name: str) -> LightRecord:
        """The record of a story."""
        if self.memory.head(name) is None:
            line = self._known(name)
            self.memory.rely_on(json.loads(line), line)
        head = self.memory.head(name)
        if head is None:
            raise LookupError(name)
        return light_record(head, name, self.memory)

    def card(self, name: str, room: int) -> LightCard:
        """A story's card with ``room`` for its first words; always the same object."""
        if (name, room) not in self._cards:
            leads = replace(self.value(self.story(name).leads), room=room)
            self._cards[name, room] = light_card(self.record(name), leads)
        return self._cards[name, room]

    def item(self, name: str) -> LightItem:
        """Its item."""
        story, line = self.record(name), self.story(name)
        if name not in self.moved and line.dates is not None:
            published, updated = self.value(line.dates)
            self._date(Row(story.guid, story.digest, published, updated, ""))
        item = self.maker.item(Stand(story, line.address))
        if not isinstance(item, LightItem):
            raise TypeError(name)
        return item

    def issue(self, edition: Edition, stories: tuple[FeedItem, ...]) -> LightItem:
        """The item of an edition, which changes with its stories."""
        moments = [self.moved[name].updated for name in self.moved if self.changed[name].issue == edition.key]
        if moments:
            edition = replace(edition, changed=max(filter(None, (edition.changed, *moments))))
        return self.maker.issue(Issue(edition, stories), self.frame.tongue)

    def story(self, name: str) -> StoryLine:
        """What the plates know of a story. Raises LookupError."""
        line = self.kept.table.line(name)
        if line is None:
            raise LookupError(name)
        return StoryLine(*json.loads(line))

    def plates_with(self, names: Iterable[str]) -> Iterator[Plate]:
        """The plates that may not be what they were: with words of some stories, with cards of those that look
        otherwise, and of pages to which others are related now. Raises LookupError."""
        keys = dict.fromkeys(key for name in names for key in self.changed[name].plates or ())
        cards = (beginning_of(kind, name) for name in self.refaced for kind in (CARD, TEASED))
        lines = [*map(self._line, keys), *(line for words in cards for line in self.kept.table.lines_with(words))]
        found = {plate.key: plate for plate in map(plate_of, lines)}
        found.update((plate.key, plate) for plate in self._related_otherwise())
        yield from found.values()

    def _related_otherwise(self) -> Iterator[Plate]:
        """The pages to which others are related now, with these."""
        for name, related in self.related.items():
            plate = self._page_of(name)
            around = with_related(plate.values[AROUND], related) if plate else None
            if plate is not None and around is not plate.values[AROUND]:
                plate = replace(plate, values=[*plate.values[:AROUND], around])
                self.recast[plate.key] = tables.line_of(plates.row(plate))
                yield plate

    def _page_of(self, name: str) -> Plate | None:
        """The page of a story; ``None`` where it has none."""
        keys, own = self.story(name).plates, beginning_of(RECORD, name)
        lines = self.kept.table.lines_with(own) if keys is None else map(self._line, keys)
        return next(
            (plate for plate in map(plate_of, lines) if plate.values[0] == PAGE and plate.values[2][1] == name), None
        )

    def _line(self, key: str) -> bytes:
        line = self.kept.table.line(key)
        if line is None:
            raise LookupError(key)
        return line

    # --- what has changed ---------------------------------------------------------------------------------------------

    def take_in(self, names: list[str]) -> bool:
        """Read the stories that have changed. Whether their words and headlines alone have, and all pages with these
        are known."""
        before = {name: self._known(name) for name in names}
        for line in before.values():
            self.memory.recall(json.loads(line), line)
        self.changed = {name: self.story(name) for name in names}
        lot = Lot(str(self.ground.house.content), tuple((name, None) for name in names), self.rules, now())
        self.memory.look_at(lot, Hands(1))
        for name, known in before.items():
            read, story = self.memory.line(name), self.changed[name]
            if read is None or story.plates is None or settled(read) != settled(known):
                return False
            if look(read) != look(known):
                self.refaced.append(name)
        return (
            not any(self.changed[name].is_told for name in self.refaced) and self._tell(names) and self._relate(before)
        )

    def _relate(self, before: Mapping[str, bytes]) -> bool:
        """Find out to which stories others are related now. Whether that can be told."""
        terms = {name: self.record(name).terms for name in before}
        changed = {name: terms[name] for name, line in before.items() if {*terms[name]} != {*terms_in(line)}}
        known = terms_of(self.kept.table) if changed else None
        if known is not None:
            now = known.with_changed(changed)
            self.related.update(now.related(affected(known, now, changed)))
            self.recast[TERMS_KEY] = now.line()
        return not changed or known is not None

    def _known(self, name: str) -> bytes:
        line = self.stories.line(name)
        if line is None:
            raise LookupError(name)
        return line

    def _tell(self, names: list[str]) -> bool:
        """Find out what the feeds say of changed stories. Whether that can be told without all the others."""
        house = self.ground.house
        text = read_if_there(house.ledger / NAME)
        if text is None:
            return True
        known = parse_register(text, NAME)
        tellings = {name: telling(self.record(name)) for name in names if self.changed[name].dates is not None}
        if any(each.guid not in known for each in tellings.values()):
            return False
        asked = clock.now() if house.normalize else None
        self.told = dated(known, tellings.values(), asked, None)
        for name, each in tellings.items():
            row = self.told[each.guid]
            if row != known[each.guid]:
                self.moved[name] = row
                self._date(row)
        self.is_unrecorded = bool(self.moved) and not house.normalize
        return True

    def _date(self, row: Row) -> None:
        self.maker.rows[row.guid] = row  # type: ignore[index]  # a dict of ours

    # --- what is known now --------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write down what the stories say."""
        self.memory.save_within(self.stories)
        self.memory.close()

    def plates_after(self) -> Kept | None:
        """The plates of the site as it is now; ``None`` where what the feeds say is written down nowhere."""
        if self.is_unrecorded or self.ground.seen is None:
            return None
        lines = dict(self.recast)
        for name, row in self.moved.items():
            dates = Caster().cast((row.published, row.updated))
            lines[name] = tables.line_of(plates.row(replace(self.changed[name], dates=dates)))
        table = self.kept.table.with_lines(lines) if lines else self.kept.table
        return Kept(table, plates.rows_table(self.ground.seen.rows))


def settled(line: bytes) -> Packed:
    """What a line of the memory says of its story, without its words and headline. Two such that are equal change
    nothing in lists, order and addresses."""
    *told, values = json.loads(line)[-1]
    for place in KEYS:
        told[place] = None
    return [*told, [None if place in WORDS else value for place, value in enumerate(values)]]


def look(line: bytes) -> Packed:
    """The digest, in a line of the memory, of what lists show of the story."""
    return json.loads(line)[-1][memory.LOOK]


def terms_in(line: bytes) -> Packed:
    """The terms of the story in a line of the memory, in any order: `related` does not weigh them by place."""
    return json.loads(line)[-1][-1][TERMS]


def plate_of(line: bytes) -> Plate:
    """The plate in a line."""
    return Plate(*json.loads(line))


def beginning_of(kind: str, name: str) -> bytes:
    """How what is cast of a story begins."""
    return tables.line_of([kind, name]).rstrip(b"]\n")


def case_of(ground: Ground, kept: Kept, rules: Rules) -> Case | None:
    """What the last build has written down, ``None`` where it cannot be believed."""
    state = ground.house.state
    stories = tables.read(state / memory.NAME, memory.MAGIC)
    known = memory.memory_of(stories, state, readings_frame(ground)) if stories else None
    if stories is None or known is None:
        return None
    ground.held.callback(known.close)
    site, siteurl, root = kept.base.frame
    frame = Frame(Recaster(cast(Any, None), 0).value(site), siteurl, root, rules.tongue)  # a site is no story's
    return Case(ground, known, stories, kept, frame, LightFeedMaker(house_of(ground.given), {}), rules)
