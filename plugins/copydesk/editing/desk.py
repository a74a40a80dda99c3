"""What a rule is, what it may know, and how it takes a block out with a witness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest

from copydesk.editing.vocabulary import Vocabulary, vocabulary
from copydesk.frozen import value
from copydesk.languages import detect, primary
from copydesk.model import Block, Clue, Cut, CutClass, Draft, House, Overrides


@dataclass(frozen=True, slots=True)
class Desk:
    """What rules may know beyond the draft: the house, the curator's word, the language and its vocabulary."""

    house: House
    overrides: Overrides
    language: str | None
    words: Vocabulary


@dataclass(frozen=True, slots=True)
class Rule:
    """One habit of the press: its ``name`` as an order, an ``example`` line, and how it is carried out."""

    name: str
    example: str
    apply: Callable[[Draft, Desk], Draft]


@value(frozen=True, slots=True)
class Verdict:
    """Why a block leaves the body, in words for the curator, and what kind of text it is."""

    reason: str
    nature: CutClass = "boilerplate"


def open_desk(draft: Draft, house: House, overrides: Overrides) -> Desk:
    """The desk for one draft, with the tables of the language it is written in."""
    language = language_of(draft)
    return Desk(house=house, overrides=overrides, language=language, words=vocabulary(language))


def language_of(draft: Draft) -> str | None:
    """The language of the running text; what the page declares only where the words do not tell."""
    declared = next((primary(clue.value) for clue in draft.clues if clue.fact == "language"), None)
    longest = nlargest(8, [block.text for block in draft.blocks], key=len)
    guess = detect("\n".join(text[:500] for text in longest))
    if guess and (guess.confidence >= 0.8 or declared is None):
        return guess.tag
    return declared


def cut(draft: Draft, rule: str, verdicts: Mapping[int, Verdict], clues: Iterable[Clue] = ()) -> Draft:
    """The draft without the blocks at the given positions, each kept as a cut, and with the clues found in them."""
    clues = tuple(clues)
    if not verdicts and not clues:
        return draft
    kept = tuple([block for at, block in enumerate(draft.blocks) if at not in verdicts])
    taken = tuple(
        Cut(block=draft.blocks[at], rule=rule, reason=verdict.reason, nature=verdict.nature)
        for at, verdict in sorted(verdicts.items())
    )
    return replace(draft, blocks=kept, cuts=draft.cuts + taken, clues=draft.clues + clues)


def cut_where(draft: Draft, rule: str, verdict: Verdict, applies: Callable[[Block], bool]) -> Draft:
    """The draft without the blocks a predicate finds."""
    return cut(draft, rule, {at: verdict for at, block in enumerate(draft.blocks) if applies(block)})
