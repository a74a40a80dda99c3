"""The standfirst: the summary between headline and lede."""

from __future__ import annotations

from typing import Final

from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.cutting.judging import BAR
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.pictures.captions import is_image_name
from copydesk.editing.pictures.credits import is_caption
from copydesk.editing.shapes import ends_sentence, folded, is_heading, lead, length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Clue, Draft

CLASS_WORDS: Final = frozenset(
    "standfirst subtitle subheadline subhead dek deck subheading sottotitolo chapo entradilla vorspann".split()
)
LOOSE_WORDS: Final = frozenset("excerpt sumario sommario bajada copete ingress manchet".split())
"""Class words of summaries that are as often the first paragraph: a standfirst only where the judge keeps it out."""
FURNITURE: Final = frozenset(("lift_bylines", "lift_bare_bylines", "lift_date_lines"))
"""Rules that take what stands under a standfirst."""
NEAR: Final = 2
"""How many lines under it."""
SHORTEST: Final = 6
LONGEST: Final = 80
"""Words of a standfirst."""


def lift_standfirst(draft: Draft, desk: Desk) -> Draft:
    """Lift the summary under the headline: "The council votes on Tuesday on a plan for the pier."."""
    described = {folded(clue.value) for clue in draft.clues if clue.fact == "standfirst"}
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks) + 2]):
        if not SHORTEST <= length(block.text) <= LONGEST or is_heading(block) and length(block.text) < 8:
            continue
        if _is_marked(block):
            return _lifted(draft, at, "standfirst class")
        if folded(block.text) in described and _is_said_again(draft.blocks, at):
            return _lifted(draft, at, "standfirst line")
    beside = _between_headline_and_byline(draft)
    return _lifted_from_dump(draft, desk) if beside is None else _lifted(draft, beside, "standfirst line")


def _lifted(draft: Draft, at: int, origin: str) -> Draft:
    block = draft.blocks[at]
    clue = Clue("standfirst", block.text, origin, block.place)
    return cut(draft, "lift_standfirst", {at: Verdict("standfirst", "furniture")}, [clue])


def _between_headline_and_byline(draft: Draft) -> int | None:
    """The position of a heading right under the headline of a page and over its byline or its date: it heads no part of
    the text."""
    headings = [at for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks)]) if is_heading(block)]
    if not headings or not SHORTEST <= length(draft.blocks[headings[0]].text) <= LONGEST:
        return None
    order = draft.blocks[headings[0]].order
    lines = sorted(
        [*((taken.block.order, taken.rule) for taken in draft.cuts), *((block.order, "") for block in draft.blocks)]
    )
    at = lines.index((order, ""))
    over, under = lines[max(0, at - 1)][1], {rule for _, rule in lines[at + 1 : at + 1 + NEAR]}
    return headings[0] if over == "lift_headline" and not under.isdisjoint(FURNITURE) else None


def _lifted_from_dump(draft: Draft, desk: Desk) -> Draft:
    """What stands right under the headline of a dump and would leave the body: so it is not lost."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or headline.markup is not None:
        return draft
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks)]):
        if 0 < block.place.first - headline.place.last <= 4 and _could_be_standfirst(block, desk):
            return _lifted(draft, at, "standfirst line")
    return draft


def _could_be_standfirst(block: Block, desk: Desk) -> bool:
    return (
        9 <= length(block.text) <= 60
        and 0.04 <= (block.score or 0.0) < BAR
        and block.text[-1:] not in ":：…"
        and "—" not in block.text[:70]
        and not is_caption(block.text, desk)
        and not is_image_name(block.text)
        and (ends_sentence(block.text) or not lead(block.text).startswith(desk.words.byline_starts))
        and not (holds_date(block.text, desk) and length(block.text) < 15)
        and not lead(block.text).startswith(
            desk.words.published_starts + desk.words.updated_starts + desk.words.machine_starts
        )
    )


def _is_marked(block: Block) -> bool:
    if block.markup is None:
        return False
    loose = (block.score or 0.0) < BAR and not LOOSE_WORDS.isdisjoint(block.markup.words[:6])
    return loose or not CLASS_WORDS.isdisjoint(block.markup.words[:6])


def _is_said_again(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the body says the same in its own words: the lede repeats the standfirst."""
    line = folded(blocks[at].text)
    return any(line in folded(other.text) for other in blocks[at + 1 : at + 6])
