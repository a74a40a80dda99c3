"""What to write for a story, decided apart from writing it. Pure: files come in as text and go out as a `Plan`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from copydesk.batch.content.shelf import counts_as_edited
from copydesk.batch.report import Change
from copydesk.batch.seeds.cleaning import CleanCopy
from copydesk.batch.stories.slugs import slug, story_path, unique
from copydesk.errors import StoryFileError
from copydesk.model import Story
from copydesk.writing.ledgers.ledger import Entry, Seen
from copydesk.writing.stories.chunks import carry_over, is_reached
from copydesk.writing.stories.composing import Identity, headline, story_file
from copydesk.writing.stories.storyfile import compose, even
from copydesk.writing.stories.verifying import verify, verify_record


@dataclass(frozen=True, slots=True)
class Today:
    """The moment of the run, and the site's zone, which says what day that is."""

    now: datetime
    zone: str

    def day(self, moment: datetime) -> date:
        """The day of a moment in the site's zone."""
        return moment.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Standing:
    """A story that is there: its ledger's entry, its file's text (``None``: gone), and whether the curator asked for
    the new version in place of a hand edit."""

    entry: Entry
    current: str | None
    take: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What to put on the shelf: the ledger's entry, the story file's text (``None`` to leave the file alone), and what
    that is called in the report. ``replaced`` is hand-edited text that gives way because the curator said so."""

    entry: Entry
    text: str | None
    change: Change
    replaced: str | None = None


def new_story(copy: CleanCopy, today: Today, taken: Collection[str]) -> Plan:
    """The plan for a story not seen before; ``taken`` are the slugs of all others."""
    story = copy.story
    identity = Identity(story.guid, today.day(today.now))
    published = story.metadata.published
    day = published.value.day if published else identity.first_seen
    path = story_path(day, unique(slug(headline(story), story.guid), taken))
    text = generated(copy, identity)
    entry = Entry(story.guid, path, (Seen(story.sha256, story.seed),), today.now, today.now, text, story.item)
    return Plan(entry, text, "new")


def known_story(copy: CleanCopy, standing: Standing, today: Today) -> Plan:
    """The plan for a story that is there already."""
    entry, current = standing.entry, standing.current
    text = generated(copy, Identity(entry.guid, today.day(entry.first_seen)))
    seen = replace(entry, seen=_seen(copy.story, entry, text))
    renewed = renewed_by(copy, entry, text, today)
    if current is None:
        return Plan(renewed, text, "changed")
    if counts_as_edited(current, entry) and not reaches(text, current, entry):
        if standing.take:
            return Plan(renewed, taken_over(current, entry.base, text), "taken", replaced=current)
        return Plan(seen, None, "unchanged" if text == entry.base else "kept")
    carried = carry_over(current, entry.base, text)
    is_same = carried == even(current)
    return Plan(renewed, None if is_same else carried, "unchanged" if is_same else "changed")


def renewed_by(copy: CleanCopy, entry: Entry, text: str, today: Today) -> Entry:
    """The ledger's entry once ``text`` is what was last generated."""
    seen = replace(entry, seen=_seen(copy.story, entry, text))
    return seen if text == entry.base else replace(seen, base=text, updated=today.now)


def reaches(text: str, current: str, entry: Entry) -> bool:
    """Whether a new version says all that a hand changed, so that nothing of it is lost; unreadable: no."""
    try:
        return is_reached(even(current), entry.base, text, entry.path)
    except StoryFileError:
        return False


def generated(copy: CleanCopy, identity: Identity) -> str:
    """The story file's text as we write it, read back and found to say the same. Raises VerificationError."""
    page = story_file(copy.story, identity, copy.body)
    text = compose(page)
    if copy.body is None:
        verify(text, page, copy.story.blocks)
    else:
        verify_record(text, page)
    return text


def taken_over(current: str, base: str, text: str) -> str:
    """The new version with the curator's own keys, as far as the edited file can still be read."""
    try:
        return carry_over(current, base, text)
    except StoryFileError:
        return text


def _seen(story: Story, entry: Entry, text: str) -> tuple[Seen, ...]:
    """The raw files of the story, the current one first. A feed is another file each time it is fetched: of feeds, only
    the one in which the item first said what it says."""
    if story.is_item_permanent:
        return entry.seen if text == entry.base else (Seen(story.sha256, story.seed),)
    return (Seen(story.sha256, story.seed), *(seen for seen in entry.seen if seen.sha256 != story.sha256))
