"""Which of a page's titles is its headline, where they disagree."""

from __future__ import annotations

import pytest
from copydesk.metadata.credits.publishers import resolve_publisher
from copydesk.metadata.evidence import value_of
from copydesk.metadata.names.site_names import names_of_site
from copydesk.metadata.story.headlines import resolve_headline
from copydesk.model import FactName
from drafts import clue, evidence

WALL = "Harbour wall to be rebuilt before winter"
ORIGINS = {"h1": "h1", "line": "headline line", "og": "open graph", "ld": "json-ld", "title": "title element"}


def headline(**titles: str) -> str | None:
    """The headline of a page with these titles."""
    clues = [clue("headline", text, ORIGINS[name]) for name, text in titles.items()]
    given = evidence(*clues)
    return value_of(resolve_headline(given, names_of_site(given, None)).fact)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(
            {
                "h1": WALL,
                "line": WALL,
                "og": "Storms and the port: what you should know",
                "title": "Storms and the port",
            },
            WALL,
            id="the only heading stands above the story and search engines are told something else",
        ),
        pytest.param(
            {"line": "Harbour pilots vote to strike", "title": "print view"},
            "Harbour pilots vote to strike",
            id="the title says what kind of page it is",
        ),
        pytest.param(
            {"line": "Harbour pilots vote to strike", "title": "Storms and the port"},
            "Storms and the port",
            id="near miss: the title says more than that",
        ),
        pytest.param(
            {"h1": WALL, "line": WALL, "ld": f"{WALL}: first season after the storm", "title": WALL},
            WALL,
            id="data says more behind a mark",
        ),
        pytest.param(
            {"h1": WALL, "line": WALL, "ld": f"{WALL} and the pier after it", "title": WALL},
            f"{WALL} and the pier after it",
            id="near miss: data says more without one",
        ),
        pytest.param(
            {"h1": "Our newsletter", "og": WALL, "title": WALL},
            WALL,
            id="near miss: the only heading is a short label",
        ),
        pytest.param(
            {"h1": "Sign up for our newsletter", "line": "Traders were not asked", "og": WALL, "title": WALL},
            WALL,
            id="near miss: the only heading stands elsewhere than above the story",
        ),
        pytest.param(
            {"h1": WALL, "line": WALL, "og": f"{WALL} | We write of boats, slowly, and of what they leave. " * 2},
            WALL,
            id="the shared title goes on about the site at length",
        ),
        pytest.param(
            {"h1": "Harbour wall", "og": "Harbour wall | Friends of the old port of Brisamar", "title": "Harbour wall"},
            "Harbour wall",
            id="a short heading is the whole of a title before the site",
        ),
        pytest.param(
            {"h1": "Harbour wall", "og": WALL, "title": WALL},
            WALL,
            id="near miss: a short heading is a label of the subject",
        ),
        pytest.param(
            {"h1": "Letters from Port Alder", "og": "The old wall", "title": "Letters from Port Alder: The old wall"},
            "The old wall",
            id="the heading is the blog, the title element says blog and story",
        ),
        pytest.param(
            {"h1": WALL, "og": WALL, "ld": f"Brisamar: {WALL}", "title": f"{WALL} - what it costs"},
            WALL,
            id="structured data puts a kicker before what the page prints and shares",
        ),
        pytest.param(
            {"h1": WALL, "og": f"Brisamar: {WALL}", "ld": f"Brisamar: {WALL}", "title": WALL},
            f"Brisamar: {WALL}",
            id="near miss: the kicker is shared too",
        ),
        pytest.param(
            {"h1": f"{WALL}, port office says", "ld": WALL + "...", "og": "New wall", "title": "New wall by winter"},
            f"{WALL}, port office says",
            id="structured data cuts the heading off",
        ),
        pytest.param(
            {"h1": WALL, "ld": "Port office rebuilds the wall", "og": WALL, "title": WALL},
            "Port office rebuilds the wall",
            id="near miss: structured data has a wording of its own",
        ),
    ],
)
def test_of_titles_that_disagree(titles: dict[str, str], expected: str) -> None:
    assert headline(**titles) == expected


def test_the_title_of_the_story_is_no_name_of_the_site() -> None:
    said: list[tuple[FactName, str, str]] = [
        ("headline", WALL, "h1"),
        ("headline", WALL, "open graph"),
        ("publisher", f"{WALL} | Die Wespe", "site name"),
        ("publisher", WALL, "site name"),
    ]
    given = evidence(*(clue(*one) for one in said))
    names = names_of_site(given, None)
    assert names.include("Die Wespe") and not names.include(WALL)
    assert value_of(resolve_publisher(given, None).fact) == "Die Wespe"
    assert value_of(resolve_headline(given, names).fact) == WALL


def test_a_name_that_stands_as_a_heading_on_every_page_stays_the_name() -> None:
    name = "Letters from the Old Port"
    given = evidence(
        *(clue("headline", name, origin) for origin in ("h1", "headline line")),
        clue("headline", WALL, "open graph"),
        clue("publisher", name, "site name"),
    )
    assert names_of_site(given, None).include(name)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param({"h1": f"After the storm - {WALL}", "og": f"Ports: {WALL}"}, WALL, id="two kickers, two marks"),
        pytest.param(
            {"h1": f"After the storm: {WALL}", "og": f"Ports: {WALL}"},
            f"After the storm: {WALL}",
            id="near miss: a colon reads as one",
        ),
        pytest.param(
            {"h1": f"After the storm - {WALL}", "og": f"After the storm: {WALL}"},
            f"After the storm: {WALL}",
            id="near miss: the same kicker, spelled as other titles spell it",
        ),
    ],
)
def test_two_kickers_over_one_headline(titles: dict[str, str], expected: str) -> None:
    assert headline(**titles) == expected


@pytest.mark.parametrize(
    ("title", "address", "expected"),
    [
        ("Café reopens", "https://cafe.example/2025/05/reopens", "Café reopens"),
        ("Café: reopens at last", "https://cafe.example/2025/05/reopens", "Café: reopens at last"),
        ("Cafe", "https://cafe.example/2025/05/reopens", None),
        ("Café | Reopens at last", "https://cafe.example/2025/05/reopens", "Reopens at last"),
    ],
)
def test_a_headline_that_begins_like_the_site(title: str, address: str, expected: str | None) -> None:
    given = evidence(*(clue("headline", title, origin) for origin in ("h1", "headline line", "title element")))
    assert value_of(resolve_headline(given, names_of_site(given, address)).fact) == expected


def test_a_kicker_that_other_titles_set_before_a_colon_is_taken_off_the_heading() -> None:
    told = "Port of Sandray: The quarrel comes to town"
    assert headline(h1="Port of Sandray Who pays for the mud?", og=told, title=told) == "Who pays for the mud?"


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Port of Sandray opens its gates again", "Port of Sandray: The quarrel comes to town"),
        ("Sandray Who pays for the mud?", "Sandray: The quarrel comes to town"),
    ],
)
def test_a_heading_that_only_begins_alike_stays_whole(heading: str, told: str) -> None:
    assert headline(h1=heading, line=heading, og=told, title=told) == heading
