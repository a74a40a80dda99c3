"""Raised figures: set plain they would run into what they stand on, so "10<sup>6</sup>" is read as "10⁶", and the mark
of a note is not a figure of the word before it."""

from __future__ import annotations

import re
from typing import Final

_RAISED: Final = re.compile(
    r"<sup\b[^<>]{0,300}>\s{0,9}((?:<a\b[^<>]{0,300}>)?)\s{0,9}([-+−–]?\d{1,3})\s{0,9}((?:</a>)?)\s{0,9}</sup>",
    re.IGNORECASE | re.ASCII,
)
_FIGURES: Final = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


def with_raised_figures(html: str) -> str:
    """The page with figures that are set as raised as the characters for them, the link around one kept."""
    if "<sup" not in html and "<SUP" not in html:
        return html
    return _RAISED.sub(lambda found: f"{found[1]}{found[2].translate(_FIGURES)}{found[3]}", html)
