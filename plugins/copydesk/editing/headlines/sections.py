"""The section that stands right above the headline: a word of the menu, a kicker that papers print."""

from __future__ import annotations

import itertools

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.headlines.header import MENU_NAMES, SEPARATORS, is_in_menu
from copydesk.editing.shapes import bare, ends_sentence, folded, length
from copydesk.model import Block, Clue, Draft, Markup
from copydesk.text import without_accents

MENU_SIGNS = 20
"""Characters of the longest line of a menu."""
SECTION_NEAR = 5
"""How many lines above the headline of a dump the section stands at most."""
SECTION_WORDS = 5
"""The most words of a section."""
DATED_WORDS = 12
"""The most words of a date between section and headline."""
KICKER_WORDS = 3
"""The most words of a section that stands with the headline in one element of a page."""
MOST_STEPS = 2
"""Links of the longest way to the story in such a place: more are a menu."""


def lift_section_above(draft: Draft, desk: Desk) -> Draft:
    """Lift the section from right above the headline of a dump, where the menu of the page names it, or papers do."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or any(clue.fact == "section" for clue in draft.clues):
        return draft
    if headline.markup is not None:
        return _lift_kicker(draft, headline, desk)
    above = [at for at, block in enumerate(draft.blocks) if block.place.last < headline.place.first]
    while above and _is_in_between(draft.blocks[above[-1]].text, desk):
        above.pop()
    if not above or headline.place.first - draft.blocks[above[-1]].place.last > SECTION_NEAR:
        return draft
    section = _section_on(draft, above, desk)
    if section is None:
        return draft
    clue = Clue("section", section, "breadcrumb line", draft.blocks[above[-1]].place)
    return cut(draft, "lift_section_above", {above[-1]: Verdict("section", "furniture")}, [clue])


def _section_on(draft: Draft, above: list[int], desk: Desk) -> str | None:
    """The section that the last of some lines names, as the lines before it, a menu, spell it; ``None`` for a line that
    is none."""
    block, menu = draft.blocks[above[-1]], [draft.blocks[at].text for at in above[:-1]]
    if length(block.text) > SECTION_WORDS:
        return None
    named = _named_in_menu(block.text, menu) or _kicker_alone(block, draft.blocks[: above[-1]], desk)
    if named is None or _is_of_the_site(named, desk):
        return None
    return named if folded(named) == folded(block.text) else block.text


def _named_in_menu(text: str, menu: list[str]) -> str | None:
    """The section of a line as the menu above it spells it, ``None`` where the menu does not have it."""
    first = without_accents(SEPARATORS.split(text)[0])  # capitals have no accents in Greek
    spelled = next((line for line in menu if without_accents(line) == first), None)
    return spelled or (text if any(_is_in_row(text, line) for line in menu) else None)


def _is_in_between(text: str, desk: Desk) -> bool:
    """Whether a short line between a section and a headline is a date, a count, or a word for news at large."""
    return length(text) <= DATED_WORDS and any(map(str.isdigit, text)) or bare(text) in desk.words.home_words


def _is_in_row(name: str, line: str) -> bool:
    """Whether a line is a menu in one row that has a name in it: "News Region Sport"."""
    row = folded(line).split()
    return len(row) >= MENU_NAMES - 1 and folded(name) in row and not ends_sentence(line) and " " not in name


def _lift_kicker(draft: Draft, headline: Block, desk: Desk) -> Draft:
    """Lift the section from right above the headline of a page, in the same element: one to three words."""
    over = [at for at, block in enumerate(draft.blocks) if block.order < headline.order]
    block = draft.blocks[over[-1]] if over else None
    if block is None or not _is_kicker_beside(block, headline, desk):
        return draft
    links = [span.text for span in block.spans if span.href is not None]  # two side by side are a way to the story
    if len(links) > MOST_STEPS:
        return draft
    section = block.text if len(links) < 2 else links[0 if "," in block.text else -1]  # several, or a way to the story
    clue = Clue("section", section, "kicker", block.place)
    return cut(draft, "lift_section_above", {over[-1]: Verdict("section", "furniture")}, [clue])


def _is_kicker_beside(block: Block, headline: Block, desk: Desk) -> bool:
    """Whether a line of a page is a few words in one element with the headline, and neither a date, a byline, an entry
    of a menu nor a word of the site."""
    if block.markup is None or headline.markup is None or not _are_siblings(block.markup, headline.markup):
        return False
    if not 0 < length(block.text) <= KICKER_WORDS or any(map(str.isdigit, block.text)):
        return False
    return not (_is_of_the_site(block.text, desk) or is_in_menu(block) or is_byline(block.text, desk))


def _is_of_the_site(text: str, desk: Desk) -> bool:
    """Whether a short line is a word of the machine, of news at large, of sharing or of other stories: no section."""
    words = desk.words
    return any(
        bare(text) in table for table in (words.machine_lines, words.home_words, words.share_lines, words.related_lines)
    )


def _are_siblings(one: Markup, other: Markup) -> bool:
    """Whether two blocks stand in one element, which is more than the whole page."""
    above, under = one.ancestors[:-1], other.ancestors[:-1]
    return one.container == other.container or above == under and len(above) > 1


def _kicker_alone(block: Block, above: tuple[Block, ...], desk: Desk) -> str | None:
    """A line that papers print over a headline, where it is not the last of a menu: under one short line at most."""
    menu = sum(1 for _ in itertools.takewhile(lambda line: len(line.text) <= MENU_SIGNS, reversed(above)))
    return block.text if menu <= 1 and bare(block.text) in desk.words.kicker_words else None
