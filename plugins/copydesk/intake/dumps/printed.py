"""What browsers print at the edges of each sheet: the moment and the title above, the address and the number of the
sheet below; and the running foot of a magazine saved as PDF, which counts its pages. In a dump of such a print they
stand in the midst of the story."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Clue, Cut, Paragraph, Place, Span

_FOOT: Final = re.compile(r"(https?://\S{4,500})\s+(\d{1,3})\s?/\s?(\d{1,3})")
_HEAD: Final = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? {1,3}\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\s+(\S.{2,300})"
)


LONGEST_FOOT: Final = 120
"""Characters of the longest running foot,"""
FOOT_WORDS: Final = range(2, 11)
"""how many words it has besides the number of its page,"""
BETWEEN: Final = 3
"""and the fewest lines from one to the next."""
PAGES: Final = (1, 2)
"""By how much the number grows: left and right pages may have feet of their own."""


_WIDE: Final = re.compile(r" {3}|\t")


class Printed(NamedTuple):
    """The lines of a dump without the edges of its sheets, the address they give, and the edges as cuts."""

    lines: list[Line]
    clues: tuple[Clue, ...]
    cuts: tuple[Cut, ...]


def take_out_edges(lines: list[Line]) -> Printed:
    """The lines without the edges of printed sheets: where each foot has the same address, and they count to the same
    number; all lines where there are none."""
    feet = {line.number: foot for line in lines if (foot := _FOOT.fullmatch(line.text))}
    addresses = {(foot[1], foot[3]) for foot in feet.values()}
    if len(addresses) != 1 or len(feet) > int(next(iter(addresses))[1]):
        return Printed(lines, (), ())
    heads = {line.number for line in lines if _HEAD.fullmatch(line.text)}
    edges = [line for line in lines if line.number in feet or line.number in heads]
    first = next(line for line in lines if line.number in feet)
    clues = [Clue("canonical_url", next(iter(addresses))[0], "source line", Place(first.number, first.last))]
    titles = {title[1] for line in edges if (title := _HEAD.fullmatch(line.text)) is not None}
    clues += [Clue("headline", title, "title element") for title in sorted(titles)[:1]]
    taken = {line.number for line in edges}
    return Printed([line for line in lines if line.number not in taken], tuple(clues), tuple(map(_as_cut, edges)))


def take_out_feet(printed: Printed) -> Printed:
    """The lines without the running feet of a magazine: the same words in capitals with a number at one end that counts
    on, "12 Harbour Quarterly" and "13 Harbour Quarterly"."""
    feet: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(printed.lines):
        if (foot := _numbered(line.text)) is not None:
            feet[foot[1]].append((at, foot[0]))
    taken = {at for found in feet.values() if _count_on(found) for at, _ in found}
    if not taken:
        return printed
    cuts = [_as_cut(line) for at, line in enumerate(printed.lines) if at in taken]
    kept = [line for at, line in enumerate(printed.lines) if at not in taken]
    return Printed(kept, printed.clues, (*printed.cuts, *cuts))


def _numbered(text: str) -> tuple[int, str] | None:
    """The number at one end of a line and the words beside it, where these are a title: each begins with a capital. At
    the right a wide space parts them; "Harbour Bell 3" is a thing with a number."""
    if len(text) > LONGEST_FOOT or not (text[:1].isdigit() or text[-1:].isdigit() and _WIDE.search(text)):
        return None
    parts = text.split()
    if len(parts) < FOOT_WORDS.start:
        return None
    first, *inner, last = parts
    number, words = (first, [*inner, last]) if first[:1].isdigit() else (last, [first, *inner])
    is_title = len(words) in FOOT_WORDS and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    told = sum(any(map(str.isalpha, word)) for word in words)
    return (int(number), " ".join(words)) if is_title and told > 1 and number.isdecimal() and len(number) < 5 else None


def _count_on(feet: list[tuple[int, int]]) -> bool:
    """Whether feet of the same words stand on pages that follow each other."""
    pairs = list(itertools.pairwise(feet))
    return bool(pairs) and all(b[0] - a[0] > BETWEEN and b[1] - a[1] in PAGES for a, b in pairs)


def _as_cut(line: Line) -> Cut:
    block = Block(Paragraph(), (Span(line.text),), Place(line.number, line.last), gap=line.gap, indent=line.indent)
    return Cut(block, "take_out_edges", "edge of a printed sheet", "furniture")
