"""Sentences of stories that use the words of the press and of its pages: no table of words takes one for the page's."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from copydesk import pipeline
from copydesk.editing.vocabulary import LANGUAGES
from copydesk.model import House, RawDocument, Story

HERE = Path(__file__)
PAGES: dict[str, dict[str, Any]] = tomllib.loads(HERE.with_name("pages.toml").read_text(encoding="utf-8"))
SAID: dict[str, dict[str, list[str]]] = tomllib.loads(HERE.with_name("honest.toml").read_text(encoding="utf-8"))
JUDGED = "cut_what_is_judged_out"
"""The rule that asks no table: it may think little of three words in a short text."""


@lru_cache(maxsize=32)
def cleaned(language: str, story: tuple[str, ...]) -> Story:
    page = PAGES[language]
    lines = [page["headline"], "", page["byline"], page["date"], ""]
    text = "\n".join([*lines, *(line for paragraph in story for line in (paragraph, "")), page["source"], ""])
    return pipeline.clean(RawDocument("page.txt", text.encode()), House())[0]


def taken(language: str, story: list[str]) -> list[tuple[str, str]]:
    """The paragraphs of a story that a table took, each with the rule that did."""
    return [(cut.block.text, cut.rule) for cut in cleaned(language, tuple(story)).cuts if cut.block.text in story]


def test_there_are_sentences_in_every_language() -> None:
    assert set(SAID) == set(LANGUAGES)
    assert min(len(said["told"]) for said in SAID.values()) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_amid_the_story_stays(language: str) -> None:
    story = PAGES[language]["story"]
    lost = [taken(language, [*story[:2], said, *story[2:]]) for said in SAID[language]["told"]]
    assert [pair for pairs in lost for pair in pairs if pair[1] != JUDGED] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_at_the_end_stays_and_gives_the_story_no_author_and_no_day(language: str) -> None:
    page, said = PAGES[language], SAID[language]["told"]
    told = [cleaned(language, (*page["story"], sentence)) for sentence in said]
    lost = [pair for sentence in said for pair in taken(language, [*page["story"], sentence])]
    assert [pair for pair in lost if pair[1] != JUDGED] == []
    assert [story.held for story in told if story.held] == []
    assert {story.metadata.authors and tuple(story.metadata.authors.value) for story in told} == {tuple(page["names"])}
    assert {story.metadata.published and str(story.metadata.published.value.day) for story in told} == {"2025-04-03"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subhead_ends_no_story(language: str) -> None:
    story, said = PAGES[language]["story"], SAID[language]
    half = len(said["told"]) // 2
    for head in said["heads"]:
        lost = taken(language, [*story, *said["told"][:half], head, *said["told"][half:]])
        assert [pair for pair in lost if pair[1].startswith("end_at")] == []
