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
_TURNING_REFERENCE: Final = re.compile(r"&#(?:0{0,4}(?:823[4-8]|829[4-7])|[xX]0{0,4}(?:202[a-eA-E]|206[6-9]));?")
_UNSEEN_REFERENCE: Final = (
    r"(?:#(?:0{0,4}(?:820[3-5]|828[89]|829[0-2])|[xX]0{0,4}(?:200[b-dB-D]|206[0-4]));?"
    r"|(?:ZeroWidthSpace|zwn?j|NoBreak);)"
)
_HIDING_REFERENCE: Final = re.compile(rf"&(?<=[{_CASED}]&){_UNSEEN_REFERENCE}(?:&{_UNSEEN_REFERENCE})*+(?=[{_CASED}])")
"""What turns the direction of text, and what hides in words, as a page may write it."""
HARMFUL_REFERENCE: Final = (
    r"(?:#(?:0{0,4}8(?:20[3-5]|23[4-8]|28[89]|29[0-7])|[xX]0{0,4}20(?:[02][a-eA-E]|6[0-9]))|[Zz][ew]|NoB)"
)
"""What any of these begins with behind its "&": an expression."""

Sort = tuple[str, re.Pattern[str], str]
"""A doubt's code, what it is about, and its message."""
_ODD: Final = re.compile(f"[{_CONTROLS}{_TURNING}\ufeff\ufffd]")
"""What those that show in the raw file, and what does harm, are found by: nearly no page has any."""

_CONTROL: Final[Sort] = ("control-characters", re.compile(f"[{_CONTROLS}]"), "control characters were removed")
_TURNED: Final[Sort] = (
    "direction-controls",
    re.compile(f"[{_TURNING}]"),
    "characters that turn the direction of text were removed",
)
_HID: Final[Sort] = ("hidden-characters", _HIDDEN, "invisible characters inside words were removed")
_LOST: Final[Sort] = (
    "replacement-characters",
    re.compile("\ufffd"),
    "characters were already lost in the raw file (shown as \ufffd)",
)


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
    is_clean = not _ODD.search(odd)
    doubts = [] if is_clean else [note(text, *sort) for sort in (_CONTROL, _TURNED, _LOST) if sort[1].search(odd)]
    hidden = _hidden_in(text, odd)
    if hidden:
        doubts.append(note(text, *_HID))
        text = _without(text, hidden)
    for harmful in set() if is_clean else set(_HARMFUL.findall(odd)):
        text = text.replace(harmful, "")  # one or two kinds of a long text, looked for each on its own
    return text, tuple(doubts)


def _hidden_in(text: str, odd: str) -> list[re.Match[str]]:
    """What hides in words of the text, in order: looked for only where a character stands that nobody sees."""
    places: list[int] = []
    for unseen in set(_INVISIBLE.findall(odd)):
        at = text.find(unseen)
        while at >= 0:
            places.append(at)
            at = text.find(unseen, at + 1)
    found: list[re.Match[str]] = []
    for at in sorted(places):
        match = _HIDDEN.match(text, at)
        if match is not None and not (found and at < found[-1].end()):
            found.append(match)
    return found


def _without(text: str, found: list[re.Match[str]]) -> str:
    """The text without what was found in it."""
    ends = [0, *(match.end() for match in found)]
    begins = [*(match.start() for match in found), len(text)]
    return "".join([text[end:begin] for end, begin in zip(ends, begins, strict=True)])


def harm_in(value: str) -> tuple[Doubt, ...]:
    """A doubt for each sort of what does harm in a value that no line of the raw file shows as it is: one that was
    escaped in JSON, or encoded in the header of a mail."""
    if value.isprintable():
        return ()
    return tuple(Doubt(code, message) for code, found, message in (_CONTROL, _TURNED, _HID) if found.search(value))


def harm_by_reference(html: str) -> tuple[Doubt, ...]:
    """A doubt where a page writes what does harm as references; it is taken out where its text is read."""
    written = ((_TURNED, _TURNING_REFERENCE), (_HID, _HIDING_REFERENCE))
    return tuple(
        note(html, code, found, message) for (code, _, message), found in written if found.search(html) is not None
    )


def note(text: str, code: str, pattern: re.Pattern[str], message: str) -> Doubt:
    """A doubt about every match of ``pattern``, placed at the first."""
    found = pattern.search(text)
    line = text.count("\n", 0, found.start() if found else 0) + 1
    return Doubt(code, f"{message}, first in line {line}", Place(line, line))
