"""A story file as it is read: what may be published of it, and what Pelican is told; and both as plain data.

Reading depends on the bytes of the file, its name and the rules, and on nothing else. So any process may do it, and
what came of it is as good the next time. As data a reading is JSON: never code. It has three parts, since most builds
need the whole of few stories: the head, which lists are made from; the face, which cards are made from; the record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta, timezone
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from markupsafe import Markup

from copydesk.frozen import value
from copydesk.site.stories.pictures import may_show
from copydesk.site.stories.record import Face, Origin, StoryRecord, Told
from copydesk.site.stories.records import Rules, record_of
from copydesk.site.values import Account, CutCount, Link, Notice, When
from copydesk.writing.front_matter.record import StoryFile

T = TypeVar("T")


@value(frozen=True, slots=True)
class Reading:
    """A story as read. ``status`` is Pelican's; ``dated`` whether the file says when it was published; ``alt`` is what
    its picture shows in words, ``None`` where policy allows it no picture."""

    record: StoryRecord
    status: str
    dated: bool
    alt: str | None


def reading_of(file: StoryFile, rules: Rules, name: str) -> Reading:
    """The reading of a story file; ``name`` is its path below the content folder."""
    record = record_of(file, rules, name)
    shows = record.policy != "link" and may_show(file, rules.publisher(file))
    # A withdrawn story keeps its address and is in no list.
    status = "hidden" if file.withdrawn is not None else file.status
    return Reading(record, status, file.date is not None, (file.image_alt or "") if shows else None)


# --- as data ----------------------------------------------------------------------------------------------------------

Packed = Any
"""What JSON knows: text, numbers, ``None``, and lists or tuples of these."""


@value(frozen=True, slots=True)
class Form:
    """How a value of one kind becomes data, and a value again. Absent fields (``None``) are data as they are."""

    pack: Callable[[Any], Packed]
    unpack: Callable[[Packed], Any]


def as_it_is(value: Packed) -> Packed:
    """How a value is packed that is data already."""
    return value


def many(form: Form) -> Form:
    """The form of a tuple of such values."""
    return Form(lambda values: tuple(map(form.pack, values)), lambda data: tuple(map(form.unpack, data)))


def made_of(kind: Callable[..., Any], names: tuple[str, ...], forms: Mapping[str, Form]) -> Form:
    """A frozen value: its fields in order, those named in ``forms`` as these say."""
    get = attrgetter(*names)
    inner = [(names.index(name), form) for name, form in forms.items()]
    packing = [(place, form.pack) for place, form in inner if form.pack is not as_it_is]
    unpacking = [(place, form.unpack) for place, form in inner if form.unpack is not as_it_is]

    def pack(value: Any) -> Packed:
        data = list(get(value))
        for place, packed in packing:
            if data[place] is not None:
                data[place] = packed(data[place])
        return data

    def unpack(data: Packed) -> Any:
        values = list(data)
        for place, unpacked in unpacking:
            if values[place] is not None:
                values[place] = unpacked(values[place])
        return kind(*values)

    return Form(pack, unpack)


def plain(kind: Any, forms: Mapping[str, Form] | None = None) -> Form:
    """The form of one of our dataclasses."""
    return made_of(kind, tuple(field.name for field in fields(kind)), forms or {})


def pack_moment(moment: datetime) -> Packed:
    """A point in time: its clock, and the zone by name or in seconds."""
    clock, zone = moment.replace(tzinfo=None, fold=0).isoformat(), moment.tzinfo
    if isinstance(zone, ZoneInfo):
        return clock, zone.key
    offset = moment.utcoffset()
    return clock, None if offset is None else offset.total_seconds()


def unpack_moment(data: Packed) -> datetime:
    """The point in time."""
    clock, zone = data
    moment = datetime.fromisoformat(clock)
    if zone is None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(zone) if isinstance(zone, str) else timezone(timedelta(seconds=zone)))


MARKUP = Form(str, Markup)
MOMENT = Form(pack_moment, unpack_moment)
NAMES = Form(as_it_is, lambda data: tuple(map(intern, data)))
"""Names and words are said by many stories: each is kept once."""
SAID = Form(as_it_is, intern)
"""Words that many stories say alike, likewise."""
WHEN = plain(When, {"origin": SAID, "day": SAID})
LINK = plain(Link)
NOTICE = plain(Notice, {"when": WHEN})
SAME_OF_MANY = (
    *("publisher", "publisher_key", "publisher_home", "original_publisher", "agency"),
    *("licence", "licence_url", "terms", "credit"),
)
"""The fields of an origin that are the same for all stories of a publisher."""
ORIGIN = plain(Origin, {**dict.fromkeys(SAME_OF_MANY, SAID), "via": LINK, "retrieved": WHEN})
ACCOUNT = plain(Account, {"cuts": many(plain(CutCount)), "origins": many(NAMES)})
FACE = plain(Face, {"authors": NAMES, "published": WHEN})
SUMMARY = tuple(each.name for each in fields(Face)).index("summary")
SAID_ALIKE = ("section", "language", "policy")
NAMED = ("authors", "tags", "terms", "same_as", "not_same_as")
FORMS: Mapping[str, Form] = {
    **dict.fromkeys(NAMED, NAMES),
    **dict.fromkeys(SAID_ALIKE, SAID),
    "moment": MOMENT,
    "changed": MOMENT,
    "published": WHEN,
    "updated": WHEN,
    "body": MARKUP,
    "origin": ORIGIN,
    "note": MARKUP,
    "corrections": many(NOTICE),
    "withdrawal": NOTICE,
    "account": ACCOUNT,
}
"""How the fields of a record become data that are not data already."""

RECORD = plain(StoryRecord, FORMS)
PASSING = plain(
    StoryRecord,
    {**FORMS, **dict.fromkeys(NAMED, Form(as_it_is, tuple)), **dict.fromkeys(SAID_ALIKE, Form(as_it_is, as_it_is))},
)
"""The form of a record that nobody keeps: to keep each of its words once, and forget it again, would take as long as
all else of it."""

TOLD = ("partial", "summary", "note", "picture")
"""The fields beside the body and those of a head that an item of a feed is made from."""

HEADED = (
    *("guid", "headline", "authors", "section", "tags", "language", "moment", "changed", "published", "policy"),
    *("origin", "corrections", "withdrawal", "pinned", "terms", "same_as", "not_same_as", "digest", "foreign"),
)
"""The fields of a record that order, lists, feeds and sitemaps ask of every story."""

HEAD = made_of(lambda *values: values, HEADED, {name: form for name, form in FORMS.items() if name in HEADED})


@value(frozen=True, slots=True)
class Head:
    """What is known of a reading that has not been opened: what Pelican is told; whether its words are a publisher's;
    the digests of its face without the summary, of all of it, and of the whole record; and the values of `HEADED`."""

    status: str
    dated: bool
    alt: str | None
    copied: bool
    face_key: str
    teaser_key: str
    key: str
    values: tuple[Any, ...]


@value(frozen=True, slots=True)
class Packet:
    """A reading as data: its head and its face (JSON as bytes), its record (see `record_bytes`), and the digests of the
    face and of all that is no head, which are in the head too."""

    head: bytes
    face: bytes
    record: bytes
    keys: tuple[str, str]


def packed(reading: Reading) -> Packet:
    """A reading as data. Its record has no picture yet, which is not in the story's file."""
    story, shown = reading.record, FACE.pack(reading.record.face)
    face, record = as_bytes(shown), record_bytes(story)
    told = (reading.status, reading.dated, reading.alt, story.copied)
    look = face.removesuffix(as_bytes(shown[SUMMARY]) + b"]")  # which stands last
    keys = (key_of(face), key_of(face, record))
    head = (*told, key_of(look), *keys, HEAD.pack(story))
    return Packet(as_bytes(head), face, record, keys)


def head_of(data: Packed) -> Head:
    """The head again. Raises ValueError, TypeError or LookupError for data that is none."""
    status, *told, values = data
    return Head(intern(status), *told, HEAD.unpack(values))  # type: ignore[call-arg]  # as many as there are


def face_of(data: bytes) -> Face:
    """A face again. Raises ValueError or TypeError."""
    face: Face = FACE.unpack(json.loads(data))
    return face


def record_from(data: bytes) -> StoryRecord:
    """A record again. Raises ValueError or TypeError."""
    record: StoryRecord = RECORD.unpack(values_in(data))
    return record


def passing_record(data: bytes) -> StoryRecord:
    """The same of a record that is asked once and let go. Raises ValueError or TypeError."""
    record: StoryRecord = PASSING.unpack(values_in(data))
    return record


FIELDS = tuple(each.name for each in fields(StoryRecord))
PLACES = tuple(map(FIELDS.index, TOLD))
BODY = FIELDS.index("body")


def record_bytes(story: StoryRecord) -> bytes:
    """A record as data: a line of JSON of what items of feeds say, one of all else, and the body. That is most of it,
    and as text it is read in a tenth of the time; JSON has no line ends."""
    values = list(RECORD.pack(story))
    body, told = str(values[BODY]), [values[place] for place in PLACES]
    for place in (BODY, *PLACES):
        values[place] = None
    return b"\n".join((as_bytes(told), as_bytes(values), body.encode("utf-8", "surrogatepass")))


def values_in(data: bytes) -> list[Any]:
    """The values of a record. Raises ValueError or TypeError."""
    told, rest, body = data.split(b"\n", 2)
    values: list[Any] = json.loads(rest)
    for place, each in zip(PLACES, json.loads(told), strict=True):
        values[place] = each
    values[BODY] = body.decode("utf-8", "surrogatepass")
    return values


def told_from(data: bytes) -> Told:
    """What items of feeds say of a record. Raises ValueError or TypeError."""
    told, _, body = data.split(b"\n", 2)
    (partial, summary, note, picture), _ = DECODER.raw_decode(told.decode("ascii"))
    return Told(body, partial, summary, None if note is None else Markup(note), picture)


DECODER = json.JSONDecoder()
ENCODER = json.JSONEncoder(separators=(",", ":"))


def as_bytes(data: Packed) -> bytes:
    """Data as it is written."""
    return ENCODER.encode(data).encode("ascii")


def key_of(*parts: bytes) -> str:
    """The digest of parts of a reading."""
    sha = hashlib.sha256(b"%d" % len(parts[0]))
    for part in parts:
        sha.update(part)
    return sha.hexdigest()[:32]
