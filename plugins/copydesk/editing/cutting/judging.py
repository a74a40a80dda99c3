"""The judge's word: every block gets its score; what is under the bar leaves, what stands between kept lines stays."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing import judge
from copydesk.editing.cutting.announced import with_announced_lists, with_recipes
from copydesk.editing.cutting.captioned import is_caption_of_story
from copydesk.editing.cutting.interviews import with_hours, with_questions
from copydesk.editing.cutting.last_sentences import with_last_sentences, with_later_sentences
from copydesk.editing.cutting.likeness import with_their_like, with_what_they_enclose
from copydesk.editing.cutting.live import says_live
from copydesk.editing.cutting.offers import without_offers
from copydesk.editing.cutting.points import with_points_above
from copydesk.editing.cutting.polls import without_forms
from copydesk.editing.cutting.schedules import with_schedules
from copydesk.editing.cutting.subheads import is_subhead_over, with_subheads
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import ends_sentence, ends_told, is_heading, length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Caption, Draft, Heading, ListItem, Paragraph, Preformatted, Quotation, Table

BAR = 0.45
"""The score from which a block stays: a little under one half, for to lose a line of the story is the worse mistake."""
ABOVE, ABOVE_WORDS = 0.6, 4
"""The score from which a line of so few words that is no sentence stays above the first running text of a saved page:
the verdict of a check ("False") or the head of a box is none of the story's."""
BETWEEN = 0.35
"""The score from which a block stays when its neighbours on both sides stay."""
SET_APART, LINKED = 0.2, 0.5
"""The score from which a heading, a quotation, a table or text set as written stays right between kept lines, and the
share of it that links may be."""
GOES_ON, GOES_ON_WORDS = 0.25, 4
"""The score and the words from which whole sentences of a dump stay right under a kept line. The last paragraph of a
story has nothing kept under it, and the judge, who looks at both sides, is less sure of it: measured on dumps of seven
sets, this finds 0.2 to 0.3 % more of their stories for 0.15 % more of what is none."""
ITEM_WORDS = 5
"""The fewest words of an item of a list that stays under a heading of the story."""
HEAD_WORDS = 8
"""The most words of a subhead that stays over such sentences, where both are as likely as what stands between lines."""
ALONE_WORDS = 40
"""The fewest words of a paragraph that is kept because nothing else is,"""
ALONE_NEAR = 3
"""how many blocks under the headline it may stand,"""
ALONE_SCORE = 0.3
"""and the least score it has in a saved page."""
FOOTNOTES = frozenset("footnote footnotes endnote endnotes fussnote fussnoten".split())
"""The class words of footnotes."""
FOOTNOTE = 0.1
"""The score from which a footnote stays,"""
FOOTNOTE_WORDS = 3
"""and the fewest words of one."""
ENTRY_SCORE, ENTRIES_WORDS, LIVE_WORDS = 0.05, 100, 30
"""The score from which an entry of a live page or a slide show stays, and the words of entries that the judge has to
keep: a carousel beside the story has fewer. On a page that says that it is live, fewer do."""
SERIES, LIVE_ENTRIES = (
    frozenset("liveblog liveticker livefeed slide slides slideshow".split()),
    frozenset("entry entries ticker blog updates".split()),
)
"""The class words of such pages, and those that stand beside "live" on them."""
_NUMBERED = re.compile(r"\[\d{1,2}\]")
OTHER_LIST = 0.1
"""The score from which an item stays under a kept one of another list."""
HOPELESS = 0.03
"""Under this score nothing but a colon before it keeps a block."""


def score_blocks(draft: Draft, desk: Desk) -> Draft:
    """Ask the judge how likely each block is main content."""
    scores = judge.score(draft.blocks, desk.language, draft.clues)
    return replace(draft, blocks=tuple(map(_scored, draft.blocks, scores)))


def _scored(block: Block, score: float) -> Block:
    """The block with its score: made field by field, faster than `replace`, once for every block."""
    return Block(block.kind, block.spans, block.place, block.gap, block.indent, block.markup, score, block.rule)


def cut_what_is_judged_out(draft: Draft, desk: Desk) -> Draft:
    """Cut blocks the judge takes for boilerplate, unless they stand between lines of the story: a short answer."""
    kept = _rescued(draft.blocks, _believed(draft.blocks))
    kept = with_their_like(draft.blocks, _with_entries(draft, kept, desk))
    kept = with_points_above(draft, with_what_they_enclose(draft.blocks, kept))
    kept = with_schedules(draft.blocks, kept, desk)
    kept = with_recipes(draft.blocks, with_announced_lists(draft.blocks, kept, desk), desk)
    kept = with_hours(draft.blocks, _going_on(draft.blocks, kept, with_questions(draft.blocks, kept)))
    kept = with_last_sentences(draft, without_forms(draft.blocks, kept))
    kept = with_later_sentences(draft, without_offers(draft, kept), desk)
    kept = with_subheads(draft.blocks, kept, desk)
    kept = kept if any(kept) else _with_what_stands_alone(draft)
    out = {
        at: Verdict(f"judged not to be part of the story ({_score(block):.2f})")
        for at, block in enumerate(draft.blocks)
        if not kept[at]
    }
    return cut(draft, "cut_what_is_judged_out", out)


def _believed(blocks: tuple[Block, ...]) -> list[bool]:
    """The choice by scores alone."""
    begin = start_of_story(blocks)
    bars = (ABOVE if at < begin and _is_label_above(block) else BAR for at, block in enumerate(blocks))
    return [_score(block) >= bar for block, bar in zip(blocks, bars, strict=True)]


def _is_label_above(block: Block) -> bool:
    is_label = block.markup is not None and length(block.text) <= ABOVE_WORDS and not ends_sentence(block.text)
    return is_label and not _is_entry(block)


def _with_entries(draft: Draft, kept: list[bool], desk: Desk) -> list[bool]:
    """The choice with the entries of a live page or a slide show of which the judge keeps some: boxes alike, which is
    what teasers look like."""
    blocks, is_live = draft.blocks, says_live(draft, desk)
    entries = [at for at, block in enumerate(blocks) if _is_entry(block)]
    if sum(length(blocks[at].text) for at in entries if kept[at]) < (LIVE_WORDS if is_live else ENTRIES_WORDS):
        return kept
    told = {at for at in entries if _score(blocks[at]) >= ENTRY_SCORE and _could_be_told(blocks[at])}
    return [is_kept or at in told for at, is_kept in enumerate(kept)]


def _is_entry(block: Block) -> bool:
    """Whether class words say that a block of a page belongs to an entry."""
    if block.markup is None:
        return False
    words = block.markup.words
    return not SERIES.isdisjoint(words) or "live" in words and not LIVE_ENTRIES.isdisjoint(words)


def _could_be_told(block: Block) -> bool:
    return is_heading(block) or not isinstance(block.kind, Caption) and ends_sentence(block.text)


def _with_what_stands_alone(draft: Draft) -> list[bool]:
    """The paragraph under the headline where the judge believes nothing: on a page that is all menu, a brief of one
    paragraph looks like a part of it. Of a saved page it must be likely all the same."""
    headline = next((taken.block.place for taken in draft.cuts if taken.rule == "lift_headline"), None)
    below = [] if headline is None else [block for block in draft.blocks if block.place.first > headline.last]
    told = next((block for block in below[:ALONE_NEAR] if length(block.text) >= ALONE_WORDS), None)
    alone = told is not None and ends_sentence(told.text) and (told.markup is None or _score(told) >= ALONE_SCORE)
    return [alone and block is told for block in draft.blocks]


def _score(block: Block) -> float:
    return 0.0 if block.score is None else block.score


def _rescued(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The second pass: what stands between kept lines and is not hopeless, the last paragraph of a dump, what a colon
    announces or ends, and the captions of the story's own pictures."""
    second = list(kept)
    anchor = next((at for at, is_kept in enumerate(kept) if is_kept and _has_anchor(blocks[at])), len(blocks))
    for at in range(len(blocks)):
        if _score(blocks[at]) < HOPELESS:  # as most blocks of a saved page
            second[at] = kept[at] or _announces(blocks, kept, at)
            continue
        second[at] = (
            kept[at]
            or _stands_between(blocks, kept, at)
            or _goes_on(blocks, second, at)
            or _heads_on(blocks, second, at)
            or _announces(blocks, kept, at)
            or _is_announced(blocks, second, at)
            or _is_under_heading(blocks, second, at)
            or is_caption_of_story(blocks, kept, at)
            or _is_footnote(blocks, kept, at)
            or at > anchor
            and _is_anchored(blocks[at])
        )
    return [
        is_kept or _stands_amid(blocks, second, at) or is_subhead_over(blocks, second, at)
        for at, is_kept in enumerate(second)
    ]


def _stands_between(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a line with kept lines on both sides is likely enough."""
    if _score(blocks[at]) >= BETWEEN:
        return _near(kept, at, -1) and _near(kept, at, 1)
    return _stands_amid(blocks, kept, at)


def _stands_amid(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether what a page sets apart stands right between kept lines."""
    likely = _score(blocks[at]) >= SET_APART and _is_set_apart(blocks[at])
    return likely and any(kept[:at][-1:]) and any(kept[at + 1 :][:1])


def _is_set_apart(block: Block) -> bool:
    """Whether a page sets a block as a heading, a quotation, a table or as written, and no links in it; or a dump lays
    out its lines as a table or a program."""
    if block.markup is None:
        return isinstance(block.kind, (Table, Preformatted))
    return isinstance(block.kind, (Heading, Quotation, Table, Preformatted)) and block.markup.link_density < LINKED


def _goes_on(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether whole sentences stand right under a kept line of a dump, as the last paragraph of a story does."""
    block = blocks[at]
    if at == 0 or not kept[at - 1] or block.markup is not None or not isinstance(block.kind, Paragraph):
        return False
    return _score(block) >= GOES_ON and length(block.text) >= GOES_ON_WORDS and ends_told(block.text)


def _going_on(blocks: tuple[Block, ...], before: list[bool], kept: list[bool]) -> list[bool]:
    """The choice with the sentences that go on right under what has just been kept: the note under an interview."""
    found = (at for at in range(1, len(blocks)) if not kept[at] and kept[at - 1] and not before[at - 1])
    told = {at for at in found if _goes_on(blocks, kept, at)}
    return [is_kept or at in told for at, is_kept in enumerate(kept)] if told else kept


def _heads_on(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a short line under a kept one heads sentences of a dump that may go on with the story: a subhead."""
    if at + 1 == len(blocks) or not 0 < length(blocks[at].text) <= HEAD_WORDS or ends_sentence(blocks[at].text):
        return False
    likely = min(_score(blocks[at]), _score(blocks[at + 1])) >= BETWEEN
    below = [*kept[:at], True]
    return likely and at > 0 and kept[at - 1] and _goes_on(blocks, below, at + 1)


def _announces(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a short line ends with a colon before a kept one."""
    if at + 1 == len(blocks) or not kept[at + 1] or not _near(kept, at, -1) or _is_label(blocks, at):
        return False
    return blocks[at].text.endswith((":", "：")) and length(blocks[at].text) <= 40


def _is_label(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a page sets a line as a term, and what it stood for is gone: "Published:" over a date."""
    ends = [block.markup.path[-1:] for block in blocks[at : at + 2] if block.markup is not None]
    return ends[:1] == [("dt",)] and ends[1:] != [("dd",)]


def _is_footnote(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a block is marked as a footnote, or begins with the number in brackets of one, in a story that has it."""
    block = blocks[at]
    if _score(block) < FOOTNOTE or not any(kept[:at]) or length(block.text) < FOOTNOTE_WORDS:
        return False
    if block.markup is not None and not FOOTNOTES.isdisjoint(block.markup.words):
        return True
    number = _NUMBERED.match(block.text)
    return number is not None and any(kept[other] and number[0] in blocks[other].text for other in range(at))


def _has_anchor(block: Block) -> bool:
    return block.markup is not None and block.markup.anchored


def _is_anchored(block: Block) -> bool:
    """Whether the page marks whole sentences as text of the article, as it marks a kept line above them."""
    if block.markup is None or not block.markup.anchored or not isinstance(block.kind, Paragraph):
        return False
    if _score(block) < SET_APART or block.markup.link_density >= LINKED or length(block.text) < ITEM_WORDS:
        return False
    return ends_sentence(block.text)


def _near(kept: list[bool], at: int, step: int) -> bool:
    """Whether one of the two next blocks in a direction is kept."""
    return any(0 <= near < len(kept) and kept[near] for near in (at + step, at + 2 * step))


def _is_announced(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a list item or table follows a kept one or a line that ends with a colon."""
    if (
        not isinstance(blocks[at].kind, (ListItem, Table))
        or at == 0
        or not kept[at - 1]
        or _score(blocks[at]) < HOPELESS
    ):
        return False
    before = blocks[at - 1]
    goes_on = isinstance(before.kind, type(blocks[at].kind)) and not _begins_list(before, blocks[at])
    return goes_on or before.text.endswith((":", "："))


def _begins_list(before: Block, item: Block) -> bool:
    """Whether an unlikely item of a page is of another list than the one before it: the tags under the notes."""
    if (
        before.markup is None
        or item.markup is None
        or not isinstance(item.kind, ListItem)
        or _score(item) >= OTHER_LIST
    ):
        return False
    return item.markup.container not in before.markup.ancestors and before.markup.container not in item.markup.ancestors


def _is_under_heading(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether an item of a marked list, of words and not a link, stands in a dump under a heading of the story."""
    block = blocks[at]
    if not isinstance(block.kind, ListItem) or block.markup is not None or length(block.text) < ITEM_WORDS:
        return False
    above = next((other for other in range(at - 1, -1, -1) if not isinstance(blocks[other].kind, ListItem)), None)
    told = above is not None and is_heading(blocks[above]) and any(kept[max(0, above - 2) : above])
    return told and _score(block) >= GOES_ON and not any(span.href for span in block.spans)
