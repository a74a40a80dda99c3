"""The standfirst: the summary between headline and lede."""

from __future__ import annotations

from typing import Final

from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.cutting.judging import BAR
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.pictures.captions import is_image_name
from copydesk.editing.pictures.credits import is_caption
from copydesk.editing.shapes import ends_sentence, folded, is_heading, lead, length
from copydesk.editing.story import belongs, start_of_story, tells
from copydesk.model import Block, Caption, Clue, Cut, Draft, Heading, ListItem, Paragraph

CLASS_WORDS: Final = frozenset(
    "standfirst subtitle subheadline subhead dek deck subheading sottotitolo chapo entradilla vorspann sapo".split()
)
LOOSE_WORDS: Final = frozenset("excerpt sumario sommario bajada copete ingress manchet".split())
"""Class words of summaries that are as often the first paragraph: a standfirst only where the judge keeps it out."""
MARKS: Final = frozenset(("itemprop", "microdata", "rdfa"))
"""Origins of descriptions that mark a line of the page as one."""
DESCRIBED: Final = 40
"""Characters from which a line that the page's description begins with, or that begins with it, is described."""
FURNITURE: Final = frozenset(("lift_bylines", "lift_bare_bylines", "lift_date_lines"))
"""Rules that take what stands under a standfirst."""
UNSEEN: Final = frozenset(("alt_text", "hidden_text"))
"""Rules that keep account of what readers of a page did not see: it stands between no lines."""
NEAR: Final = 2
"""How many lines under it, and over it."""
DATED_WORDS: Final = 16
"""Words of the longest line that says when and by whom, at one go."""
MUCH_MORE: Final = 4
"""How many times as many words the story has below a summary in the head: of a brief such a line is the lede."""
BRIEF, SURE_OF = 2, 0.75
"""How many times as many words as a standfirst a second paragraph has that is the last, and its score: a note of rights
below may look like another."""
LEAST: Final = 0.04
"""The score of a standfirst that neither a byline nor a date stands under."""
OVER_BYLINE, TOLD_BELOW = 0.9, 2
"""The score under which a line between headline and byline is one although it tells as the story does, and how many
paragraphs of the story stand below it: of twelve such lines on dumps of four sets eight are none of the known text."""
LABELS: Final = 2
"""Labels on a line that says when and by whom: "2026-08-05 来源：… 作者：…"."""
TEXT_NEAR: Final = 4
"""Among how many blocks that belong to the story the first paragraphs of its text stand: a caption may stand above."""
SHORTEST: Final = 6
SHORTEST_ALONE: Final = 9
"""The fewest words of one in a dump that nothing stands under to say what it is."""
LONGEST: Final = 80
"""Words of a standfirst."""


def lift_standfirst(draft: Draft, desk: Desk) -> Draft:
    """Lift the summary under the headline: "The council votes on Tuesday on a plan for the pier."."""
    described = {folded(clue.value) for clue in draft.clues if clue.fact == "standfirst"}
    marked = {folded(clue.value) for clue in draft.clues if clue.fact == "standfirst" and clue.origin in MARKS}
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks) + 2]):
        if _is_marked(block) and length(block.text) < SHORTEST and folded(block.text) in described:
            return _lifted(draft, at, "standfirst class")
        if not SHORTEST <= length(block.text) <= LONGEST or is_heading(block) and length(block.text) < 8:
            continue
        if isinstance(block.kind, ListItem) and _has_items_beside(draft.blocks, at):
            continue
        if _is_marked(block):
            return _lifted(draft, at, "standfirst class")
        if folded(block.text) in described and _is_said_again(draft.blocks, at):
            return _lifted(draft, at, "standfirst line")
        if folded(block.text) in marked and _is_set_apart(draft.blocks, at):
            return _lifted(draft, at, "standfirst line")
        if _says_what_is_told(block, described) and _is_furniture(draft, at, desk):
            return _lifted(draft, at, "standfirst line")
    beside = _between_headline_and_byline(draft, desk)
    beside = _in_head(draft, desk) if beside is None else beside
    return _lifted_from_dump(draft, desk) if beside is None else _lifted(draft, beside, "standfirst line")


def _lifted(draft: Draft, at: int, origin: str) -> Draft:
    """The draft without its standfirst; whole where that is the lede of a brief, whose second paragraph is its last."""
    block = draft.blocks[at]
    below = [other for other in draft.blocks[at + 1 :] if belongs(other)]
    sure = [other for other in below if (other.score or 0.0) >= SURE_OF]
    is_brief = len(below) <= 2 and len(sure) == 1 and length(sure[0].text) < BRIEF * length(block.text)
    if origin == "standfirst line" and tells(block) and is_brief:
        return draft
    clue = Clue("standfirst", block.text, origin, block.place)
    return cut(draft, "lift_standfirst", {at: Verdict("standfirst", "furniture")}, [clue])


def _between_headline_and_byline(draft: Draft, desk: Desk) -> int | None:
    """The position of a heading, of a paragraph in one element with the headline that would leave, or of one that is
    called a summary, right under the headline of a page and over its byline or its date: it heads no part of the
    text."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    blocks = enumerate(draft.blocks[: start_of_story(draft.blocks) + 1])
    above = (at for at, block in blocks if is_heading(block) or _is_beside(block, headline) or _is_summary(draft, at))
    apart = next(above, None)
    if apart is None or not SHORTEST <= length(draft.blocks[apart].text) <= LONGEST:
        return None
    over, under = _lines_around(draft, draft.blocks[apart])
    heads = bool(over) and over[-1].rule == "lift_headline"
    return apart if heads and any(line.rule in FURNITURE or _says_when(line.block, desk) for line in under) else None


def _in_head(draft: Draft, desk: Desk) -> int | None:
    """The position of a line right under the headline of a page, in an element that has the two and none of the story,
    whose paragraphs stand in others."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or headline.markup is None:
        return None
    head = headline.markup.container
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks) + 1]):
        if block.markup is not None and block.markup.container == head and block.order > headline.order:
            told = [other for other in draft.blocks[at + 1 :] if tells(other) and other.markup]
            over, _ = _lines_around(draft, block)
            apart = len(told) >= TOLD_BELOW and all(
                head not in other.markup.ancestors for other in told if other.markup
            )
            apart = apart and sum(length(other.text) for other in told) >= MUCH_MORE * length(block.text)
            heads = bool(over) and over[-1].rule == "lift_headline"
            return at if apart and heads and _may_head(block, desk) else None
    return None


def _may_head(block: Block, desk: Desk) -> bool:
    """Whether a line is long enough for a standfirst, and neither a byline nor a date."""
    if not isinstance(block.kind, (Paragraph, Heading)) or not SHORTEST <= length(block.text) <= LONGEST:
        return False
    return not (_says_when(block, desk) or desk.words.byline_starts.begin(lead(block.text)))


def _lines_around(draft: Draft, block: Block) -> tuple[list[Cut], list[Cut]]:
    """The two lines over a block and the two under it, each with the rule that took it, "" where it is still there."""
    there = (Cut(other, "", "") for other in draft.blocks)
    seen = (taken for taken in draft.cuts if taken.rule not in UNSEEN)
    lines = sorted((*seen, *there), key=lambda line: line.block.order)
    at = next(at for at, line in enumerate(lines) if line.block is block)
    return lines[max(0, at - NEAR) : at], lines[at + 1 : at + 1 + NEAR]


def _is_summary(draft: Draft, at: int) -> bool:
    """Whether a paragraph of a page is set apart from the text, in an element that is called a summary. What is called
    a lead is the lede as often, as on the pages of Polish papers."""
    markup = draft.blocks[at].markup
    called = markup is not None and not LOOSE_WORDS.isdisjoint(markup.words[:6])
    return called and _is_set_apart(draft.blocks, at)


def _is_beside(block: Block, headline: Block | None) -> bool:
    """Whether a paragraph that would leave stands under the headline of a page, in the same element."""
    if headline is None or headline.markup is None or block.markup is None or not isinstance(block.kind, Paragraph):
        return False
    beside = block.markup.container == headline.markup.container and block.order > headline.order
    return beside and (block.score or 0.0) < BAR


def _lifted_from_dump(draft: Draft, desk: Desk) -> Draft:
    """What stands right under the headline of a dump and would leave the body: so it is not lost."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or headline.markup is not None:
        return draft
    begin = start_of_story(draft.blocks)
    for at, block in enumerate(draft.blocks[: begin + 1]):
        near = 0 < block.place.first - headline.place.last <= 4
        fewest = SHORTEST if near and _is_over_furniture(draft, block) else SHORTEST_ALONE
        if near and _is_likely_standfirst(draft, at, begin) and _could_be_standfirst(block, desk, fewest):
            return _lifted(draft, at, "standfirst line")
    return draft


def _is_likely_standfirst(draft: Draft, at: int, begin: int) -> bool:
    """Whether a block would leave the body by its score and stands above the story, which begins at ``begin``. One over
    a byline or a date may be more like the story, and its first block."""
    block = draft.blocks[at]
    score = block.score or 0.0
    if not _is_over_furniture(draft, block):
        return at < begin and LEAST <= score < BAR
    return score < (OVER_BYLINE if sum(map(tells, draft.blocks[at + 1 :])) >= TOLD_BELOW else BAR)


def _is_over_furniture(draft: Draft, block: Block) -> bool:
    """Whether a byline or a date stands right under a line, or under one line more, and none right over it."""
    apart = [taken.block.place.first - block.place.last for taken in draft.cuts if taken.rule in FURNITURE]
    return any(0 < lines <= NEAR + 1 for lines in apart) and not any(-NEAR - 1 <= lines < 0 for lines in apart)


def _could_be_standfirst(block: Block, desk: Desk, fewest: int) -> bool:
    return (
        fewest <= length(block.text) <= 60
        and block.text[-1:] not in ":：…"
        and "—" not in block.text[:70]
        and not is_caption(block.text, desk)
        and not is_image_name(block.text)
        and (ends_sentence(block.text) or not desk.words.byline_starts.begin(lead(block.text)))
        and not (holds_date(block.text, desk) and (length(block.text) < 15 or block.text.count("：") >= LABELS))
        and not desk.words.dated_starts.begin(lead(block.text))
        and not desk.words.machine_starts.begin(lead(block.text))
    )


def _is_marked(block: Block) -> bool:
    if block.markup is None:
        return False
    loose = (block.score or 0.0) < BAR and not LOOSE_WORDS.isdisjoint(block.markup.words[:6])
    return loose or not CLASS_WORDS.isdisjoint(block.markup.words[:8])


def _has_items_beside(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether an item has another beside it: two points over a release are a list of its text."""
    return any(isinstance(block.kind, ListItem) for block in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]))


def _says_what_is_told(block: Block, described: set[str]) -> bool:
    """Whether the page's description says the same, in whole or cut off."""
    line = folded(block.text).rstrip(" .…")
    told = (value.rstrip(" .…") for value in described)
    alike = (min(line, value, key=len) for value in told if value.startswith(line) or line.startswith(value))
    return any(len(same) >= DESCRIBED for same in alike)


def _is_furniture(draft: Draft, at: int, desk: Desk) -> bool:
    """Whether a block of a page is a heading above the text, or a paragraph in an element of its own between the
    headline and the byline or the date. Where no such line stands under it, it may as well be the lede."""
    block = draft.blocks[at]
    if block.markup is None or not (is_heading(block) or _is_set_apart(draft.blocks, at)):
        return False
    over, under = _lines_around(draft, block)
    beneath = any(line.rule in FURNITURE or _says_when(line.block, desk) for line in under) or _heads(draft, at)
    return any(line.rule == "lift_headline" for line in over) and (is_heading(block) or beneath)


def _heads(draft: Draft, at: int) -> bool:
    """Whether a byline or a date stands anywhere between a block and the first paragraph of the story under it, below
    buttons and a picture, say."""
    told = (block for block in draft.blocks[at + 1 :] if tells(block) and not isinstance(block.kind, Caption))
    below = next(told, None)
    lines = [taken.block.order for taken in draft.cuts if taken.rule in FURNITURE]
    return below is not None and any(draft.blocks[at].order < order < below.order for order in lines)


def _says_when(block: Block, desk: Desk) -> bool:
    """Whether a short line has a date in it and is no sentence: "3 May 2024 · 5 min · Jane Doe"."""
    return length(block.text) <= DATED_WORDS and not ends_sentence(block.text) and holds_date(block.text, desk)


def _is_set_apart(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a paragraph of a page stands alone in its element above the text, whose paragraphs share one, or stand in
    elements and classes of the same names, and it in others."""
    block = blocks[at]
    if block.markup is None or not isinstance(block.kind, Paragraph):
        return False
    below = [other.markup for other in blocks[at + 1 :] if belongs(other) and other.markup is not None]
    containers = [markup.container for markup in below]
    settings = [(markup.path, markup.words) for markup in below]
    if block.markup.container in containers or (block.markup.path, block.markup.words) in settings:
        return False
    return any(containers.count(each) >= TOLD_BELOW for each in containers[:TEXT_NEAR]) or any(
        settings.count(each) >= TOLD_BELOW for each in settings[:TEXT_NEAR]
    )


def _is_said_again(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the body says the same in its own words: the lede repeats the standfirst."""
    line = folded(blocks[at].text)
    return any(line in folded(other.text) for other in blocks[at + 1 : at + 6])
