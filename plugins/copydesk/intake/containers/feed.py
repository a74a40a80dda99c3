"""Feeds as seeds: RSS (all versions), Atom and JSON Feed; one document per item.

The item's content is read as the page it is a part of; what the feed says about it becomes clues. The item's own id is
its identity: the next fetch of the same feed adds only what is new in it.
"""

from __future__ import annotations

from dataclasses import replace

from copydesk.errors import HeldError
from copydesk.intake.characters.controls import strip_harmful
from copydesk.intake.containers.feed_items import FeedEntry, entries_of
from copydesk.intake.machines.clues import Clues
from copydesk.intake.pages import html
from copydesk.intake.source import Source
from copydesk.model import Clue, Draft
from copydesk.text import squeeze

ORIGIN = "feed"
"""The origin of all that a feed says of its items."""

MOST = 5000
"""Items of one feed that are read: more than any publisher keeps in one file."""

TAKEN = "another item of the feed has the same id. Save the article's page as HTML in its place"
"""Why an item is held that leads elsewhere than the first of its id: the next fetch could not tell the two apart."""

CUT = "the feed breaks off within this item: fetch it again, or save the article's page as HTML"
"""Why the last item is held of a file that was not sent, or not saved, to its end: half a story is none."""

_BEGINNINGS = ("<item>", "<item ", "<entry>", "<entry ")
"""How items begin in XML, counted before a feed is parsed: parsing takes the longer the more there are."""


def read(source: Source) -> tuple[Draft, ...]:
    """A document per item, each id once; another story under an id that is taken is held. Raises HeldError for a feed
    that cannot be read or has no items."""
    check_items(source.raw.seed, sum(map(source.text.count, _BEGINNINGS)))
    found: dict[str, FeedEntry] = {}
    astray: set[str] = set()
    for entry in entries_of(source.text, source.raw.seed):
        if found.setdefault(entry.id, entry).link != entry.link:
            astray.add(f"{entry.id} {entry.link}")
    if not found:
        raise HeldError(source.raw.seed, "the feed has no items", "Fetch it again, or take the file out")
    check_items(source.raw.seed, len(found))
    lines = source.lines
    drafts = [_draft(entry, source, lines) for entry in found.values()]
    return (*drafts, *(replace(_nothing(source, lines), item=id, held=(TAKEN,)) for id in sorted(astray)))


def check_items(seed: str, count: int) -> None:
    """Hold a feed of more items than `MOST`."""
    if count > MOST:
        raise HeldError(seed, f"the feed has more than {MOST:,} items", "Split it into several files")


def _draft(entry: FeedEntry, source: Source, lines: int) -> Draft:
    """One item of a file of so many lines; one that cannot be read is held alone."""
    raw = replace(source.raw, url=entry.link)
    try:
        (page,) = html.read(replace(source, raw=raw, text=entry.content))
    except HeldError as error:
        page = replace(_nothing(source, lines), held=(f"{error.problem}. {error.advice}",))
    said = _said(entry)
    title = squeeze(strip_harmful(entry.title or ""))  # kept to the letter: "<sail>" in it is a word
    clues = (*((Clue("headline", title, ORIGIN),) if title else ()), *said.all(), *page.clues)
    doubts = said.doubts(page.doubts)
    held = (*page.held, CUT) if entry.is_cut else page.held
    read = replace(page, format="feed", lines=lines, clues=clues, doubts=doubts, held=held)
    return replace(read, item=entry.id, is_item_permanent=True)


def _nothing(source: Source, lines: int) -> Draft:
    return Draft(source.raw.seed, source.sha256, "feed", source.encoding, lines, ())


def _said(entry: FeedEntry) -> Clues:
    """What the feed says of an item, but for its title."""
    clues = Clues()
    clues.note_harm(f"{entry.title} {entry.content}")
    for author in entry.authors:
        clues.add("author", author, ORIGIN)
    for tag in entry.tags:
        clues.add("tag", tag, ORIGIN)
    clues.add("publisher", entry.publisher, ORIGIN)
    clues.add("published", entry.published, ORIGIN)
    clues.add("updated", entry.updated, ORIGIN)
    clues.add("canonical_url", entry.link, ORIGIN)
    clues.add("language", entry.language, ORIGIN)
    clues.add("licence", entry.licence, ORIGIN)
    clues.add("image", entry.image, ORIGIN)
    clues.add("standfirst", entry.standfirst, ORIGIN)
    return clues
