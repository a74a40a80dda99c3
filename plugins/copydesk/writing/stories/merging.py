"""A three-way merge of a story: what was last generated, what a hand made of it, what would be generated now. Pure.

Front matter is merged key by key, since the keys of ours that change with every raw file (its digest, its origins)
stand next to those a hand corrects; the body line by line, and a line is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from merge3 import Merge3

from copydesk.errors import StoryFileError
from copydesk.writing.conflicts import BASE, END, MIDDLE, NEW, PARTING, START, YOURS
from copydesk.writing.stories.chunks import chunks
from copydesk.writing.stories.storyfile import Parts, even, join, split


@dataclass(frozen=True, slots=True)
class Sides:
    """The same part of three versions; ``None`` where a version has no such part."""

    base: str | None
    yours: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, and how many places in it only the curator can decide: each stands between marks."""

    text: str
    conflicts: int


def merge(base: str, yours: str, new: str, subject: str) -> Merged:
    """The merge of three texts of a story file. A file whose front matter cannot be read is merged as mere lines."""
    sides = Sides(*map(even, (base, yours, new)))
    try:
        was, now, will = (split(text, subject) for text in (base, yours, new))
        front = list(_front(Sides(was.front, now.front, will.front), subject))
    except StoryFileError:
        return _lines(sides)
    body = _lines(Sides(was.body, now.body, will.body))
    text = join(Parts("".join(part.text for part in front), body.text))
    return Merged(text, body.conflicts + sum(part.conflicts for part in front))


def _front(sides: Sides, subject: str) -> Iterator[Merged]:
    """Every key's chunk: in the order of the new version, then the curator's."""
    was, now, will = (_by_key(text, subject) for text in (sides.base, sides.yours, sides.new))
    for key in (*will, *(key for key in now if key not in will)):
        yield _chunk(Sides(was.get(key), now.get(key), will.get(key)))


def _by_key(front: str | None, subject: str) -> dict[str, str]:
    return {chunk.key: chunk.text for chunk in chunks(front or "", subject)}


def _chunk(sides: Sides) -> Merged:
    """One key: as the one side has it that changed it; between marks where both did."""
    if sides.yours == sides.base:
        return Merged(sides.new or "", 0)
    if sides.new in (sides.base, sides.yours):
        return Merged(sides.yours or "", 0)
    return Merged("".join(_marked(sides)), 1)


def _marked(sides: Sides) -> Iterator[str]:
    yield f"{START} {YOURS}\n{_whole(sides.yours)}"
    yield f"{MIDDLE} {BASE}\n{_whole(sides.base)}"
    yield f"{PARTING}\n{_whole(sides.new)}{END} {NEW}\n"


def _whole(text: str | None) -> str:
    return "" if not text else text if text.endswith("\n") else f"{text}\n"


def _lines(sides: Sides) -> Merged:
    merging = Merge3(_split(sides.base), _split(sides.yours), _split(sides.new))
    merged = merging.merge_lines(
        name_a=YOURS,
        name_b=NEW,
        name_base=BASE,
        start_marker=START,
        mid_marker=PARTING,
        end_marker=END,
        base_marker=MIDDLE,
    )
    conflicts = sum(region[0] == "conflict" for region in merging.merge_regions())
    return Merged(_joined(merged), conflicts)


def _split(text: str | None) -> list[str]:
    """Lines that all end with a line end, so that marks stand on lines of their own; ``\\n`` alone ends one."""
    return [f"{line}\n" for line in (text or "").split("\n")]


def _joined(lines: Iterable[str]) -> str:
    return "".join(lines).removesuffix("\n")
