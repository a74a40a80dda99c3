"""Lines of the site inside the story: share bars, adverts, newsletters, read-more links, consent notes."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing.cutting.asides import asks_readers, is_button
from copydesk.editing.cutting.numbered import numbers_of_parts
from copydesk.editing.cutting.pitches import pitches_above
from copydesk.editing.cutting.sponsors import says_who_paid
from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.pictures.credits import is_credit
from copydesk.editing.shapes import bare, ends_sentence, folded, is_laid_out, lead, length, said_on
from copydesk.editing.vocabulary import Phrases, Starts
from copydesk.model import Block, Clue, Doubt, Draft, Heading, Paragraph

STARTED_WORDS = 30
"""A line that begins like boilerplate and is longer than this is running text."""
PHRASED_WORDS = 45
PHRASED_LENGTH = 9 * PHRASED_WORDS
"""A line with a phrase of boilerplate in it that has more words, or characters, than this is running text."""
TWICE_WORDS, TWICE = 120, 0.8
"""With two phrases of boilerplate a line may have more words, if its score is lower: a disclaimer, a plea for
support."""
THRICE = 0.99
"""The score under which a line with three phrases of boilerplate is cut."""
TWICE_LENGTH = 9 * TWICE_WORDS
COUNT_LENGTH = 60
"""Characters of the longest line that is a count."""
LINK_WORDS = 25
"""A paragraph of links that is longer than this may be a list that the story gives."""
TOLD = 0.92
"""The score from which a line of some length stays against the word of a table."""
TOLD_WORDS = 8
SAID = 0.8
"""The score from which a sentence about rights is the story's."""
_SIGN = re.compile(r"[©®]|\([cC]\)|[Cc]opyright\s*\d")
HEADS = 0.6
"""The score of a heading that is a word of buttons too, and of the line under it, from which it heads the story."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NETWORK = re.compile(
    r"\b(?:facebook|instagram|threads|twitter|x|tiktok|bluesky|mastodon|linkedin|youtube|whatsapp|telegram|pinterest)\b"
)
_PAGE = re.compile(
    r"(?:page|seite|página|pagina|pág\.|pag\.|strona|strana|str\.|sida|side|sivu|oldal|страница|стр\.|сторінка|σελίδα"
    r"|sayfa|halaman|trang|หน้า)\s?\d{1,3}(?:\s?(?:/|of|von|de|di|van|z|av|af|/|из|з|από|dari|sur|trên|จาก)\s?\d{1,3})"
)
"""The number of a page among all, which printing sets at its foot: "Page 1 of 2"."""
_COUNT = re.compile(r"[\d.,]+(?:\s?[-–]\s?\d+)?(?:\s?[km+](?![^\W\d_]))?", re.IGNORECASE)


def cut_machine_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut the words of buttons, menus and players: "Loading recommendations…", "Skip to content"."""
    verdict = Verdict("word of a button, menu or player")
    found = _listed(draft.blocks, desk.words.machine_lines, desk.words.machine_starts, 12)
    found = {at for at in found if not _heads_text(draft.blocks, at)}
    found |= {at for at, block in enumerate(draft.blocks) if is_button(block)}
    return _cut_unless_told(draft, "cut_machine_lines", verdict, found)


def _heads_text(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a page sets a line as a heading, and the judge takes it and what is under it for the story: "Transcript"
    over what was said."""
    pair = blocks[at : at + 2]
    believed = all((each.score or 0.0) >= HEADS for each in pair)
    return isinstance(blocks[at].kind, Heading) and len(pair) == 2 and believed


PITCHES = frozenset("newsletter newsletters signup subscribe subscription optin nieuwsbrief boletin".split())
PITCH_WORDS = 4
"""Class words of boxes that pitch, and how many of a line are looked at."""


def cut_share_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut what invites to share or follow: "Share on Facebook"."""
    verdict = Verdict("share line")
    lines, starts = desk.words.share_lines, desk.words.share_starts
    inviting = _listed(draft.blocks, frozenset(), starts, 25)
    named = {at for at in inviting if _names_networks(draft.blocks[at].text)}
    draft = cut(draft, "cut_share_lines", dict.fromkeys(named, verdict))
    return _cut_unless_told(draft, "cut_share_lines", verdict, _listed(draft.blocks, lines, starts, 16))


def _names_networks(text: str) -> bool:
    """Whether a line that begins like an invitation names two networks: however much it reads like the story, it is
    none."""
    return len(set(_NETWORK.findall(folded(text)))) >= 2


def cut_advert_labels(draft: Draft, desk: Desk) -> Draft:
    """Cut the labels of adverts, and what a page says of who paid for it: "Story continues below advertisement"."""
    verdict = Verdict("label of an advert")
    found = _listed(draft.blocks, desk.words.advert_lines, desk.words.advert_starts, 25)
    found |= {at for at, block in enumerate(draft.blocks) if says_who_paid(block.text, desk)}
    return _cut_unless_told(draft, "cut_advert_labels", verdict, found)


def cut_read_more_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut links to other stories in the middle of this one: "READ MORE: Ferry back in service"."""
    found = _listed(draft.blocks, frozenset(), desk.words.more_starts, STARTED_WORDS)
    found = {at for at in found if not is_credit(draft.blocks[at].text, desk)}
    return _cut_unless_told(draft, "cut_read_more_lines", Verdict("link to another story"), found)


def cut_link_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut paragraphs that are nothing but links, unless the judge is sure of them: "Previous note | Next note"."""
    verdict = Verdict("nothing but links")
    return cut_where(draft, "cut_link_lines", verdict, _is_nothing_but_links)


def cut_newsletter_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut pitches for newsletters, apps and membership: "Sign up for our morning briefing"."""
    verdict = Verdict("pitch for a newsletter, an app or membership")
    draft = cut_where(draft, "cut_newsletter_lines", verdict, lambda block: asks_readers(block.text))
    found = _listed(draft.blocks, frozenset(), desk.words.newsletter_starts, 22)
    found |= _saying(draft.blocks, desk.words.newsletter_phrases)
    found |= pitches_above(draft.blocks, found, desk)
    return _cut_unless_told(draft, "cut_newsletter_lines", verdict, found)


def cut_consent_notes(draft: Draft, desk: Desk) -> Draft:
    """Cut notes about cookies, scripts and embedded content: "This website uses cookies"."""
    verdict = Verdict("note about cookies, scripts or embedded content")
    found = _saying(draft.blocks, desk.words.consent_phrases, THRICE)
    return _cut_unless_told(draft, "cut_consent_notes", verdict, found)


def cut_rights_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut copyright lines, which may name the publisher: "© 2025 Harbour Herald. All rights reserved."."""
    verdicts, clues = {}, []
    saying = _saying(draft.blocks, desk.words.rights_phrases)
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        named = line.startswith(("©", "(c)", "copyright")) and length(line) <= 25
        if (named or at in saying) and not _tells_of_rights(block, desk.words.rights_phrases):
            verdicts[at] = Verdict("copyright line")
            if ("©" in block.text or "copyright" in line) and _is_signed(block, desk):
                clues.append(Clue("publisher", block.text, "copyright line", block.place))
    return cut(draft, "cut_rights_lines", verdicts, clues)


def _tells_of_rights(block: Block, phrases: tuple[str, ...]) -> bool:
    """Whether a sentence without the sign, and with one phrase of rights at most, is likely the story's: "Copyright in
    the songs passed to her sister."."""
    if (block.score or 0.0) < SAID or not ends_sentence(block.text) or _SIGN.search(block.text):
        return False
    return _count(folded(block.text), phrases) < 2


def _is_signed(block: Block, desk: Desk) -> bool:
    """Whether a line with the sign has a year or words of rights; a bare name behind it is the credit of a picture."""
    return _YEAR.search(block.text) is not None or _says(block, desk.words.rights_phrases)


def cut_counts(draft: Draft, desk: Desk) -> Draft:
    """Cut reading times and counts of views, comments and shares: "3 min read", "1,204 views"."""
    verdict = Verdict("reading time or count")
    phrases = said_on(draft.blocks, desk.words.reading_phrases, COUNT_LENGTH)
    parts = {id(draft.blocks[at]) for at in numbers_of_parts(draft.blocks)}
    return cut_where(
        draft, "cut_counts", verdict, lambda block: is_count(block.text, phrases, desk) and id(block) not in parts
    )


def is_count(text: str, phrases: tuple[str, ...], desk: Desk) -> bool:
    """Whether a line only says how long the story is, in one of the phrases, or how many did something with it."""
    count = length(text)
    if not 0 < count <= 8 or len(text) > COUNT_LENGTH:
        return False
    line = folded(text)
    if any(phrase in line for phrase in phrases) or _PAGE.fullmatch(line):
        return True
    number = _COUNT.match(line.lstrip("(•· "))
    if number is None:
        return False
    rest = bare(line.lstrip("(•· ")[number.end() :])
    return rest in desk.words.count_words or (not rest and count == 1 and len(line) <= 3)


def _listed(blocks: tuple[Block, ...], lines: frozenset[str], starts: Starts, longest: int) -> set[int]:
    """The places of short blocks that are one of the lines, or several side by side, or begin like one of the starts:
    "Advertisement · Scroll to continue"."""
    found = set()
    for at, block in enumerate(blocks):
        text = block.text
        if len(text) > longest * 9:
            continue
        if (
            bare(text) in lines
            or starts.begin(lead(text))
            and length(text) <= longest
            or "·" in text
            and all(bare(part) in lines for part in text.split("·"))
        ) and not is_laid_out(block):
            found.add(at)
    return found


def _saying(blocks: tuple[Block, ...], phrases: Phrases, believed: float = TWICE) -> set[int]:
    """The places of blocks of a few sentences that have one of the phrases in them, or of more that have two or three;
    long ones are asked up to the score ``believed``."""
    asked = {at: block for at, block in enumerate(blocks) if _may_say(block, believed)}
    said = said_on(asked.values(), phrases)
    return {at for at, block in asked.items() if _says(block, said) or _says_twice(block, said)} if said else set()


def _may_say(block: Block, believed: float) -> bool:
    """Whether a block is so short, or so unlikely the story's, that phrases may tell what it is."""
    size = len(block.text)
    return size <= PHRASED_LENGTH or size <= TWICE_LENGTH and (block.score or 0.0) < believed


def _says(block: Block, phrases: tuple[str, ...]) -> bool:
    """Whether a block of at most a few sentences has one of the phrases in it."""
    if not phrases or is_laid_out(block):
        return False
    if len(block.text) > PHRASED_LENGTH or length(block.text) > PHRASED_WORDS:
        return False
    line = folded(block.text)
    return any(phrase in line for phrase in phrases)


def _says_twice(block: Block, phrases: tuple[str, ...]) -> bool:
    """Whether a longer line has two of the phrases in it, none a part of another, or three where the judge believes
    it."""
    score = block.score or 0.0
    if len(phrases) < 2 or len(block.text) <= PHRASED_WORDS or score >= THRICE:
        return False
    if length(block.text) > TWICE_WORDS or is_laid_out(block):
        return False
    return _count(folded(block.text), phrases) >= (2 if score < TWICE else 3)


def _count(line: str, phrases: tuple[str, ...]) -> int:
    """How many of the phrases stand in a folded line, none as a part of another."""
    said = 0
    for phrase in sorted(phrases, key=len, reverse=True):
        said += phrase in line
        line = line.replace(phrase, " ")
    return said


def _is_nothing_but_links(block: Block) -> bool:
    return (
        isinstance(block.kind, Paragraph)
        and block.markup is not None
        and block.markup.link_density > 0.8
        and length(block.text) <= LINK_WORDS
        and (block.score or 0.0) < 0.8
    )


def _cut_unless_told(draft: Draft, rule: str, verdict: Verdict, found: set[int]) -> Draft:
    """The draft without the blocks that were found; where the judge is sure that one is told, it stays in doubt."""
    told = {at for at in found if _is_told(draft.blocks[at])}
    doubts = tuple(
        Doubt(
            "lines-in-doubt",
            f'"{draft.blocks[at].text[:60]}" looks like a {verdict.reason}, but reads like the story',
            draft.blocks[at].place,
        )
        for at in sorted(told)
    )
    left = cut(draft, rule, dict.fromkeys(found - told, verdict))
    return replace(left, doubts=left.doubts + doubts) if doubts else left


def _is_told(block: Block) -> bool:
    """Whether the judge is sure that a line which begins like boilerplate is the story's: "Join the queue and …". A
    page sets its own words apart, all of them in italics or bold, links aside."""
    worded = (span for span in block.spans if any(map(str.isalnum, span.text)))
    is_set = all(span.emphasis or span.strong or span.href for span in worded)
    called = block.markup is not None and not PITCHES.isdisjoint(block.markup.words[:PITCH_WORDS])
    return (block.score or 0.0) >= TOLD and length(block.text) >= TOLD_WORDS and not (is_set or called)
