"""A specimen of every page: template, frame and the value it receives, full and bare."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.site.showing.list_values import (
    ArchivePage,
    ArchiveYear,
    Calendar,
    CalendarDay,
    CalendarMonth,
    Correction,
    CorrectionsPage,
    EditionLink,
    EditionPage,
    EditionsPage,
    FeedChoice,
    FeedGroup,
    FeedsPage,
    FrontPage,
    Group,
    IndexEntry,
    IndexGroup,
    IndexPage,
    ListPage,
    MovedPage,
    Pagination,
    SearchPage,
    TextPage,
)
from copydesk.site.values import Link, Notice, Page, Site, When
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
TODAY = When("2026-03-12", "Thursday, 12 March 2026")
WEEK = When("2026-03-15", "9–15 March 2026")
EDITIONS = tuple(
    EditionLink(number, f"edition/{number}.html", title, WEEK, 3 * number, CARDS[number % 3 : number % 3 + 3])
    for number, title in ((12, "After the storm"), (11, None), (10, "الميناء"), (9, None))
)
NOTE = Markup("<p>The ferry leads because nobody believed in it.</p><p>See <a href='https://a.example/'>more</a>.</p>")
SECTION_GROUPS = (Group("Transport", "section/transport.html", CARDS[3:7]), Group("本地", None, CARDS[7:]))
FRONT = FrontPage(
    CARDS[0], CARDS[1:4], SECTION_GROUPS, TODAY, EDITIONS[0], NOTE, since=CARDS[4:6], earlier=EDITIONS[1:]
)
BARE_FRONT = FrontPage(None, (), ())
ISSUE = EditionPage(EDITIONS[1], NOTE, CARDS[0], CARDS[1:], EDITIONS[0], EDITIONS[2], PAGINATION)
BARE_ISSUE = EditionPage(EDITIONS[3], None, None, (), None, None, None)
CALENDAR = Calendar(
    days=tuple((name[:2], name) for name in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    months=(
        CalendarMonth(
            heading="March",
            path="2026/03/index.html",
            count=12,
            weeks=(
                (*(None,) * 6, CalendarDay(1, "1 March 2026")),
                (
                    CalendarDay(2, "2 March 2026", 1, "2026/03/02/index.html"),
                    CalendarDay(3, "3 March 2026", 9),
                    *(None,) * 5,
                ),
            ),
        ),
    ),
)
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
PERIOD = ListPage(
    kind="period",
    heading="March 2026",
    intro=None,
    facts=(),
    groups=GROUPS,
    pagination=PAGINATION,
    calendar=CALENDAR,
    later=Link("April 2026", "2026/04/index.html"),
    earlier=Link("February 2026", "2026/02/index.html"),
    count=12,
)
FACTS = (("Shown here", Link("an excerpt and a link")), ("Site", Link("a.example", url="https://a.example/")))
SECTIONS = IndexPage(
    kind="publisher",
    heading="Publishers",
    groups=(
        IndexGroup("C", tuple(IndexEntry(link, FACTS) for link in SITE.sections[:2])),
        IndexGroup("S", tuple(IndexEntry(link) for link in SITE.sections[2:])),
    ),
    pagination=PAGINATION,
)
ARCHIVES = ArchivePage(
    heading="Archive",
    years=tuple(
        ArchiveYear(
            str(year),
            f"{year}/index.html",
            12,
            tuple(
                Link(month, f"{year}/{number:02}/index.html" if number < 4 else None, count=number % 4)
                for number, month in enumerate("January February March April May June July August".split(), 1)
            ),
        )
        for year in (2026, 2025)
    ),
    newest=CARDS[:3],
)
CORRECTIONS = CorrectionsPage(
    "Corrections",
    (Correction(CARDS[4], Notice(TODAY, "The ship has 62 metres.")), Correction(CARDS[6], Notice(None, HOSTILE))),
    PAGINATION,
)
FEEDS = FeedsPage(
    (
        FeedGroup("All stories", (FeedChoice("Everything", feeds("Everything", "all")),), is_long=False),
        FeedGroup(
            "Sections",
            (
                FeedChoice("Transport", feeds("Transport", "section/transport")),
                FeedChoice(HOSTILE, feeds("ثقافة", "section/thaqafa")),
            ),
            is_long=True,
        ),
    ),
    opml="feeds/feeds.opml",
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
    Specimen("period", "period_archives.html", page("2026/03/index.html", "March 2026"), "listing", PERIOD),
    *(
        Specimen(f"{kind}-bare", f"{kind}.html", page("tag/x.html", "ferries", BARE_SITE), "listing", BARE_LISTING)
        for kind in ("category", "tag", "author", "publisher", "period_archives")
    ),
    *(
        Specimen(kind, f"{kind}.html", page(f"{kind}.html", "Publishers"), "index", SECTIONS)
        for kind in ("categories", "tags", "authors", "publishers")
    ),
    Specimen("index-bare", "tags.html", page("tags.html", "Tags", BARE_SITE), "index", IndexPage("tag", "Tags", ())),
    Specimen("archives", "archives.html", page("archives.html", "Archive"), "archive", ARCHIVES),
    Specimen(
        "archives-bare", "archives.html", page("a.html", "Archive", BARE_SITE), "archive", ArchivePage("Archive", ())
    ),
    Specimen("edition", "edition.html", page("edition/11.html", "Edition 11"), "issue", ISSUE),
    Specimen("edition-bare", "edition.html", page("edition/9.html", "Edition 9", BARE_SITE), "issue", BARE_ISSUE),
    Specimen(
        "editions",
        "editions.html",
        page("editions.html", "Editions"),
        "editions",
        EditionsPage("Editions", (("2026", EDITIONS[:2]), ("2025", EDITIONS[2:])), PAGINATION),
    ),
    Specimen("corrections", "corrections.html", page("c.html", "Corrections"), "corrections", CORRECTIONS),
    Specimen(
        "corrections-bare",
        "corrections.html",
        page("c.html", "Corrections", BARE_SITE),
        "corrections",
        CorrectionsPage("Corrections", (), None),
    ),
    Specimen("moved", "moved.html", page("2026/03/old.html", "Moved"), "moved", MovedPage("Moved", "a.html", HOSTILE)),
    Specimen("gone", "moved.html", page("2026/03/g.html", "Gone"), "moved", MovedPage("Gone", None, None)),
    Specimen("feeds", "feeds.html", page("feeds.html", "Feeds"), "feeds", FEEDS),
    Specimen("feeds-bare", "feeds.html", page("feeds.html", "Feeds", BARE_SITE), "feeds", FeedsPage(())),
    Specimen("search", "search.html", page("search.html", "Search"), "search", ASKED),
    Specimen("search-bare", "search.html", page("search.html", "Search", BARE_SITE), "search", UNASKED),
    Specimen("about", "page.html", page("pages/about.html", "About"), "text", ABOUT),
    Specimen("missing", "404.html", page("404.html", "Not found"), "text", MISSING),
)
