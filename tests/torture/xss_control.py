"""What vectors do in a bare page, where nothing is in their way: what shows that an experiment could fail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from torture.table import Row, Scale
from torture.xss_browser import Seen, Watch
from torture.xss_following import BARE, MARK, Served, standing
from torture.xss_live import intruders
from torture.xss_sinks import numbered
from torture.xss_vectors import vectors

MISSING = Row(0, void="chromium is missing: sudo apt install chromium")


@dataclass(frozen=True)
class Control:
    """How many vectors were tried, fire, leave live markup, navigate, ask for something outside; and the numbers of
    those that do anything but stand there."""

    tried: int
    fired: int
    live: int
    went: int
    asked: int
    acting: frozenset[int]

    @property
    def void(self) -> str:
        """Why a run proves nothing: too few of its vectors do what the experiment looks for."""
        is_blind = self.fired * 5 < self.tried or not (self.live and self.went and self.asked)
        return f"the control is blind: {self}" if is_blind else ""

    def __str__(self) -> str:
        return (
            f"{self.fired:,} of {self.tried:,} vectors fire in a bare page, {self.live:,} leave live markup, "
            f"{self.went:,} navigate, {self.asked:,} ask outside"
        )


LONGEST = 30_000
"""Milliseconds that pages are given at most to do what they do."""


@cache
def bare(scale: Scale) -> Control:
    """What the vectors of a run do, found out once in a run. On a busy machine what they do may come late: where they
    seem to do nothing, they are given longer."""
    chosen = numbered(vectors(scale))
    with standing() as (served, watch):
        served.made = {f"bare/{each.number}": BARE.replace(MARK, each.text) for each in chosen}
        found = looked_at(served, watch)
        while found.void and watch.settle < LONGEST:
            watch.settle *= 4
            found = looked_at(served, watch)
    return found


def looked_at(served: Served, watch: Watch) -> Control:
    """What the vectors that are served do."""
    seen = watch.look(list(served.made))
    did = [each for path, each in seen.items() if path in served.made]
    acting = frozenset(int(path.removeprefix("bare/")) for path, each in seen.items() if _acts(path, each))
    live = sum(any(True for _ in intruders(each.nodes)) for each in did)
    went, asked = (sum(bool(getattr(each, name)) for each in did) for name in ("went", "asked"))
    return Control(len(served.made), sum(each.called > 0 for each in did), live, went, asked, acting)


def _acts(path: str, seen: Seen) -> bool:
    return path.startswith("bare/") and bool(seen.called or seen.ran or seen.went or seen.asked)
