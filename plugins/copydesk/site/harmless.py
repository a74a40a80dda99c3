"""Text for places that cannot be trusted to show it as text: other themes, and readers of RSS."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_OPENING = re.compile("<(?=[A-Za-z/!?])")


def apart(text: str) -> str:
    """The text with a word joiner, which nobody sees, after each ``<`` that would open a tag: it reads the same, and
    stays text where it is taken for HTML."""
    return _OPENING.sub("<\N{WORD JOINER}", text)


def press_safe(text: str) -> Markup:
    """Text for themes that are not ours, which print it with and without escaping, and some undo it with `striptags`:
    escaped, and harmless even when that is undone. Straight quotation marks, which end an attribute, become curly."""
    calm = apart(text).replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    return escape(calm)
