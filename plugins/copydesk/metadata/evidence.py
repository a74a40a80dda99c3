"""What the resolvers of single facts are given: the clues by fact, the curator's word first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from copydesk.metadata.trust import confidence
from copydesk.model import Clue, Doubt, Draft, Fact, FactName, House, Overrides
from copydesk.text import squeeze

T = TypeVar("T")

OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """What one resolver found: the fact, if any, and what the curator should look at."""

    fact: Fact[T] | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Everything known of one document. ``of`` answers with the overrides alone where the curator gave any."""

    draft: Draft
    house: House
    overrides: Overrides

    @cached_property
    def _offered(self) -> Mapping[FactName, tuple[Clue, ...]]:
        """The clues with values that are not blank, by fact."""
        found: dict[FactName, list[Clue]] = {}
        for clue in self.draft.clues:
            if clue.value.strip():
                found.setdefault(clue.fact, []).append(clue)
        return {fact: tuple(clues) for fact, clues in found.items()}

    def is_settled(self, fact: FactName) -> bool:
        """Whether the curator has said what the fact is (an empty list says: there is none)."""
        return fact in self.overrides.facts

    def of(self, fact: FactName) -> tuple[Clue, ...]:
        """The clues for a fact in the order of the page, with values that are not blank."""
        if self.is_settled(fact):
            given = self.overrides.facts[fact]
            return tuple(Clue(fact, value, OVERRIDE) for value in given if value.strip())
        return self._offered.get(fact, ())

    def with_clues(self, clues: tuple[Clue, ...]) -> Evidence:
        """A copy of the evidence with ``clues`` after those of the page, each once."""
        known = {(clue.fact, clue.value, clue.origin) for clue in self.draft.clues}
        added = tuple(clue for clue in clues if (clue.fact, clue.value, clue.origin) not in known)
        return replace(self, draft=replace(self.draft, clues=self.draft.clues + added))

    def ranked(self, fact: FactName) -> tuple[Clue, ...]:
        """The clues for a fact, the most trusted first; in the order of the page where trust is equal."""
        return tuple(sorted(self.of(fact), key=lambda clue: -confidence(fact, clue.origin)))

    def body(self) -> str:
        """The text of the story, a line per block."""
        return "\n".join(block.text for block in self.draft.blocks)


def best_text(evidence: Evidence, fact: FactName) -> Fact[str] | None:
    """The most trusted value of a fact that needs no more than its spaces evened out."""
    for clue in evidence.ranked(fact):
        return fact_of(fact, squeeze(clue.value), clue.origin)
    return None


def fact_of(fact: FactName, value: T, origin: str) -> Fact[T]:
    """A value with the confidence its origin deserves."""
    return Fact(value, origin, confidence(fact, origin))


def value_of(fact: Fact[T] | None) -> T | None:
    """The value of a fact, ``None`` where there is none."""
    return fact.value if fact else None
