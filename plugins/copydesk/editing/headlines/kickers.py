"""A kicker run into the headline of a dump, parted where the letters, the page itself or the words of the press prove
the seam."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded, length
from copydesk.text import squeeze

REST_WORDS: Final = 3
"""Words that must be left of the headline."""
LONGEST: Final = 30
"""Characters of the longest kicker that is known by its letters or by the table of words."""
KICKER_WORDS: Final = 8
"""Words of the longest that the page itself sets apart elsewhere."""

_CAPITALS: Final = "".join(filter(str.isupper, map(chr, range(0x41, 0x530))))
"""The capitals of Latin, Greek and Cyrillic, and the small letters below: no expression knows them by name."""
_SMALL: Final = "".join(filter(str.islower, map(chr, range(0x61, 0x530))))
_SHOUTED: Final = re.compile(
    rf"([{_CAPITALS}][{_CAPITALS} &’'.-]{{2,{LONGEST - 2}}}[{_CAPITALS}])"
    rf"(?=[{_CAPITALS}][{_SMALL}’']|[{_CAPITALS}] [{_SMALL}])"
)
_SEAM: Final = re.compile(rf"(?<=[{_SMALL}])(?=[{_CAPITALS}])")
_BARRED: Final = re.compile(r"(?<!\s)\s*+[|｜丨•·»›>/]\s*")
_SPACED_COLON: Final = re.compile(r"(?<!\s)\s++:\s+")
"""No language but French sets a space before a colon: elsewhere it parts two elements of the page."""
_PLACES: Final = re.compile(
    rf"(?<=\w)[\"”»“’!?]?(?=[\s:|/–—-])|(?<=[{_SMALL}\d])(?=[{_CAPITALS}])|(?<=[\"”»“!?])(?=\w)"
)
"""Where a kicker may end."""
_BETWEEN: Final = " :|｜/•·-–—"
_GLUED: Final = ("", " ")
"""How a kicker is run into its headline where the two were elements of their own; what a colon joins reads as one."""
_JOINTS: Final = (*_GLUED, ": ", " : ", " - ", " | ", " / ", " · ", " • ")
"""What else may stand between the two, folded."""


def part_kicker(headline: str, others: tuple[tuple[int, str], ...], desk: Desk) -> tuple[str | None, str]:
    """The kicker and the headline without it: of "POLITICSThe council votes", "NewsHarbour bell found", "Culture : Who
    reads in Sandray?". A word in lower letters must be one that papers print there, or a line of the page on its own
    (``others``, folded); longer ones the page must join to the same headline in two ways."""
    lines = frozenset(line for _, line in others)
    for kicker, rest in (*_known(headline, lines, desk), *_joined_twice(headline, lines)):
        if length(rest) >= REST_WORDS and not rest.isupper():
            return kicker, rest
    return None, headline


def _known(headline: str, lines: frozenset[str], desk: Desk) -> Iterator[tuple[str, str]]:
    """What may be a kicker and its headline by their letters, or by the words of the press."""
    shouted = _SHOUTED.match(headline)
    if shouted:
        yield shouted[1], headline[shouted.end() :]
    for seam in _SEAM.finditer(headline, 0, LONGEST):
        word = headline[: seam.start()]
        if folded(word) in desk.words.kicker_words or folded(word) in lines:
            yield word, headline[seam.end() :]
    for mark in (_BARRED,) if desk.language == "fr" else (_BARRED, _SPACED_COLON):
        parted = mark.search(headline, 0, LONGEST)
        if parted and folded(headline[: parted.start()]) in desk.words.kicker_words:
            yield headline[: parted.start()], headline[parted.end() :]


def _joined_twice(headline: str, lines: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What the page joins elsewhere by other marks: "After the storm Wall to be rebuilt" is "After the storm: Wall to
    be rebuilt" there."""
    text, here = squeeze(headline), folded(headline)
    for seam in _PLACES.finditer(text):
        kicker, rest = text[: seam.end()], text[seam.end() :].lstrip(_BETWEEN)
        if length(kicker) > min(KICKER_WORDS, length(rest)):
            return
        glued, joined = ({folded(kicker) + joint + folded(rest) for joint in table} for table in (_GLUED, _JOINTS))
        if here in glued and not lines.isdisjoint(joined - {here}):
            yield kicker, rest
