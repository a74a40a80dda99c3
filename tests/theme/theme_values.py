"""A site, its cards and its stories, made by hand: full, bare, withdrawn and hostile. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from copydesk.site.values import (
    Account,
    Card,
    CutCount,
    FeedLink,
    Link,
    Notice,
    Site,
    StoryPage,
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
        teaser=told.standfirst or f"{told.headline}…",
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
"""Language → the body of a story, as `writing.html.rendering.to_html` would make it."""

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
    related=CARDS[4:7],
    edition=Link("12", "edition/12.html"),
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
