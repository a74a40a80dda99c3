"""What browsers print at the edges of each sheet: the moment and the title above, the address and the number of the
sheet below. In a dump of such a print they stand in the midst of the story."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Clue, Cut, Paragraph, Place, Span

_FOOT: Final = re.compile(r"(https?://\S{4,500})\s+(\d{1,3})\s?/\s?(\d{1,3})")
_HEAD: Final = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? {1,3}\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?\s+(\S.{2,300})"
)


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


def _as_cut(line: Line) -> Cut:
    block = Block(Paragraph(), (Span(line.text),), Place(line.number, line.last), gap=line.gap, indent=line.indent)
    return Cut(block, "take_out_edges", "edge of a printed sheet", "furniture")
