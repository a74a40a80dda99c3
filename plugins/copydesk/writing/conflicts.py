"""The marks of a merge that is not finished: finding them in a story file, and reading on past them. Pure.

Version control leaves marks of the same shape, so its unfinished merges are recognized too. Copydesk itself begins a
line with such marks only inside preformatted text; there, only marks with our own words count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

YOURS, BASE, NEW = "edited by hand", "last generated", "new version"
"""What is said behind the marks of each side."""

START, MIDDLE, END = "<" * 7, "|" * 7, ">" * 7
PARTING = "=" * 7

_OURS = re.compile(
    rf"^(?:{START} {YOURS}|{re.escape(MIDDLE)} {BASE}|{END} {NEW})[ \t\r]*$",
    re.MULTILINE,
)
_ANY = re.compile(rf"^{START}(?: .*|\r)?$", re.MULTILINE)
_FENCE = re.compile(r"(`{3,}+|~{3,}+)([^\n]*+)")

ADVICE = "Keep what is right of what stands between the marks (<<<<<<< to >>>>>>>), and take the marks out."


@dataclass(slots=True)
class _Place:
    """A place that is not decided: what the hand has of it, and all its lines but the marks."""

    hand: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    is_hand: bool = True


def unfinished(text: str) -> int | None:
    """The first line, from 1, of a merge that is not finished in the text of a story file; ``None`` where all are."""
    if START not in text and MIDDLE not in text and END not in text:
        return None
    places = [match.start() for match in _OURS.finditer(text)]
    places += [match.start() for match in _ANY.finditer(_without_fenced(text))]
    return text.count("\n", 0, min(places)) + 1 if places else None


def by_hand(text: str) -> str:
    """The text with the hand's version, or that of this side of version control, of every undecided place. A place
    whose end is missing keeps all its lines but the marks."""
    done: list[str] = []
    place: _Place | None = None
    for line, bare in zip(text.split("\n"), _without_fenced(text).split("\n"), strict=True):
        mark = _mark(line, bare, place)
        if mark == START:
            done += place.whole if place else ()
            place = _Place()
        elif mark == END:
            done += place.hand if place else ()
            place = None
        elif place is None:
            done += () if mark else (line,)
        elif mark:
            place.is_hand = False
        else:
            place.whole.append(line)
            place.hand += (line,) if place.is_hand else ()
    return "\n".join((*done, *(place.whole if place else ())))


def _mark(line: str, bare: str, place: _Place | None) -> str | None:
    """Which mark a line is; ``bare`` is the line without what is preformatted. Only inside of a place do marks count
    that are not ours and open nothing: a line of equals signs may be a story's."""
    if _OURS.match(line) or _ANY.match(bare):
        return line[: len(START)]
    if place is not None and bare[: len(START)] in (MIDDLE, PARTING, END) and bare[len(START) :].strip("\r")[:1] in " ":
        return bare[: len(START)]
    return None


def _without_fenced(text: str) -> str:
    """The text with blanks for its preformatted parts, which a fence opens and as long a one closes. One that nothing
    closes opens nothing: marks behind it count."""
    lines = text.split("\n")
    fences = [_FENCE.match(line) for line in lines]
    longest = _longest_closing(fences)
    opened: str | None = None
    for at, fence in enumerate(fences):
        if opened is None and (fence is None or longest[at + 1][fence[1][0]] < len(fence[1])):
            continue
        closes = opened is not None and _closes(fence) and fence is not None and fence[1].startswith(opened)
        opened = None if closes else opened or (fence[1] if fence else None)
        lines[at] = " " * len(lines[at])
    return "\n".join(lines)


def _closes(fence: re.Match[str] | None) -> bool:
    return fence is not None and not fence[2].strip("`~ \t")


def _longest_closing(fences: list[re.Match[str] | None]) -> list[dict[str, int]]:
    """For each line, and one after the last, how long the longest fence from there on is that could close, by kind."""
    found = [{"`": 0, "~": 0}]
    for fence in reversed(fences):
        known = found[-1]
        if fence is not None and _closes(fence):
            known = {**known, fence[1][0]: max(known[fence[1][0]], len(fence[1]))}
        found.append(known)
    return found[::-1]
