"""The headline: the line above the story that the page repeats, names in its title, or sets as its first heading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from copydesk.editing.bylines.bylines import is_byline
from copydesk.editing.bylines.dates import holds_date, is_only_date
from copydesk.editing.bylines.senders import UNDER_STANDFIRST, sender_on
from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.headlines.elsewhere import elsewhere
from copydesk.editing.headlines.judge import LIKELY, Pick, likeliest
from copydesk.editing.headlines.kickers import part_kicker
from copydesk.editing.headlines.named import ABOVE, LONGEST, Candidate, best_named
from copydesk.editing.headlines.names_above import past_the_name
from copydesk.editing.headlines.no_headline import captions_above, is_no_headline
from copydesk.editing.headlines.page import BRIEF, Above
from copydesk.editing.headlines.reader_view import in_reader_view
from copydesk.editing.headlines.titles import is_again, is_of_page
from copydesk.editing.shapes import bare, ends_sentence, folded, is_flowing, lead, length
from copydesk.editing.story import stands_above, start_of_story, tells
from copydesk.model import Block, Clue, Doubt, Draft, Table
from copydesk.text import is_spaceless

TITLES = frozenset(
    ("title element", "open graph", "json-ld", "twitter card", "meta", "microdata", "h1", "mail header", "clipping")
)
IN_DOUBT = "headline-in-doubt"
DOUBTFUL = 0.6
"""The probability under which the headline chosen from a dump is shown to the curator."""
LINE_WORDS = 9
"""Words of the longest line that is cut for standing above the headline; a standfirst or a lede is longer."""
BREADCRUMBS = ("lift_glued_breadcrumb", "lift_breadcrumb")
BREADCRUMB_REPEATS = 15
"""Characters of a headline that a breadcrumb must repeat at least."""
UNLIKELY = 0.03
"""The probability from which a line is the headline where a date or a byline stands right below it,"""
NEAR = 5
"""at most so many lines below."""
STANDFIRST = 9
"""The fewest words of a standfirst between the two."""
SAID_AGAIN = 1.0
"""How much of a line the story says (`page.Above.said_in_story`) that only its place speaks for."""
SECTION_WORDS = 2
"""Words of the longest kicker that is a section: longer ones say what has happened."""
STEPS_APART = 3
"""How far above a numbered step of a breadcrumb the step before it stands, in blocks."""
_IN_DATELINE = re.compile(r"[^()]{2,50}\(([^()]{2,40})\)\s?[—–-]")
_STEP = re.compile(r"(\d{1,2})\.\s+(?=\S)")
SPELLED_NEAR = 60
"""Blocks under the line chosen among which the headline is spelled out: the menu stands between."""
NAME_MARKS = ("|", "｜", "–", "—", "-", "·", "»", "_")
"""What stands between a headline and the name of the site in the title of a page."""
SIGNS = 9
"""The fewest signs of a headline in a script that sets no spaces: sections have two to six."""
DATED_WORDS = 16
"""Words of the longest line that stands for a date or a byline around the headline."""


def lift_headline(draft: Draft, desk: Desk) -> Draft:
    """Lift the headline from above the story: "Harbour wall to be rebuilt by spring"."""
    draft = replace(draft, clues=tuple(clue for clue in draft.clues if not _is_of_page(clue)))
    best = _best(draft, desk)
    if best is None:
        return draft
    block = draft.blocks[best.at]
    kicker, title = part_kicker(
        _without_number(draft.blocks, best.at), elsewhere(draft).lines if not block.markup else (), desk
    )
    clues = [Clue("headline", title, "headline line", block.place)]
    clues += [Clue("section", kicker, "kicker", block.place)] if kicker and length(kicker) <= SECTION_WORDS else []
    if best.points < DOUBTFUL:
        doubt = Doubt(IN_DOUBT, f"the headline is perhaps another line than “{block.text}”", block.place)
        draft = replace(draft, doubts=(*draft.doubts, doubt))
    return cut(draft, "lift_headline", {best.at: Verdict("headline", "furniture")}, clues)


def _is_of_page(clue: Clue) -> bool:
    return clue.fact == "headline" and clue.origin == "title element" and is_of_page(folded(clue.value))


def _without_number(blocks: tuple[Block, ...], at: int) -> str:
    """The line without the number of the step it is in a breadcrumb: "3. Ports" stands before "4. Wall rebuilt"."""
    text = blocks[at].text
    step = _STEP.match(text)
    if step is None:
        return text
    before = (_STEP.match(block.text) for block in blocks[max(0, at - STEPS_APART) : at])
    counted = any(other is not None and int(other[1]) == int(step[1]) - 1 for other in before)
    return text[step.end() :] if counted else text


def cut_repeated_headline(draft: Draft, desk: Desk) -> Draft:
    """Cut the headline where it stands above the story again, or where nobody takes it for a subhead of the story."""
    titles = {folded(clue.value) for clue in draft.clues if clue.fact == "headline" and clue.origin == "headline line"}
    begin = start_of_story(draft.blocks)
    verdict = Verdict("the headline again", "duplicate")
    return cut(
        draft,
        "cut_repeated_headline",
        {
            at: verdict
            for at, block in enumerate(draft.blocks)
            if length(block.text) >= 3 and is_again(block.text, titles) and (at < begin or (block.score or 0.0) < 0.8)
        },
    )


def cut_lines_above(draft: Draft, desk: Desk) -> Draft:
    """Cut what stands above the headline and is no running text: the rest of a menu, a name of the site, prices."""
    headline = next((taken.block for taken in draft.cuts if taken.rule == "lift_headline"), None)
    if headline is None or any(doubt.code == IN_DOUBT for doubt in draft.doubts):
        return draft
    verdict = Verdict("stands above the headline")
    return cut_where(
        draft,
        "cut_lines_above",
        verdict,
        lambda block: _is_no_text(block) and stands_above(block, headline),
    )


def _is_no_text(block: Block) -> bool:
    """Whether a block is a line of some words, or a table that a dump has of the prices at the head of its page."""
    if isinstance(block.kind, Table):
        return block.markup is None
    return is_flowing(block) and length(block.text) <= LINE_WORDS


def above_story(draft: Draft, desk: Desk) -> Above:
    """What the judge of headlines looks at."""
    begin = start_of_story(draft.blocks)
    top = range(max(0, begin - ABOVE), begin)
    short = {at: draft.blocks[at].text for at in top if length(draft.blocks[at].text) <= DATED_WORDS}
    dated = frozenset(at for at, text in short.items() if holds_date(text, desk))
    led = frozenset(at for at, text in short.items() if desk.words.byline_starts.begin(lead(text)))
    dates = frozenset(at for at in dated if is_only_date(draft.blocks[at].text, desk))
    sections = frozenset(folded(clue.value) for clue in draft.clues if clue.fact == "section")
    barred = frozenset(at for at in top if is_no_headline(draft.blocks[at].text, desk))
    barred |= frozenset(
        at for at in short if folded(short[at]) in sections | _in_dateline(draft.blocks[begin : begin + 1])
    )
    barred |= _senders(draft.blocks[: begin + UNDER_STANDFIRST], short, desk)
    barred |= captions_above(draft.blocks, range(max(0, begin - ABOVE), begin), dated | led, barred)
    return Above(draft.blocks, begin, elsewhere(draft).lines, dates, dated, led, barred)


def _senders(above: tuple[Block, ...], short: Mapping[int, str], desk: Desk) -> frozenset[int]:
    """The short lines that only name whom a line says that the release is from: "From: Department of Coasts"."""
    senders = {folded(sender) for block in above if (sender := sender_on(block.text, desk))}
    return frozenset(at for at, text in short.items() if folded(text) in senders) if senders else frozenset()


def _in_dateline(lede: tuple[Block, ...]) -> frozenset[str]:
    """The agency in brackets that opens the lede, folded: "SANDRAY, June 3 (Coastal Press) — A ferry ran aground"."""
    found = _IN_DATELINE.match(lede[0].text) if lede else None
    return frozenset((folded(found[1]),)) if found else frozenset()


def _best(draft: Draft, desk: Desk) -> Candidate | None:
    titles = tuple(folded(clue.value) for clue in draft.clues if clue.fact == "headline" and clue.origin in TITLES)
    if not titles:
        above = above_story(draft, desk)
        pick = _repeated_by_breadcrumb(draft, above) or in_reader_view(above, desk) or _judged(above, desk)
        pick = _under_title(above, pick) or pick or _above_byline(above, desk) or _under_date(above)
        if pick is None or tells(draft.blocks[pick.at]):  # a dump that begins with its lede has no headline
            return None
        pick = _spelled_below(above, pick)
        return Candidate(pick.at, pick.probability)
    return best_named(draft, desk, titles)


def _under_title(above: Above, pick: Pick | None) -> Pick | None:
    """The line that the first one of a dump says too, with the name of the site behind it: the title of the page. Asked
    where nothing speaks for a line of the page: a title may say more than the headline."""
    if pick is not None and pick.probability >= DOUBTFUL:
        return None
    title = above.blocks[0].text if above.blocks else ""
    for at in above.places:
        line = above.blocks[at].text
        named = title.startswith(line) and title[len(line) :].lstrip()[:1] in NAME_MARKS
        if at > 0 and named and title != line and above.size(at) > BRIEF and at not in above.barred:
            return Pick(at, 1.0)
    return None


def _spelled_below(above: Above, pick: Pick) -> Pick:
    """The choice, or a line under it that says as much without the name of the site, or more behind a colon: a title
    over the headline, the last step of a breadcrumb."""
    line = above.blocks[pick.at].text
    for at in range(pick.at + 1, min(above.begin, pick.at + SPELLED_NEAR + 1)):
        other = above.blocks[at].text
        without_name = line.startswith(other) and line[len(other) :].lstrip()[:1] in NAME_MARKS
        longer = (
            pick.probability < DOUBTFUL
            and other.startswith(line)
            and other[len(line) : len(line) + 2] == ": "
            and at in above.places
        )
        if above.size(at) >= BRIEF and (without_name and line != other or longer):
            return Pick(at, pick.probability)
    return pick


def _repeated_by_breadcrumb(draft: Draft, above: Above) -> Pick | None:
    """The line whose beginning the breadcrumb ends with, whole or truncated: "HomeEconomyPort reopens after..."."""
    trails = [folded(taken.block.text).rstrip(". …") for taken in draft.cuts if taken.rule in BREADCRUMBS]
    for at in above.places:
        line = folded(above.blocks[at].text)
        opening = line[:BREADCRUMB_REPEATS]
        if len(opening) < BREADCRUMB_REPEATS:  # a section that the menu and the breadcrumb name
            continue
        if any(opening in trail and line.startswith(trail[trail.rindex(opening) :]) for trail in trails):
            return Pick(at, 1.0)
    return None


def _judged(above: Above, desk: Desk) -> Pick | None:
    """The judge's choice; an unlikely one only where a date or a byline stands right below, and of two lines the upper
    where the lower is a standfirst."""
    pick = past_the_name(above, likeliest(above, UNLIKELY), DOUBTFUL)
    if pick is None or pick.probability >= DOUBTFUL:
        return pick
    below = (block.text for block in above.blocks[pick.at + 1 : pick.at + 1 + NEAR])
    if not any(is_byline(text, desk) or length(text) <= DATED_WORDS and holds_date(text, desk) for text in below):
        return pick if pick.probability >= LIKELY else None
    return Pick(pick.at - 1, pick.probability) if _is_standfirst(above, pick, desk) else pick


def _is_standfirst(above: Above, pick: Pick, desk: Desk) -> bool:
    """Whether the line picked is long enough for a standfirst, and a shorter one over it may be the headline. A likely
    one that is set apart from the line over it, and shares no word with it, is a headline."""
    over = pick.at - 1
    if over not in above.places or above.size(pick.at) < STANDFIRST or above.size(over) >= above.size(pick.at):
        return False
    shares = not above.content(over).isdisjoint(above.content(pick.at))
    is_set_apart = pick.probability >= LIKELY and above.blocks[pick.at].gap > 0 and not shares
    return not is_set_apart and _is_title(above, over, desk)


def _is_title(above: Above, at: int, desk: Desk) -> bool:
    """Whether a line over a standfirst may be the headline: words enough, and no section of the menu above it."""
    text = above.blocks[at].text
    fewest = SIGNS if is_spaceless(text) else BRIEF
    return above.size(at) >= fewest and bare(text) not in desk.words.kicker_words


def _above_byline(above: Above, desk: Desk) -> Pick | None:
    """The line right above "by Jane Doe", a note to editors aside, though it may share no word with the story."""
    for at in above.places:
        line, under = above.blocks[at].text, map(lead, (block.text for block in above.blocks[at + 1 : at + 3]))
        below = next((text for text in under if not desk.words.machine_starts.begin(text)), "")
        if desk.words.byline_starts.begin(below) and 2 <= length(line) <= LONGEST and not ends_sentence(line):
            return Pick(at, LIKELY)
    return None


def _under_date(above: Above) -> Pick | None:
    """The line between a date and the lede that the story says again: a headline in a language of which the judge has
    seen too little."""
    at = above.begin - 1
    if at not in above.places or at - 1 not in above.dated or above.size(at) < BRIEF + 1:
        return None
    text = above.blocks[at].text
    return Pick(at, LIKELY) if above.said_in_story(at) >= SAID_AGAIN and not ends_sentence(text) else None
