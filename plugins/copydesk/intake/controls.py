"""Characters that no article needs and that do harm: controls, and the marks that turn the direction of text."""

from __future__ import annotations

import re
from typing import Final

from copydesk.model import Doubt, Place

_COMMON: Final = bytes([9, 10, 12, 13, *range(32, 127)])
_CONTROLS: Final = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"
_HARMFUL: Final = re.compile(f"[{_CONTROLS}{_TURNING}\ufeff]")

_SORTS: Final = (
    ("control-characters", re.compile(f"[{_CONTROLS}]"), "control characters were removed"),
    ("direction-controls", re.compile(f"[{_TURNING}]"), "characters that turn the direction of text were removed"),
    ("replacement-characters", re.compile("\ufffd"), "characters were already lost in the raw file (shown as \ufffd)"),
)
"""A doubt's code, what it is about, and its message."""


def uncommon(text: str) -> str:
    """Every character of the text that is not printable ASCII or white space, in order: little to search through."""
    return text.encode("utf-8").translate(None, _COMMON).decode("utf-8")


def strip_harmful(text: str) -> str:
    """The text without control characters, stray byte-order marks and direction controls."""
    return _HARMFUL.sub("", text)


def neutralise(text: str, odd: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text without what does harm, and a doubt for each sort of it; ``odd`` is what is `uncommon` in the text."""
    doubts = tuple(note(text, *sort) for sort in _SORTS if sort[1].search(odd))
    return (_HARMFUL.sub("", text) if _HARMFUL.search(odd) else text), doubts


def note(text: str, code: str, pattern: re.Pattern[str], message: str) -> Doubt:
    """A doubt about every match of ``pattern``, placed at the first."""
    found = pattern.search(text)
    line = text.count("\n", 0, found.start() if found else 0) + 1
    return Doubt(code, f"{message}, first in line {line}", Place(line, line))
