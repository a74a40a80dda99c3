"""The interface speaks six languages: every catalogue has every word, its forms and its variables."""

from __future__ import annotations

import re
from datetime import date

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from copydesk.site.tongue import WORDS, Tongue
from interface_words import messages
from test_theme_templates import environment, parse
from theme_specimens import SPECIMENS, Specimen

LANGUAGES = ("ar", "de", "es", "fr", "zh")
VARIABLE = re.compile(r"%\((\w+)\)s")


def catalog(language: str) -> Catalog:
    """A catalogue as it is committed."""
    with (WORDS / f"{language}.po").open("rb") as source:
        return read_po(source, locale=language)


def variables(text: str) -> set[str]:
    return set(VARIABLE.findall(text))


def test_there_is_a_catalogue_of_each_language() -> None:
    assert sorted(path.stem for path in WORDS.glob("*.po")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_word_and_no_other(language: str) -> None:
    words = {message.id for message in catalog(language) if message.id}
    assert words == messages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_said_with_its_variables(language: str) -> None:
    found = catalog(language)
    for message in found:
        if not message.id:
            continue
        assert not message.fuzzy
        if isinstance(message.id, tuple):
            assert len(message.string) == found.num_plurals and all(message.string)
            assert set().union(*map(variables, message.string)) <= variables(message.id[1])
        else:
            assert message.string and variables(message.string) == variables(message.id), message.id


@pytest.mark.parametrize(
    ("language", "day", "month", "stories"),
    [
        ("en", "10 August 2025", "August 2025", "3 stories"),
        ("en-US", "August 10, 2025", "August 2025", "3 stories"),
        ("de", "10. August 2025", "August 2025", "3 Artikel"),
        ("fr", "10 août 2025", "août 2025", "3 articles"),
        ("es", "10 de agosto de 2025", "agosto de 2025", "3 artículos"),
        ("ar", "10 أغسطس 2025", "أغسطس 2025", "3 مقالات"),
        ("zh-Hans", "2025年8月10日", "2025年8月", "3 篇"),
    ],
)
def test_dates_and_numbers_are_the_languages_own(language: str, day: str, month: str, stories: str) -> None:
    tongue = Tongue(language)
    assert tongue.day(date(2025, 8, 10)) == day
    assert tongue.month(date(2025, 8, 10)) == month
    assert tongue.count("%(num)s story", "%(num)s stories", 3) == stories


def test_a_word_that_is_missing_stays_english() -> None:
    assert Tongue("de").say("A word no catalogue has") == "A word no catalogue has"
    assert Tongue("pt-BR").say("Archive") == "Archive"
    assert Tongue("no such tag/../x").say("Archive") == "Archive"


def test_a_site_may_write_its_dates_as_it_likes() -> None:
    assert Tongue("de", "d. M. y").day(date(2025, 8, 10)) == "10. 8. 2025"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.id)
def test_every_page_can_be_said_in_every_language(specimen: Specimen, language: str) -> None:
    values = {"page": specimen.page, specimen.name: specimen.value}
    html = environment(language).get_template(specimen.template).render(values)
    words = " ".join("".join(parse(html).find("./body/footer").itertext()).split())
    assert Tongue(language).say("Feeds") in words
    assert "%(" not in html


WRONG_MARKS = {
    "de": r"[“”](?=\w)|«|»",
    "fr": r"[^\u202f][;?!]|[^\u00a0][:»]|«[^\u00a0]|[“”]",
    "es": r"[“”„]",
    "ar": r"[,;?“”]",
    "zh": r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]",
}
"""What a printer of the language would not set: quotation marks of another, a mark without its space, one of Latin
between letters of another script."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_are_those_of_the_language(language: str) -> None:
    for message in catalog(language):
        for said in message.string if isinstance(message.string, tuple) else (message.string,) if message.id else ():
            assert not re.search(f"['\"]|{WRONG_MARKS[language]}", VARIABLE.sub("x", said)), said
