"""A feed's bytes: what stands around its items is made for each feed, an item once, however many feeds it is in.

An item says the same in every feed of a format. So its bytes are cut out of the first feed that has it, as the format's
maker made them, and put into the others. Meanwhile those of a large site lie in a file without a name: an item comes
again only after thousands of others.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from tempfile import SpooledTemporaryFile
from typing import IO, Final

from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.feeds.items import FeedDocument, FeedItem
from copydesk.site.feeds.xml import Measure

IN_MEMORY: Final = 16 * 2**20
"""Bytes of items, some two thousand of them in three formats, that need no file."""


def store() -> IO[bytes]:
    """Where printed items lie."""
    return SpooledTemporaryFile(IN_MEMORY)


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item's bytes are in the file, and the item."""

    item: FeedItem
    start: int
    size: int


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


@dataclass(slots=True)
class Printer:
    """Prints the feeds of one build. ``measure`` says how many bytes a picture has; ``made`` counts the items that were
    not printed before."""

    measure: Measure
    made: int = 0
    _file: IO[bytes] = field(default_factory=store)
    _places: dict[tuple[str, bool, int], Place] = field(default_factory=dict)

    def printed(self, document: FeedDocument) -> bytes:
        """The bytes of a feed: those of `whole`. Raises OSError."""
        form, items = FORMS[document.kind], document.items
        missing = tuple({id(item): item for item in items if key_of(document, item) not in self._places}.values())
        data = whole(document, missing, self.measure)
        found = parted(data, form) if missing else []
        if len(found) != len(missing) or not data.endswith(form.closing if missing else form.bare):
            return whole(document, items, self.measure)  # a version of feedgen that sets its items otherwise
        for item, match in zip(missing, found, strict=True):
            self._keep(key_of(document, item), item, data[match])
        if not items:
            return data
        head = data[: found[0].start] if found else data.removesuffix(form.bare) + form.opening
        return head + form.between.join(self._kept(key_of(document, item)) for item in items) + form.closing

    def close(self) -> None:
        """Let go of what was kept, also where the disk has no room for the rest of it."""
        with suppress(OSError):
            self._file.close()

    def _keep(self, key: tuple[str, bool, int], item: FeedItem, data: bytes) -> None:
        """Keep what was printed, and its item, in whose place in memory no other can be meanwhile."""
        self.made += 1
        self._file.seek(0, os.SEEK_END)
        self._places[key] = Place(item, self._file.tell(), len(data))
        self._file.write(data)

    def _kept(self, key: tuple[str, bool, int]) -> bytes:
        place = self._places[key]
        self._file.seek(place.start)
        return self._file.read(place.size)


def key_of(document: FeedDocument, item: FeedItem) -> tuple[str, bool, int]:
    """What the bytes of an item depend on beside the build: the format, whether it says all, and which item it is.
    Items are frozen, and made once for each story."""
    return document.kind, document.summaries_only, id(item)
