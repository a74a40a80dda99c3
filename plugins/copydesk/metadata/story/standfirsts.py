"""The standfirst: the summary the paper printed, not the beginning of the story over again."""

from __future__ import annotations

import re

from copydesk.metadata.evidence import Evidence, Finding, fact_of
from copydesk.metadata.names.site_names import SiteNames
from copydesk.metadata.story.headlines import likeness
from copydesk.model import Draft
from copydesk.text import fold, is_spaceless, squeeze, words

PRINTED = frozenset(("override", "standfirst line", "standfirst class"))
"""Origins that show the standfirst on the page; others are descriptions for search engines."""

FEWEST_WORDS = 5
MOST_WORDS = 90
LEADING = 12
"""Words at the beginning of a description that make it the beginning of the story."""

LEDE_WORDS, NEARLY_ALL = 60, 0.9
"""How many first words of the story are its lede, and the share of a description's words in them from which it says no
more than that."""

_TAIL = re.compile(r"(?<!\W)\W++$")
_SENTENCE_END = re.compile(r"[.!?…。！？]\s")
_SITE_TALK = re.compile(
    r"\b(?:subscribe|sign up|cookies?|newsletter|breaking news|latest news|read more|click here|follow us"
    r"|get the latest"
    r"|aktuelle nachrichten|nachrichten aus|toute l'actualité|todas las noticias|últimas noticias|tutte le notizie)\b",
    re.IGNORECASE,
)


def resolve_standfirst(evidence: Evidence, headline: str | None, names: SiteNames) -> Finding[str]:
    """The most trusted summary that is whole and says more than the headline and the first words of the story."""
    ranked = evidence.ranked("standfirst")
    if not ranked:
        return Finding()
    opening = words(" ".join(block.text for block in evidence.draft.blocks[:4]))
    body = " ".join(filter(None, [fold(block.text) for block in evidence.draft.blocks]))
    for clue in ranked:
        value = squeeze(clue.value)
        if clue.origin in PRINTED or (
            _is_summary(value, headline, names, opening, body) and not _is_above_headline(value, evidence.draft)
        ):
            return Finding(fact_of("standfirst", value, clue.origin))
    return Finding()


def _is_above_headline(value: str, draft: Draft) -> bool:
    """Whether a text stands above the headline: a blog that describes each page by its own motto prints it there."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None:
        return False
    said = fold(value)
    return any(fold(taken.block.text) == said and taken.block.order < headline.order for taken in draft.cuts)


def _is_cut_off(value: str) -> bool:
    """Whether a text ends in dots, whatever brackets stand around them."""
    tail = _TAIL.search(value)
    return tail is not None and ("…" in tail[0] or ".." in tail[0])


def _says_no_more(said: tuple[str, ...], opening: tuple[str, ...]) -> bool:
    """Whether nearly all words of a description stand in the first words of the story, in any order."""
    told = set(opening[: LEDE_WORDS * (2 if is_spaceless("".join(said)) else 1)])
    return sum(word in told for word in said) >= NEARLY_ALL * len(said)


def _begins_alike(value: str, opening: tuple[str, ...]) -> bool:
    """Whether the first sentence of a text, one that has the words of a sentence, opens the story too."""
    first = words(_SENTENCE_END.split(value, maxsplit=1)[0])
    return len(first) >= FEWEST_WORDS and first == opening[: len(first)]


def _is_summary(value: str, headline: str | None, names: SiteNames, opening: tuple[str, ...], body: str) -> bool:
    """Whether a description for search engines is one of the story."""
    said = words(value)
    fewest = FEWEST_WORDS * (2 if is_spaceless(value) else 1)
    if not fewest <= len(said) <= MOST_WORDS or _is_cut_off(value) or _SITE_TALK.search(value) or names.are(value):
        return False
    begins = said[:LEADING] == opening[: len(said[:LEADING])] or _begins_alike(value, opening)
    if begins or fold(value).rstrip(" .。!?") in body or _says_no_more(said, opening):
        return False
    return not headline or likeness(value, headline) < 0.9
