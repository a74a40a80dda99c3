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
    archives.html                                    ``archive: ArchivePage``
    edition.html                                     ``issue: EditionPage``
    editions.html                                    ``editions: EditionsPage``
    corrections.html                                 ``corrections: CorrectionsPage``
    page.html 404.html                               ``text: TextPage``
    feeds.html                                       ``feeds: FeedsPage``
    moved.html                                       ``moved: MovedPage``
    search.html                                      ``search: SearchPage``

``page.root`` stands before every path: ``<a href="{{ page.root }}{{ card.path }}">``. On 404.html it is absolute
("/" or the base path), since that page answers at any depth. ``page.site.stylesheets`` are paths too. A static file
``static/x.svg`` of the theme is at ``{{ page.root }}theme/x.svg``. An address outside the site is ``link.url``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from copydesk.site.machines.jsonld import data_block, web_site
from copydesk.site.search.page import search_page
from copydesk.site.showing.frame import About, title_of
from copydesk.site.showing.front import front_page
from copydesk.site.showing.indexes import (
    feeds_page,
)
from copydesk.site.showing.list_pages import archives, corrected, edition, editions, index, listing, period
from copydesk.site.showing.list_values import MovedPage, TextPage
from copydesk.site.showing.listings import KINDS
from copydesk.site.showing.robots import UNLISTED, robots
from copydesk.site.showing.sheets import PageMaker, Request, Sheet
from copydesk.site.showing.story_pages import around, story_values, unmade
from copydesk.site.stories.record import StoryRecord


def front(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The front page."""
    site = maker.frame.site
    page = maker.page(About(request.path, site.name, site.subtitle, structured=data_block(web_site(site))))
    yield Sheet(request.path, {"page": page, "front": front_page(maker.cards, request.context, maker.tongue)})


def story(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """A story's own page. Links in what another reader made are Pelican's to resolve, for each page anew."""
    article = request.context["article"]
    record: StoryRecord = article.copydesk
    beside = around(maker, request)
    is_listed = robots(record, drafted=beside.drafted) is None and beside.copy_of is None
    if record.foreign:
        root = "../" * request.path.count("/")
        resolved = replace(record, body=Markup(article.get_content(root.rstrip("/") or ".")))
        yield Sheet(request.path, story_values(maker.frame, resolved, beside), is_listed)
    else:
        yield Sheet(request.path, unmade(maker.frame, record, beside), is_listed)


def text(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """A page written by hand."""
    written = request.context["page"]
    summary = written.copydesk.summary if hasattr(written, "copydesk") else ""
    page = maker.page(About(request.path, title_of(written), summary))
    shown = TextPage(page.title, Markup(written.get_content(page.root.rstrip("/") or ".")))
    yield Sheet(request.path, {"page": page, "text": shown})


def not_found(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The page a server answers with where there is none."""
    said = tuple(map(maker.tongue.say, NOT_FOUND))
    page = maker.page(About(request.path, said[0], robots="noindex"))
    yield Sheet(request.path, {"page": page, "text": TextPage(said[0], Markup("<p>{}</p>").format(said[1]))})


def feeds(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The page for people about the feeds."""
    said = maker.tongue.say("The feeds of %(site)s, and how to follow them") % {"site": maker.frame.site.name}
    page = maker.page(About(request.path, maker.tongue.say("Feeds"), said))
    yield Sheet(request.path, {"page": page, "feeds": feeds_page(request.context, maker.tongue)})


def moved(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """What stands at an old address. Its canonical address is the new one."""
    target: Any = request.context["target"]
    heading = maker.tongue.say("This page has moved" if target else "This story is no longer here")
    page = maker.page(About(request.path, heading, robots=UNLISTED))
    shown = MovedPage(heading, target.path if target else None, target.label if target else None)
    if target:
        page = replace(page, canonical=maker.frame.canonical(target.path))
    yield Sheet(request.path, {"page": page, "moved": shown})


def search(maker: PageMaker, request: Request) -> Iterator[Sheet]:
    """The page that asks the site's index."""
    said = maker.tongue.say("Find a story of %(site)s") % {"site": maker.frame.site.name}
    page = maker.page(About(request.path, maker.tongue.say("Search"), said))
    shown = search_page(maker.settings, request.context, maker.tongue)
    yield Sheet(request.path, {"page": page, "search": shown})


NOT_FOUND = (
    "Page not found",
    "There is no page at this address. It may have moved, or the link that led here is wrong. "
    "The front page and the archive list every story of this site.",
)

MAKERS: Mapping[str, Callable[[PageMaker, Request], Iterable[Sheet]]] = {
    "index": front,
    "article": story,
    **dict.fromkeys(KINDS, listing),
    "period_archives": period,
    **dict.fromkeys(("categories", "tags", "authors", "publishers"), index),
    "archives": archives,
    "edition": edition,
    "editions": editions,
    "corrections": corrected,
    "page": text,
    "404": not_found,
    "feeds": feeds,
    "moved": moved,
    "search": search,
}
"""Template → what makes its pages."""


def sheets(maker: PageMaker, request: Request) -> Iterable[Sheet] | None:
    """The pages that come of a request; ``None`` for a template that is not one of ours."""
    make = MAKERS.get(request.template)
    return make(maker, request) if make else None
