"""Page values on their way to another process: what many pages show is packed once, and unpacked once.

A story's card is in a dozen lists and on the pages of its neighbours. Packed as a part that stands for itself, it is
one object in the process that gets it, however many pages it comes with, and so what a template made of it is
remembered (`site.printing.typesetting`).
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from copydesk.site.showing.light import LightCard
from copydesk.site.values import Card, Site

SHARED: Final = (Card, LightCard, Site)
"""What many pages have in common. All of it is frozen."""

MOST: Final = 20_000
"""Shared values that a process knows at once: about 40 MB of cards."""


@dataclass(slots=True)
class Packing:
    """Packs values for one build."""

    _packed: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def packed(self, value: object) -> bytes:
        """A value as data."""
        data = io.BytesIO()
        pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = copyreg.dispatch_table | dict.fromkeys(SHARED, self._reduced)
        pickler.dump(value)
        return data.getvalue()

    def _reduced(self, value: Any) -> tuple[Callable[[bytes], object], tuple[bytes]]:
        """A shared value as a part of its own, which is packed once."""
        known = self._packed.get(id(value))
        if known is None:
            known = self._packed[id(value)] = (value, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        return shared, (known[1],)


@lru_cache(maxsize=MOST)
def shared(data: bytes) -> object:
    """The one object of a shared value."""
    return pickle.loads(data)  # from the process that started this one


unpacked = pickle.loads
"""The value again, in whatever process."""
