"""The language a story is written in: what the page says, where its words do not say otherwise."""

from __future__ import annotations

import re

from copydesk.languages import Guess, detect, primary
from copydesk.metadata.evidence import Evidence, Finding
from copydesk.metadata.trust import confidence
from copydesk.model import Clue, Doubt, Fact, Publisher

SURE = 0.9
"""Confidence from which the words alone decide."""

LIKELY = 0.5
"""Confidence from which the words are taken where nothing else is said."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")

SAME = (frozenset(("no", "nb", "nn")), frozenset(("hr", "sr", "bs")), frozenset(("id", "ms")), frozenset(("fa", "ps")))
"""Languages a detector takes for each other: the page's own word decides between them."""


def resolve_language(evidence: Evidence, publisher: Publisher | None) -> Finding[str]:
    """The language the page names, confirmed by its words; the words alone where they are plain and contradict it."""
    said = next((fact for clue in evidence.ranked("language") if (fact := _said(clue))), None)
    if said is None and publisher and publisher.language and (tag := read_tag(publisher.language)):
        said = Fact(tag, "publisher table", confidence("language", "publisher table"))
    if said and said.origin == "override":
        return Finding(said)
    guess = detect(_words_of(evidence))
    if guess is None or guess.confidence < LIKELY:
        return Finding(said)
    found = Fact(guess.tag, "detected", round(min(guess.confidence, confidence("language", "detected")), 2))
    if said is None:
        return Finding(found)
    if are_same(said.value, guess.tag):
        return Finding(Fact(said.value, said.origin, max(said.confidence, found.confidence)))
    return Finding(found, (_mismatch(said, guess),)) if guess.confidence >= SURE else Finding(said)


def read_tag(text: str) -> str | None:
    """A language tag as BCP 47 writes it ("pt_br" gives "pt-BR"), ``None`` for what is none."""
    match = _TAG.fullmatch(text.strip().split(",")[0].split(".")[0])
    if not match:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script.title() if script else None, region.upper() if region else None)
    return "-".join(filter(None, parts))


def are_same(one: str, other: str) -> bool:
    """Whether two tags name one language, or two that are told apart by hardly more than their name."""
    first, second = primary(one), primary(other)
    return first == second or any({first, second} <= group for group in SAME)


def _said(clue: Clue) -> Fact[str] | None:
    tag = read_tag(clue.value)
    return Fact(tag, clue.origin, confidence("language", clue.origin)) if tag else None


def _words_of(evidence: Evidence) -> str:
    """The story's text; of a story of few words its headlines too."""
    body = evidence.body()
    if len(body) > 200:
        return body
    return "\n".join([body, *(clue.value for clue in evidence.of("headline"))])


def _mismatch(said: Fact[str], guess: Guess) -> Doubt:
    return Doubt(
        "language-mismatch",
        f"the page says its language is {said.value}, its words are {guess.tag}; the words were believed",
    )
