"""Characters that no article needs and that do harm: controls, the marks that turn the direction of text, and what
stands inside a word without being seen."""

from __future__ import annotations

import re
from typing import Final

from copydesk.model import Doubt, Place

_COMMON: Final = bytes([9, 10, 12, 13, *range(32, 127)])
_CONTROLS: Final = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"
_HARMFUL: Final = re.compile(f"[{_CONTROLS}{_TURNING}\ufeff]")

_CASED: Final = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
"""Letters of Latin, Greek and Cyrillic, whose words need no joiner and no invisible space, as those of Persian, Hindi,
Thai and of emoji do."""
_UNSEEN: Final = "\u200b-\u200d\u2060-\u2064\u180e"
_TAGS: Final = "\U000e0000-\U000e007f"
"""Letters of no width, which only flags may carry (Unicode Technical Standard 51, "Emoji Tag Sequences")."""
_INVISIBLE: Final = re.compile(f"[{_UNSEEN}{_TAGS}]")
_HIDDEN: Final = re.compile(f"(?<=[{_CASED}])[{_UNSEEN}]+(?=[{_CASED}])|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+")
_REFERENCES: Final = re.compile(r"&#(?:0{0,4}(?:823[4-8]|829[4-7])|[xX]0{0,4}(?:202[a-eA-E]|206[6-9]));?")
"""The marks that turn the direction of text, as a page may write them."""

_TURNED: Final = "characters that turn the direction of text were removed"
_SORTS: Final = (
    ("control-characters", re.compile(f"[{_CONTROLS}]"), "control characters were removed"),
    ("direction-controls", re.compile(f"[{_TURNING}]"), _TURNED),
    ("replacement-characters", re.compile("\ufffd"), "characters were already lost in the raw file (shown as \ufffd)"),
)
"""A doubt's code, what it is about, and its message."""


def uncommon(text: str) -> str:
    """Every character of the text that is not printable ASCII or white space, in order: little to search through."""
    return uncommon_in(text.encode("utf-8"))


def uncommon_in(data: bytes) -> str:
    """Every character of UTF-8 ``data`` that is not printable ASCII or white space, in order."""
    return data.translate(None, _COMMON).decode("utf-8")


def strip_harmful(text: str) -> str:
    """The text without control characters, stray byte-order marks, direction controls and what hides in words."""
    if text.isprintable():  # nothing of the kind is
        return text
    text = _HARMFUL.sub("", text)
    return text if text.isascii() else _HIDDEN.sub("", text)


def neutralise(text: str, odd: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text without what does harm, and a doubt for each sort of it; ``odd`` is what is `uncommon` in the text."""
    doubts = [note(text, *sort) for sort in _SORTS if sort[1].search(odd)]
    if _hides(text, odd):
        doubts.append(note(text, "hidden-characters", _HIDDEN, "invisible characters inside words were removed"))
        text = _HIDDEN.sub("", text)
    return (_HARMFUL.sub("", text) if _HARMFUL.search(odd) else text), tuple(doubts)


def _hides(text: str, odd: str) -> bool:
    """Whether anything hides in words of the text: looked at only where a character stands that nobody sees."""
    for unseen in sorted(set(_INVISIBLE.findall(odd))):
        at = text.find(unseen)
        while at >= 0:
            if _HIDDEN.match(text, at):
                return True
            at = text.find(unseen, at + 1)
    return False


def turned_by_reference(html: str) -> tuple[Doubt, ...]:
    """A doubt where a page writes direction controls as references; they are taken out where its text is read."""
    at = html.find("&#")
    while at >= 0 and not _REFERENCES.match(html, at):
        at = html.find("&#", at + 1)
    return (note(html, "direction-controls", _REFERENCES, _TURNED),) if at >= 0 else ()


def note(text: str, code: str, pattern: re.Pattern[str], message: str) -> Doubt:
    """A doubt about every match of ``pattern``, placed at the first."""
    found = pattern.search(text)
    line = text.count("\n", 0, found.start() if found else 0) + 1
    return Doubt(code, f"{message}, first in line {line}", Place(line, line))
