"""Who wrote it and when, as lines between headline and story say: lifted as they stand, metadata reads the names."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing.bylines.date_lines import INSIDE, dates_on
from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.bylines.forms import (
    is_known_name_before_day,
    is_name_and_house,
    is_name_before_day,
    is_names_and_day,
    is_parted_line,
    signed_in_brackets,
    writer_in_a_form,
)
from copydesk.editing.bylines.judge import Pick, chosen, writers
from copydesk.editing.bylines.names import BY_GLUED, is_lead, read_names, signed_name, unglued
from copydesk.editing.bylines.page import Page
from copydesk.editing.bylines.portraits import portrayed
from copydesk.editing.bylines.words import AGENCIES, EDITED, NOT_NAMES, PHOTOGRAPHERS, ROLES, TITLED
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, folded, lead, length, start_of, tokens
from copydesk.editing.story import belongs, start_of_story, tells
from copydesk.model import Block, Caption, Clue, Doubt, Draft
from copydesk.text import script

BYLINE_WORDS = 30
INSIDE_WORDS = 5
"""Words of a byline past the first paragraph that the judge takes for the story's."""
LED_WORDS = 8
"""Words of one that ends no sentence: "Propos recueillis par Jeanne Dubois"."""
ROLE_WORDS = 6
"""Words of the longest line that says what a writer is."""
BESIDE = 3
"""How far from each other the bylines of one story stand."""
CASED = frozenset(("latin", "cyrillic", "greek"))
"""Scripts in which names begin with a capital."""
NAME_PARTICLES = frozenset(
    "de la le du des van von der den dos da di del della el al bin ibn ben y e i and und et of zu ter ten".split()
)
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[|•·]\s*|(?<!\s)\s++[–—-]\s+|[–—](?=\d)")
LONGEST_SIGN_OFF = 40
"""Characters of the longest line of signs."""
_SIGNED_OFF = re.compile(r"[/,;] ?")
_SIGN = re.compile(r"[a-z]{2,5}")
_INITIALED = re.compile(r"\([a-z]{2,4}(?:/[a-z]{2,4}){1,3}\)|(?:[a-z]{2,5}/ ?){2,4}")
"""Signs alone, as papers of Indonesia and Poland have them: "(rin/dhn)", "mdz/ jan/"."""
_FIGURE = re.compile(r"\d")


def lift_bylines(draft: Draft, desk: Desk) -> Draft:
    """Lift the byline beside the headline or under the story: "By Jane Doe, Staff Writer"."""
    begin = start_of_story(draft.blocks)
    last = max((at for at, block in enumerate(draft.blocks) if tells(block)), default=begin)
    body = range(begin, last + 1)
    page = Page(draft, desk)
    found = [at for at in range(len(draft.blocks)) if _is_byline_at(page, at, body)]
    leads = [at - 1 for at in found if _is_led(draft.blocks, at, desk)]
    clues = []
    for at in _of_this_story(page, found, begin):
        block = draft.blocks[at]
        clues.append(Clue("author", _writers_on(block.text, desk), "byline line", block.place))
        clues.extend(dates_on(block, desk))
    roles = [at + 1 for at in found if at + 1 < len(draft.blocks) and _is_role(draft.blocks[at + 1])]
    return cut(draft, "lift_bylines", dict.fromkeys((*leads, *found, *roles), Verdict("byline", "furniture")), clues)


def _is_byline_at(page: Page, at: int, body: range) -> bool:
    """Whether a block is a byline: it stands where bylines do, names writers, and says so on this line alone."""
    block, desk = page.draft.blocks[at], page.desk
    if isinstance(block.kind, Caption) or not _may_stand(block, at, body, desk):
        return False
    names = _names_writers(page.draft.blocks, at, body, desk) or (at <= body.start and _is_known(page, block))
    return names and not _is_common(block.text, page)


def _is_known(page: Page, block: Block) -> bool:
    """Whether a line above the story is a name beside a day, or beside the page's own name, that the page knows."""
    known = is_known_name_before_day(block.text, page.credited, page.desk) or page.is_name_by_date(block)
    return known or is_name_and_house(block.text, page.houses)


def _names_writers(blocks: tuple[Block, ...], at: int, body: range, desk: Desk) -> bool:
    """Whether a line names who wrote the story, in one of the forms that stand where it does: above the ``body`` with
    the day, under it in brackets, anywhere as a byline."""
    text = blocks[at].text
    return (
        is_byline(text, desk)
        or _is_led(blocks, at, desk)
        or writer_in_a_form(text, desk) is not None
        or (at <= body.start and (is_names_and_day(text, desk) or is_parted_line(text, desk)))
        or (at <= body.start + 1 and is_name_before_day(text, desk))
        or (at >= body.stop - 2 and signed_in_brackets(text, desk.language) is not None)
    )


def _writers_on(text: str, desk: Desk) -> str:
    """The names on a byline that is signed, else the whole of it, for metadata to take apart."""
    signed = signed_name(text) or signed_in_brackets(text, desk.language)
    return signed or writer_in_a_form(text, desk) or unglued(text, desk)


def _is_role(block: Block) -> bool:
    """Whether a line under a byline only says what its bearer is, or stood with it in one element: "Health
    correspondent"."""
    if any(map(str.isdigit, block.text)):
        return False
    if block.rule == "part_furniture" and length(block.text) <= ROLE_WORDS:
        return not ends_sentence(block.text)
    said = {word.casefold() for word in tokens(block.text)}
    return length(block.text) <= ROLE_WORDS and not ends_sentence(block.text) and not ROLES.isdisjoint(said)


def _is_led(blocks: tuple[Block, ...], at: int, desk: Desk) -> bool:
    """Whether a line is names and nothing else, and the line before it leads to them."""
    if at == 0 or not is_lead(blocks[at - 1].text, desk):
        return False
    named = read_names(blocks[at].text, desk)
    return named is not None and not named.before and not named.rest


def _may_stand(block: Block, at: int, body: range, desk: Desk) -> bool:
    """Whether a byline may stand at a position: above the ``body``, under it, or between a standfirst that tells as the
    story does and the lede."""
    if at <= body.start or at >= body.stop - 2:
        return True
    return at <= body.start + INSIDE and (
        length(block.text) <= INSIDE_WORDS
        or not belongs(block)
        or _is_dated(block.text, desk)
        or length(block.text) <= LED_WORDS
        and not ends_sentence(block.text)
    )


def _is_dated(text: str, desk: Desk) -> bool:
    """Whether a line ends with a date and is no sentence: "By Jane Doe | April 2, 2026"."""
    return holds_date(text, desk) and not ends_sentence(text)


def _is_common(text: str, page: Page) -> bool:
    """Whether the one word after "By" is no name in the story, as in a menu: "By Industry"."""
    parts = tokens(text)
    return len(parts) == 2 and parts[1].casefold()[:1].islower() and parts[1].casefold() in page.written


def _of_this_story(page: Page, found: list[int], begin: int) -> list[int]:
    """The bylines that stand together nearest to the lede, else under the story: others are those of teasers."""
    blocks = page.draft.blocks
    wrote = [at for at in found if not lead(blocks[at].text).startswith(EDITED) and not page.is_far_above_headline(at)]
    above = [at for at in reversed(wrote) if at <= begin]
    inside = [at for at in wrote if begin < at <= begin + INSIDE]
    nearest = above or inside or [at for at in wrote if at > begin + INSIDE]
    together = nearest[:1]
    for at in nearest[1:]:
        if abs(at - together[-1]) <= BESIDE:
            together.append(at)
    return sorted(together)


def lift_bare_bylines(draft: Draft, desk: Desk) -> Draft:
    """Lift the byline that no word leads to, where nothing else says who wrote the page: "Jane Doe"."""
    if any(clue.fact in ("author", "agency") for clue in draft.clues):
        return draft
    dated = frozenset(desk.words.dated_starts)
    page = Page(draft, desk)
    picks = (pick for pick in portrayed(page) or writers(page) if bare(pick.value) not in dated)  # "تاریخ انتشار: ۱۹"
    perhaps = tuple(pick for pick in picks if _may_be_bare(draft.blocks[pick.at]))
    sure = chosen(perhaps)
    if perhaps and not sure:
        return replace(draft, doubts=(*draft.doubts, _doubted(draft, perhaps[0])))
    verdicts, clues = {}, []
    for pick in sorted(sure, key=lambda pick: pick.at):
        block = draft.blocks[pick.at]
        if len(sure) > 1 and _took_pictures(draft.blocks[pick.at + 1 : pick.at + 2]):
            continue
        verdicts[pick.at] = Verdict("byline", "furniture")
        clues.append(Clue("author", pick.value, "byline line", block.place))
        clues.extend(dates_on(block, desk))
    return cut(draft, "lift_bare_bylines", verdicts, clues)


def _may_be_bare(block: Block) -> bool:
    """Whether a name is no title of a work, and not set upon a picture."""
    pictured = block.markup is not None and "figure" in block.markup.path
    return TITLED.isdisjoint(block.text) and not pictured


def _took_pictures(below: tuple[Block, ...]) -> bool:
    """Whether the line under a name says that its bearer took the pictures."""
    return bool(below) and bare(below[0].text) in PHOTOGRAPHERS


def _doubted(draft: Draft, pick: Pick) -> Doubt:
    message = (
        f"“{pick.value}” may be who wrote this; nothing on the page says so. If it is, set authors in the overrides."
    )
    return Doubt("perhaps-byline", message, draft.blocks[pick.at].place)


def lift_desk_credits(draft: Draft, desk: Desk) -> Draft:
    """Lift who of the desk had a hand in it, under the story: "(Reporting by Jane Doe; editing by John Roe)"."""
    verdicts: dict[int, Verdict] = {}
    clues: list[Clue] = []
    begin = start_of_story(draft.blocks)
    for at, block in enumerate(draft.blocks):
        if at > begin and _is_signed_off(block, desk):
            verdicts[at] = Verdict("names who of the desk worked on it", "furniture")
            parts = filter(None, _SIGNED_OFF.split(block.text.strip("() ")))
            clues += [Clue("agency", part, "agency line", block.place) for part in parts if _is_agency(part, desk)]
        elif at > begin and _is_desk_credit(block.text, desk):
            verdicts[at] = Verdict("names who of the desk worked on it", "furniture")
            wrote = not lead(block.text).lstrip("([ ").startswith(EDITED)
            if wrote and not any(_names_a_person(clue, desk) for clue in (*draft.clues, *clues)):
                clues.append(Clue("author", block.text.strip("()[] "), "byline line", block.place))
    return cut(draft, "lift_desk_credits", verdicts, clues)


def _is_signed_off(block: Block, desk: Desk) -> bool:
    """Whether a line under a story of a page is short signs of its editors and the agencies: "jdo/dpa/AFP"."""
    text = block.text.strip()
    if len(text) > LONGEST_SIGN_OFF or block.markup is None or "figure" in block.markup.path or not _may_sign(text):
        return False
    parts = [part for part in _SIGNED_OFF.split(text.strip("() ")) if part]
    agencies = [part for part in parts if _is_agency(part, desk)]
    signed = bool(agencies) or _INITIALED.fullmatch(text) is not None
    return signed and all(part in agencies or _SIGN.fullmatch(part) for part in parts)


def _may_sign(text: str) -> bool:
    """Whether a short text has the marks of signs: a slash, or brackets around all of it."""
    return "/" in text or text.startswith("(") and text.endswith(")")


def _is_agency(part: str, desk: Desk) -> bool:
    return folded(part) in desk.words.agency_words


def _names_a_person(clue: Clue, desk: Desk) -> bool:
    """Whether a byline names more than an agency: "By Reuters Staff" leaves it to the desk's credit to name people."""
    named = read_names(clue.value, desk)
    names = named.names if named else (clue.value.split(" ", 1)[-1],)
    return clue.fact == "author" and not all({folded(name), folded(name.split()[0])} & AGENCIES for name in names)


def _is_desk_credit(text: str, desk: Desk) -> bool:
    """Whether a line says who of the desk worked on the story: "Reporting by Jane Doe; editing by John Roe"."""
    line = lead(text).lstrip("([ ")
    start = start_of(line, desk.words.desk_starts)
    if start is None or length(text) > 50:
        return False
    rest = text[len(text) - len(line) + len(start) :]
    is_sure = not start.endswith(" ") or len(line) > len(text) or script(rest) not in CASED
    return is_sure or rest.strip()[:1].isupper()  # "Édité par une petite maison" credits nobody of the desk


def is_byline(text: str, desk: Desk) -> bool:
    """Whether a line names who wrote the story: "By Jane Doe", not "By the river, a crowd had gathered"."""
    count = length(text)
    if not 2 <= count <= BYLINE_WORDS or len(text) > 200:
        return False
    if signed_name(text):
        return True
    line = lead(text)
    start = start_of(line, desk.words.byline_starts)
    if start is not None and bare(text) in desk.words.end_lines:  # "About the author" begins with the word in Hindi
        return False
    if start is None:
        glued = BY_GLUED.match(text)
        return glued is not None and _reads_as_names(text[glued.end() :], desk, sure=False)
    rest = text[len(text) - len(line) + len(start) :] if len(line) <= len(text) else text
    if not rest.strip():
        return False
    return _reads_as_names(rest, desk, sure=start.rstrip().endswith((":", "：", "/")))


def _reads_as_names(rest: str, desk: Desk, sure: bool) -> bool:
    """Whether what follows "By" is names, with jobs, agencies and dates allowed behind them."""
    first = tokens(_PARTS.split(rest)[0].split(",")[0])
    if not first or len(first) > 12:
        return False
    if script(rest) not in CASED:
        named = _FIGURE.split(rest, maxsplit=1)[0] if holds_date(rest, desk) else rest
        return sure or length(named) <= 8 and not ends_sentence(named)
    if ends_sentence(rest) and length(rest) > 8 and not holds_date(rest, desk):
        return False
    named = [part for part in first if part.casefold() not in NAME_PARTICLES]
    if all(part.casefold() in NOT_NAMES for part in named):  # "By Topic", "De Moda"
        return False
    of_names = sum(_may_be_of_a_name(part, desk) for part in named)
    return bool(named) and named[0][:1].isupper() and of_names >= len(named) * 0.8


def _may_be_of_a_name(part: str, desk: Desk) -> bool:
    """Whether a word may stand in a byline's list of names: it has a capital, names a job, or begins a date."""
    return part[:1].isupper() or part[:1].isdigit() or part.casefold() in desk.words.job_words
