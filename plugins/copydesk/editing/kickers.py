"""A kicker run into the headline of a dump, parted where the letters or the page itself prove the seam."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.shapes import folded, length
from copydesk.text import fold

REST_WORDS: Final = 3
"""Words that must be left of the headline."""
KICKERS: Final = frozenset(
    fold(word)
    for word in (
        "news", "sport", "sports", "opinion", "politics", "business", "world", "culture", "analysis", "live", "video",
        "exclusive", "breaking", "feature", "features", "interview", "comment", "review", "health", "science", "money",
        "politik", "wirtschaft", "kultur", "panorama", "meinung", "kommentar", "gesellschaft", "wissen", "analyse",
        "politique", "société", "économie", "monde", "débats", "política", "economía", "sociedad", "opinión",
        "deportes", "politica", "cronaca", "economia", "esteri", "nyheter", "kronikk", "debatt", "uutiset", "zprávy",
        "новости",
    )
)  # fmt: skip
"""What papers print over a headline."""

_SHOUTED: Final = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ &’'.-]{2,28}[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ’']|[A-ZÀ-Þ] [a-zà-ÿ])")
_WORD: Final = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]{2,14})(?=[A-ZÀ-Þ])")


def part_kicker(headline: str, others: tuple[tuple[int, str], ...]) -> tuple[str | None, str]:
    """The kicker and the headline without it: of "POLITICSThe council votes" and "NewsHarbour bell found". A word in
    lower letters must be one that papers print there, or a line of the page on its own (``others``, folded)."""
    shouted, word = _SHOUTED.match(headline), _WORD.match(headline)
    found = shouted or (word if word and _is_known(word[1], others) else None)
    rest = headline[found.end() :] if found else ""
    if found is None or length(rest) < REST_WORDS or rest.isupper():
        return None, headline
    return found[1], rest


def _is_known(word: str, others: tuple[tuple[int, str], ...]) -> bool:
    return fold(word) in KICKERS or any(line == folded(word) for _, line in others)
