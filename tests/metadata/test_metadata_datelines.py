"""The place, the day and the agency that open a story."""

from __future__ import annotations

import pytest
from copydesk.metadata.dates.datelines import clues_of_dateline, read_dateline, without_dateline
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st

TOLD = {
    "VALDERØ HEAD, May 16 (Meridian Wire) — Keepers of": ("VALDERØ HEAD", "May 16", None, "Keepers of"),
    "SALTMERE, Wis. (AP) — After a summer": ("SALTMERE", None, "AP", "After a summer"),
    "EASTQUAY/TARN VALLEY, March 7 (Reuters) - A ferry": ("EASTQUAY/TARN VALLEY", "March 7", "Reuters", "A ferry"),
    "EASTQUAY — The bells": ("EASTQUAY", None, None, "The bells"),
    "LOW TARN, Northern Isles -- The bells": ("LOW TARN", None, None, "The bells"),
    "Eastquay (dpa) - Die Glocken": ("Eastquay", None, "dpa", "Die Glocken"),
    "EASTQUAY, 3 mai (AFP) – Les cloches": ("EASTQUAY", "3 mai", "AFP", "Les cloches"),
    "Puerto Sal, 3 may (EFE).- Las campanas": ("Puerto Sal", "3 may", "EFE", "Las campanas"),
    "(ANSA) - PORTO SALE, 03 MAG - Le campane": ("PORTO SALE", "03 MAG", "ANSA", "Le campane"),
    "ИСТКИ, 5 янв - РИА Новости. Колокола": ("ИСТКИ", "5 янв", "RIA Novosti", "Колокола"),
    "ΑΝΑΤΟΛΗ.-- Οι καμπάνες": ("ΑΝΑΤΟΛΗ", None, None, "Οι καμπάνες"),
    "新华社东湾4月24日电 灯塔": ("东湾", "4月24日", "Xinhua", "灯塔"),
    "（中新社东湾4月24日电）灯塔": ("东湾", "4月24日", "China News Service", "灯塔"),
    "【東湾共同】灯台": ("東湾", None, "Kyodo", "灯台"),
    "【東湾＝田中一】灯台": ("東湾", None, None, "灯台"),
    "(동만=연합뉴스) 등대": ("동만", None, "Yonhap", "등대"),
    "الميناء (رويترز) - قال": ("الميناء", None, "Reuters", "قال"),
    "ИСТКИ, 22 ноября. /ТАСС/. Колокола": ("ИСТКИ", "22 ноября", "TASS", "Колокола"),
    "SALTMERE, Nov. 18, 2026 /PRNewswire/ -- The bells": ("SALTMERE", "Nov. 18, 2026", "PR Newswire", "The bells"),
    "(Reuters) — The bells": (None, None, "Reuters", "The bells"),
}


@pytest.mark.parametrize("text", TOLD)
def test_what_opens_a_story_in_the_forms_of_the_wires(text: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.day, found.agency, text[found.length :].strip()) == TOLD[text]


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE — The bells will go",
        "NATO — the alliance of six lighthouses",
        "She said the six stations — Valderø, Storgrunn and four more",
        "On Monday, May 3 — the day of the vote — nobody came",
        "Nein - so nicht",
        "SIX BELLS RING AGAIN - and nobody sleeps",
        "【速報】灯台",
        "The keeper (Reuters) rang — and rang",
        "BELLS (see page 4) and whistles",
        "",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert read_dateline(text) is None
    assert without_dateline(text) == text


def test_the_agency_and_a_whole_date_are_clues_to_the_facts() -> None:
    blocks = draft(body=("SALTMERE (January 24, 2024) — The wall", "More of it")).blocks
    assert [(clue.fact, clue.value) for clue in clues_of_dateline(blocks)] == [("published", "January 24, 2024")]
    blocks = draft(body=("SALTMERE, May 3 (AP) — The wall", "More of it")).blocks
    (agency,) = clues_of_dateline(blocks)
    assert (agency.fact, agency.value, agency.origin) == ("agency", "AP", "dateline")


def test_who_filed_from_a_place_wrote_the_story() -> None:
    blocks = draft(body=("【東湾＝田中一】古い灯台が十四日夜、九年ぶりに点灯した。", "灯台守は戻らない。")).blocks
    assert [(clue.fact, clue.value) for clue in clues_of_dateline(blocks)] == [("author", "田中一")]


@pytest.mark.parametrize(
    ("opening", "writer"),
    [
        ("本报讯（记者 林小雨）", "林小雨"),
        ("海河晚报讯 (记者林小雨 通讯员王芳)", "林小雨"),
        ("本报讯 ", None),
        ("据记者了解（记者会）", None),
    ],
)
def test_who_reported_opens_a_story_in_chinese(opening: str, writer: str | None) -> None:
    blocks = draft(body=(f"{opening}停用九年的老码头将于五月动工，改建为水上图书馆。",)).blocks
    assert [clue.value for clue in clues_of_dateline(blocks)] == ([writer] if writer else [])


def test_a_dateline_further_down_is_of_another_story() -> None:
    assert clues_of_dateline(draft(body=("The wall", "SALTMERE (AP) — The wall")).blocks) == ()


@given(st.text(max_size=200))
def test_any_text_is_survived_and_only_its_beginning_taken(text: str) -> None:
    assert text.endswith(without_dateline(text))
