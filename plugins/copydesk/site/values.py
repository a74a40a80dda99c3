"""What the templates of our theme see: frozen values, every decision already taken.

Paths are relative to the site's root, without a leading slash ("2025/08/harbor.html"); a template puts ``page.root``
("../../", or "" on the front page) before them, so a page works under any base path. Text is plain ``str``, which
autoescape escapes; HTML is ``Markup``, made by `writing.html.rendering.to_html` alone.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from markupsafe import Markup

from copydesk.frozen import value


@value(frozen=True, slots=True)
class Link:
    """A label and where it leads: ``path`` inside the site, or ``url`` outside it. ``count`` of stories behind it."""

    label: str
    path: str | None = None
    url: str | None = None
    count: int | None = None

    def __repr__(self) -> str:
        # What a page depends on is told by this, of some hundred thousand links; the one of dataclasses is slower.
        return f"Link({self.label!r}, {self.path!r}, {self.url!r}, {self.count!r})"


@value(frozen=True, slots=True)
class When:
    """A date as people read it ("10 August 2025, 14:05 GMT+2") and as machines do (``iso``, in the story's zone)."""

    iso: str
    label: str
    recorded: bool = True
    """False where the file gave no date and this is the day the story was first seen."""
    doubtful: bool = False
    origin: str | None = None
    day: str | None = None
    """The day alone ("10 August 2025"), for lists."""


@value(frozen=True, slots=True)
class FeedLink:
    """A feed for autodiscovery and for people: its title, path and media type ("application/rss+xml")."""

    title: str
    path: str
    media_type: str


@value(frozen=True, slots=True)
class Logo:
    """A drawn name in place of the set one: its path, and its size in CSS pixels."""

    path: str
    width: int
    height: int


@value(frozen=True, slots=True)
class Site:
    """What is the same on every page. ``url`` is the absolute address without a trailing slash, or ""."""

    name: str
    subtitle: str
    url: str
    language: str
    menu: tuple[Link, ...]
    sections: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    footer: tuple[Link, ...]
    stylesheets: tuple[str, ...]
    notice: str | None = None
    """A line shown on every page, such as "The sample stories are invented."."""
    feeds_page: str = "feeds.html"
    """Path of the page for people about the feeds: where "Subscribe" leads."""
    search: str | None = None
    """Path of the search page, ``None`` where the site has none."""
    more_sections: Link | None = None
    """Where all sections are listed, if the menu has not room for them."""
    logo: Logo | None = None


@value(frozen=True, slots=True)
class Meta:
    """A meta element for machines: ``attribute`` is "property" (Open Graph) or "name"."""

    attribute: str
    name: str
    content: str


@value(frozen=True, slots=True)
class DataBlock:
    """The text of a script element that is data, escaped so that no story can end the element; and its digest as a
    Content-Security-Policy names it, since checkers (and careful browsers) take every such element for a script."""

    text: Markup
    digest: str


@value(frozen=True, slots=True)
class Here:
    """Where a page stands, for the parts that it shares with others: its root, and the language and direction of the
    words around them."""

    root: str
    language: str
    direction: str


@cache
def here(root: str, language: str, direction: str) -> Here:
    """One value for all pages that stand alike, by which templates remember what they made there."""
    return Here(root, language, direction)


@value(frozen=True, slots=True)
class Page:
    """The frame of one page. ``robots`` is the content of the robots meta element, or ``None`` for none.

    ``title`` has not the site's name, which the theme adds. ``language`` and ``direction`` are those of the words of
    the interface, so of the site; a story's own stand on its card.
    """

    site: Site
    path: str
    root: str
    title: str
    description: str
    language: str
    direction: str
    canonical: str | None = None
    robots: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    """Feeds of this page alone (its section, its publisher), before the site's own."""
    trail: tuple[Link, ...] = ()
    """Breadcrumbs: what stands between the front page and this page, without both: a story's section, an author's
    "Authors"."""
    sharing: tuple[Meta, ...] = ()
    """What the page says of itself where its address is shared."""
    structured: DataBlock | None = None
    """Its structured data (``application/ld+json``)."""

    @property
    def here(self) -> Here:
        """What the parts that many pages share need to know of this one."""
        return here(self.root, self.language, self.direction)

    @property
    def current(self) -> str | None:
        """Its path if a menu of the site leads to it, ``None`` for all other pages, whose menus are the same."""
        site = self.site
        named = any(link.path == self.path for link in chain(site.menu, site.sections, site.footer))
        return self.path if named or self.path == site.search else None


LONG_READ = 4
"""Minutes from which a list says how long a story is: under every brief it would be noise."""

WORDY = 100
"""Letters from which a headline is set smaller: more would fill a screen before the first word of the story."""


@value(frozen=True, slots=True)
class Card:
    """A story in a list."""

    path: str
    headline: str
    standfirst: str | None
    authors: tuple[Link, ...]
    publisher: Link | None
    section: Link | None
    published: When
    language: str
    direction: str
    minutes: int
    """Reading time, at least 1."""
    withdrawn: bool = False
    teaser: str | None = None
    """Its first words, for where a standfirst is wanted and there is none."""

    @property
    def is_long(self) -> bool:
        """Whether lists warn of the time it takes to read."""
        return self.minutes >= LONG_READ

    @property
    def is_wordy(self) -> bool:
        """Whether its headline is too long to be set large. A letter of Chinese is as wide as two."""
        wide = 0 if self.headline.isascii() else sum(letter > "\u2e80" for letter in self.headline)
        return len(self.headline) + wide > WORDY


@value(frozen=True, slots=True)
class CutCount:
    """How many blocks left for one reason: "share line", 3."""

    reason: str
    count: int


@value(frozen=True, slots=True)
class Account:
    """How the story was cleaned: the raw file's format, blocks kept, cuts by reason, and each fact's origin."""

    format: str
    kept: int
    cuts: tuple[CutCount, ...]
    origins: tuple[tuple[str, str], ...]
    """(fact, where it comes from), in words: ("headline", "the heading above the story")."""
    seed: str | None
    sha256: str | None


@value(frozen=True, slots=True)
class Notice:
    """A dated, published correction or the note of a withdrawal."""

    when: When | None
    text: str


@value(frozen=True, slots=True)
class Copy:
    """The same story as another publisher printed it: the publisher, the address of its original, and the path of our
    own page of it."""

    publisher: Link | None
    original: str | None
    path: str


@value(frozen=True, slots=True)
class StoryPage:
    """A story's own page. ``body`` is already cut to what the policy allows; ``partial`` says that it was."""

    card: Card
    body: Markup
    partial: bool
    updated: When | None
    tags: tuple[Link, ...]
    note: Markup | None
    """The curator's note."""
    corrections: tuple[Notice, ...]
    withdrawal: Notice | None
    original: str | None
    """Absolute address of the original, ``None`` when it was not recorded."""
    original_host: str | None
    original_publisher: str | None
    publisher_home: str | None
    licence: str | None
    licence_url: str | None
    terms: str | None
    credit: str | None
    agency: str | None
    via: Link | None
    retrieved: When | None
    archived: str | None
    image: str | None
    """Path of the image the site itself serves, where policy allows it."""
    image_alt: str | None
    account: Account | None
    """``None`` for a story written by hand."""
    newer: Card | None
    older: Card | None
    also: tuple[Copy, ...] = ()
    """The other copies of this story."""
    copy_of: Card | None = None
    """The copy that lists show in place of this one."""
    more: tuple[Card, ...] = ()
    """Other stories on the same event, newest first."""
    image_width: int | None = None
    image_height: int | None = None
    related: tuple[Card, ...] = ()
    """Stories that share its strongest terms."""
    edition: Link | None = None
    """The edition it is in; the label is its number."""
    dateline: str | None = None
    """Place, and day where it is given, that open the story."""
