"""Bylines: people without their jobs, agencies as agencies, offices as nobody."""

from __future__ import annotations

import pytest
from copydesk.editing.vocabulary import LANGUAGES, vocabulary
from copydesk.metadata.credits.bylines import distinct_names, is_same_person, read_byline
from copydesk.metadata.names.site_names import SiteNames
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("byline", "language", "people"),
    [
        ("Jane Roe", None, ["Jane Roe"]),
        ("By Jane Roe", "en", ["Jane Roe"]),
        ("By: JANE ROE and John O'Neil", "en", ["JANE ROE", "John O'Neil"]),
        ("BY JANE ROE", "en", ["Jane Roe"]),
        ("BY JANE MCDONALD-ROE", "en", ["Jane McDonald-Roe"]),
        ("Jane Roe, Political Editor", "en", ["Jane Roe"]),
        ("Jane Roe Senior Political Correspondent", "en", ["Jane Roe"]),
        ("Jane Roe | Staff Writer", "en", ["Jane Roe"]),
        ("By Jane Roe for Harbour Post", "en", ["Jane Roe"]),
        ("By Jane Roe For Harbourpost.com", "en", ["Jane Roe"]),
        ("Jane Harbour Institute for Tides", "en", []),
        ("取材・文／有賀千尋", "ja", ["有賀千尋"]),
        ("Jane Roe’s notes", "en", ["Jane Roe"]),
        ("About Archive", "en", []),
        ("Tekst Sjoerd Roe Beeld Femke Doe", "nl", ["Sjoerd Roe"]),
        ("Article rédigé par Jeanne Dupont", "fr", ["Jeanne Dupont"]),
        ("Dalla nostra inviata Maria Rossi", "it", ["Maria Rossi"]),
        ("Jane Roe (jane.roe@harborpost.example)", "en", ["Jane Roe"]),
        ("Jane Roe jane.roe@harborpost.example", "en", ["Jane Roe"]),
        ("Jane Roe, John Doe & Max Muster", "en", ["Jane Roe", "John Doe", "Max Muster"]),
        ("Von Anna Muster und Max Beispiel", "de", ["Anna Muster", "Max Beispiel"]),
        ("Von Anna Muster, Berlin", "de", ["Anna Muster"]),
        ("Par Jeanne Dupont et Luc Martin", "fr", ["Jeanne Dupont", "Luc Martin"]),
        ("Por Ana Pérez y Luis Gómez", "es", ["Ana Pérez", "Luis Gómez"]),
        ("José Ortega y Gasset", None, ["José Ortega y Gasset"]),
        ("di Maria Rossi e Luca Bianchi", "it", ["Maria Rossi", "Luca Bianchi"]),
        ("Door Jan de Vries", "nl", ["Jan de Vries"]),
        ("Автор: Иван Петров", "ru", ["Иван Петров"]),
        ("作者：王小明", "zh", ["王小明"]),
        ("김철수 기자", "ko", ["김철수"]),
        ("Ludwig van Beethoven", None, ["Ludwig van Beethoven"]),
        ("J.K. Roe", None, ["J.K. Roe"]),
        ("Jane RoeAugust 10, 2025", "en", ["Jane Roe"]),
        ("Articol de Ioana Roe Data publicării: 15.04.2026 14:22", "ro", ["Ioana Roe"]),
        ("Dec 17, 2025Jane Roe", "en", ["Jane Roe"]),
        ("by Jane Roe ● December 23, 2025 ● 6 min read", "en", ["Jane Roe"]),
        ("Posted by Jane Roe on Friday December 19, 2025", "en", ["Jane Roe"]),
        ("Written by Jane Roe, CEPF | Edited by Max Muster", "en", ["Jane Roe"]),
        ("Jane Roe, Executive Editor, Harbour Women's Watch", "en", ["Jane Roe"]),
        ("Jane Roe, editor, and John Doe, reporter", "en", ["Jane Roe", "John Doe"]),
        ("By Jane Roe Senior Autos Reporter", "en", ["Jane Roe"]),
        ("This post was written by Jane Roe, Head of Marketing", "en", ["Jane Roe"]),
        ("Jane Roe on behalf of the tide group", "en", ["Jane Roe"]),
        ("View all posts by Jane Roe →", "en", ["Jane Roe"]),
        ("Jane Roe Jane Roe", "en", ["Jane Roe"]),
        ("April May", "en", ["April May"]),
        ("Von Jana Roe Landespolitische Korrespondentin", "de", ["Jana Roe"]),
        ("Autorin/Autor Jana Roe", "de", ["Jana Roe"]),
        ("Ludwig Mayer 3", "de", []),
        (
            "Reporting by Jane Roe in Nairobi and John Doe in Lagos; Editing by Max Muster",
            "en",
            ["Jane Roe", "John Doe"],
        ),
        ("Center for Drug Evaluation in Brisamar", "en", []),
        ("Penulis: Andi Wijaya | Editor: Siti Rahma", "id", ["Andi Wijaya"]),
        ("by Jane Roe—10 min read", "en", ["Jane Roe"]),
        ("(Anna Muster/dpa)", "de", ["Anna Muster"]),
        ("Opracowanie: Anna Nowak", "pl", ["Anna Nowak"]),
        ("Door onze redacteur Anna de Vries", "nl", ["Anna de Vries"]),
        ("〔記者林小明／台北報導〕", "zh", ["林小明"]),
        ("文在寅", "zh", ["文在寅"]),
        ("（责任编辑：王芳）", "zh", []),
        ("この記事を書いた人 渡辺洋介 東京社会部 フォロー 専門・関心分野 戦争、平和、核問題", "ja", ["渡辺洋介"]),
        ("大渡 美咲", "ja", ["大渡 美咲"]),
        ("Text Size", "en", []),
        ("Former Harbour Consultant", "en", []),
        ("Jane Roe, MS, FAND Jane Roe", "en", ["Jane Roe"]),
    ],
)
def test_people(byline: str, language: str | None, people: list[str]) -> None:
    expected = ["Jane Roe" if name == "JANE ROE" else name for name in people]
    assert list(read_byline(byline, language).people) == expected


@pytest.mark.parametrize(
    "byline",
    [
        "Staff",
        "Staff Writer",
        "Editorial Board",
        "The Editorial Board",
        "Admin",
        "Redaktion",
        "Redacción",
        "News Desk",
        "Fact checked by Max Muster",
        "Reviewed by Max Muster",
        "The Harbour editors",
        "Center for Harbour Evaluation and Research",
        "Advertiser Disclosure",
        "additional reporting by Max Muster",
        "Political Editor",
        "https://social.example/harborpost",
        "/author/jane-roe",
        "www.harborpost.example",
        "jane.roe@harborpost.example",
        "By the river, a crowd had gathered to see the boats come in",
        "12 August 2025",
        "",
        "-",
    ],
)
def test_nobody(byline: str) -> None:
    assert read_byline(byline, "en").people == ()


@pytest.mark.parametrize(
    ("byline", "people", "agencies"),
    [
        ("Reuters", [], ["Reuters"]),
        ("By The Associated Press", [], ["AP"]),
        ("Jane Roe, Reuters", ["Jane Roe"], ["Reuters"]),
        ("Jane Roe (AFP)", ["Jane Roe"], ["AFP"]),
        ("Von Anna Muster und dpa", ["Anna Muster"], ["dpa"]),
        ("AFP, dpa", [], ["AFP", "dpa"]),
        ("Agencia EFE", [], ["EFE"]),
        ("新华社", [], ["Xinhua"]),
        ("Apolonia Reuter", ["Apolonia Reuter"], []),
    ],
)
def test_agencies(byline: str, people: list[str], agencies: list[str]) -> None:
    read = read_byline(byline, "de" if "und" in byline else "en")
    assert (list(read.people), list(read.agencies)) == (people, agencies)


@pytest.mark.parametrize(
    ("byline", "declared", "people"),
    [
        ("Bo Ek", True, ("Bo Ek",)),
        ("Bo Ek", False, ()),
        ("TV", True, ()),
        ("A. B.", True, ()),
        ("J.K. Roe", True, ("J.K. Roe",)),
    ],
)
def test_short_names_are_people_where_the_page_declares_them(byline, declared, people) -> None:
    assert read_byline(byline, "en", declared=declared).people == people


def test_the_site_is_no_person() -> None:
    names = SiteNames(frozenset({"harborlight"}), frozenset())
    assert read_byline("Harbor Light", "en", names).people == ()
    assert read_byline("Jane Roe, Harbor Light — Port Doe", "en", names).people == ("Jane Roe",)
    assert read_byline("Jane Roe, Harbor Light, and Port Doe", "en", names).people == ("Jane Roe", "Port Doe")
    assert read_byline("Harbor Lightfoot-Smith Jones", "en", names).people != ()


@pytest.mark.parametrize(
    ("name", "is_person"),
    [("Lena Brandt", True), ("Charlotte Observer", False), ("Harbor Light", False), ("Lena", False)],
)
def test_a_site_may_be_called_after_who_writes_it(name: str, is_person: bool) -> None:
    sites = SiteNames(frozenset({name.casefold().replace(" ", "")}), frozenset())
    assert (read_byline(name, "en", sites, declared=True).people == (name,)) is is_person


@pytest.mark.parametrize(
    ("byline", "people"), [("Per Lindqvist", ("Per Lindqvist",)), ("Per Marta Pujol", ("Marta Pujol",))]
)
def test_a_lead_that_is_a_given_name_too(byline: str, people: tuple[str, ...]) -> None:
    assert read_byline(byline, "ca").people == people


def test_one_person_under_two_spellings_is_one() -> None:
    assert distinct_names(["J. Roe", "Jane Roe", "JANE ROE", "John Roe"]) == ("Jane Roe", "John Roe")


def test_two_people_of_one_surname_are_two() -> None:
    assert not is_same_person("Jane Roe", "John Roe")


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from([None, "en", "es", "zh"]))
def test_reading_never_raises_and_repeats_itself(text: str, language: str | None) -> None:
    assert read_byline(text, language) == read_byline(text, language)


def test_an_agency_that_helped_is_credited() -> None:
    assert read_byline("Par Jeanne Dupont (avec l'AFP)", "fr").agencies == ("AFP",)
    assert read_byline("Von Anna Muster (mit dpa)", "de").agencies == ("dpa",)


NAMES = {
    "zh": "沈若舟", "ja": "沢井久美子", "ko": "한서윤", "ar": "ليلى منصور", "he": "נעמה ברק", "fa": "سارا کریمی",
    "hi": "रेखा त्रिवेदी", "el": "Μαρία Νίκα", "ru": "Анна Ветрова", "uk": "Олена Бойко", "th": "สมชาย ใจดี",
}  # fmt: skip
NOBODY = frozenset(
    "edited reviewed aus redaktion: unserem unserer notre redacción nuestro nuestra do redactie onze redaktor:"
    " redakcja: των editör: haber المحرر: ترجمة: ועריכה: مترجم: by: 综合报道 編集部 승인 pv beküldve:".split()
)
"""Words of beginnings of bylines behind which no writer is named: who edited, an office, half a lead."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_desk_takes_for_a_byline_is_read_as_one(language: str) -> None:
    name = NAMES.get(language, "Marta Celli")
    for start in vocabulary(language).byline_starts:
        if NOBODY.isdisjoint(start.split()):
            glue = "" if start[-1] in " :：/=" else " "
            assert list(read_byline(f"{start}{glue}{name}", language).people) == [name], start


@pytest.mark.parametrize(
    "text",
    [
        "โดย กองบรรณาธิการ",
        "편집국",
        "本报编辑部",
        "取材班",
        "كتب: المحرر",
        "تحریریه",
        "न्यूज़ डेस्क",
        "Av: Redaksjonen",
        "Oleh: Redaksi",
    ],
)
def test_a_desk_is_nobody_in_any_language(text: str) -> None:
    assert read_byline(text).people == ()
