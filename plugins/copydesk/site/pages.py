"""Which values each template of a theme receives.

A theme says that it takes page values with a file ``theme.toml`` beside ``templates/``::

    page_values = 1
    stylesheets = ["style.css"]        # inside static/; without the key every .css file there, by name

Its templates then see the names below and nothing else of Pelican's context (types in `site.values`):

    template                                         receives besides ``page: Page``
    -----------------------------------------------  --------------------------------------------------------------
    index.html                                       ``front: FrontPage``
    article.html                                     ``story: StoryPage`` (also drafts and withdrawn stories)
    category.html tag.html author.html               ``listing: ListPage``
    publisher.html period_archives.html              ``listing: ListPage``
    categories.html tags.html authors.html           ``index: IndexPage``
    publishers.html                                  ``index: IndexPage``
    archives.html                                    ``index: IndexPage``: a group per year, a link per month with its
                                                     count, and ``index.newest``, the newest stories as cards
    page.html 404.html                               ``text: TextPage``
    feeds.html                                       ``feeds: FeedsPage``
    search.html                                      ``search: SearchPage``

``page.root`` stands before every path: ``<a href="{{ page.root }}{{ card.path }}">``. On 404.html it is absolute
("/" or the base path), since that page answers at any depth. ``page.site.stylesheets`` are paths too. A static file
``static/x.svg`` of the theme is at ``{{ page.root }}theme/x.svg``. An address outside the site is ``link.url``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from copydesk.settings import Settings
from copydesk.site.cards import Cards
from copydesk.site.frame import About, Frame, shortened, title_of
from copydesk.site.front import front_page
from copydesk.site.indexes import feeds_page, index_page
from copydesk.site.listings import list_page
from copydesk.site.machines.jsonld import data_block, news_article, web_site
from copydesk.site.machines.sharing import Shared, page_meta, story_meta
from copydesk.site.machines.shots import Shots
from copydesk.site.record import StoryRecord
from copydesk.site.robots import robots
from copydesk.site.search.page import search_page
from copydesk.site.values import Card, Page, TextPage

Values = Mapping[str, object]
"""What a template is rendered with, by name."""


@dataclass(frozen=True, slots=True)
class Request:
    """The page a generator asks for: its path, its template's name, Pelican's context with the template's variables."""

    path: str
    template: str
    context: dict[str, Any]
    number: int = 1


@dataclass(slots=True)
class PageMaker:
    """Makes the values of every page of one build, from Pelican's finished lists."""

    frame: Frame
    cards: Cards
    settings: Settings
    shots: Shots | None = None
    _places: dict[int, int] = field(default_factory=dict)

    def values(self, request: Request) -> Values | None:
        """The values of a page; ``None`` for a template that is not one of ours."""
        maker = MAKERS.get(request.template)
        return maker(self, request) if maker else None

    def page(self, about: About) -> Page:
        """The frame of one page, with what it says of itself where its address is shared."""
        site = self.frame.site
        shared = Shared(about.path, about.title, shortened(about.description), site.language)
        if about.sharing:
            return self.frame.page(about)
        shot = self.shots.of_site(site.subtitle) if self.shots else None
        return self.frame.page(replace(about, sharing=page_meta(site, shared, shot)))

    def neighbours(self, article: Any, articles: list[Any]) -> tuple[Any, Any]:
        """The next newer and the next older story in the list; ``None`` at its ends and for what is not in it."""
        if not self._places:
            self._places = {id(listed): place for place, listed in enumerate(articles)}
        place = self._places.get(id(article))
        if place is None:
            return None, None
        return (articles[place - 1] if place else None), (articles[place + 1] if place + 1 < len(articles) else None)


def front(maker: PageMaker, request: Request) -> Values:
    """The front page and its older pages."""
    site = maker.frame.site
    title = site.name if request.number == 1 else f"Page {request.number}"
    structured = data_block(web_site(site)) if request.number == 1 else None
    page = maker.page(About(request.path, title, site.subtitle, structured=structured))
    return {"page": page, "front": front_page(maker.cards, request.context, request.number)}


def story(maker: PageMaker, request: Request) -> Values:
    """A story's own page."""
    article = request.context["article"]
    record: StoryRecord = article.copydesk
    newer, older = maker.neighbours(article, request.context["articles"])
    shown = maker.cards.page(article, newer, older)
    section = (shown.card.section,) if shown.card.section else ()
    about = About(
        path=request.path,
        title=record.headline,
        description=record.summary,
        robots=robots(record, drafted=article.status == "draft"),
        trail=tuple(link for link in section if link.path),
    )
    if article.status != "draft" and record.withdrawal is None:
        about = told(about, record, shown.card, maker)
    page = maker.page(about)
    if record.foreign:
        shown = replace(shown, body=Markup(article.get_content(page.root.rstrip("/") or ".")))
    return {"page": page, "story": shown}


def told(about: About, record: StoryRecord, card: Card, maker: PageMaker) -> About:
    """What a published story says of itself to machines."""
    site = maker.frame.site
    shot = maker.shots.of_story(record) if maker.shots else None
    pictures = tuple(picture.path for picture in (record.picture, shot) if picture)
    shared = Shared(about.path, about.title, shortened(about.description), record.language)
    return replace(
        about,
        sharing=story_meta(site, shared, record, shot),
        structured=data_block(news_article(record, card, site, pictures)),
    )


def listing(maker: PageMaker, request: Request) -> Values:
    """The stories of one section, tag, author, publisher or period."""
    shown, feeds, trail = list_page(maker.cards, request.template, request.context)
    title = shown.heading if request.number == 1 else f"{shown.heading}, page {request.number}"
    description = shown.intro or f"Stories in this digest: {shown.heading}"
    page = maker.page(About(request.path, title, description, feeds=feeds, trail=trail))
    return {"page": page, "listing": shown}


def index(maker: PageMaker, request: Request) -> Values:
    """All sections, tags, authors, publishers or periods."""
    shown = index_page(maker.cards, request.template, request.context)
    page = maker.page(About(request.path, shown.heading, f"{shown.heading} of {maker.frame.site.name}"))
    return {"page": page, "index": shown}


def text(maker: PageMaker, request: Request) -> Values:
    """A page written by hand."""
    written = request.context["page"]
    summary = written.copydesk.summary if hasattr(written, "copydesk") else ""
    page = maker.page(About(request.path, title_of(written), summary))
    return {"page": page, "text": TextPage(page.title, Markup(written.get_content(page.root.rstrip("/") or ".")))}


def not_found(maker: PageMaker, request: Request) -> Values:
    """The page a server answers with where there is none."""
    return {"page": maker.page(About(request.path, NOT_FOUND.heading, robots="noindex")), "text": NOT_FOUND}


def feeds(maker: PageMaker, request: Request) -> Values:
    """The page for people about the feeds."""
    about = About(request.path, "Feeds", f"The feeds of {maker.frame.site.name}, and how to follow them")
    return {"page": maker.page(about), "feeds": feeds_page(request.context)}


def search(maker: PageMaker, request: Request) -> Values:
    """The page that asks the site's index."""
    about = About(request.path, "Search", f"Find a story of {maker.frame.site.name}")
    return {"page": maker.page(about), "search": search_page(maker.settings, request.context)}


NOT_FOUND = TextPage(
    heading="Page not found",
    body=Markup(
        "<p>There is no page at this address. It may have moved, or the link that led here is wrong. "
        "The front page and the archive list every story of this site.</p>"
    ),
)

MAKERS: Mapping[str, Callable[[PageMaker, Request], Values]] = {
    "index": front,
    "article": story,
    **dict.fromkeys(("category", "tag", "author", "publisher", "period_archives"), listing),
    **dict.fromkeys(("categories", "tags", "authors", "publishers", "archives"), index),
    "page": text,
    "404": not_found,
    "feeds": feeds,
    "search": search,
}
"""Template → what makes its values."""
