"""A mail that was sent on inside another: what its own header says, which programs write out above its text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from copydesk.intake.containers.mail_words import LABELS, SENT_ON
from copydesk.model import Block, Cut, Draft
from copydesk.text import fold

LONGEST_MARK: Final = 90
"""The most characters of a line that announces a forwarded mail, its dashes included."""
_FIRST: Final = 14
"""How many of the first blocks may be the header of a forwarded mail."""
_MARKS: Final = frozenset(fold(line) for lines in SENT_ON.values() for line in lines.split("|"))
_FIELDS: Final[Mapping[str, str]] = {
    fold(label): field for field, labels in LABELS.items() for label in labels.split("|")
}
_AROUND: Final = " \t>*-–—:："
"""What may surround the words that announce a forwarded mail."""
_FIELD: Final = re.compile(r"\s*\*?(?P<label>[^\s\d_*:：][^*:：]{0,17}+)[:：]\*?\s*(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class SentOn:
    """The fields of the mail sent on, by their English names, and the draft without the lines that gave them."""

    fields: Mapping[str, str]
    draft: Draft


def read_sent_on(draft: Draft) -> SentOn | None:
    """The header of a forwarded mail inside the text, and the draft without it; ``None`` where the first lines are
    none."""
    at = next((at for at, block in enumerate(draft.blocks[:_FIRST]) if _is_mark(_lines(block)[0])), None)
    if at is None:
        return None
    header = list(itertools.takewhile(_is_of_header, draft.blocks[at : at + _FIRST]))
    fields: dict[str, str] = {}
    for line in itertools.chain.from_iterable(map(_lines, header)):
        if not _is_mark(line) and (match := _field(line)):
            fields.setdefault(_FIELDS[_label(match)], match["value"].strip(" *"))
    if not fields.keys() >= {"from", "subject"}:
        return None
    cuts = [Cut(block, "mail_header", "header of the mail that was sent on", "furniture") for block in header]
    kept = (*draft.blocks[:at], *draft.blocks[at + len(header) :])
    return SentOn(fields, replace(draft, blocks=kept, cuts=(*draft.cuts, *cuts)))


def _is_of_header(block: Block) -> bool:
    """Whether every line of a block is a field of a mail's header, or announces the mail."""
    return all(_is_mark(line) or _field(line) for line in _lines(block))


def _field(line: str) -> re.Match[str] | None:
    """The label and value of a line that is a field of a mail's header: "From: Jane Doe <jane@example.org>"."""
    match = _FIELD.fullmatch(line)
    return match if match and _label(match) in _FIELDS else None


def _is_mark(line: str) -> bool:
    """Whether a line announces a mail that was sent on: "---------- Forwarded message ---------"."""
    return len(line) <= LONGEST_MARK and fold(line.strip(_AROUND)) in _MARKS


def _label(match: re.Match[str]) -> str:
    return fold(match["label"])


def _lines(block: Block) -> list[str]:
    return block.text.split("\n")
