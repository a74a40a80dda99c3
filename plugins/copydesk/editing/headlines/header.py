"""What stands above the headline and belongs to the page: its own date, logos, breadcrumbs."""

from __future__ import annotations

import itertools
import re

from copydesk.editing.bylines.dates import CLOCK, is_only_date, names_weekday
from copydesk.editing.cutting.menus import MENU_WORDS, TRAIL_WORDS
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.logo_names import logo_name
from copydesk.editing.shapes import bare, folded, length, said_on
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Clue, Draft, Heading, ListItem
from copydesk.text import squeeze

SEPARATORS = re.compile(r"(?:(?<!\s)\s++)?(?:[›»>→▸▶⟩»]|::)\s*|(?<!\s)\s++[/|\\·•–]\s+")
_BARRED = re.compile(r"[|/]\s*([^\W\d_][^|/\d]{1,30}?)\s*[|/]")
"""A section alone between bars, as some pages print it over the headline: "| Community |"."""
_SIDE_BY_SIDE = re.compile(r"(?<!\s)\s++[|·•]\s+")
_ARROWED = re.compile(r"[›»>→▸▶⟩]")
_LABEL = re.compile(r"^[^:：]{1,20}[:：]\s*(?=\S)")
"""What stands before the way to a page: "当前位置：首页 > 新闻"."""
AIR = 8
"""Lines from which a blank line before each is the habit of a dump."""
HEADLINE_NEAR, TRAIL_LINE = 7, 40
"""How many lines under a breadcrumb the headline stands at the farthest, and the words of the longest breadcrumb."""
STEP_MARKS = tuple("/›»>→»|")
"""What parts the steps of a breadcrumb."""
MOST_STEPS = 5
"""Steps of the longest one."""
STEP_WORDS = 3
"""Words of the longest step of a breadcrumb that is a section sooner than a kicker."""
HEADLINE_WORDS = 4
"""Words of the shortest line that may be the headline right under a breadcrumb of a dump."""
MENU_NAMES = 4
"""Names between bars or dots, the home page among them, from which they are a menu."""


def lift_page_date(draft: Draft, desk: Desk) -> Draft:
    """Lift the page's own today from above the headline: "Sunday, August 10, 2025"."""
    verdicts, clues = {}, []
    for at in range(_end_of_header(draft)):
        block = draft.blocks[at]
        if block.kind == Heading(1) and length(block.text) >= HEADLINE_WORDS:
            break  # what stands under the headline of a page is the story's own day
        if is_only_date(block.text, desk) and _is_page_today(draft.blocks, at, desk):
            verdicts[at] = Verdict("the page's own date", "furniture")
            clues.append(Clue("published", block.text, "page header", block.place))
    return cut(draft, "lift_page_date", verdicts, clues)


def lift_glued_breadcrumb(draft: Draft, desk: Desk) -> Draft:
    """Lift the section from a breadcrumb glued to the headline: "HomeEconomyPort reopens after..."."""
    verdicts, clues = {}, []
    for at in range(min(_end_of_header(draft) + 1, len(draft.blocks))):
        block = draft.blocks[at]
        home = _glued_home(block.text, desk)
        if home is None or _ARROWED.search(block.text):
            continue
        section = _glued_section(block.text[len(home) :], _lines_below(draft, at))
        if home.isupper() and home.isalpha() and not (section and section.isupper()):  # "HOMESICK sailors return"
            continue
        verdicts[at] = Verdict("breadcrumb run together with the headline", "furniture")
        if section:
            clues.append(Clue("section", section, "breadcrumb line", block.place))
    return cut(draft, "lift_glued_breadcrumb", verdicts, clues)


def lift_breadcrumb(draft: Draft, desk: Desk) -> Draft:
    """Lift the section from a breadcrumb, or from between bars: "Home > World > Europe". Of several the last
    counts, the nearest to the headline; a menu set in one row looks alike, and says nothing of this story."""
    verdicts, clues = {}, []
    end = _end_of_header(draft)
    homes = frozenset(said_on(draft.blocks[:end], desk.words.home_words))
    for at in range(end):
        block = draft.blocks[at]
        barred = _BARRED.fullmatch(block.text.strip())
        if barred and at + 1 < len(draft.blocks):
            verdicts[at], section = Verdict("section between bars", "furniture"), barred[1]
        elif not (steps := _steps_from_home(draft, at, homes)):
            continue
        elif _is_menu(block.text) or is_in_menu(block):
            verdicts[at], section = Verdict("menu in one row"), None
        else:
            below = {folded(line) for line in _lines_below(draft, at)}
            verdicts[at], section = Verdict("breadcrumb", "furniture"), _last_section(_named_steps(steps, desk), below)
        if section:
            clues.append(Clue("section", section, "breadcrumb line", block.place))
    return cut(draft, "lift_breadcrumb", verdicts, clues[-1:])


def _steps_from_home(draft: Draft, at: int, homes: frozenset[str]) -> list[str]:
    """The steps behind the first of a line that is a breadcrumb: one that begins with the home page or with the site.
    Empty for any other line."""
    text = draft.blocks[at].text
    if length(text) > TRAIL_LINE or not (homes or _ARROWED.search(text)):
        return []
    steps = _steps(text)
    begins = len(steps) > 1 and (bare(steps[0]) in homes or _is_at_site(draft.blocks[:at], text, steps[0]))
    return steps[1:] if begins else []


def _steps(text: str) -> list[str]:
    """The steps of a line that may be a breadcrumb, without a label before the first."""
    steps = [step for step in SEPARATORS.split(squeeze(text)) if step]
    return [_LABEL.sub("", step) if at == 0 else step for at, step in enumerate(steps)]


def _lines_below(draft: Draft, at: int) -> list[str]:
    """The lines close under a breadcrumb, one of which is the headline."""
    return [near.text for near in draft.blocks[at + 1 : at + 1 + HEADLINE_NEAR]]


def lift_breadcrumb_lines(draft: Draft, desk: Desk) -> Draft:
    """Lift the section from a breadcrumb set one step a line: "Home", "World", "Europe"."""
    homes = frozenset(desk.words.home_words)
    for at in range(_end_of_header(draft)):
        if bare(draft.blocks[at].text) in homes and not is_in_menu(draft.blocks[at]):
            steps = _steps_below(draft.blocks, at) or _parted_steps(draft, at)
            if steps > 1:
                named = draft.blocks[at + 1 : at + steps]
                last = next((step for step in reversed(named) if length(step.text) <= STEP_WORDS), named[-1])
                verdict = Verdict("breadcrumb", "furniture")
                clue = Clue("section", last.text.strip("›»>/ "), "breadcrumb line", last.place)
                return cut(draft, "lift_breadcrumb_lines", {at + step: verdict for step in range(steps)}, [clue])
    return draft


def _is_at_site(above: tuple[Block, ...], text: str, first: str) -> bool:
    """Whether the first of some steps set apart by arrows is a line of its own at the head of the page: the site."""
    return _ARROWED.search(text) is not None and any(folded(block.text) == folded(first) for block in above)


def is_in_menu(block: Block) -> bool:
    """Whether the markup says that a block is part of a menu, and not of the way to this page."""
    if block.markup is None or not TRAIL_WORDS.isdisjoint(block.markup.words):
        return False
    return "nav" in block.markup.path or not MENU_WORDS.isdisjoint(block.markup.words)


def _steps_below(blocks: tuple[Block, ...], at: int) -> int:
    """How many blocks from "Home" on are steps of one breadcrumb: list items or close lines of one to four words."""
    steps, airy = 1, _has_air(blocks, at)
    while at + steps < len(blocks) and steps < 6:
        block = blocks[at + steps]
        close = isinstance(block.kind, ListItem) if isinstance(blocks[at].kind, ListItem) else block.gap <= airy
        if not close or length(block.text) > 4:
            break
        steps += 1
    return steps if steps <= 3 and _leads_on(blocks, at + steps) else 0


def _parted_steps(draft: Draft, at: int) -> int:
    """How many blocks from "Home" on are steps that a slash or an arrow parts, on a line of its own in a dump of text
    nodes."""
    marks = [taken.block.place.first for taken in draft.cuts if taken.block.text.strip() in STEP_MARKS]
    steps = 1
    while at + steps < len(draft.blocks) and steps < MOST_STEPS:
        before, block = draft.blocks[at + steps - 1], draft.blocks[at + steps]
        parted = any(before.place.last < mark < block.place.first for mark in marks)
        parted = parted or before.text[-1:] in STEP_MARKS or block.text[:1] in STEP_MARKS
        if block.markup is not None or not parted or length(block.text) > STEP_WORDS + 1:
            break
        steps += 1
    return steps if steps > 1 else 0


def _leads_on(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the line under the steps is long enough for a headline: a menu has more of the page under it."""
    return at < len(blocks) and length(blocks[at].text) >= HEADLINE_WORDS and not CLOCK.search(blocks[at].text)


def _has_air(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a dump sets a blank line between all its lines, so that those of a breadcrumb have one too."""
    return all(block.gap == 1 for block in blocks[at + 1 : at + AIR]) and len(blocks) > at + AIR


def _is_menu(text: str) -> bool:
    """Whether a row that begins with the home page is a menu: names side by side, between bars or dots, and more
    of them than the steps from the home page to a section."""
    return len(_SIDE_BY_SIDE.split(text)) >= MENU_NAMES


def _end_of_header(draft: Draft) -> int:
    return min(start_of_story(draft.blocks), 400)


def _is_page_today(blocks: tuple[Block, ...], at: int, desk: Desk) -> bool:
    """Whether a date stands above the headline: it names the weekday, or no line as long as one is before it."""
    above = [block for block in blocks[:at] if 4 <= length(block.text) <= 25 and logo_name(block.text) is None]
    return not above or (names_weekday(blocks[at].text, desk) and at < 4)


def _glued_home(text: str, desk: Desk) -> str | None:
    """The word for the home page a line begins with, run into the next word: "HomeWorld" gives "Home"."""
    if not folded(text).startswith(desk.words.home_words):
        return None
    for word in desk.words.home_words:
        head, rest = text[: len(word)], text[len(word) :]
        begins_anew = rest[:1].isalpha() and (rest[:1].isupper() or not rest[:1].isascii())
        shouted = head.isupper() and rest[:2].isupper()
        if begins_anew and folded(head) == word and (head[-1:].islower() or not head[-1:].isascii() or shouted):
            return head
    return None


def _glued_section(rest: str, below: list[str]) -> str | None:
    """The section in what follows "Home" in a breadcrumb glued together: "EconomyPort reopens after..." over "Port
    reopens after the storm". Where no line below is the headline, a capital tells where the section ends."""
    seams = _seams(rest)
    headlines = [folded(line) for line in below if length(line) >= 3]
    for at in seams:
        tail = folded(rest[at:]).rstrip(". ")
        if len(tail) >= 8 and any(headline.startswith(tail) or tail.startswith(headline) for headline in headlines):
            return _last_name(rest[:at].strip()) or None
    return _first_name(rest, seams) if rest[:1].isupper() else None


def _last_name(names: str) -> str:
    """The last of several names glued together, the nearest to the headline: "WorldWeather" gives "Weather"."""
    seams = [at for at in range(1, len(names)) if names[at].isupper() and names[at - 1].islower()]
    return names[seams[-1] :] if seams else names


def _seams(rest: str) -> list[int]:
    """Where a new name may begin in a row glued together: at a capital within a word, where the script has capitals,
    else at any letter."""
    places = range(1, min(len(rest), 80))
    if not rest[:1].isupper():
        return list(places)
    return [at for at in places if rest[at].isupper() and not rest[at - 1].isspace()]


def _first_name(rest: str, seams: list[int]) -> str | None:
    """The first of several names glued together, where it is as short as a section; none of a menu
    ("WorldSportCulture")."""
    names = [rest[start:end].strip() for start, end in itertools.pairwise([0, *seams, len(rest)])]
    is_menu = len(names) >= MENU_NAMES - 1 and all(length(name) <= 2 for name in names)
    return names[0] if len(names) > 1 and length(names[0]) <= 4 and not is_menu else None


def _named_steps(steps: list[str], desk: Desk) -> list[str]:
    """The steps that are no words of the machine, as "full text" is."""
    return [step for step in steps if bare(step) not in desk.words.machine_lines]


def _last_section(steps: list[str], below: set[str]) -> str | None:
    """The last step that is not the headline, truncated or not."""
    for step in reversed(steps):
        tail = folded(step).rstrip(". ")
        if length(step) <= 5 and not any(line.startswith(tail) and len(tail) >= 12 for line in below):
            return step
    return None
