"""The folder of raw files and the folder of stories: which seeds there are, which story each is, what to write.

All effects of normalizing are here. What is decided (`stories`) stands apart from what is written (`content`, `files`),
so that every decision can be tested without a disk.

The names below are looked up when they are asked for: a build that finds nothing changed needs the lock alone, and
would spend more time on importing the others than on everything else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.batch.content.newest import build_time
    from copydesk.batch.lock import hold
    from copydesk.batch.normalizing import normalize, preview
    from copydesk.batch.report import Outcome, Report
    from copydesk.batch.run import Options
    from copydesk.batch.staleness import stale

__all__ = ["Options", "Outcome", "Report", "build_time", "hold", "normalize", "preview", "stale"]

_PLACES = {
    "Options": "run",
    "Outcome": "report",
    "Report": "report",
    "build_time": "content.newest",
    "hold": "lock",
    "normalize": "normalizing",
    "preview": "normalizing",
    "stale": "staleness",
}
"""Name → the module it is in."""


def __getattr__(name: str) -> object:
    """A name of `__all__` (PEP 562)."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
