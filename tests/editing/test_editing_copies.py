"""What readers of feeds, reader views, wires and themes print around a story that they copy."""

from __future__ import annotations

import pytest
from copydesk.editing.bylines.forms import led_between_bars
from copydesk.editing.cutting.boilerplate import is_count
from copydesk.editing.desk import Desk
from copydesk.editing.logo_names import logo_name
from copydesk.editing.pictures.captions import is_image_name
from copydesk.editing.vocabulary import vocabulary
from copydesk.model import House, Overrides
from editing_cases import HEADLINE, above, inside, under
from editing_pages import STORY, Line, carry_out, draft, page, taken

DESK = Desk(House(), Overrides(), "en", vocabulary("en"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour-Brief-24-logo", "Harbour Brief 24"),
        ("harbour-logo-2", "harbour"),
        ("Harbour-300-logo", "Harbour"),
        ("haven-logo-mobiel", "haven"),
        ("Kikötő-fejléc-logo", "Kikötő"),
        ("北浜新聞ロゴ", "北浜新聞"),
        ("青屿快报 logo", "青屿快报"),
        ("ロゴ", ""),
        ("The town chose a new logo on Monday.", None),
    ],
)
def test_a_logo_names_the_publisher_in_any_language(text: str, name: str | None) -> None:
    assert logo_name(text) == name


def test_of_several_steps_glued_together_the_last_is_the_section() -> None:
    after = carry_out(
        "lift_glued_breadcrumb", draft(page("HomeWorldTidesHarbour wall to be rebuilt...", HEADLINE, STORY))
    )
    assert [(clue.fact, clue.value) for clue in after.clues] == [("section", "Tides")]


@pytest.mark.parametrize(
    "text",
    ["IMG 20251006 WA0012", "微信图片 20250628091233", "[pier-at-dawn-300x200.jpg]", "Foto 3", "снимок экрана 12"],
)
def test_names_that_cameras_and_phones_give_are_no_text(text: str) -> None:
    assert is_image_name(text)


@pytest.mark.parametrize("text", ["Foto", "Bild der Woche", "Image of the town", "[sic]"])
def test_words_about_pictures_are_no_names_of_files(text: str) -> None:
    assert not is_image_name(text)


def test_a_word_with_a_hyphen_between_two_paragraphs_is_the_name_of_a_picture() -> None:
    assert taken(carry_out("cut_captions", draft(page(*inside("ferry-night"))))) == ("ferry-night",)
    assert taken(carry_out("cut_captions", draft(page(*inside("Ferry-night"))))) == ()


@pytest.mark.parametrize(("text", "counts"), [("6–8 minutes", True), ("5 minutes", True), ("6–8 metres", False)])
def test_a_range_of_minutes_is_a_reading_time(text: str, counts: bool) -> None:
    assert is_count(text, DESK.words.reading_phrases, DESK) is counts


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("Tags: Interest RatesCity Hall", ["Interest Rates", "City Hall"]),
        ("Tags: FerriesHarbourTides", ["Ferries", "Harbour", "Tides"]),
        ("Tags: YouTube", ["YouTube"]),
        ("Tags: John McDonald", ["John McDonald"]),
        ("Tags: Interest RatesCity Hall, Ferries", ["Interest RatesCity Hall", "Ferries"]),
    ],
)
def test_tags_run_together_come_apart(tags: str, found: list[str]) -> None:
    after = carry_out("lift_tags", draft(page(*under(tags))))
    assert [clue.value for clue in after.clues if clue.fact == "tag"] == found


def test_a_reader_view_has_the_headline_under_its_host() -> None:
    top = ("post.example", "The last smith of the valley", "Jane Doe", "6–8 minutes")
    after = carry_out("lift_headline", draft(page(*above(*top))))
    assert [clue.value for clue in after.clues if clue.fact == "headline"] == ["The last smith of the valley"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbour Post / by Jane Doe / May 12, 2025 at 07:40AM", "Jane Doe - Harbour Post"),
        ("By Jane Doe | Tides | May 12, 2025", "Jane Doe"),
        ("Harbour Post / by the river / May 12, 2025", None),
        ("by Jane Doe / May 12, 2025", None),
        ("Harbour Post / by Jane Doe / Tides", None),
    ],
)
def test_a_reader_of_feeds_names_who_wrote_a_note_and_for_whom(text: str, names: str | None) -> None:
    assert led_between_bars(text, DESK) == names


def sender(*lines: str | Line | tuple[str, ...]) -> list[str]:
    after = carry_out("lift_sender", draft(page(*lines)))
    return [clue.value for clue in after.clues if clue.fact == "publisher"]


def test_the_head_of_a_release_names_its_sender_as_the_text_spells_it() -> None:
    lede = Line("Veldt Rail will put two trains that burn hydrogen into service on the branch from September.", 0.97)
    assert sender("VELDT RAIL MEDIA RELEASE", lede) == ["Veldt Rail"]
    assert sender("Press release | Veldt Rail", lede) == ["Veldt Rail"]
    assert sender("HARBOUR MEDIA RELEASE", lede) == []
    assert sender("Council to issue press release", lede) == []


def test_the_last_line_of_a_release_on_a_wire_names_its_source() -> None:
    assert sender(STORY, "SOURCE Lumen Harbor, Inc.") == ["Lumen Harbor, Inc."]
    assert sender(STORY, "Source of the river: a spring") == []


def test_of_two_spellings_of_a_logo_the_careful_one_counts() -> None:
    after = carry_out("lift_logo_texts", draft(page(*above("karasu-postasi-logo", "Karasu Postası Logo", HEADLINE))))
    assert {clue.value for clue in after.clues if clue.fact == "publisher"} == {"Karasu Postası"}


@pytest.mark.parametrize("text", ["KakaoTalk 20250417 101522", "Screenshot_20250417-101522", "20250708 083011"])
def test_a_name_with_a_day_and_a_time_is_that_of_a_picture(text: str) -> None:
    assert is_image_name(text)


def test_a_note_of_first_publication_may_go_on() -> None:
    note = "This essay was first published by The Mender. It is republished here under a Creative Commons licence."
    after = carry_out("lift_source_lines", draft(page(*under(note))))
    assert [(clue.fact, clue.value) for clue in after.clues] == [("original_publisher", "The Mender")]


def test_the_name_of_the_site_at_the_head_is_no_headline_where_another_line_may_be() -> None:
    top = ("Commons Weekly", "Ideas", "The quiet economics of repair cafés", "Lotte Brandsma", "January 31, 2025")
    after = carry_out("lift_headline", draft(page(*above(*top))))
    assert [clue.value for clue in after.clues if clue.fact == "headline"] == ["The quiet economics of repair cafés"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mundo-Hoy-Logo-Blanco", "Mundo Hoy"),
        ("Río-Negro-logo", "Río Negro"),
        ("Blanco y Negro logo", "Blanco y Negro"),
    ],
)
def test_a_colour_behind_the_word_for_a_logo_is_the_pictures(text: str, name: str) -> None:
    assert logo_name(text) == name


@pytest.mark.parametrize(
    ("text", "counts"), [("Page 1 of 2", True), ("Seite 3 von 12", True), ("Página 2 de 4", True), ("Page 2", False)]
)
def test_the_number_of_a_page_is_no_text(text: str, counts: bool) -> None:
    assert is_count(text, DESK.words.reading_phrases, DESK) is counts


def test_the_headline_tells_how_a_release_spells_its_sender() -> None:
    lines = ("HARROW COUNCIL | PRESS RELEASE", "Harrow Council to replace street lamps", STORY)
    after = carry_out("lift_sender", carry_out("lift_headline", draft(page(*lines))))
    assert [clue.value for clue in after.clues if clue.fact == "publisher"] == ["Harrow Council"]


def test_a_quotation_that_opens_as_it_closes_is_a_line_of_its_own() -> None:
    lines = (Line("Ihmiset", gap=0), Line("”En halua olla legenda, haluan olla ajoissa”", gap=0))
    assert len(carry_out("join_broken_sentences", draft(page(*lines))).blocks) == 2
    lines = (Line("“En halua olla legenda", gap=0), Line("” sanoi kuljettaja ja nousi lauttaan.", gap=0))
    assert len(carry_out("join_broken_sentences", draft(page(*lines))).blocks) == 1
