"""The marks of a merge that is not finished, and finding them in a story file. Pure.

Version control leaves marks of the same shape, so a story that came out of one of its merges is known too. What we
write ourselves never begins a line with them but in preformatted text, where only our own words count.
"""

from __future__ import annotations

import re

YOURS, BASE, NEW = "edited by hand", "last generated", "new version"
"""What is said behind the marks of each side."""

START, MIDDLE, END = "<" * 7, "|" * 7, ">" * 7
PARTING = "=" * 7

_OURS = re.compile(
    rf"^(?:{START} {YOURS}|{re.escape(MIDDLE)} {BASE}|{END} {NEW})[ \t]*$",
    re.MULTILINE,
)
_ANY = re.compile(rf"^{START}(?: .*)?$", re.MULTILINE)
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)


def unfinished(text: str) -> int | None:
    """The first line, from 1, of a merge that is not finished in the text of a story file; ``None`` where all are."""
    if START not in text and MIDDLE not in text and END not in text:
        return None
    places = [match.start() for match in _OURS.finditer(text)]
    unfenced = _FENCED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    places += [match.start() for match in _ANY.finditer(unfenced)]
    return text.count("\n", 0, min(places)) + 1 if places else None
