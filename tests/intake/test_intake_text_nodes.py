"""Dumps with a line per text node, and columns on one line, become paragraphs again; other dumps stay as they are."""

from __future__ import annotations

import pytest
from copydesk.model import ListItem, Place
from copydesk.text import words
from hypothesis import given
from hypothesis import strategies as st
from intake_reading import read_dump

MENU = "Fjordheim Tidings\nMenu\nShipping\nWeather\nLetters\n"

STORY = (
    "Nine pupils began their training at the \nFjordheim tugboat school\n on Monday, the first since the \n"
    "harbor authority\n closed it in 2016 for want of tugboats.\n\n\n\n"
    "“We teach them to be slow,” said \nRagnvald Eik\n, who heads it with \nTora Lind\n and \nAasa Moe\n.\n\n\n\n"
)


def texts(dump: str) -> list[str]:
    """The texts of a dump's blocks."""
    return [block.text for block in read_dump(dump).blocks]


def test_a_sentence_broken_at_its_links_is_one_paragraph() -> None:
    assert texts(MENU + STORY)[5:] == [
        "Nine pupils began their training at the Fjordheim tugboat school on Monday, the first since the harbor"
        " authority closed it in 2016 for want of tugboats.",
        "“We teach them to be slow,” said Ragnvald Eik, who heads it with Tora Lind and Aasa Moe.",
    ]


def test_a_joined_paragraph_stands_where_its_lines_stood() -> None:
    assert read_dump(MENU + STORY).blocks[5].place == Place(6, 10)


def test_marks_between_two_links_are_no_lines_of_their_own() -> None:
    listed = (
        "The crew calls at \nAlvik\n, \nBruheim\n, \nCapsund\n and \nDale\n (\nMay\n) before the \nice\n sets in.\n"
    )
    assert texts(listed) == ["The crew calls at Alvik, Bruheim, Capsund and Dale (May) before the ice sets in."]


def test_menus_and_headlines_of_such_a_dump_stay_lines() -> None:
    assert texts(MENU + STORY)[:5] == ["Fjordheim Tidings", "Menu", "Shipping", "Weather", "Letters"]


def test_no_space_comes_between_chinese_words() -> None:
    story = "港口管理局 \n星期一\n 宣布，\n新防波堤 \n將於春季完工 \n。\n 渡輪 \n停航\n 三天。\n"
    assert texts(story) == ["港口管理局星期一宣布，新防波堤將於春季完工。渡輪停航三天。"]


def test_the_space_that_opens_a_chinese_paragraph_begins_a_new_one() -> None:
    story = "第一段的最後一句話在這裡。 \n　　第二段從這裡開始， \n鏈接\n 之後繼續。 \n鏈接\n 之後。\n"
    assert len(texts(story)) > 1


@pytest.mark.parametrize(
    "dump",
    [
        "One line\nanother line\nand a third\n",
        "  Set in\n  as a whole \n  by a renderer \n  that lays out \n  pages\n",
        "a verse that breaks \nwhere it wants to\n",
    ],
)
def test_lines_that_are_no_text_nodes_stay(dump: str) -> None:
    assert len(texts(dump)) == len(dump.splitlines())


@given(st.lists(st.text("aB.,\u3000 “ö中\t", max_size=12), max_size=30))  # "é““" is a letter encoded twice
def test_joining_and_splitting_lose_and_change_no_letter(lines: list[str]) -> None:
    dump = "\n".join(lines)
    if dump.strip(" \t\n\u3000"):
        assert "".join("".join(texts("x\n" + dump)).split()) == "".join(("x" + dump).split())


PROSE = (
    "The harbor authority said on Monday that the sea wall would be rebuilt by the spring, and that the ferries would"
    " call at the old pier until then."
)


def test_a_paragraph_and_the_menu_beside_it_are_two() -> None:
    draft = read_dump(f"Home     {PROSE}\nWorld     {PROSE}  Weather\n")
    assert [block.text for block in draft.blocks] == ["Home", PROSE, "World", PROSE + "  Weather"]
    assert [block.place.first for block in draft.blocks] == [1, 1, 2, 2]


def test_a_full_column_ends_where_the_next_one_begins() -> None:
    wide = PROSE + " They sail at noon."
    lines = [f"{line.ljust(len(wide))}  Weather" for line in (PROSE, PROSE, wide)]
    assert texts("\n".join(lines)) == [PROSE, PROSE, wide, "Weather", "Weather", "Weather"]


def test_columns_are_read_down_one_after_another() -> None:
    rows = [("Home", PROSE, "Fog"), ("World", PROSE + " Twice.", "Tides"), ("", "It is done.", "")]
    dump = "\n".join(f"{left:<12}{story:<170}{right}".rstrip() for left, story, right in rows)
    assert texts(f"Gazette\n{dump}\n© Gazette\n") == [
        *("Gazette", "Home", "World"),
        *(PROSE, PROSE + " Twice.", "It is done."),
        *("Fog", "Tides", "© Gazette"),
    ]


@pytest.mark.parametrize("line", [f"{PROSE}  Two spaces stand here.", "Alvik      12      14", "Pier    " * 9 + "Quay"])
def test_rows_of_a_table_and_typed_spaces_split_no_line(line: str) -> None:
    assert texts(line) == [line]


def test_items_in_columns_keep_their_own_words() -> None:
    draft = read_dump(f"• {PROSE}     • Weather\n")
    assert [(block.kind, words(block.text)) for block in draft.blocks] == [
        (ListItem(0), words(PROSE)),
        (ListItem(9), ("weather",)),
    ]
