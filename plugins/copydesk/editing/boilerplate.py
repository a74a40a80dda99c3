"""Lines of the site inside the story: share bars, adverts, newsletters, read-more links, consent notes."""

from __future__ import annotations

import re

from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.shapes import bare, folded, is_laid_out, is_running_text, lead, length
from copydesk.model import Block, Clue, Doubt, Draft
from copydesk.text import is_spaceless
from dataclasses import replace

STARTED_WORDS = 30
"""A line that begins like boilerplate and is longer than this is running text."""
PHRASED_WORDS = 45
"""A line with a phrase of boilerplate in it that is longer than this is running text."""
_COUNT = re.compile(r"[\d.,]+\s?[km+]?", re.IGNORECASE)


def cut_machine_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut the words of buttons, menus and players: "Loading recommendations…", "Skip to content"."""
    verdict = Verdict("word of a button, menu or player")
    lines, starts = frozenset(desk.words.machine_lines), desk.words.machine_starts
    return cut_where(draft, "cut_machine_lines", verdict, lambda block: _is_listed(block, lines, starts, 12))


def cut_share_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut what invites to share or follow: "Share on Facebook"."""
    lines, starts = frozenset(desk.words.share_lines), desk.words.share_starts
    verdict = Verdict("share line")
    return cut_where(draft, "cut_share_lines", verdict, lambda block: _is_listed(block, lines, starts, 16))


def cut_advert_labels(draft: Draft, desk: Desk) -> Draft:
    """Cut the labels of adverts: "Story continues below advertisement"."""
    lines, starts = frozenset(desk.words.advert_lines), desk.words.advert_starts
    verdict = Verdict("label of an advert")
    return cut_where(draft, "cut_advert_labels", verdict, lambda block: _is_listed(block, lines, starts, 25))


def cut_read_more_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut links to other stories in the middle of this one: "READ MORE: Ferry back in service"."""
    verdict = Verdict("link to another story")
    starts = desk.words.more_starts
    return cut_where(draft, "cut_read_more_lines", verdict, lambda block: _is_listed(block, frozenset(), starts, STARTED_WORDS))


def cut_newsletter_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut pitches for newsletters, apps and membership: "Sign up for our morning briefing"."""
    verdict = Verdict("pitch for a newsletter, an app or membership")
    starts, phrases = desk.words.newsletter_starts, desk.words.newsletter_phrases
    return cut_where(
        draft,
        "cut_newsletter_lines",
        verdict,
        lambda block: _is_listed(block, frozenset(), starts, 22) and not _is_prose(block) or _says(block, phrases),
    )


def cut_consent_notes(draft: Draft, desk: Desk) -> Draft:
    """Cut notes about cookies, scripts and embedded content: "This website uses cookies"."""
    verdict = Verdict("note about cookies, scripts or embedded content")
    return cut_where(draft, "cut_consent_notes", verdict, lambda block: _says(block, desk.words.consent_phrases))


def cut_rights_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut copyright lines, which may name the publisher: "© 2025 Harbour Herald. All rights reserved."."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        if _says(block, desk.words.rights_phrases) or line.startswith(("©", "(c)", "copyright")) and length(line) <= 25:
            verdicts[at] = Verdict("copyright line")
            if "©" in block.text or "copyright" in line:
                clues.append(Clue("publisher", block.text, "copyright line", block.place))
    return cut(draft, "cut_rights_lines", verdicts, clues)


def cut_counts(draft: Draft, desk: Desk) -> Draft:
    """Cut reading times and counts of views, comments and shares: "3 min read", "1,204 views"."""
    verdict = Verdict("reading time or count")
    return cut_where(draft, "cut_counts", verdict, lambda block: is_count(block.text, desk))


def is_count(text: str, desk: Desk) -> bool:
    """Whether a line only says how long the story is or how many people did something with it."""
    count = length(text)
    if not 0 < count <= 8 or len(text) > 60:
        return False
    line = folded(text)
    if any(phrase in line for phrase in desk.words.reading_phrases):
        return True
    number = _COUNT.match(line.lstrip("(•· "))
    if number is None:
        return False
    rest = bare(line.lstrip("(•· ")[number.end() :])
    return rest in desk.words.count_words or (not rest and count == 1 and len(line) <= 3)


def lift_tags(draft: Draft, desk: Desk) -> Draft:
    """Lift the list of tags: "Tags: harbour, ferries, budget"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        start = next((start for start in desk.words.tag_starts if line.startswith(start)), None)
        if start is None or length(line) > 40 or is_running_text(block.text):
            continue
        verdicts[at] = Verdict("list of tags", "furniture")
        rest = block.text[len(block.text) - len(line) + len(start) :] if len(line) <= len(block.text) else ""
        tags = [tag.strip(" .#") for tag in re.split(r"[,;|•·،、]|\s#|\s/\s", rest)]
        clues += [Clue("tag", tag, "tag line", block.place) for tag in tags if tag and length(tag) <= 6]
    return cut(draft, "lift_tags", verdicts, clues)


def lift_source_lines(draft: Draft, desk: Desk) -> Draft:
    """Lift who the page itself credits: "Source: Reuters"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        start = next((start for start in desk.words.source_starts if line.startswith(start)), None)
        if start is None or length(line) > 16:
            continue
        rest = block.text[len(block.text) - len(line) + len(start) :].strip(" :：.") if len(line) <= len(block.text) else ""
        if rest:
            verdicts[at] = Verdict("names the source", "furniture")
            clues.append(Clue("original_publisher", rest, "source line", block.place))
    return cut(draft, "lift_source_lines", verdicts, clues)


def cut_source_link(draft: Draft, desk: Desk) -> Draft:
    """Cut the words of a link to the original whose address was lost, and say so: "Source link"."""
    lines = frozenset(desk.words.source_link_lines)
    found = {at: block for at, block in enumerate(draft.blocks) if len(block.text) < 60 and bare(block.text) in lines}
    if not found:
        return draft
    doubts = tuple(
        Doubt("original-address-missing", f'"{block.text}" led to the original, but its address was lost', block.place)
        for block in found.values()
        if not any(span.href for span in block.spans)
    )
    clues = [
        Clue("canonical_url", span.href, "source line", block.place)
        for block in found.values()
        for span in block.spans
        if span.href
    ]
    verdict = Verdict("words of a link to the original")
    return replace(cut(draft, "cut_source_link", dict.fromkeys(found, verdict), clues), doubts=draft.doubts + doubts)


def _is_listed(block: Block, lines: frozenset[str], starts: tuple[str, ...], longest: int) -> bool:
    """Whether a short block is one of the lines, or begins like one of the starts."""
    text = block.text
    if len(text) > longest * 9 or is_laid_out(block):
        return False
    return bare(text) in lines or bool(starts) and lead(text).startswith(starts) and length(text) <= longest


def _says(block: Block, phrases: tuple[str, ...]) -> bool:
    """Whether a block of at most a few sentences has one of the phrases in it."""
    if is_laid_out(block) or len(block.text) > PHRASED_WORDS * 9 or length(block.text) > PHRASED_WORDS:
        return False
    line = folded(block.text)
    return any(phrase in line for phrase in phrases)


def _is_prose(block: Block) -> bool:
    """Whether the judge is sure that a line which begins like a pitch is the story's: "Join the queue and …"."""
    return (block.score or 0.0) >= 0.8 and length(block.text) >= 12 and not is_spaceless(block.text)
