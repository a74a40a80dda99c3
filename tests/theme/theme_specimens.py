"""Page values made by hand for every template, full and bare; the news in them is invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.site.values import (
    Account,
    Card,
    CutCount,
    FeedLink,
    FeedsPage,
    FrontPage,
    Group,
    IndexPage,
    Link,
    ListPage,
    Notice,
    Page,
    Pagination,
    Site,
    StoryPage,
    TextPage,
    When,
)
from markupsafe import Markup
from theme_tellings import TELLINGS

RSS, ATOM, JSON = "application/rss+xml", "application/atom+xml", "application/feed+json"
HOSTILE = '"><script>alert(1)</script>\u202e<!-- ]]> {{ 7 * 7 }} &lt;'


def feeds(title: str, stem: str) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(title, f"feeds/{stem}.{ending}", kind)
        for ending, kind in (("rss.xml", RSS), ("atom.xml", ATOM), ("json", JSON))
    )


SITE = Site(
    name="The Tideline Digest",
    subtitle="News of small harbors and the people who keep them",
    url="https://digest.example/tideline",
    language="en",
    menu=(
        Link("Archives", "archives.html"),
        Link("Publishers", "publishers.html"),
        Link("Tags", "tags.html"),
        Link("About", "pages/about.html"),
    ),
    sections=(
        Link("Transport", "section/transport.html", count=12),
        Link("Global Economy", "section/global-economy.html", count=9),
        Link("Science", "section/science.html", count=4),
        Link("Culture", "section/culture.html", count=7),
        Link("ثقافة", "section/thaqafa.html", count=1),
        Link("本地", "section/bendi.html", count=1),
    ),
    feeds=feeds("The Tideline Digest", "all"),
    footer=(Link("Source code", url="https://code.example/tideline"), Link("Authors", "authors.html")),
    stylesheets=("theme/copydesk.css",),
    notice="The sample stories are invented.",
)
BARE_SITE = Site("Digest", "", "", "en", (), (), (), (), ())


KNOWN = When("2026-03-12T18:05:00+01:00", "12 March 2026, 18:05 GMT+1", day="12 March 2026")
UNSURE = When("2026-03-12", "12 March 2026", doubtful=True, origin="the page’s own date", day="12 March 2026")
UNRECORDED = When("2026-03-14", "14 March 2026", recorded=False)


def card(number: int) -> Card:
    told = TELLINGS[number % len(TELLINGS)]
    return Card(
        path=f"2026/03/story-{number}.html",
        headline=told.headline,
        standfirst=told.standfirst,
        authors=(Link(told.author, f"author/{number}.html"),) if told.author else (),
        publisher=Link(told.publisher, "publisher/ledger.html"),
        section=Link(told.section, "section/transport.html"),
        published=UNRECORDED if number == 8 else KNOWN,
        language=told.language,
        direction=told.direction,
        minutes=2 + number % 5,
        withdrawn=number == 6,
    )


CARDS = tuple(card(number) for number in range(len(TELLINGS)))
BARE_CARD = Card("2026/03/bare.html", "Bare", None, (), None, None, UNRECORDED, "en", "ltr", 1)
HOSTILE_CARD = replace(
    BARE_CARD,
    headline=HOSTILE,
    standfirst=HOSTILE,
    authors=(Link(HOSTILE, "author/x.html"), Link(HOSTILE)),
    publisher=Link(HOSTILE, url="https://publisher.example/?a=1&b=2"),
)

BODIES = {
    path.stem: Markup(path.read_text(encoding="utf-8").strip())
    for path in sorted((Path(__file__).parent / "bodies").glob("*.html"))
}
"""Language → the body of a story, as `writing.markdown.to_html` would make it."""

ACCOUNT = Account(
    format="text",
    kept=9,
    cuts=(
        CutCount("related story", 3),
        CutCount("comment form", 4),
        CutCount("logo text", 2),
        CutCount("loading message", 1),
    ),
    origins=(
        ("headline", "the line set apart above the story"),
        ("publisher", "two logo texts, spelled differently"),
        ("published", "the page’s own date"),
        ("section", "the breadcrumb"),
    ),
    seed="001_4be1c07a.txt",
    sha256="4be1c07a5d0e3c2f9b8a7d6e5f4c3b2a19081726354433221100ffeeddccbbaa",
)


def story(number: int) -> StoryPage:
    return StoryPage(
        card=CARDS[number],
        body=BODIES.get(CARDS[number].language, BODIES["en"]),
        partial=False,
        updated=None,
        tags=(Link("ferries", "tag/ferries.html"), Link("Skerrin Islands", "tag/skerrin-islands.html")),
        note=None,
        corrections=(),
        withdrawal=None,
        original=None,
        original_host=None,
        original_publisher=None,
        publisher_home="https://harborledger.example/",
        licence=None,
        licence_url=None,
        terms=None,
        credit=None,
        agency=None,
        via=None,
        retrieved=None,
        archived=None,
        image=None,
        image_alt=None,
        account=ACCOUNT,
        newer=None,
        older=CARDS[(number + 1) % len(CARDS)],
    )


FULL_STORY = replace(
    story(0),
    card=replace(
        CARDS[0],
        authors=(Link("Ottilie Brandvoll", "author/ob.html"), Link("ليلى الدريني", "author/ld.html"), Link("Desk")),
        published=UNSURE,
    ),
    partial=True,
    updated=KNOWN,
    note=Markup(
        "<p>We follow this line since the <a href='https://digest.example/'>first edition</a>. The fares are "
        "those of the board; the operator has not confirmed them.</p>"
    ),
    corrections=(
        Notice(KNOWN, "An earlier version gave the length of the ship as 26 metres. It is 62."),
        Notice(None, "The name of the chair was misspelled."),
    ),
    original="https://harborledger.example/2026/03/night-ferry?from=digest&edition=2",
    original_host="harborledger.example",
    original_publisher="Skerrin Gazette",
    licence="CC BY 4.0",
    licence_url="https://licence.example/by/4.0/",
    terms="https://harborledger.example/terms",
    credit="From The Harbor Ledger, used with its permission.",
    agency="Meridian Wire",
    via=Link("Small Ports Weekly", url="https://smallports.example/"),
    retrieved=KNOWN,
    archived="https://archive.example/2026/night-ferry",
    image="images/4be1c07a.jpg",
    image_alt="A white ferry at dusk",
    newer=CARDS[1],
    older=CARDS[4],
    image_width=1200,
    image_height=675,
)
BARE_STORY = replace(
    story(2), card=BARE_CARD, body=Markup("<p>One line.</p>"), tags=(), publisher_home=None, account=None, older=None
)
WITHDRAWN_STORY = replace(
    story(2),
    card=replace(CARDS[2], withdrawn=True),
    body=Markup(""),
    withdrawal=Notice(KNOWN, "The publisher has taken the report back; the figures were those of another port."),
    account=None,
)
HOSTILE_STORY = replace(
    FULL_STORY,
    card=HOSTILE_CARD,
    corrections=(Notice(None, HOSTILE),),
    original_publisher=HOSTILE,
    licence=HOSTILE,
    credit=HOSTILE,
    agency=HOSTILE,
    image_alt=HOSTILE,
    account=replace(ACCOUNT, seed=HOSTILE, origins=((HOSTILE, HOSTILE),), cuts=(CutCount(HOSTILE, 1),)),
)

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
    Specimen("about", "page.html", page("pages/about.html", "About"), "text", ABOUT),
    Specimen("missing", "404.html", page("404.html", "Not found"), "text", MISSING),
)
