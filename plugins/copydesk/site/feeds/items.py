"""What a feed says, as frozen values that know no format: the same items in RSS, Atom and JSON."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timezone
from functools import lru_cache
from urllib.parse import urljoin

from copydesk.frozen import value
from copydesk.site.feeds.uris import MOST, ascii_uri, is_plain, is_uri

NEVER = datetime(1990, 1, 1, tzinfo=UTC)
"""When an empty feed was last changed: not now, or its bytes would change with every build, and no earlier than the
validator of the W3C believes (its ``implausible_8601``)."""

_UUID = re.compile("urn:uuid:[0-9a-f-]{36}")
"""Nearly every GUID, told in a quarter of the time."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
EXTENDED = {
    **dict.fromkeys("cdo cjy cmn cpx czh czo gan hak hsn lzh mnp nan wuu yue".split(), "zh"),
    **dict.fromkeys("acm aeb afb ajp apc apd arb arq ars ary arz".split(), "ar"),
    **dict.fromkeys(("zsm", "bjn"), "ms"),
    **dict.fromkeys(("swc", "swh"), "sw"),
    **dict.fromkeys(("ltg", "lvs"), "lv"),
    **dict.fromkeys(("uzn", "uzs"), "uz"),
}
"""Languages that validators, which know but ISO 639-1 and 639-2, take for none → the language that their tag may be an
extension of: "zh-yue" (BCP 47, 2.2.2; the registry of subtags)."""
_PLANES = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
LONG = 200
"""Characters of a text whose bytes are looked at."""
_PLAIN = bytes([9, 10, 13, *range(32, 127)])
_SUSPECT = re.compile(rb"[\x00-\x7f]|\xc2[\x80-\x9f]|\xed[\xa0-\xbf]|\xef[\xb7\xbf]|\xbf[\xbe\xbf]")
"""In what UTF-8 has beside plain ASCII: controls, surrogates, and how what is no character begins or ends, the
replacement character among it."""
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")


@value(frozen=True, slots=True)
class Source:
    """The publisher a story is from: its name, the address of its site or else of the original, in canonical form."""

    name: str
    url: str


@value(frozen=True, slots=True)
class Category:
    """A section or a tag, and the address that says which kind of name it is."""

    term: str
    scheme: str


@value(frozen=True, slots=True)
class Licence:
    """What a story may be used under: its name and where its words stand; one of them may be missing."""

    name: str
    url: str | None


@value(frozen=True, slots=True)
class Image:
    """A picture the site itself serves: its absolute address, path on the site, media type, pixels and words."""

    url: str
    path: str
    media_type: str
    width: int
    height: int
    alt: str


@value(frozen=True, slots=True)
class FeedItem:
    """An item. ``content`` is printable HTML in UTF-8 with absolute addresses; ``summary`` plain text, possibly "";
    ``people`` who is credited: the authors, else the agency, else the publisher. All addresses are URIs."""

    guid: str
    url: str
    title: str
    summary: str
    content: bytes
    people: tuple[str, ...]
    published: datetime
    updated: datetime
    categories: tuple[Category, ...] = ()
    language: str = "en"
    source: Source | None = None
    original: str | None = None
    licence: Licence | None = None
    image: Image | None = None

    def opened(self) -> FeedItem:
        """The item with all it says at hand."""
        return self


@value(frozen=True, slots=True)
class Tombstone:
    """A story that was taken down (RFC 6721): its GUID, when, and the published reason."""

    guid: str
    when: datetime
    reason: str | None = None


@value(frozen=True, slots=True)
class Relation:
    """Where a feed leads besides its site: the rel of the link, its absolute address and media type."""

    rel: str
    url: str
    media_type: str
    title: str | None = None


@value(frozen=True, slots=True)
class FeedDocument:
    """A feed. ``kind`` is "rss", "atom" or "json"; ``id`` a permanent urn; all addresses are absolute.

    ``hubs`` are told of changes (WebSub); ``stylesheet`` is the address, relative to the feed, of its looks for people;
    an archive document (RFC 5005) is a part of a feed that is closed or will be.
    """

    kind: str
    id: str
    title: str
    description: str
    author: str
    language: str
    home: str
    address: str
    items: tuple[FeedItem, ...]
    tombstones: tuple[Tombstone, ...] = ()
    relations: tuple[Relation, ...] = ()
    hubs: tuple[str, ...] = ()
    stylesheet: str | None = None
    summaries_only: bool = False
    is_archive: bool = False

    @property
    def updated(self) -> datetime:
        """When an item of the feed last changed or was taken down."""
        changes = [item.updated for item in self.items] + [stone.when for stone in self.tombstones]
        return max(changes, default=NEVER)

    def related(self, rel: str) -> str | None:
        """The address of the feed's link with this rel; ``None`` where it has none."""
        return next((relation.url for relation in self.relations if relation.rel == rel), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site stands: the absolute address that relative ones are joined to, and what links end in."""

    base: str
    suffix: str = ""

    def join(self, path: str) -> str:
        """The absolute address of a path of the site."""
        whole = f"{self.base.rstrip('/')}/{path.lstrip('/')}"
        if is_plain(whole) and "/." not in whole:
            return whole
        return urljoin(f"{self.base.rstrip('/')}/", path.lstrip("/"))

    def uri(self, path: str) -> str:
        """The absolute address of a path of the site as a URI (RFC 3986); "" where it cannot be made one."""
        whole = f"{self.base.rstrip('/')}/{path.lstrip('/')}"
        if is_plain(whole) and "/." not in whole:
            return whole
        return ascii_uri(self.join(path)) or ""

    def written(self, path: str) -> str:
        """The absolute address of a path of the site, as a URI if it can be one."""
        return self.uri(path) or self.join(path)


def feed_id(name: str, path: str) -> str:
    """The identity of a feed: from the site's name for its feeds and the feed's path, never from the domain."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk feed {name} {path}").urn


def item_id(guid: str) -> str:
    """The GUID as an identity every format takes: itself where it is a URI, as ours are, else a urn made from it."""
    if is_own(guid) or is_uri(guid):
        return guid
    return uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk item {guid}").urn


def is_own(guid: str) -> bool:
    """Whether it is a GUID as we make them."""
    return _UUID.fullmatch(guid) is not None


@lru_cache(maxsize=MOST)
def language_of(tag: str) -> str:
    """The language tag of a document as feeds need it: one whose language is in ISO 639, or "und" (BCP 47, 2.2.1)."""
    found = _LANGUAGE.match(tag)
    if found is None:
        return "und"
    broader = EXTENDED.get(found[0].lower())
    return f"{broader}-{tag}" if broader else tag


def printable(text: str) -> str:
    """The text without what XML 1.0 has no place for, or advises against (2.2): controls, and code points that are no
    characters. A next-line is a space, as it is shown; the replacement character, which feed validators take for a
    fault of the feed's encoding, is the question mark that it stands for."""
    if is_surely_printable(text):
        return text
    return _UNPRINTABLE.sub("", text.replace("\x85", " ").replace("\N{REPLACEMENT CHARACTER}", "?"))


def is_surely_printable(text: str) -> bool:
    """Whether a text has none of these characters, nor what looks like one at a glance, which nearly none has. In the
    bytes of a long text that is seen in a third of the time; Python takes spaces that do not break for unprintable."""
    if len(text) < LONG and text.isprintable():
        return "\N{REPLACEMENT CHARACTER}" not in text
    try:
        return are_surely_printable(text.encode())
    except UnicodeEncodeError:  # a surrogate
        return False


def printable_in(data: bytes) -> bytes:
    """A text in UTF-8, which may have surrogates, likewise."""
    return data if are_surely_printable(data) else printable(data.decode("utf-8", "surrogatepass")).encode()


def are_surely_printable(data: bytes) -> bool:
    """Whether a text in UTF-8 has none of these characters, nor bytes that look like one at a glance."""
    return _SUSPECT.search(data.translate(None, _PLAIN)) is None


def settled(moment: datetime) -> datetime:
    """The moment in whole seconds and with a fixed offset of whole minutes, as RFC 3339 wants it: the same value, to
    the letter, as the register gives back."""
    moment = moment.replace(microsecond=0)
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 == 0:
        return moment.replace(tzinfo=timezone(offset) if offset is not None else UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)
