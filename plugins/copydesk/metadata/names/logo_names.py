"""The publisher's name in the text of a logo: "Harbor-Mobile-header-logo" says Harbor."""

from __future__ import annotations

import re

from copydesk.text import squeeze

_LOGO_WORDS = (
    "logo logos header footer mobile desktop retina site sticky dark light white black main image img icon svg png jpg"
    " jpeg gif webp small large default brand branding top nav navbar menu alt transparent final new home homepage"
    " masthead banner wordmark version horizontal vertical amp favicon colour color logotype logotipo logotipas"
    " 2x 1x x2 copy"
)
LOGO_WORDS = frozenset(_LOGO_WORDS.split())
"""Words of the picture, not of the name."""

NAMING_TOO = frozenset("light dark black white main home large small top new final banner".split())
"""Such words that names of papers have too: "The Harbour Light"."""

SENTENCE = 7
"""Words from which a text is no name."""

_WORD_BREAK = re.compile(r"[\s_]+|(?<=\w)-(?=\w)|\.(?=(?:svg|png|jpe?g|gif|webp)$)", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b.*|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b", re.IGNORECASE
)


def declared_name(text: str) -> str | None:
    """The name that a page's data gives, whose words are its own ("The Northern Light") but where it says "logo"."""
    plain = _bare(text)
    if "logo" in plain.casefold():
        return name_in_logo(plain)
    return plain if plain and len(plain.split()) <= SENTENCE else None


def _bare(text: str) -> str:
    return squeeze(_COPYRIGHT.sub(" ", text)).strip(" .,|-–—:")


def name_in_logo(text: str) -> str | None:
    """The name in a logo's text or a copyright line, ``None`` where nothing but such words is left."""
    plain = _bare(text)
    if not plain:
        return None
    parts = [word for word in _WORD_BREAK.split(plain) if word]
    if not any(word.casefold() in LOGO_WORDS for word in parts):
        return plain if len(plain.split()) <= SENTENCE else None
    if _is_spelled_as_name(plain, parts):
        return plain
    kept = [word for word in parts if word.casefold() not in LOGO_WORDS and not word.isdigit()]
    name = plain if kept == parts else " ".join(kept)
    return name if name and len(kept) <= SENTENCE and any(mark.isalpha() for mark in name) else None


def _is_spelled_as_name(plain: str, parts: list[str]) -> bool:
    """Whether a text is words with capitals and spaces between them, of which none can only be a picture's."""
    spelled = plain.split() == parts and 1 < len(parts) <= SENTENCE and all(word[:1].isupper() for word in parts)
    return spelled and all(word.casefold() not in LOGO_WORDS - NAMING_TOO for word in parts)
