"""What stands around the headline and is none, and the section above it."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.editing.bylines.forms import is_names_and_day, is_parted_line, signed_in_brackets
from copydesk.editing.desk import Desk
from copydesk.editing.headlines.kickers import part_kicker
from copydesk.editing.headlines.no_headline import is_no_headline
from copydesk.editing.vocabulary import vocabulary
from copydesk.model import House, Overrides, RawDocument, Story
from editing_cases import HEADLINE
from editing_pages import STORY


def told(*above: str) -> Story:
    """The story of a dump with these lines above it."""
    lines = (*above, "", *(line for paragraph in STORY for line in (paragraph, "")))
    (story,) = pipeline.clean(RawDocument("page.txt", "\n".join(lines).encode()), House())
    return story


def desk_in(language: str) -> Desk:
    return Desk(House(), Overrides(), language, vocabulary(language))


def section(*above: str) -> str | None:
    fact = told(*above).metadata.section
    return fact.value if fact else None


def test_a_section_of_a_menu_in_one_row_is_known_over_a_date_too() -> None:
    assert section("News Region Sport", "Region", "3 May 2024", HEADLINE, "By Jane Doe") == "Region"
    assert section("News Region Sport", "Ports", "", HEADLINE, "By Jane Doe", "3 May 2024") is None


def test_a_line_above_the_headline_that_the_menu_has_too_is_the_section() -> None:
    menu = ("Economy", "Sport", "Culture", "Log in", "")
    assert section(*menu, "Economy", "", HEADLINE, "By Jane Doe", "3 May 2024") == "Economy"
    assert section(*menu, "ECONOMY", "", HEADLINE, "By Jane Doe", "3 May 2024") == "Economy"
    assert section(*menu, "Ports", "", HEADLINE, "By Jane Doe", "3 May 2024") is None


@pytest.mark.parametrize(
    "line",
    [
        "This article is more than 3 months old",
        "By Jane Doe and John Roe",
        "https://harbour.example/2024/05/wall",
        "The wall in a storm last winter. Photograph: Jane Doe/Harbour Post",
        "Copy link",
        "jane.doe@harbour.example",
        "Image 2: Jane Doe",
    ],
)
def test_what_is_certainly_something_else_is_no_headline(line: str) -> None:
    headline = told("Harbour Post", HEADLINE, line, "Published 3 May 2024, 10:12").metadata.headline
    assert headline is not None and headline.value == HEADLINE


@pytest.mark.parametrize("line", [" ", "\u200b \u200b", "\n "])
def test_a_line_without_a_word_is_told_from_a_row_of_buttons(line: str) -> None:
    assert not is_no_headline(line, desk_in("en"))


def test_an_alternative_text_over_its_caption_is_no_headline() -> None:
    alt = "The harbour wall of Brisamar in the storm of last winter"
    headline = told("Harbour Post", HEADLINE, "3 May 2024, 10:12", alt, alt).metadata.headline
    assert headline is not None and headline.value == HEADLINE


def test_a_line_that_is_an_address_is_joined_to_nothing() -> None:
    story = told("Print version of the", "https://harbour.example/2024/05/wall", HEADLINE, "3 May 2024, 10:12")
    assert story.metadata.headline is not None and story.metadata.headline.value == HEADLINE


@pytest.mark.parametrize(
    ("printed", "kicker", "headline"),
    [
        ("POLITICSThe Council Votes to Sell", "POLITICS", "The Council Votes to Sell"),
        ("GUEST ESSAYLet the Pier Fall Down", "GUEST ESSAY", "Let the Pier Fall Down"),
        ("NewsHarbour bell found in skip", "News", "Harbour bell found in skip"),
        ("PortsHarbour bell found in skip", "Ports", "Harbour bell found in skip"),
        ("YouTube takes down the film of the wall", None, "YouTube takes down the film of the wall"),
        ("McDonald wins the seat of the harbour", None, "McDonald wins the seat of the harbour"),
        ("NASA finds water under the wall", None, "NASA finds water under the wall"),
        ("USA und China reden wieder", None, "USA und China reden wieder"),
        ("WALL TO BE REBUILT BY SPRING", None, "WALL TO BE REBUILT BY SPRING"),
        ("Culture : Who still reads in Sandray?", "Culture", "Who still reads in Sandray?"),
        ("Opinion | Let the pier fall down", "Opinion", "Let the pier fall down"),
        ("Analysis: why the pier fell down", None, "Analysis: why the pier fell down"),
        ("Brisamar : the pier fell down", None, "Brisamar : the pier fell down"),
        ("After the storm: the pier is closed", None, "After the storm: the pier is closed"),
        ("After the storm the pier is closed", "After the storm", "the pier is closed"),
        ("“It is over”The pier is closed", "“It is over”", "The pier is closed"),
    ],
)
def test_a_kicker_is_parted_where_the_page_proves_the_seam(printed: str, kicker: str | None, headline: str) -> None:
    page = ("ports", "after the storm - the pier is closed", '"it is over": the pier is closed')
    assert part_kicker(printed, tuple(enumerate(page)), desk_in("en")) == (kicker, headline)


@pytest.mark.parametrize(
    ("language", "printed", "kicker"),
    [
        ("ru", "НовостиКолокол нашли в мусорном баке", "Новости"),
        ("el", "ΠολιτικήΤο συμβούλιο ψηφίζει για την προβλήτα", "Πολιτική"),
        ("pl", "PolitykaRada głosuje nad nowym molo", "Polityka"),
        ("hu", "GazdaságÚj móló épül a kikötőben", "Gazdaság"),
        ("es", "Última horaEl puerto vuelve a abrir", "Última hora"),
        ("fr", "Culture : qui lit encore à Sandray ?", None),
        ("zh", "政治｜议会表决新码头的预算", "政治"),
        ("ko", "사회 | 항구가 다시 문을 열었다", "사회"),
    ],
)
def test_the_kickers_that_papers_print_are_known_in_each_language(
    language: str, printed: str, kicker: str | None
) -> None:
    assert part_kicker(printed, (), desk_in(language))[0] == kicker


@pytest.mark.parametrize(
    ("language", "line", "is_none"),
    [
        ("en", "Image 3: The pier at dawn", True),
        ("de", "Bild 12: Die Mole am Morgen", True),
        ("pl", "Zdjęcie 2: Molo o świcie", True),
        ("zh", "图1：清晨的码头", True),
        ("en", "Image rights: a court decides", False),
        ("de", "Zdjęcie 2: Molo o świcie", False),
    ],
)
def test_the_number_of_a_picture_heads_no_story(language: str, line: str, is_none: bool) -> None:
    assert is_no_headline(line, desk_in(language)) is is_none


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ОКСАНА ДЯЧЕНКО, ІГОР ПАЛІЙ — П'ЯТНИЦЯ, 6 ВЕРЕСНЯ 2024, 17:25", True),
        ("Maria Roe — 6 вересня 2024, 17:25", True),
        ("Новий Світ — 6 вересня 2024, 17:25", False),
        ("Київ, Україна — 6 вересня 2024", False),
        ("Останні новини, Головна сторінка — 6 вересня 2024", False),
        ("ОКСАНА ДЯЧЕНКО, ІГОР ПАЛІЙ — про міст", False),
    ],
)
def test_names_before_a_day_are_a_byline(line: str, names: bool) -> None:
    assert is_names_and_day(line, desk_in("uk")) is names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("（田所みなみ）", "田所みなみ"),
        ("（文・佐藤健）", "佐藤健"),
        ("（敬称略）", None),
        ("（8月撮影の東港）", None),
        ("（了）", None),
        ("（時系列で見る）", None),
    ],
)
def test_a_name_in_brackets_signs_a_story_in_japanese(line: str, name: str | None) -> None:
    assert signed_in_brackets(line, "ja") == name
    assert signed_in_brackets(line, "zh") is None


def test_an_alternative_text_in_small_letters_above_the_lede_leaves() -> None:
    story = told("Harbour Post", HEADLINE, "3 May 2024", "", "crab boat at dock")
    assert [block.text for block in story.blocks] == list(STORY)


def test_the_line_about_where_it_appeared_gives_the_title_of_a_dump_without_one() -> None:
    lines = (
        "By Jane Doe",
        "",
        *STORY,
        "This article originally appeared on Harbour Post: Wall to be rebuilt by spring",
    )
    (story,) = pipeline.clean(RawDocument("page.txt", "\n\n".join(lines).encode()), House())
    facts = story.metadata
    assert facts.headline and (facts.headline.value, facts.headline.origin) == (
        "Wall to be rebuilt by spring",
        "source line",
    )
    assert facts.original_publisher and facts.original_publisher.value == "Harbour Post"
    assert [block.text for block in story.blocks] == list(STORY)


def print_view(title: str) -> Story:
    """A page made for printing, with a table for its layout and this in its title element."""
    rows = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    top = f"<font size=4><b>{HEADLINE}</b></font><br><font size=1>By Jane Doe, Staff Writer<br>May 3, 2016</font>"
    table = f"<table><tr><td>{top}</td></tr><tr><td>{rows}</td></tr></table>"
    page = f"<html><head><title>{title}</title></head><body>{table}</body>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return story


@pytest.mark.parametrize("kind", ["Printable version", "Druckversion", "Версия для печати"])
def test_the_title_of_a_page_for_printing_is_none_of_the_story(kind: str) -> None:
    story = print_view(f"The Harbour Light - {kind}")
    assert story.metadata.headline is not None and story.metadata.headline.value == HEADLINE
    assert HEADLINE not in [block.text for block in story.blocks]


def test_a_trail_with_arrows_is_not_glued() -> None:
    trail = "新闻中心 > 社会新闻 > 正文"
    body = "停用九年的老码头将于五月动工，改建为全市首座水上图书馆。市文旅局昨日公布了设计方案，藏书六万册。"
    way = "<div><a href=/>新闻中心</a> &gt; <a href=/s>社会新闻</a> &gt; 正文</div>"
    page = f"<html><body>{way}<h1>老码头将改建</h1><p>{body}</p>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    assert ("lift_breadcrumb", trail) in [(taken.rule, taken.block.text) for taken in story.cuts]


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("30 January 2026 · Joris van Dijk · 6 min read", True),
        ("Jane Roe | 30 January 2026", True),
        ("30 January 2026 · New York · Tides", False),
        ("30 January 2026 · 6 min read", False),
    ],
)
def test_dots_part_a_day_a_name_and_the_time_to_read(line: str, is_byline: bool) -> None:
    assert is_parted_line(line, desk_in("en")) is is_byline
