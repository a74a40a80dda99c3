"""A feed's bytes: what stands around its items is set for each feed, an item once, however many feeds it is in.

An item says the same in every feed of a format. So it is set once, in a forme of its shape, or cut out of a feed that
the format's maker made, and put into every feed that has it. Meanwhile those that come again lie in memory, and of a
large site in a file: an item comes again only after thousands of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.feeds.chases import Chases
from copydesk.site.feeds.formes import HANDS, Copy, Forme, Shape, copy_of, forme_of, put_in, sample
from copydesk.site.feeds.items import FeedDocument, FeedItem, Image
from copydesk.site.feeds.xml import Measure
from copydesk.site.store import Kept, Store


@dataclass(frozen=True, slots=True)
class Form:
    """How a format sets its items: how one begins and how it ends, with its indent; how a feed ends that has none; what
    stands before the first, between two and behind the last in place of that."""

    begins: tuple[bytes, ...]
    ends: bytes
    bare: bytes
    opening: bytes
    between: bytes
    closing: bytes


FORMS: Final[Mapping[str, Form]] = {
    "rss": Form(
        (b"    <item>\n",),
        b"\n    </item>\n",
        bare=b"  </channel>\n</rss>\n",
        opening=b"",
        between=b"",
        closing=b"  </channel>\n</rss>\n",
    ),
    "atom": Form(
        (b"  <entry ", b"  <entry>"),
        b"\n  </entry>\n",
        bare=b"</feed>\n",
        opening=b"",
        between=b"",
        closing=b"</feed>\n",
    ),
    "json": Form(
        (b"  {\n",),
        b"\n  }",
        bare=b' "items": []\n}\n',
        opening=b' "items": [\n',
        between=b",\n",
        closing=b"\n ]\n}\n",
    ),
}
"""Nothing an item says can look like its end, nor like what stands before the first: text has no ``<`` of its own in
XML, and no line end in JSON."""


def whole(document: FeedDocument, items: tuple[FeedItem, ...], measure: Measure) -> bytes:
    """A feed with some of its items, as its format's maker makes it."""
    if document.kind == "json":
        return jsonfeed.serialized(replace(document, items=items), measure)
    return xml.serialized(xml.generator(document, items, measure), document.kind)


def parted(data: bytes, form: Form) -> list[slice]:
    """Where the items of a feed stand in it, one behind the other: fewer than it has where they are set otherwise."""
    found: list[slice] = []
    opened = data.find(form.opening) + len(form.opening)
    start = min((at for begin in form.begins if (at := data.find(begin, opened)) >= 0), default=len(data))
    while data.startswith(form.begins, start) and (end := data.find(form.ends, start)) >= 0:
        found.append(slice(start, end + len(form.ends)))
        start = found[-1].stop + len(form.between)
    return found


def made(document: FeedDocument, item: FeedItem, measure: Measure) -> bytes | None:
    """The bytes of an item as its format's maker makes them; ``None`` where it sets them otherwise than we know."""
    form, data = FORMS[document.kind], whole(document, (item,), measure)
    found = parted(data, form)
    return data[found[0]] if len(found) == 1 and data.endswith(form.closing) else None


def proved(document: FeedDocument, copy: Copy, shape: Shape) -> Forme | None:
    """The forme of an item's shape, if it says of the item what the maker says."""
    pattern, hand = made(document, sample(shape), no_picture), HANDS[document.kind]
    forme = forme_of(pattern, hand) if pattern else None
    return forme if forme and put_in(copy, forme, hand) == made(document, copy.item, no_picture) else None


def no_picture(image: Image) -> int:
    """The size of a picture, of which no shape has one."""
    raise LookupError(image)


Setting = tuple[str, bool]
"""What the bytes of an item depend on beside the build and the item: the format, and whether it says all."""


def setting_of(document: FeedDocument) -> Setting:
    """How a feed sets its items."""
    return document.kind, document.summaries_only


def opened_copy(item: FeedItem) -> Copy:
    """An item ready to be set, made of all it says."""
    return copy_of(item.opened())


@dataclass(slots=True)
class Expected:
    """How often items will come in feeds that are set alike, by where the items are; and such a feed, without them."""

    document: FeedDocument
    times: Counter[int] = field(default_factory=Counter)


@dataclass(slots=True)
class Printer:
    """Prints the feeds of one build. ``measure`` says how many bytes a picture has, ``copied`` makes an item ready to
    be set; ``made`` counts the items that were not printed before."""

    measure: Measure
    copied: Callable[[FeedItem], Copy] = opened_copy
    made: int = 0
    _store: Store = field(default_factory=Store)
    _chases: Chases = field(init=False)
    _kept: dict[Setting, dict[int, tuple[FeedItem, Kept]]] = field(default_factory=dict)
    """What was printed, by where the item is, which is frozen and made once for each story; with that item, in whose
    place in memory no other can be meanwhile."""
    _expected: dict[Setting, Expected] = field(default_factory=dict)
    """What will come, as far as that was said: who asked for the feeds keeps their items."""
    _formes: dict[Shape | None, dict[Setting, Forme | None]] = field(default_factory=dict)
    """The formes of each shape that an item has had."""

    def __post_init__(self) -> None:
        self._chases = Chases(lambda document: whole(document, (), self.measure))

    def expect(self, document: FeedDocument) -> None:
        """Say that a feed may be printed: an item that comes but once need not be kept, and one that comes in other
        formats too is set in all of them while its words are at hand."""
        setting = setting_of(document)
        if setting not in self._expected:
            self._expected[setting] = Expected(replace(document, items=()))
        self._expected[setting].times.update(map(id, document.items))

    def printed(self, document: FeedDocument) -> bytes:
        """The bytes of a feed: those of `whole`. Raises OSError."""
        return b"".join(self.pieces(document))

    def pieces(self, document: FeedDocument) -> Sequence[bytes]:
        """The same in pieces: an item is long, and joining hundreds of them takes as long as writing them."""
        form, items, setting = FORMS[document.kind], document.items, setting_of(document)
        bare = self._chases.around(document)
        if not items:
            return (bare,)
        kept, again = self._kept.setdefault(setting, {}), self._store.get
        said: list[bytes] = []
        for item in items if bare.endswith(form.bare) else ():
            known = kept.get(id(item))
            data = self._set(document, item) if known is None else again(known[1])
            if data is None:
                break
            said.append(data)
        if len(said) < len(items):  # a version of feedgen that sets its items otherwise
            return (whole(document, items, self.measure),)
        if form.between:
            said = [piece for data in said for piece in (form.between, data)][1:]
        return (bare.removesuffix(form.bare) + form.opening, *said, form.closing)

    def close(self) -> None:
        """Let go of what was kept."""
        self._store.close()

    def _set(self, document: FeedDocument, item: FeedItem) -> bytes | None:
        """The bytes of an item, which is set now in all formats in which it will come; kept are those that will come
        again: one may be in a feed twice."""
        place, own = id(item), setting_of(document)
        documents = {own: document}
        for setting, expected in self._expected.items():
            if setting != own and place in expected.times and place not in self._kept.setdefault(setting, {}):
                documents[setting] = expected.document
        once = own in self._expected and self._expected[own].times.get(place) == 1
        said = self._set_in(documents, self.copied(item))
        self.made += len(said)
        for setting, data in said.items():
            if data is not None and not (once and setting == own):
                self._kept[setting][place] = (item, self._store.put(data))
        return said[own]

    def _set_in(self, documents: Mapping[Setting, FeedDocument], copy: Copy) -> dict[Setting, bytes | None]:
        """The bytes of an item in feeds that are set so: its words in the formes of its shape, which are made for the
        second item that has it, or what the maker makes."""
        known = self._formes.get(copy.shape)
        if known is None:
            self._formes[copy.shape] = {}
            known = dict.fromkeys(documents)
        said = {}
        for setting, document in documents.items():
            hand = HANDS[document.kind]
            forme = None
            if copy.shape is not None and (hand.takes_all or copy.is_plain):
                if setting not in known:
                    known[setting] = proved(document, copy, copy.shape)
                forme = known[setting]
            said[setting] = put_in(copy, forme, hand) if forme else made(document, copy.item, self.measure)
        return said
