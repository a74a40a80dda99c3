"""``content/relations.txt``: what is known of the kin of stories, as text that is committed with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.kinship.copies import Pair

NAME = "relations.txt"
HEAD = (
    "# Which stories are one story (the one shown first), and which tell of the same event. Every run writes this\n"
    "# file anew from the stories' words; to decide otherwise, write same_as or not_same_as (docs/relations.md).\n"
)


@dataclass(frozen=True, slots=True)
class Relations:
    """``copies`` are groups of GUIDs, the story shown first; ``events`` pairs of stories of one event."""

    copies: tuple[tuple[str, ...], ...] = ()
    events: tuple[Pair, ...] = ()


def compose(relations: Relations) -> str:
    """The file's text; "" where nothing is related."""
    lines = [f"copies: {' '.join(group)}" for group in relations.copies]
    lines += [f"event: {one} {other}" for one, other in relations.events]
    return HEAD + "".join(f"{line}\n" for line in lines) if lines else ""


def parse(text: str) -> Relations:
    """What the file says. Lines that say nothing of the kind are passed over: the next run writes them anew."""
    found = list(_rows(text))
    copies = tuple(tuple(guids) for key, guids in found if key == "copies" and len(guids) > 1)
    return Relations(copies, tuple((guids[0], guids[1]) for key, guids in found if key == "event" and len(guids) == 2))


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        key, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            yield key, rest.split()
