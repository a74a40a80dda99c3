"""What a generator asks for, the pages that come of it, and what makes their values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from copydesk.frozen import value
from copydesk.settings import Settings
from copydesk.site.entries import digest_of
from copydesk.site.machines.sharing import Shared, Shot, page_meta
from copydesk.site.machines.shots import Shots
from copydesk.site.showing.archive import Archive
from copydesk.site.showing.cards import Cards
from copydesk.site.showing.frame import About, Frame, shortened
from copydesk.site.showing.kin import Kin
from copydesk.site.showing.paging import Leaf, Place
from copydesk.site.showing.related import Related
from copydesk.site.stories.record import StoryRecord
from copydesk.site.tongue import Tongue
from copydesk.site.values import Link, Page, Site

Values = Mapping[str, object]
"""What a template is rendered with, by name."""

NOWHERE = Site("", "", "", "", (), (), (), (), ())
"""What stands in place of the site where only the rest of a page counts."""


def without_site(values: Values) -> Values:
    """The values without what is the same on every page."""
    page = values["page"]
    return {**values, "page": replace(page, site=NOWHERE)} if isinstance(page, Page) else values


@value(frozen=True, slots=True)
class Request:
    """What a generator asks for: a page, or the first page of a list. Where, the template's name, Pelican's context
    with the template's variables."""

    path: str
    template: str
    context: dict[str, Any]

    @property
    def size(self) -> int | None:
        """Items on a page, as PAGINATED_TEMPLATES and DEFAULT_PAGINATION say; ``None`` for one page of any length."""
        table = self.context["PAGINATED_TEMPLATES"]
        if self.template not in table:
            return None
        return table[self.template] or self.context["DEFAULT_PAGINATION"] or None

    @property
    def place(self) -> Place:
        """Where the list's pages are."""
        return Place(self.path, self.context["PAGINATION_PATTERNS"])


@value(frozen=True, slots=True)
class Unmade:
    """What a template will receive, not made yet: ``make`` of ``parts``, which are all it may look at. ``key`` is a
    digest of the parts."""

    key: str
    make: Callable[..., Values]
    parts: tuple[Any, ...]

    def made(self) -> Values:
        """The values."""
        return self.make(*self.parts)


def page_digest(basis: str, values: Values | Unmade) -> str:
    """The digest of a page that depends on its values and on the ``basis``, what is the same on every page included."""
    return digest_of(basis, values.key if isinstance(values, Unmade) else without_site(values))


@value(frozen=True, slots=True)
class Sheet:
    """A page to be made: where it goes, what its template receives, and whether search engines may list it; ``None``
    where its values say that."""

    path: str
    values: Values | Unmade
    is_listed: bool | None = None


def framed(frame: Frame, about: About, shot: Shot | None) -> Page:
    """The frame of one page, with what it says of itself where its address is shared, and the picture that goes along
    where nothing else is said."""
    if about.sharing:
        return frame.page(about)
    shared = Shared(about.path, about.title, shortened(about.description), frame.site.language)
    return frame.page(replace(about, sharing=page_meta(frame.site, shared, shot)))


@dataclass(slots=True)
class PageMaker:
    """Makes the values of every page of one build, from Pelican's finished lists."""

    frame: Frame
    cards: Cards
    archive: Archive
    related: Related
    settings: Settings
    shots: Shots | None = None
    kin: Kin = field(default_factory=Kin)
    _places: dict[int, int] = field(default_factory=dict)
    _editions: dict[int, Link] = field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """The language of the interface."""
        return self.frame.tongue

    def page(self, about: About) -> Page:
        """The frame of one page that is no story's."""
        return framed(self.frame, about, self.site_shot)

    @property
    def site_shot(self) -> Shot | None:
        """The picture that goes with the addresses of pages that are no stories."""
        return self.shots.of_site(self.frame.site.subtitle) if self.shots else None

    def story_shot(self, record: StoryRecord) -> Shot | None:
        """The picture that goes with a story's address."""
        return self.shots.of_story(record) if self.shots else None

    def neighbours(self, article: Any, articles: list[Any]) -> tuple[Any, Any]:
        """The next newer and the next older story in the list; ``None`` at its ends and for what is not in it."""
        if not self._places:
            self._places = {id(listed): place for place, listed in enumerate(articles)}
        place = self._places.get(id(article))
        if place is None:
            return None, None
        return (articles[place - 1] if place else None), (articles[place + 1] if place + 1 < len(articles) else None)

    def edition(self, article: Any, context: dict[str, Any]) -> Link | None:
        """The first edition that holds a story."""
        if not self._editions:
            for issued in context.get("editions") or ():
                link = Link(str(issued.number), path=issued.path)
                self._editions.update((id(each), link) for each in issued.articles)
        return self._editions.get(id(article))

    def title(self, heading: str, leaf: Leaf[Any]) -> str:
        """The title of a page of a list."""
        if leaf.is_first:
            return heading
        return self.tongue.say("%(heading)s, page %(number)s") % {"heading": heading, "number": leaf.number}
