"""The hand-edit guard: front matter in top-level chunks, ours and the curator's, as they stand in the file. Pure.

A chunk is the lines of one key with the comment lines right above it, byte for byte. Ours are compared with what we
last wrote; the curator's are carried over as they are, comments and quoting included.
"""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.writing.front_matter.keys import KEYS
from copydesk.writing.front_matter.yaml_values import key_places
from copydesk.writing.stories.storyfile import Parts, join, split

SHARED = frozenset(key.name for key in KEYS if key.owner == "shared")
OURS = frozenset(key.name for key in KEYS if key.owner == "ours")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The lines of one top-level key, with their line ends."""

    key: str
    text: str


def chunks(front: str, subject: str) -> tuple[Chunk, ...]:
    """The chunks of front matter, in order; joined again they are the text. Raises StoryFileError if it is no YAML."""
    starts = key_places(front, subject)
    begins = [_above(front, place) if number else 0 for number, place in enumerate(starts.values())]
    ends = [*begins[1:], len(front)]
    return tuple(Chunk(key, front[begin:end]) for key, begin, end in zip(starts, begins, ends, strict=True))


def is_edited(text: str, base: str, subject: str) -> bool:
    """Whether a hand changed what is ours: our chunks or the body. Raises StoryFileError."""
    now, then = split(text, subject), split(base, subject)
    return now.body != then.body or _ours(now, subject) != _ours(then, subject)


def is_reached(text: str, base: str, new: str, subject: str) -> bool:
    """Whether a new version has all that a hand changed: the body, and each chunk of ours, is as it was last generated
    or as it would be now. Raises StoryFileError."""
    now, then, generated = (split(part, subject) for part in (text, base, new))
    if now.body not in (then.body, generated.body):
        return False
    ours, before, after = (
        {chunk.key: chunk.text for chunk in _ours(parts, subject)} for parts in (now, then, generated)
    )
    keys = ours.keys() | before.keys() | after.keys()
    return all(ours.get(key) in (before.get(key), after.get(key)) for key in keys)


def carry_over(text: str, base: str, new: str) -> str:
    """``new`` with the curator's chunks of ``text`` behind ours, in their order; a shared key that the curator changed
    as it stands there."""
    now, then, generated = (split(part, "front matter") for part in (text, base, new))
    curated = _curated(now, then)
    kept = "".join(
        curated.pop(chunk.key) if chunk.key in curated else chunk.text
        for chunk in chunks(generated.front, "front matter")
        if chunk.key not in _dropped(now, then)
    )
    return join(Parts(kept + "".join(map(_whole, curated.values())), generated.body))


def _ours(parts: Parts, subject: str) -> tuple[Chunk, ...]:
    return tuple(chunk for chunk in chunks(parts.front, subject) if chunk.key in OURS)


def _curated(now: Parts, then: Parts) -> dict[str, str]:
    """The chunks a curator wrote, by key: the curator's own keys, and shared ones that differ from ours."""
    before = {chunk.key: chunk.text for chunk in chunks(then.front, "front matter")}
    return {
        chunk.key: chunk.text
        for chunk in chunks(now.front, "front matter")
        if chunk.key not in OURS and not (chunk.key in SHARED and before.get(chunk.key) == chunk.text)
    }


def _dropped(now: Parts, then: Parts) -> frozenset[str]:
    """Shared keys we wrote and the curator took out."""
    keys = frozenset(chunk.key for chunk in chunks(now.front, "front matter"))
    return frozenset(chunk.key for chunk in chunks(then.front, "front matter")) & SHARED - keys


def _above(front: str, place: int) -> int:
    """Where the comment lines begin that stand right above ``place``."""
    while place and front[start := front.rfind("\n", 0, place - 1) + 1] == "#":
        place = start
    return place


def _whole(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"
