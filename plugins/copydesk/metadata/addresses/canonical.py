"""Where the publisher says the story lives."""

from __future__ import annotations

from copydesk.metadata.addresses.urls import ARCHIVES, clean_address, host_of, is_front_page, is_variant
from copydesk.metadata.evidence import Evidence, Finding
from copydesk.metadata.trust import confidence
from copydesk.model import Clue, Doubt, Fact

MISSING = Doubt(
    "original-address-missing",
    "the file does not say where the story was published; the page will say that its address was not recorded",
)


def resolve_canonical_url(evidence: Evidence) -> Finding[str]:
    """The most trusted address that is of a story: not of a front page, an archive, or a page for phones where the
    page itself names another."""
    base = base_address(evidence)
    candidates = [
        Fact(address, clue.origin, confidence("canonical_url", clue.origin))
        for clue in evidence.ranked("canonical_url")
        if (address := clean_address(clue.value, base)) and host_of(address) not in ARCHIVES
    ]
    stories = [fact for fact in candidates if not is_front_page(fact.value) or fact.origin == "override"]
    if not stories:
        return Finding(None, (MISSING,))
    best = next((fact for fact in stories if not is_variant(fact.value)), stories[0])
    return Finding(best, _disagreement(best, stories))


def base_address(evidence: Evidence) -> str | None:
    """The address the page is known to have been taken from, which completes relative ones."""
    if evidence.draft.url:
        return evidence.draft.url
    return next((clue.value for clue in _known(evidence.draft.clues)), None)


def _known(clues: tuple[Clue, ...]) -> tuple[Clue, ...]:
    return tuple(clue for clue in clues if clue.fact == "canonical_url" and clue.origin in ("known url", "saved from"))


def _disagreement(best: Fact[str], stories: list[Fact[str]]) -> tuple[Doubt, ...]:
    """Two addresses of equal standing on different hosts: one of them credits another publisher."""
    host = host_of(best.value)
    rivals = [fact for fact in stories if fact.confidence == best.confidence and host_of(fact.value) != host]
    if not rivals or best.origin == "override":
        return ()
    message = f"the page gives two addresses, {best.value} and {rivals[0].value}; the first was taken"
    return (Doubt("address-disagreement", message),)
