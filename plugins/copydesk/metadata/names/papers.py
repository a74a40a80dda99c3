"""Names that say by their words that they are a paper's or a station's."""

from __future__ import annotations

from copydesk.metadata.names.paper_words import (
    ARTICLES,
    COMPOUNDS,
    NEWS_OF,
    NO_COMPOUNDS,
    NO_PAPERS,
    PAPER_ENDS,
    PAPERS,
    PAPERS_FIRST,
)
from copydesk.text import fold

COMPOUND = 7
"""Letters of the shortest name of that kind."""
HEAD_WORDS = 6
"""Words of the longest name at the head of a page."""


GATHERERS = (
    "google news", "apple news", "yahoo news", "google actualités", "google noticias", "google notícias",
    "google haberler", "google berita", "google новости", "google новини", "google nyheter", "google ειδήσεις",
)  # fmt: skip
"""Who shows the news of others, and whom pages ask to be followed on: "Follow us on Google News"."""


def is_a_paper(name: str) -> bool:
    """Whether a name says that it is a newspaper's or a station's: "Harbour News", "El Faro del Sur", "北湾日报"."""
    if fold(name).endswith(GATHERERS):
        return False
    if fold(name).endswith(PAPER_ENDS):
        return True
    words = fold(name).split() if "," not in name else []
    if set(words) <= PAPERS | PAPERS_FIRST | NO_PAPERS:  # "Breaking News": a heading of a page
        return False
    if len(words) == 2 and words[0] in NEWS_OF:
        return True
    own = words[1:] if len(words) > 2 and words[0] in ARTICLES else words
    return 1 < len(words) < HEAD_WORDS and (own[-1] in PAPERS or own[0] in PAPERS_FIRST)


def is_a_compound(name: str) -> bool:
    """Whether one word, an article aside, ends as the names of papers do where nouns are written together: "Der
    Talbote", "Kustbladet"."""
    *article, word = fold(name).split() or [""]
    is_name = word.endswith(COMPOUNDS) and not word.endswith(NO_COMPOUNDS) and word not in COMPOUNDS
    return is_name and len(word) >= COMPOUND and (not article or len(article) == 1 and article[0] in ARTICLES)
