"""Titles of other stories that stand under a line which announces them: "Read more", "Related"."""

from __future__ import annotations

import itertools

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, is_running_text, length
from copydesk.model import Block, Draft, ListItem, Markup

MOST_TITLES = 8
"""The most titles that such a line may have under it."""
FEWEST_APART = 5
"""The fewest words of a title with a blank line over it."""
MOST_APART = 25
"""The most words of one."""
FEWEST_ITEM = 4
"""The fewest words of one that is an item of a list."""
MARKER_WORDS = 3
"""Words from which such a line can be no subhead."""
TITLE_LENGTH = 150
"""The most characters of one."""
LINKED = 0.8
"""The share of the characters of one that links are."""
TOLD = 0.9
"""The score from which a line belongs to the story, whatever it looks like."""


def cut_titles_under_markers(draft: Draft, desk: Desk) -> Draft:
    """Cut titles of other stories right under a line that announces them, and that line: "READ MORE"."""
    verdict = Verdict("link to another story")
    verdicts: dict[int, Verdict] = {}
    for at, block in enumerate(draft.blocks):
        if _announces_titles(block, desk):
            below = draft.blocks[at + 1 : at + 1 + MOST_TITLES]
            titles = sum(1 for _ in itertools.takewhile(_is_title, below)) or _titles_apart(block, below, desk)
            titles = max(titles + _rest_of_list(below, titles), _items_below(block, below))
            heads = titles or _heads_nothing(block, below, desk)
            verdicts |= dict.fromkeys(range(at, at + 1 + titles) if heads else (), verdict)
    return cut(draft, "cut_titles_under_markers", verdicts)


def _announces_titles(block: Block, desk: Desk) -> bool:
    """Whether a line is nothing but "Read more", "Related" or "Most read"."""
    if length(block.text) > 5:
        return False
    line = bare(block.text)
    return line in desk.words.list_lines or f"{line}:" in desk.words.more_labels


def _is_title(block: Block) -> bool:
    """Whether a line right under the one before it, or made of links, is a title and no sentence."""
    if block.markup is None:
        beside = block.gap == 0
    else:
        beside = block.markup.link_density >= LINKED or block.rule == "part_furniture"
    return beside and 2 <= length(block.text) <= 20 and not ends_sentence(block.text) and (block.score or 0.0) < TOLD


def _rest_of_list(below: tuple[Block, ...], titles: int) -> int:
    """How many links go on with the list of a page of which the last of the titles is an item, however short: "Ice"."""
    last = below[titles - 1].markup if titles else None
    if last is None or not isinstance(below[titles - 1].kind, ListItem):
        return 0
    return sum(1 for _ in itertools.takewhile(lambda block: _is_link_beside(block, last), below[titles:]))


def _is_link_beside(block: Block, last: Markup) -> bool:
    if block.markup is None or not isinstance(block.kind, ListItem) or ends_sentence(block.text):
        return False
    return block.markup.container == last.container and block.markup.link_density >= LINKED


def _heads_nothing(marker: Block, below: tuple[Block, ...], desk: Desk) -> bool:
    """Whether a line of a dump that announces other stories in several words stands over the next paragraph of this
    one: a converter has left out the titles. "People are also reading…"."""
    leads = marker.markup is None and bare(marker.text) in desk.words.related_lines
    return leads and length(marker.text) >= MARKER_WORDS and bool(below) and is_running_text(below[0].text)


def _items_below(marker: Block, below: tuple[Block, ...]) -> int:
    """How many items of a list right under a marker of a dump are titles; none where one is not, or nothing but the
    list stands under it."""
    items = tuple(itertools.takewhile(lambda block: isinstance(block.kind, ListItem), below))
    are_titles = all(length(block.text) >= FEWEST_ITEM and not ends_sentence(block.text) for block in items)
    return len(items) if marker.markup is None and are_titles and len(items) < MOST_TITLES else 0


def _titles_apart(marker: Block, below: tuple[Block, ...], desk: Desk) -> int:
    """How many lines are titles, one at most, under a marker in a dump that sets a blank line between all lines: what
    stands under a button ("Read more") or a link back to the top is a subhead as often."""
    line, words = bare(marker.text), desk.words
    is_button = line in words.continued_lines or line in words.machine_lines
    leads = not is_button and (line in words.related_lines or f"{line}:" in words.more_labels)
    if marker.markup is not None or not leads or not below:
        return 0
    return int(_could_be_title(below[0], marker.gap))


def _could_be_title(block: Block, gap: int) -> bool:
    sized = block.gap <= gap and FEWEST_APART <= length(block.text) <= MOST_APART and len(block.text) <= TITLE_LENGTH
    is_title = sized and not ends_sentence(block.text) and block.text[-1] not in ":："
    return is_title and not block.text[:1].isdigit() and (block.score or 0.0) < TOLD
