"""Characters that no article needs and that do harm: controls, and the marks that turn the direction of text."""

from __future__ import annotations

import re
from typing import Final

from copydesk.model import Doubt, Place

_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HARMFUL: Final = re.compile(f"{_CONTROLS.pattern[:-1]}{_TURNING.pattern[1:]}")
_LOST: Final = "\ufffd"
_TWICE_ENCODED: Final = re.compile("\u00e2\u20ac[\u2122\u0153\u201c\u201d\u02dc\u00a6]|[\u00c2\u00c3][\u00a0-\u00bf]")
"""Curly quotation marks and accented letters of UTF-8 read as Windows-1252 and saved again."""


def strip_harmful(text: str) -> str:
    """The text without control characters, stray byte-order marks and direction controls."""
    return _HARMFUL.sub("", text) if _HARMFUL.search(text) else text


def neutralise(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text without what does harm, and a doubt for each sort of it that was there."""
    text = text.replace("\x0c", "\n").replace("\x85", "\n") if "\x0c" in text or "\x85" in text else text
    doubts = tuple(doubt for doubt in map(lambda sort: _doubt(text, *sort), _SORTS) if doubt is not None)
    return strip_harmful(text), doubts


_SORTS: Final = (
    ("control-characters", re.compile(_CONTROLS.pattern.replace("\ufeff", "")), "control characters were removed"),
    ("direction-controls", _TURNING, "characters that turn the direction of text were removed"),
    ("replacement-characters", re.compile(_LOST), "characters were already lost in the raw file (shown as \ufffd)"),
)


def _doubt(text: str, code: str, pattern: re.Pattern[str], message: str) -> Doubt | None:
    first = pattern.search(text)
    if first is None:
        return None
    line = text.count("\n", 0, first.start()) + 1
    return Doubt(code, f"{message}, first in line {line}", Place(line, line))
