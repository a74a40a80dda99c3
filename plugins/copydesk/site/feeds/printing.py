"""A feed's bytes: what stands around its items is set for each feed, an item once, however many feeds it is in.

An item says the same in every feed of a format. So it is set once, in a forme of its shape, or cut out of a feed that
the format's maker made, and put into every feed that has it. Meanwhile those that come again lie in memory, and of a
large site in a file: an item comes again only after thousands of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.feeds.chases import Chases
from copydesk.site.feeds.formes import HANDS, Forme, Shape, forme_of, put_in, sample, shape_of
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


def proved(document: FeedDocument, item: FeedItem, shape: Shape) -> Forme | None:
    """The forme of a shape, if it says of an item what the maker says."""
    pattern, hand = made(document, sample(shape), no_picture), HANDS[document.kind]
    forme = forme_of(pattern, hand) if pattern else None
    return forme if forme and put_in(item, forme, hand) == made(document, item, no_picture) else None


def no_picture(image: Image) -> int:
    """The size of a picture, of which no shape has one."""
    raise LookupError(image)


Setting = tuple[str, bool]
"""What the bytes of an item depend on beside the build and the item: the format, and whether it says all."""


FormeKey = tuple[str, bool, Shape]
"""What a forme is for: the format, whether items say all, and their shape."""


def setting_of(document: FeedDocument) -> Setting:
    """How a feed sets its items."""
    return document.kind, document.summaries_only


@dataclass(slots=True)
class Printer:
    """Prints the feeds of one build. ``measure`` says how many bytes a picture has; ``made`` counts the items that were
    not printed before."""

    measure: Measure
    made: int = 0
    _store: Store = field(default_factory=Store)
    _chases: Chases = field(init=False)
    _kept: dict[Setting, dict[int, tuple[FeedItem, Kept]]] = field(default_factory=dict)
    """What was printed, by where the item is, which is frozen and made once for each story; with that item, in whose
    place in memory no other can be meanwhile."""
    _wanted: dict[Setting, Counter[int]] = field(default_factory=dict)
    """How often each item will come, as far as that was said, by where it is: who asked for the feeds keeps them."""
    _formes: dict[FormeKey, Forme | None] = field(default_factory=dict)
    _once: set[FormeKey] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._chases = Chases(lambda document: whole(document, (), self.measure))

    def expect(self, document: FeedDocument) -> None:
        """Say that a feed may be printed: an item that comes but once need not be kept."""
        self._wanted.setdefault(setting_of(document), Counter()).update(map(id, document.items))

    def printed(self, document: FeedDocument) -> bytes:
        """The bytes of a feed: those of `whole`. Raises OSError."""
        form, items = FORMS[document.kind], document.items
        bare = self._chases.around(document)
        if not items:
            return bare
        kept = self._kept.setdefault(setting_of(document), {})
        said = [data for item in items if (data := self._said(document, item, kept)) is not None]
        if len(said) < len(items) or not bare.endswith(form.bare):
            return whole(document, items, self.measure)  # a version of feedgen that sets its items otherwise
        said[0] = bare.removesuffix(form.bare) + form.opening + said[0]
        said[-1] += form.closing
        return form.between.join(said)

    def close(self) -> None:
        """Let go of what was kept."""
        self._store.close()

    def _said(self, document: FeedDocument, item: FeedItem, kept: dict[int, tuple[FeedItem, Kept]]) -> bytes | None:
        """The bytes of an item, kept now if not before, where it will come again: one may be in a feed twice."""
        known = kept.get(id(item))
        if known is not None:
            return self._store.get(known[1])
        data = self._set(document, item)
        if data is not None:
            self.made += 1
            wanted = self._wanted.get(setting_of(document))
            if wanted is None or wanted[id(item)] != 1:
                kept[id(item)] = (item, self._store.put(data))
        return data

    def _set(self, document: FeedDocument, item: FeedItem) -> bytes | None:
        """The bytes of an item: its words in the forme of its shape, or what the maker makes."""
        hand = HANDS[document.kind]
        if item.image is not None or not hand.fits(item):
            return made(document, item, self.measure)
        forme = self._forme(document, item)
        return put_in(item, forme, hand) if forme else made(document, item, self.measure)

    def _forme(self, document: FeedDocument, item: FeedItem) -> Forme | None:
        """The forme of the item's shape, if there is one; it is made for the second item of that shape."""
        key = (document.kind, document.summaries_only, shape_of(item))
        if key not in self._formes and key in self._once:
            self._formes[key] = proved(document, item, key[2])
        self._once.add(key)
        return self._formes.get(key)
