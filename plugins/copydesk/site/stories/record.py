"""What `site/` knows of a story once it is read: every policy applied, before any address is known.

A record holds nothing that may not be published: under ``excerpt`` and ``link`` the rest of the text is left out here,
so no page, feed or index can show it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from copydesk.frozen import value
from copydesk.model import Policy
from copydesk.site.entries import digest_of
from copydesk.site.stories.pictures import Picture
from copydesk.site.values import Account, Link, Notice, When

WORDS_A_MINUTE = 230
"""How fast people read news silently (Brysbaert 2019 finds 238 for English non-fiction)."""


@value(frozen=True, slots=True)
class Origin:
    """Where a story comes from, in the words of the pages; what is not known is ``None``."""

    publisher: str | None = None
    publisher_key: str | None = None
    publisher_home: str | None = None
    original: str | None = None
    original_publisher: str | None = None
    agency: str | None = None
    licence: str | None = None
    licence_url: str | None = None
    terms: str | None = None
    credit: str | None = None
    via: Link | None = None
    retrieved: When | None = None
    archived: str | None = None


@value(frozen=True, slots=True)
class Face:
    """What lists and neighbours show of a story; its card is made of this and of where its names lead."""

    headline: str
    standfirst: str | None
    authors: tuple[str, ...]
    publisher: str | None
    section: str | None
    published: When
    language: str
    minutes: int
    """Reading time, at least 1."""
    withdrawn: bool
    summary: str


@value(frozen=True, slots=True)
class Told:
    """What an item of a feed says of a story beside what its lists know; ``body`` as UTF-8, with surrogates."""

    body: bytes
    partial: bool
    summary: str
    note: Markup | None
    picture: Picture | None


@value(frozen=True, slots=True)
class StoryRecord:
    """A story as it may be published.

    ``moment`` and ``changed`` are points in time with a zone, for order and for feeds; ``published`` and ``updated``
    the same for people, as precisely as they are known. ``body`` is what the policy allows, ``summary`` plain text
    that says what it is about, "" where even that is not allowed. ``words`` counts the whole story.
    """

    guid: str
    headline: str
    standfirst: str | None
    authors: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    language: str
    moment: datetime
    changed: datetime | None
    published: When
    updated: When | None
    policy: Policy
    body: Markup
    partial: bool
    summary: str
    words: int
    origin: Origin
    dateline: str | None = None
    """Place, and day where it is given, that open the story, as they are printed."""
    note: Markup | None = None
    corrections: tuple[Notice, ...] = ()
    withdrawal: Notice | None = None
    pinned: bool = False
    account: Account | None = None
    picture: Picture | None = None
    terms: tuple[str, ...] = ()
    """The words it is most about, of what may be shown, for finding related stories."""
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    digest: str = ""
    """Of the words and facts of the whole story (`writing.ledgers.register`), whatever policy shows of it."""
    foreign: bool = False
    """Whether another reader made the story: its links then are Pelican's to resolve, for each page anew."""

    @property
    def licensed(self) -> bool:
        """Whether the site says under which terms it shows the story."""
        return bool(self.origin.licence or self.origin.licence_url)

    @property
    def copied(self) -> bool:
        """Whether the words are a publisher's, not written for this site."""
        return self.origin.publisher is not None or self.account is not None

    @property
    def face(self) -> Face:
        """What lists show of it."""
        return Face(
            headline=self.headline,
            standfirst=self.standfirst,
            authors=self.authors,
            publisher=self.origin.publisher,
            section=self.section,
            published=self.published,
            language=self.language,
            minutes=max(1, round(self.words / WORDS_A_MINUTE)),
            withdrawn=self.withdrawal is not None,
            summary=self.summary,
        )

    @property
    def told(self) -> Told:
        """What an item says of it."""
        body = self.body.encode("utf-8", "surrogatepass")
        return Told(body, self.partial, self.summary, self.note, self.picture)

    @property
    def face_key(self) -> str:
        """The digest of its face without the summary: two stories with one show alike in lists, but for where their
        names lead, and where lists show first words."""
        return digest_of(replace(self.face, summary=""))

    @property
    def teaser_key(self) -> str:
        """The digest of all of its face."""
        return digest_of(self.face)

    @property
    def key(self) -> str:
        """The digest of all of it."""
        return digest_of(self)

    def whole(self) -> StoryRecord:
        """The record with all of its fields at hand."""
        return self
