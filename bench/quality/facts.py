"""How facts are compared with their gold: headlines letter for letter once folded, authors as names, dates by day.

The definitions are those the project's data sets are scored by, in our own words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_PLAIN: Final = str.maketrans(
    dict.fromkeys("‘’‚‛`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:;|,|&|\||\b(?:and|und|et|y)\b)\s*")
_BEFORE_A_NAME: Final = re.compile(r"^(?:by|von|par|por|di|od|autor(?:in)?:?)\s+")
_IN_NO_NAME: Final = re.compile(r"[^\w\s.'-]")
_SPACES: Final = re.compile(r"\s+")


def folded(text: str | None) -> str:
    """A text without differences of case, quotation marks, dashes, width and spaces."""
    plain = unicodedata.normalize("NFKC", text or "").lower().translate(_PLAIN)
    return _SPACES.sub(" ", plain).strip()


def names(values: str | Iterable[str] | None) -> frozenset[str]:
    """The names in one or several bylines, folded."""
    bylines = [values] if isinstance(values, str) else list(values or ())
    found = set()
    for byline in bylines:
        for part in _BETWEEN_NAMES.split(byline):
            bare = _IN_NO_NAME.sub(" ", _BEFORE_A_NAME.sub("", folded(part)))
            found.add(_SPACES.sub(" ", bare).strip(" .-"))
    return frozenset(found - {""})


def name_f1(said: frozenset[str], gold: frozenset[str]) -> float:
    """The F1 of two sets of names."""
    return 2 * len(said & gold) / (len(said) + len(gold)) if said and gold else 0.0


def same_day(said: str | None, gold: str) -> bool:
    """Whether two ISO dates name the same day."""
    return (said or "")[:10] == gold[:10]
