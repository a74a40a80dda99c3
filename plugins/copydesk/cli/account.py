"""The account of a story: every block of the raw file in order, with what became of it and why. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.model import Block, Fact, Metadata, Story
from copydesk.writing.front_matter.forms import iso
from copydesk.writing.stories.composing import FACT_KEYS

KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Line:
    """One block: where it stood, what became of it ("kept", or the nature of the cut), why, and its text."""

    place: str
    fate: str
    why: str
    text: str

    @property
    def is_kept(self) -> bool:
        """Whether the block is in the story."""
        return self.fate == KEPT


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: what it says, where that comes from, and how far it is trusted, in percent."""

    name: str
    value: str
    origin: str
    percent: int


def account(story: Story) -> tuple[Line, ...]:
    """What became of every block, in the order of the raw file."""
    kept = [(block, KEPT, _reason(block)) for block in story.blocks]
    cut = [(cut.block, cut.nature, f"{cut.reason} ({cut.rule})") for cut in story.cuts]
    stood = sorted((*kept, *cut), key=lambda entry: (entry[0].place.first, entry[0].place.last))
    return tuple(Line(_place(block), fate, why, block.text) for block, fate, why in stood)


def facts(metadata: Metadata) -> Iterator[FactLine]:
    """The facts that are known, in the order of front matter."""
    for name, key in FACT_KEYS:
        fact: Fact[object] | None = getattr(metadata, name)
        if fact is not None:
            yield FactLine(key, _said(fact.value), fact.origin, round(fact.confidence * 100))


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else iso(value)  # type: ignore[arg-type]  # what is left is a Moment


def _reason(block: Block) -> str:
    judged = [] if block.score is None else [f"main content at {block.score:.0%}"]
    return ", ".join((*judged, *([block.rule] if block.rule else [])))


def _place(block: Block) -> str:
    place = block.place
    return str(place.first) if place.first == place.last else f"{place.first}–{place.last}"
