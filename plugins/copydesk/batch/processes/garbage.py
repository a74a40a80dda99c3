"""What the garbage collector is told about a process that cleans page after page, or makes one."""

from __future__ import annotations

import gc
from typing import Final

SELDOM: Final = 20_000
"""New values after which the collector looks for circles among them. A page that is cleaned makes more than ten
thousand, nearly all of which stand in none and are gone with it; a build of a site makes millions that stay."""


def spare_what_stays() -> None:
    """Have the modules, tables and weights of this process never looked through again, and new values seldom: with
    Python's own settings that takes up to a twelfth of the time of cleaning, or of building."""
    gc.freeze()
    gc.set_threshold(SELDOM)
