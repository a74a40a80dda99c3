"""Headings that head nothing, pull quotes that say again what the body says, lines without words."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.shapes import bare, ends_sentence, folded, is_flowing, is_heading, length
from copydesk.model import Block, Draft, ListItem, Quotation

REPEATED_WORDS = 12
"""Words from which a line that comes again is a copy; shorter ones are subheads, labels and refrains."""
PULLED_WORDS = 5
"""Words from which a line is a copy that the page itself calls a pull quote."""
SPEAKER_WORDS = 10
"""Words of the longest line that says whose words a pull quote has."""
PULLED_OPENING = 30
"""Characters of a line that are looked for on the whole page first."""
PULL_QUOTES = frozenset(("pullquote", "pull", "pullquotes"))
"""Class words of pull quotes."""
PULLED_BELOW = 2
"""How many blocks under the paragraph that it is taken from a quotation stands in a dump."""
PULLED_FROM = 40
"""Blocks above and below in which the sentence stands that a pull quote repeats."""
FEWEST_CONTENTS = 2
"""The fewest items of a table of contents."""
CONTENTS_SHARE = 0.6
"""The share of its items that headings below say again."""
CONTENTS_HEAD = 5
"""The most words of the line over it."""
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.):]?\s+")
HEADING_WORDS = 20
"""The longest heading; there are pages that set every paragraph as one."""


def cut_empty_blocks(draft: Draft, desk: Desk) -> Draft:
    """Cut lines without a letter or a figure: "* * *", "|"."""
    verdict = Verdict("no words", "empty")
    return cut_where(draft, "cut_empty_blocks", verdict, lambda block: not _has_words(block.text))


def _has_words(text: str) -> bool:
    return text[:1].isalnum() or any(map(str.isalnum, text))


def cut_repeats(draft: Draft, desk: Desk) -> Draft:
    """Cut what the body says twice, word for word: a pull quote, an alternative text under its caption."""
    lines = [folded(block.text) for block in draft.blocks]
    seen: dict[str, int] = {}
    out: dict[int, Verdict] = {}
    above = [folded(taken.block.text) for taken in draft.cuts if taken.rule == "lift_standfirst"]
    page = "\n".join([*above, *lines])
    shared = Counter(block.markup.container for block in draft.blocks if block.markup is not None)
    for at, (block, line) in enumerate(zip(draft.blocks, lines, strict=True)):
        is_apart = _is_quoted_apart(block, line, shared)
        near = [*above, *lines[max(0, at - PULLED_FROM) : at + PULLED_FROM]]
        is_pulled = _may_be_pulled(block, line, page, is_apart) and _is_part_of(line, near)
        is_pulled = is_pulled or _is_pulled_below(block, line, lines[max(0, at - PULLED_BELOW) : at])
        if _is_said_before(line, at, seen) or is_pulled:
            out[at] = Verdict("says again what the story says", "duplicate")
        elif at - 1 in out and _says_whose(block, draft.blocks[at - 1]):
            out[at] = Verdict("says whose words a pull quote has", "duplicate")
        seen[line] = at
    return cut(draft, "cut_repeats", out)


def _says_whose(block: Block, quotation: Block) -> bool:
    """Whether a few words under a pull quote, in the same quotation of a page, say who said it."""
    quoted = isinstance(block.kind, Quotation) and isinstance(quotation.kind, Quotation)
    if not quoted or length(block.text) > SPEAKER_WORDS or block.markup is None or quotation.markup is None:
        return False
    return not set(block.markup.ancestors[-2:]).isdisjoint(quotation.markup.ancestors[-2:])


def _is_said_before(line: str, at: int, seen: dict[str, int]) -> bool:
    """Whether a long line stood above, or a shorter one right above: subheads and labels of lists come again."""
    if line not in seen:
        return False
    return length(line) >= REPEATED_WORDS or length(line) >= 5 and at - seen[line] <= 2


def _is_pulled_below(block: Block, line: str, above: list[str]) -> bool:
    """Whether a line of a dump is one quotation, a whole sentence, that a paragraph right above it tells: one that the
    paragraph below tells is as often a subhead."""
    if block.markup is not None or not is_flowing(block) or length(line) < PULLED_WORDS or line[:1] != '"':
        return False
    is_whole = line[-1:] == '"' and '"' not in line[1:-1] and ends_sentence(line[-2:-1])
    return is_whole and _is_part_of(line, above)


def _may_be_pulled(block: Block, line: str, page: str, is_apart: bool) -> bool:
    """Whether a line is long enough for a pull quote, and the page has its first words twice."""
    called = block.markup is not None and (is_apart or not PULL_QUOTES.isdisjoint(block.markup.words))
    if not is_flowing(block) or length(line) < (PULLED_WORDS if called else REPEATED_WORDS):
        return False
    opening = _inner(line)[:PULLED_OPENING]
    return page.find(opening, page.find(opening) + 1) >= 0


def _is_quoted_apart(block: Block, line: str, shared: Counter[int]) -> bool:
    """Whether a line is a quotation as a whole, by its element, or by its marks where it has an element alone: by the
    containers of all blocks."""
    marked = line[:1] == line[-1:] and line[:1] in ('"', "'")
    alone = block.markup is not None and shared[block.markup.container] == 1
    return isinstance(block.kind, Quotation) or marked and alone


def _is_part_of(line: str, near: list[str]) -> bool:
    """Whether a line is part of a longer paragraph near it."""
    inner = _inner(line)
    return any(inner in other and len(other) > len(line) + 20 for other in near)


def _inner(line: str) -> str:
    return line.strip("\"' .,")


def cut_contents(draft: Draft, desk: Desk) -> Draft:
    """Cut a table of contents: items in a row that the headings below say again, and the line that heads them."""
    heads = {_unnumbered(block.text): at for at, block in enumerate(draft.blocks) if is_heading(block)}
    out: dict[int, Verdict] = {}
    at = 0
    while len(heads) >= FEWEST_CONTENTS and at < len(draft.blocks):
        items = list(itertools.takewhile(lambda block: isinstance(block.kind, ListItem), draft.blocks[at:]))
        said = sum(heads.get(_unnumbered(item.text), -1) > at for item in items)
        if said >= FEWEST_CONTENTS and said >= CONTENTS_SHARE * len(items):
            headed = at > 0 and length(draft.blocks[at - 1].text) <= CONTENTS_HEAD and not is_told(draft.blocks[at - 1])
            out |= dict.fromkeys(range(at - headed, at + len(items)), Verdict("table of contents"))
        at += len(items) or 1
    return cut(draft, "cut_contents", out)


def is_told(block: Block) -> bool:
    """Whether a block ends as a sentence does."""
    return ends_sentence(block.text)


def _unnumbered(text: str) -> str:
    return _NUMBER.sub("", folded(text)).strip(" .:")


def cut_stray_headings(draft: Draft, desk: Desk) -> Draft:
    """Cut headings, and lines that announce what else the site has, which no text follows."""
    verdict = Verdict("heading without text under it")
    last = itertools.takewhile(lambda at: _heads(draft.blocks[at], desk), range(len(draft.blocks) - 1, -1, -1))
    return cut(draft, "cut_stray_headings", dict.fromkeys(last, verdict))


def _heads(block: Block, desk: Desk) -> bool:
    """Whether a block can only head something: a heading, or a line that announces what else the site has."""
    listed = bare(block.text) in desk.words.list_lines
    return (is_heading(block) or listed) and length(block.text) <= HEADING_WORDS


def cut_repeated_names(draft: Draft, desk: Desk) -> Draft:
    """Cut a name that stands alone three times or more, as over the entries of a live page: "Jane Doe"."""
    lines = Counter(block.text for block in draft.blocks if 1 < length(block.text) <= 4)
    verdict = Verdict("a name over every entry")
    return cut_where(
        draft,
        "cut_repeated_names",
        verdict,
        lambda block: lines[block.text] >= 3 and (block.score or 0.0) < 0.6 and _is_title_case(block.text),
    )


def _is_title_case(text: str) -> bool:
    """Whether every word begins with a capital, as in a name; a day is none: "April 28, 2025"."""
    return text.istitle() and not any(map(str.isdigit, text))
