"""Names that a bare page gives: its publisher in copyright lines and logos, never a word of its menu."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk import intake, metadata
from copydesk.metadata.credits.bylines import read_byline
from copydesk.metadata.names.copyright_names import name_in_copyright, name_in_imprint
from copydesk.metadata.names.label_lines import source_in
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.names.papers import is_a_compound, is_a_paper
from copydesk.model import (
    Block,
    Clue,
    Cut,
    Doubt,
    Draft,
    House,
    Limits,
    Overrides,
    Paragraph,
    Place,
    Publisher,
    RawDocument,
    Span,
)
from drafts import clue, draft


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© El Faro de Alora. Todos los derechos reservados.", "El Faro de Alora"),
        ("© 2026 Harbor Post", "Harbor Post"),
        ("© 2026 Harbor Post, a division of Quayside Media Inc. All rights reserved.", "Harbor Post"),
        ("© 2026 Harbor, a history of the sea", "Harbor, a history of the sea"),
        ("© Copyright 2025 Corlis Ledger, 210 Main St. Corlis | Terms of Use", "Corlis Ledger"),
        ("כל הזכויות שמורות לקול המפרץ", "קול המפרץ"),
        ("Copyright © 2019-2026 The Harbor Post Ltd. All rights reserved.", "The Harbor Post Ltd"),
        ("© 2026 Deichkurier Verlag GmbH & Co. KG | Impressum", "Deichkurier Verlag GmbH & Co. KG"),
        ("Tutti i diritti riservati. Il Molo 2026", "Il Molo"),
        ("Все права защищены © «Портовый листок», 2026", "Портовый листок"),
        ("版权所有 © 南湾晚报", "南湾晚报"),
        ("南湾晚报版权所有，未经授权不得转载", "南湾晚报"),
        ("جميع الحقوق محفوظة © صحيفة الميناء 2026", "صحيفة الميناء"),
        ("© Jane Doe/AFP", None),
        ("© 2026 - All rights reserved", None),
        ("© dpa", None),
        ("The right to strike is reserved for members.", None),
    ],
)
def test_names_in_copyright_lines(line: str, name: str | None) -> None:
    assert name_in_copyright(line) == name


def test_an_imprint_is_a_short_line_that_ends_with_the_house() -> None:
    assert name_in_imprint("Deichkurier Verlag GmbH") == "Deichkurier Verlag GmbH"
    assert name_in_imprint("Verlag") is None
    assert name_in_imprint("Die Autorin hat ihr Buch ohne einen großen Verlag") is None


@pytest.mark.parametrize(
    "line", ["登录 注册", "Log in | Register", "Iniciar sesión", "Войти Регистрация", "로그인 회원가입"]
)
def test_menus_name_nobody(line: str) -> None:
    assert is_menu(line)
    assert read_byline(line).people == ()
    assert read_byline(line).offices == ()


def test_people_are_no_menus() -> None:
    assert not is_menu("Jane Roe")
    assert not is_menu("登录 沈若舟")


def test_a_line_of_labels_names_its_source() -> None:
    assert source_in("2026年02月26日 09:30\u3000来源：南湾晚报\u3000记者：林若水") == "南湾晚报"
    assert source_in("The open source: a way to share") is None


def page(*lines: str, body: tuple[str, ...]) -> Draft:
    """A dump of whose lines those given were cut, the last of them under the story."""
    made = draft(body=body)
    blocks = tuple(replace(block, place=Place(50 + at, 50 + at)) for at, block in enumerate(made.blocks))
    numbers = [*range(1, len(lines)), 99]
    cuts = tuple(
        Cut(Block(Paragraph(), (Span(text),), Place(at, at)), "cut_what_is_judged_out", "taken out")
        for at, text in zip(numbers, lines, strict=True)
    )
    return replace(made, blocks=blocks, cuts=cuts)


STORY = ("The harbour wall will be rebuilt before the winter storms, the port office said on Tuesday after talks.",)


def test_the_name_at_the_head_that_the_foot_repeats_is_the_publisher() -> None:
    made = page("Harbor Post", "Log in", "© Harbor Post. All rights reserved.", body=STORY)
    publisher = metadata.resolve(made, House(), Overrides()).metadata.publisher
    assert publisher is not None
    assert (publisher.value, publisher.origin) == ("Harbor Post", "name line")
    assert publisher.confidence < 0.5


def test_a_name_at_the_head_that_stands_nowhere_else_is_none() -> None:
    made = page("Harbor Lights", "More stories", body=STORY)
    assert metadata.resolve(made, House(), Overrides()).metadata.publisher is None


@pytest.mark.parametrize("head", ["Harbor Post", "Kurier Elbmarsch", "北湾日报", "Liman Postası"])
def test_a_name_at_the_head_may_say_that_it_is_a_paper(head: str) -> None:
    publisher = metadata.resolve(page(head, "More stories", body=STORY), House(), Overrides()).metadata.publisher
    assert publisher is not None and (publisher.value, publisher.origin) == (head, "name line")


@pytest.mark.parametrize("head", ["Breaking News", "News", "World News", "The Post"])
def test_the_heading_of_a_list_is_no_paper(head: str) -> None:
    assert metadata.resolve(page(head, "More stories", body=STORY), House(), Overrides()).metadata.publisher is None


LISTED = House((Publisher("muelle", "El Muelle", names=("Muelle Digital",)), Publisher("lantern", "The Bay Lantern")))


@pytest.mark.parametrize(
    "head",
    ["El Muelle", "EL MUELLE", "Muelle Digital", "EL MUELLE   sábado, 21 de noviembre de 2026   Pág. 4"],
)
def test_a_name_of_the_publishers_table_at_the_head_is_the_publisher(head: str) -> None:
    found = metadata.resolve(page(head, "More stories", body=STORY), LISTED, Overrides()).metadata
    assert found.publisher is not None and found.publisher.value == "El Muelle"
    assert found.publisher_key == "muelle"


@pytest.mark.parametrize(
    "head",
    [
        ("El Muelle", "The Bay Lantern"),
        ("El Muelle de Arriba",),
        ("The Bay Lantern and the harbour pilots will meet again on 21 November to talk about the light",),
    ],
)
def test_a_menu_of_papers_and_a_longer_name_are_no_publisher_of_the_table(head: tuple[str, ...]) -> None:
    found = metadata.resolve(page(*head, "More stories", body=STORY), LISTED, Overrides()).metadata
    assert found.publisher_key is None


def test_the_credit_of_a_picture_names_the_head_of_the_page() -> None:
    made = page("The Bay Lantern", "The pier. Photograph: Jane Roe/The Bay Lantern", body=STORY)
    publisher = metadata.resolve(made, House(), Overrides()).metadata.publisher
    assert publisher is not None and publisher.value == "The Bay Lantern"


def test_a_head_in_capitals_leaves_the_spelling_to_the_foot() -> None:
    made = page("HARBOR POST", "© Harbor Post 2026", body=STORY)
    publisher = metadata.resolve(made, House(), Overrides()).metadata.publisher
    assert publisher is not None
    assert (publisher.value, publisher.origin) == ("Harbor Post", "copyright line")


def test_a_labelled_line_names_the_writer_and_a_menu_does_not() -> None:
    made = page("南湾晚报", "登录 注册", "2026年02月26日 09:30\u3000来源：南湾晚报\u3000记者：林若水", body=STORY)
    story = metadata.resolve(made, House(), Overrides())
    assert story.byline == ("林若水",)
    assert story.metadata.publisher is not None
    assert story.metadata.publisher.value == "南湾晚报"
    assert story.metadata.original_publisher is None


def test_a_lost_address_is_told_once() -> None:
    lost = tuple(Doubt("original-address-missing", "its address was lost", Place(at, at)) for at in (4, 9))
    made = replace(draft(), doubts=lost)
    doubts = metadata.resolve(made, House(), Overrides()).doubts
    assert [doubt for doubt in doubts if doubt.code == "original-address-missing"] == [lost[0]]
    given = replace(made, clues=(clue("canonical_url", "https://harborpost.example/wall", "rel canonical"),))
    found = metadata.resolve(given, House(), Overrides()).doubts
    assert all(doubt.code != "original-address-missing" for doubt in found)


def test_a_linked_logo_in_markdown_names_the_publisher() -> None:
    text = (
        "[ ![El Faro de Alora](/logo.svg) ](/)\n\n# El puerto cierra\n\n**Ana Rey** | 22 de abril\n\nEl puerto cerró.\n"
    )
    (made,) = intake.read(RawDocument("alora.txt", text.encode()), Limits())
    assert made.blocks[0].text == "El Faro de Alora"
    assert Clue("publisher", "El Faro de Alora", "logo text", Place(1, 1)) in made.clues


def test_a_name_keeps_the_words_that_logos_have_too() -> None:
    publisher = metadata.resolve(
        page("The White Pelican Times", "x", body=STORY), House(), Overrides()
    ).metadata.publisher
    assert publisher is not None and publisher.value == "The White Pelican Times"


@pytest.mark.parametrize(
    ("name", "is_paper"), [("Der Talbote", True), ("Polderblad", True), ("Angebote", False), ("Nachrichten", False)]
)
def test_a_paper_of_one_word_is_known_by_its_end(name: str, is_paper: bool) -> None:
    assert is_a_compound(name) is is_paper


def test_rights_in_korean_are_no_name() -> None:
    assert name_in_copyright("Copyright ⓒ 해안일보. 무단전재 및 재배포 금지") == "해안일보"


@pytest.mark.parametrize("line", ["Follow us on Google News", "Ακολουθήστε μας στο Google News"])
def test_who_gathers_the_news_of_others_is_no_paper(line: str) -> None:
    assert not is_a_paper(line)
    assert is_a_paper("Harbour News")
