"""What curators paste: two stories in one file, an address on top, rows of a phone's buttons, wires, interviews."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.editing.bylines.forms import writer_beside_pictures
from copydesk.model import Heading, House, ListItem, RawDocument, Story
from editing_cases import HEADLINE
from editing_pages import STORY, Line, carry_out, draft, page

SECOND = (
    "A seal pup was found on Sunday morning in the car wash at Fell Cross, four kilometres from the sea.",
    "The pup is thought to have come up the mill stream at high water, and swam off without looking round.",
    "The car wash was closed for an hour while three children and a dog looked on, and nobody complained.",
)


def told(*lines: str) -> Story:
    (story,) = pipeline.clean(RawDocument("page.txt", "\n".join(lines).encode()), House())
    return story


def apart(*paragraphs: str) -> tuple[str, ...]:
    return tuple(line for paragraph in paragraphs for line in ("", paragraph))


def test_two_stories_in_one_file_are_held() -> None:
    first = (HEADLINE, "", "By Jane Doe", *apart(*STORY))
    second = ("", "", "Seal pup found in car wash", "", "By John Roe", *apart(*SECOND))
    (reason,) = told(*first, *second).held
    assert f"two stories in one file, the second from line {len(first) + 3} on" in reason


@pytest.mark.parametrize(
    "second",
    [
        ("", "Seal pup found in car wash", "", "By Jane Doe", *apart(*SECOND)),
        ("", "By John Roe", "", "Seal pup found in car wash"),
        apart(*SECOND),
    ],
)
def test_a_second_byline_alone_is_no_second_story(second: tuple[str, ...]) -> None:
    assert not told(HEADLINE, "", "By Jane Doe", *apart(*STORY), *second).held


@pytest.mark.parametrize(
    "line",
    [
        "https://www.ledger.example/2025/03/21/wall-to-be-rebuilt",
        "URL: https://www.ledger.example/2025/03/21/wall-to-be-rebuilt",
        "Link: <https://www.ledger.example/2025/03/21/wall-to-be-rebuilt>",
    ],
)
def test_an_address_on_top_is_that_of_the_story(line: str) -> None:
    story = told(line, "", HEADLINE, *apart(*STORY))
    address = story.metadata.canonical_url
    assert address is not None and address.value == "https://www.ledger.example/2025/03/21/wall-to-be-rebuilt"
    assert [block.text for block in story.blocks] == list(STORY)


def test_a_closing_quotation_mark_ends_its_line() -> None:
    lines = ("„Ein Leuchtturm ist kein Denkmal“", Line("Die Ingenieurin über Lampen und Nebel", gap=0))
    after = carry_out("join_broken_sentences", draft(page(*lines)))
    assert [block.text for block in after.blocks] == [lines[0], "Die Ingenieurin über Lampen und Nebel"]
    opened = ("Er nannte den Leuchtturm dort oben “", Line("Denkmal und Werkzeug", gap=0))
    assert len(carry_out("join_broken_sentences", draft(page(*opened))).blocks) == 1


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Words Halla Brandt Photographs Pavel Orme", "Halla Brandt"),
        ("Words by Halla Brandt | Photography by Pavel Orme", "Halla Brandt"),
        ("Text Halla Brandt\nFotos Pavel Orme", "Halla Brandt"),
        ("Words and photographs are all that is left", None),
        ("Words fail the harbour master, photographs do not", None),
    ],
)
def test_writer_and_photographer_in_one_line(line: str, writer: str | None) -> None:
    assert writer_beside_pictures(line) == writer


@pytest.mark.parametrize(
    "above",
    [
        ("New bus for the islands", "After two winters without one, a bus will meet the ferry from August"),
        ("Nobody reads the minutes", "What I found in eleven years of old paper, read at night in a cellar"),
    ],
)
def test_of_two_lines_over_a_byline_the_upper_is_the_headline(above: tuple[str, str]) -> None:
    story = told("Harbour Post", "Local", *above, "By Jane Doe", "2 Jun 2025", *apart(*STORY))
    facts = story.metadata
    assert facts.headline is not None and facts.headline.value == above[0]
    assert facts.standfirst is not None and facts.standfirst.value == above[1]


def test_what_a_wire_sets_over_its_headline_is_none() -> None:
    slug, notes = "BC-EU--Sandray-Ferry, 2nd Ld-Writethru", "Eds: UPDATES: With statement. ADDS byline."
    lede = "SANDRAY, June 3 (Coastal Press) — " + STORY[0]
    story = told(
        slug, "SANDRAY FERRY RUNS AGROUND", notes, "By NILS HAUGEN", "Coastal Press", "", lede, *apart(*STORY[1:])
    )
    assert story.metadata.headline is not None and story.metadata.headline.value == "SANDRAY FERRY RUNS AGROUND"
    assert story.metadata.standfirst is None


@pytest.mark.parametrize(("items", "stay"), [(("The state may grant the delay", "The grant may lapse in June"), True),
                                             (("Home page", "Log in"), False)])  # fmt: skip
def test_a_marked_list_under_a_heading_of_the_story_stays(items: tuple[str, ...], stay: bool) -> None:
    told_above = tuple(Line(text, 0.97) for text in STORY)
    listed = tuple(Line(text, 0.3, kind=ListItem()) for text in items)
    before = draft(page(*told_above, Line("What happens next", 0.6, kind=Heading(2)), *listed))
    after = carry_out("cut_what_is_judged_out", before)
    assert [block.text for block in after.blocks if block.text in items] == (list(items) if stay else [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"The post {HEADLINE} appeared first on Harbour Post.", "Harbour Post"),
        (f"Der Beitrag {HEADLINE} erschien zuerst auf Nordkap Bote.", "Nordkap Bote"),
        (f"L’article {HEADLINE} est apparu en premier sur Le Phare.", "Le Phare"),
    ],
)
def test_where_a_story_appeared_is_said_under_it(line: str, name: str) -> None:
    story = told(HEADLINE, *apart(*STORY), "", line)
    assert [block.text for block in story.blocks] == list(STORY)
    assert story.metadata.publisher is not None and story.metadata.publisher.value == name


def test_a_last_sentence_that_has_the_headline_in_it_stays() -> None:
    last = f"“{HEADLINE}”, the banner over the pier had said for eleven years, and the date had been painted over."
    assert told(HEADLINE, *apart(*STORY), "", last).blocks[-1].text == last


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("Source: Harbour Ledger (https://ledger.example/wall)", "Harbour Ledger", "https://ledger.example/wall"),
        ("Source: [Harbour Ledger](https://ledger.example/wall)", "Harbour Ledger", "https://ledger.example/wall"),
        ("Source: Harbour Ledger, https://ledger.example/wall", "Harbour Ledger", "https://ledger.example/wall"),
        ("Retrieved from https://ledger.example/wall on 3 May 2025", None, "https://ledger.example/wall"),
        ("View the original post: https://ledger.example/wall", None, "https://ledger.example/wall"),
        ("Via: Harbour Ledger", "Harbour Ledger", None),
        ("This article first appeared in Harbour Ledger.", "Harbour Ledger", None),
    ],
)
def test_a_source_in_the_forms_that_people_write(line: str, name: str | None, address: str | None) -> None:
    story = told(HEADLINE, *apart(*STORY), "", line)
    facts = story.metadata
    assert [block.text for block in story.blocks] == list(STORY)
    credited = facts.original_publisher or (facts.publisher if name else None)
    assert (credited.value if credited else None) == name
    assert (facts.canonical_url.value if facts.canonical_url else None) == address


RELEASE = (
    "Harrow Fell Instruments plc, a maker of tide gauges, today opened its second plant in Brisamar, after two years "
    "of building on the site of the old cannery.",
    "“We looked at eleven towns,” said its chief executive, Lena Ostrow. “Only one of them knew what a tide gauge was, "
    "and it had three of them on the wall of the town hall.”",
    "The company expects the plant to produce 4,000 gauges a year and to employ 140 people.",
)
ISSUED = ("Harrow Fell Instruments Opens Second Plant", "June 12, 2025 | Source: Harrow Fell Instruments plc")


def test_a_release_is_credited_to_who_issued_it_and_ends_before_what_it_says_of_itself() -> None:
    under = (
        "About Harrow Fell Instruments",
        "Harrow Fell Instruments has made tide gauges since 1911.",
        "Media Contact:",
    )
    story = told(*ISSUED, *apart(*RELEASE, *under), "press@harrowfell.example")
    assert story.metadata.publisher is not None and story.metadata.publisher.value == "Harrow Fell Instruments plc"
    assert story.metadata.authors is None
    assert [block.text for block in story.blocks] == list(RELEASE)


def test_a_part_of_a_story_about_a_place_ends_nothing() -> None:
    after = ("About Brisamar", "Brisamar has two harbours, and a wall between them that is older than either.")
    story = told(HEADLINE, "By Jane Doe", *apart(*STORY, *after))
    assert story.blocks[-1].text == after[-1]


def test_the_source_of_a_chart_published_nothing() -> None:
    assert told(HEADLINE, *apart(*STORY), "", "Source: World Catch Statistics").metadata.publisher is None


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (("Jornal da Barra", "", "Obituary", ""), "Obituary"),
        (("Home", "Politics", "World", "Sport"), None),
        (("Jornal da Barra", "", "A letter from the pier", ""), None),
    ],
)
def test_a_kicker_alone_over_the_headline_is_the_section(above: tuple[str, ...], section: str | None) -> None:
    found = told(*above, HEADLINE, "By Jane Doe", "3 May 2024", *apart(*STORY)).metadata.section
    assert (found.value if found else None) == section


def test_a_marker_and_the_title_under_it_are_no_parts_of_a_sentence() -> None:
    """ "auch" and "wird" are small words, after which a line goes on in the next."""
    lines = (
        "Der Kran, der nicht fallen wollte",
        "Von Ottokar Wiesinger",
        "Zweimal haben sie gesprengt, zweimal ist er stehen geblieben. Nun soll der Kran im Nordhafen abgebaut werden.",
        "Das dauert nach Angaben der Hafengesellschaft bis März und kostet 240.000 Euro mehr als bisher geplant.",
        "Lesen Sie auch",
        "Was aus den Speichern am Nordhafen wird",
        "Ein Verein will das Führerhaus retten. Es soll nach dem Abbau auf den Schulhof der Schule gestellt werden.",
    )
    assert [block.text for block in told(*lines).blocks] == [lines[2], lines[3], lines[6]]


def test_words_that_a_setter_parted_are_whole_again_where_lines_are_uneven() -> None:
    lines = (
        "The church clock has struck five minutes early since 1911, and no-",
        "body wished it otherwise. It was set so, the parish re-",
        "cords say, to give the milk-",
        "maids time to cross.",
    )
    whole = (
        "and nobody wished it otherwise. It was set so, the parish records say, to give the milkmaids time to cross."
    )
    story = told(HEADLINE, "", "By Jane Doe", *apart(*STORY), "", *lines)
    assert story.blocks[-1].text.endswith(whole)
