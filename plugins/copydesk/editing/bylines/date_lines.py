"""Lines that say when a story was published and changed, and the dates that stand on bylines."""

from __future__ import annotations

import re

from copydesk.editing.bylines.dates import CLOCK, holds_date, is_day_alone, is_only_date
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import lead
from copydesk.editing.story import start_of_story, tells
from copydesk.model import Block, Clue, Draft

INSIDE = 6
"""How far past the first paragraph of the story a byline or a date may stand, in blocks."""
LABELLED = 120
"""Characters of the longest line of a date with labels."""
_LABELLED = re.compile(r"([:：])\s+")
_FIGURES = re.compile(r"[\d:./年月日时時分秒-]+")


def lift_date_lines(draft: Draft, desk: Desk) -> Draft:
    """Lift the lines that say when: "Published 3 May 2024 | Updated 4 May 2024"."""
    verdicts, clues = {}, []
    begin = start_of_story(draft.blocks)
    for at, block in enumerate(draft.blocks):
        alone = is_only_date(block.text, desk) or _is_date_with_labels(block.text, desk)
        if alone and _may_say_when(draft, at, begin, desk) or at < begin and is_day_alone(block.text, desk):
            verdicts[at] = Verdict("date line", "furniture")
            clues.extend(dates_on(block, desk))
    return cut(draft, "lift_date_lines", verdicts, clues)


def _may_say_when(draft: Draft, at: int, begin: int, desk: Desk) -> bool:
    """Whether a date may be the story's at a position: above it, with a label, or a little way in, under a standfirst
    that tells as the story does. Further in, or one of several, a bare day is an entry of a calendar."""
    text = draft.blocks[at].text
    if at < begin + 2 or _is_labelled(text, desk):
        return True
    if at > begin + INSIDE:
        return False
    return CLOCK.search(text) is not None or sum(map(tells, draft.blocks[begin:at])) < 2


def _is_labelled(text: str, desk: Desk) -> bool:
    return desk.words.dated_starts.begin(lead(text))


def _is_date_with_labels(text: str, desk: Desk) -> bool:
    """Whether all that a line says besides a date are labels with names: "2025-03-14 09:30 作者：沈若舟"."""
    if not ("：" in text or ":" in text) or len(text) > LABELLED or not holds_date(text, desk):
        return False
    parts = [part for part in _LABELLED.sub(r"\1", text).split() if not _FIGURES.fullmatch(part)]
    starts = desk.words.byline_starts + desk.words.source_starts
    return bool(parts) and all(lead(part).startswith(starts) and part[-1] not in ":：" for part in parts)


def dates_on(block: Block, desk: Desk) -> list[Clue]:
    """The dates of a line, each under the label before it; published where there is none."""
    clues = []
    for part in map(str.strip, re.split(r"[|•·]", _before_updated(block.text, desk))):
        if holds_date(part, desk):
            updated = any(label in lead(part)[:30] for label in desk.words.updated_starts)
            clues.append(Clue("updated" if updated else "published", part, "date line", block.place))
    return clues


def _before_updated(text: str, desk: Desk) -> str:
    """The line with a bar set before the word for updated, so that two dates are told apart."""
    line = text.casefold()
    for label in desk.words.updated_starts:
        at = line.find(label, 8)
        if at > 0 and not line[at - 1].isalpha() and len(line) == len(text):
            return f"{text[:at]}|{text[at:]}"
    return text
