"""A specimen of every page: template, frame and the value it receives, full and bare."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.site.values import (
    FeedsPage,
    FrontPage,
    Group,
    IndexPage,
    Link,
    ListPage,
    Page,
    Pagination,
    SearchPage,
    Site,
    TextPage,
    When,
)
from markupsafe import Markup
from theme_values import (
    BARE_SITE,
    BARE_STORY,
    CARDS,
    FULL_STORY,
    HOSTILE,
    HOSTILE_STORY,
    SITE,
    WITHDRAWN_STORY,
    feeds,
    story,
)

ASKED = SearchPage(
    "pagefind/", ("Local", HOSTILE), ("The Harbor Ledger",), ("2026", "2025"), (Link("Archive", "a.html"),)
)
UNASKED = SearchPage(None, (), (), (), ())
PAGINATION = Pagination(
    number=2,
    total=9,
    previous="section/transport.html",
    next="section/transport/3.html",
    pages=(
        Link("1", "section/transport.html"),
        Link("2", "section/transport/2.html"),
        Link("3", "section/transport/3.html"),
        None,
        Link("9", "section/transport/9.html"),
    ),
)
GROUPS = (
    Group("Thursday, 12 March 2026", "2026/03/12/index.html", CARDS[3:7]),
    Group("Wednesday, 11 March 2026", None, CARDS[7:]),
)
FRONT = FrontPage(CARDS[0], CARDS[1:4], GROUPS, PAGINATION, When("2026-03-12", "Thursday, 12 March 2026"))
BARE_FRONT = FrontPage(None, (), (), None)
LISTING = ListPage(
    kind="publisher",
    heading="The Harbor Ledger",
    intro="All stories of this publisher, newest first.",
    facts=(
        ("Home", Link("harborledger.example", url="https://harborledger.example/")),
        ("Policy", Link("full text")),
        ("Licence", Link("not stated")),
    ),
    groups=(Group("March 2026", "2026/03/index.html", CARDS[:5]), Group("February 2026", None, CARDS[5:])),
    pagination=PAGINATION,
)
BARE_LISTING = ListPage("tag", "ferries", None, (), (), None)
SECTIONS = IndexPage(
    kind="section",
    heading="Sections",
    groups=(("C", SITE.sections[3:4]), ("G", SITE.sections[1:2]), ("S–T", (SITE.sections[2], SITE.sections[0]))),
)
ARCHIVES = IndexPage(
    kind="period",
    heading="Archives",
    groups=tuple(
        (str(year), tuple(Link(month, f"{year}/{n:02}/index.html", count=n * 3) for n, month in months))
        for year, months in (
            (2026, ((1, "January"), (2, "February"), (3, "March"))),
            (2025, tuple(enumerate("January February March April May June July August".split(), 1))),
        )
    ),
    newest=CARDS[:3],
)
FEEDS = FeedsPage(
    (
        ("All stories", feeds("Everything", "all")),
        ("Sections", feeds("Transport", "section/transport") + feeds("ثقافة", "section/thaqafa")),
    )
)
ABOUT = TextPage(
    "About this digest",
    Markup(
        "<p>A digest of news from small harbors, made by hand each morning.</p><h2>What is in it</h2>"
        "<ul><li>stories</li><li>their sources</li></ul><p>Write to the desk.</p>"
    ),
)
MISSING = TextPage(
    "Nothing is printed at this address",
    Markup("<p>The story may have moved, or the address may be incomplete. The archives list every story.</p>"),
)


def page(path: str, title: str, site: Site = SITE) -> Page:
    return Page(
        site=site,
        path=path,
        root="/tideline/" if path == "404.html" else "../" * path.count("/"),
        title=title,
        description="" if site is BARE_SITE else f"{title}, in a digest.",
        language="en",
        direction="ltr",
        canonical=f"{site.url}/{path}" if site.url else None,
        robots="noindex, follow" if site.url else None,
        feeds=feeds(title, "own") if site.url else (),
        trail=(Link("Transport", "section/transport.html"),) if site.url and "/" in path else (),
    )


@dataclass(frozen=True)
class Specimen:
    """One page to try: the template, the page and the value it receives under ``name``."""

    id: str
    template: str
    page: Page
    name: str
    value: object


SPECIMENS = (
    Specimen("front", "index.html", page("index.html", SITE.name), "front", FRONT),
    Specimen("front-bare", "index.html", page("index.html", "Digest", BARE_SITE), "front", BARE_FRONT),
    Specimen("story-full", "article.html", page("2026/03/full.html", CARDS[0].headline), "story", FULL_STORY),
    Specimen("story-bare", "article.html", page("bare.html", "Bare", BARE_SITE), "story", BARE_STORY),
    Specimen("story-withdrawn", "article.html", page("2026/03/w.html", "Withdrawn"), "story", WITHDRAWN_STORY),
    Specimen("story-hostile", "article.html", page("2026/03/h.html", HOSTILE), "story", HOSTILE_STORY),
    *(
        Specimen(f"story-{one.language}", "article.html", page(one.path, one.headline), "story", story(number))
        for number, one in tuple(enumerate(CARDS))[4:8]
    ),
    Specimen("listing", "publisher.html", page("section/transport/2.html", "The Harbor Ledger"), "listing", LISTING),
    *(
        Specimen(f"{kind}-bare", f"{kind}.html", page("tag/x.html", "ferries", BARE_SITE), "listing", BARE_LISTING)
        for kind in ("category", "tag", "author", "publisher", "period_archives")
    ),
    *(
        Specimen(kind, f"{kind}.html", page(f"{kind}.html", "Sections"), "index", SECTIONS)
        for kind in ("categories", "tags", "authors", "publishers")
    ),
    Specimen("archives", "archives.html", page("archives.html", "Archives"), "index", ARCHIVES),
    Specimen("index-bare", "tags.html", page("tags.html", "Tags", BARE_SITE), "index", IndexPage("tag", "Tags", ())),
    Specimen("feeds", "feeds.html", page("feeds.html", "Feeds"), "feeds", FEEDS),
    Specimen("feeds-bare", "feeds.html", page("feeds.html", "Feeds", BARE_SITE), "feeds", FeedsPage(())),
    Specimen("search", "search.html", page("search.html", "Search"), "search", ASKED),
    Specimen("search-bare", "search.html", page("search.html", "Search", BARE_SITE), "search", UNASKED),
    Specimen("about", "page.html", page("pages/about.html", "About"), "text", ABOUT),
    Specimen("missing", "404.html", page("404.html", "Not found"), "text", MISSING),
)
