"""What the templates of lists see: the front page, editions, archives, indexes. Frozen, like all of `site.values`."""

from __future__ import annotations

from markupsafe import Markup

from copydesk.frozen import value
from copydesk.site.values import Card, FeedLink, Link, Notice, When


@value(frozen=True, slots=True)
class Pagination:
    """Where in a paginated list this page is; ``pages`` links every page that should be shown, in the order of the
    list, ``None`` for a gap. Pages of a list that grows are numbered from the oldest (`site.showing.paging`)."""

    number: int
    total: int
    previous: str | None
    next: str | None
    pages: tuple[Link | None, ...]


@value(frozen=True, slots=True)
class Group:
    """Stories under one heading of a list: a day, a month, a section."""

    heading: str
    path: str | None
    cards: tuple[Card, ...]


@value(frozen=True, slots=True)
class EditionLink:
    """An edition as it is named elsewhere: "Edition 12", its days in words, how many stories it has."""

    number: int
    path: str
    title: str | None
    dated: When
    count: int
    headlines: tuple[Card, ...] = ()
    """Its first stories, where there is room to name them."""


@value(frozen=True, slots=True)
class FrontPage:
    """The front page: the current edition's lead story and those beside it, then the sections, then earlier editions.

    ``since`` are stories newer than the current edition, where editions are made by hand.
    """

    lead: Card | None
    secondary: tuple[Card, ...]
    sections: tuple[Group, ...]
    dated: When | None = None
    """The day of the newest story, for the dateline under the site's name: "Sunday, 10 August 2025"."""
    edition: EditionLink | None = None
    note: Markup | None = None
    """The curator's note on the edition."""
    since: tuple[Card, ...] = ()
    earlier: tuple[EditionLink, ...] = ()
    """The editions before the current one, newest first."""


@value(frozen=True, slots=True)
class EditionPage:
    """One edition: its lead, then its stories in order. On further pages of a long one there is no lead."""

    edition: EditionLink
    note: Markup | None
    lead: Card | None
    cards: tuple[Card, ...]
    newer: EditionLink | None
    older: EditionLink | None
    pagination: Pagination | None


@value(frozen=True, slots=True)
class EditionsPage:
    """All editions, newest first, by year."""

    heading: str
    groups: tuple[tuple[str, tuple[EditionLink, ...]], ...]
    pagination: Pagination | None


@value(frozen=True, slots=True)
class CalendarDay:
    """A day of a calendar, linked where it has stories and a page."""

    number: int
    label: str
    count: int = 0
    path: str | None = None


@value(frozen=True, slots=True)
class CalendarMonth:
    """A month of a calendar: its weeks from Monday to Sunday, ``None`` for days of its neighbours."""

    heading: str
    path: str | None
    count: int
    weeks: tuple[tuple[CalendarDay | None, ...], ...]


@value(frozen=True, slots=True)
class Calendar:
    """Months to scan, under the names of the days of the week: short as columns head them, and whole."""

    days: tuple[tuple[str, str], ...]
    months: tuple[CalendarMonth, ...]


@value(frozen=True, slots=True)
class ListPage:
    """The stories of one section, tag, author, publisher or period, newest first.

    ``kind`` is "section", "tag", "author", "publisher" or "period"; ``facts`` are label and value pairs about it (a
    publisher's home, policy, licence).
    """

    kind: str
    heading: str
    intro: str | None
    facts: tuple[tuple[str, Link], ...]
    groups: tuple[Group, ...]
    pagination: Pagination | None
    calendar: Calendar | None = None
    """Of a year or a month."""
    later: Link | None = None
    """The next period that has stories."""
    earlier: Link | None = None
    count: int | None = None
    """How many stories there are on all pages."""


@value(frozen=True, slots=True)
class IndexEntry:
    """A section, tag, author or publisher with its count; of a publisher also what is known of it."""

    link: Link
    facts: tuple[tuple[str, Link], ...] = ()


@value(frozen=True, slots=True)
class IndexGroup:
    """What an index has under one letter, or under none."""

    heading: str | None
    entries: tuple[IndexEntry, ...]


@value(frozen=True, slots=True)
class IndexPage:
    """All sections, tags, authors or publishers, with counts, by initial."""

    kind: str
    heading: str
    groups: tuple[IndexGroup, ...]
    pagination: Pagination | None = None


@value(frozen=True, slots=True)
class ArchiveYear:
    """A year of the archive: every month of it, linked where it has stories."""

    heading: str
    path: str | None
    count: int
    months: tuple[Link, ...]


@value(frozen=True, slots=True)
class ArchivePage:
    """The archive: the years, the newest first, and the newest stories."""

    heading: str
    years: tuple[ArchiveYear, ...]
    newest: tuple[Card, ...] = ()


@value(frozen=True, slots=True)
class Correction:
    """A published correction or a withdrawal, with the story it is about."""

    card: Card
    notice: Notice


@value(frozen=True, slots=True)
class CorrectionsPage:
    """Every correction and withdrawal, newest first."""

    heading: str
    corrections: tuple[Correction, ...]
    pagination: Pagination | None


@value(frozen=True, slots=True)
class MovedPage:
    """What stands at an old address: the way to the new one, or that there is none any more (``path`` is ``None``)."""

    heading: str
    path: str | None
    label: str | None


@value(frozen=True, slots=True)
class FeedChoice:
    """Something one can follow, and its feeds, one in each format."""

    title: str
    feeds: tuple[FeedLink, ...]


@value(frozen=True, slots=True)
class FeedGroup:
    """What can be followed, under a heading; ``is_long`` where so much that a line each must do."""

    heading: str
    choices: tuple[FeedChoice, ...]
    is_long: bool


@value(frozen=True, slots=True)
class FeedsPage:
    """For people: what a feed is, and each feed with its absolute address. ``opml`` is the path of the list of all of
    them for other software."""

    groups: tuple[FeedGroup, ...]
    opml: str | None = None


@value(frozen=True, slots=True)
class SearchPage:
    """The search page: ``bundle``, the path of the index's folder, ``None`` where this build makes no index; the names
    that can be chosen; and the lists of every story, for who has no script."""

    bundle: str | None
    sections: tuple[str, ...]
    publishers: tuple[str, ...]
    years: tuple[str, ...]
    lists: tuple[Link, ...]


@value(frozen=True, slots=True)
class TextPage:
    """A page written by hand (`content/pages`), or the 404 page."""

    heading: str
    body: Markup
