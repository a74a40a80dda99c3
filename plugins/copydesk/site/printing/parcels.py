"""Page values on their way to another process: what many pages show is packed once, and unpacked once.

A story's card is in a dozen lists and on the pages of its neighbours. It is packed as a part of its own, and so it is
one object in the process that receives it, however many pages it comes with. What a template made of it can then be
remembered (`site.printing.typesetting`).
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from threading import Lock
from types import ModuleType
from typing import Any, Final

from copydesk.site import values
from copydesk.site.showing import list_values
from copydesk.site.showing.faces import Leads
from copydesk.site.showing.light import LightCard
from copydesk.site.showing.story_pages import Around
from copydesk.site.stories.memory import Lent
from copydesk.site.stories.shelf import Loan
from copydesk.site.values import Card, Site

SHARED: Final = (Card, LightCard, Site)
"""The frozen values that many pages share: packed once, and looked up by each page."""

MOST: Final = 20_000
"""Shared values that a process knows at once: about 40 MB of cards; packed, 10."""


def declared(module: ModuleType) -> Iterator[type]:
    """The values that a module declares."""
    kinds = (kind for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind))
    return (kind for kind in kinds if kind.__module__ == module.__name__)


Made = tuple[Callable[..., object], tuple[Any, ...]]
"""A function and the arguments from which it makes a value again."""


def by_fields(kind: Any) -> Callable[[object], Made]:
    """How a frozen value is packed: as what it is made of. By itself it comes with a state, which is put into it field
    by field in twice the time."""
    names = [each.name for each in fields(kind)]
    get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return lambda value: (kind, get(value))


PLAIN: Final = {
    kind: by_fields(kind) for kind in (*declared(values), *declared(list_values), Around, Leads, Lent, Loan)
}
"""The values of pages, and how each is packed."""


@dataclass(slots=True)
class Packing:
    """Packs values for one build."""

    _packed: dict[int, tuple[object, bytes]] = field(default_factory=dict)
    """The shared values packed last, by where they are, with themselves, in whose place no other can be meanwhile."""
    _lock: Lock = field(default_factory=Lock)
    """What is handed over is packed by threads, one for each process (`Line.give`)."""

    def packed(self, value: object) -> bytes:
        """A value as data."""
        return dumped(value, copyreg.dispatch_table | PLAIN | dict.fromkeys(SHARED, self._reduced))

    def _reduced(self, value: Any) -> Made:
        """A shared value as a part of its own, which is packed once."""
        known = self._packed.get(id(value))
        if known is None:
            known = (value, dumped(value, PLAIN))
            with self._lock:
                self._packed[id(value)] = known
                if len(self._packed) > MOST:
                    del self._packed[next(iter(self._packed))]
        return shared, (known[1],)


def dumped(value: object, table: Mapping[type, Callable[[Any], Made]]) -> bytes:
    """A value as data, by a table of how some kinds of values are packed."""
    data = io.BytesIO()
    pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = table
    pickler.dump(value)
    return data.getvalue()


@lru_cache(maxsize=MOST)
def shared(data: bytes) -> object:
    """The one object of a shared value."""
    return pickle.loads(data)  # from the process that started this one


unpacked = pickle.loads
"""The value again, in whatever process."""
