"""One invented page in each of the languages, as a bare dump and as a saved page: story and facts come out right."""

from __future__ import annotations

import html
import tomllib
from pathlib import Path
from typing import Any

import pytest
from copydesk import pipeline
from copydesk.editing.vocabulary import LANGUAGES
from copydesk.model import House, RawDocument, Story
from copydesk.text import count_words, words

PAGES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))


def dump(page: dict[str, Any]) -> str:
    """The page as a scraper leaves it."""
    top = [*page["menu"], "", page["headline"], "", page["byline"], page["date"], ""]
    middle = [line for paragraph in page["story"][:2] for line in (paragraph, "")]
    return "\n".join([*top, *middle, page["more"], "", page["story"][2], "", page["source"], "", *page["comments"], ""])


def saved(page: dict[str, Any], language: str) -> str:
    """The page as a browser saves it, without anything declared but its title."""
    told = [f"<p>{html.escape(paragraph)}</p>" for paragraph in page["story"]]
    told.insert(2, f"<p><a href='/other'>{html.escape(page['more'])}</a></p>")
    menu = "".join(f"<li><a href='/{at}'>{html.escape(name)}</a></li>" for at, name in enumerate(page["menu"]))
    form = "".join(f"<p>{html.escape(line)}</p>" for line in page["comments"][1:])
    return (
        f"<html lang='{language}'><head><meta charset='utf-8'><title>{html.escape(page['headline'])}</title></head>"
        f"<body><ul>{menu}</ul><h1>{html.escape(page['headline'])}</h1><p>{html.escape(page['byline'])}</p>"
        f"<p>{html.escape(page['date'])}</p><div>{''.join(told)}<p>{html.escape(page['source'])}</p></div>"
        f"<h3>{html.escape(page['comments'][0])}</h3><form>{form}</form></body></html>"
    )


def cleaned(language: str, shape: str) -> Story:
    page = PAGES[language]
    text = dump(page) if shape == "txt" else saved(page, language)
    return pipeline.clean(RawDocument(f"page.{shape}", text.encode()), House())[0]


def test_there_is_a_page_in_every_language() -> None:
    assert set(PAGES) == set(LANGUAGES)


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_and_nothing_else_is_left(language: str, shape: str) -> None:
    told = cleaned(language, shape)
    assert [block.text for block in told.blocks] == PAGES[language]["story"]
    assert told.metadata.language and told.metadata.language.value.split("-")[0] == language


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_headline_author_and_day_are_found(language: str, shape: str) -> None:
    facts = cleaned(language, shape).metadata
    assert facts.headline and facts.headline.value == PAGES[language]["headline"]
    assert facts.authors and list(facts.authors.value) == PAGES[language]["names"]
    assert facts.published and str(facts.published.value.day) == "2025-04-03"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("मधुपुर में नाव लौटी।", ("मधुपुर", "में", "नाव", "लौटी")),
        ("குழந்தைகள் பள்ளிக்கு", ("குழந்தைகள்", "பள்ளிக்கு")),
        ("প্রধানমন্ত্রী বলেছেন", ("প্রধানমন্ত্রী", "বলেছেন")),
        ("cafe\u0301 noir", ("cafe\u0301", "noir")),
    ],
)
def test_a_vowel_written_on_a_letter_parts_no_word(text: str, said: tuple[str, ...]) -> None:
    assert words(text) == said and count_words(text) == len(said)
