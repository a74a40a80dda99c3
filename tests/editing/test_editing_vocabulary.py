"""What the tables of words may hold."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib.resources import files

import pytest
from copydesk.editing.vocabulary import LANGUAGES, read_table, vocabulary
from copydesk.text import fold, fold_lines


@pytest.mark.parametrize("language", (*LANGUAGES, "any"))
def test_tables_are_read_as_toml_reads_them(language: str) -> None:
    text = files("copydesk.editing.vocabulary").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert read_table(text) == table
    entries = [entry for named in table.values() for entry in named]
    assert fold_lines(entries) == list(map(fold, entries))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_looked_for_folds_to_one_letter(language: str) -> None:
    words = vocabulary(language)
    tables = [field.name for field in fields(words) if field.name.endswith(("_starts", "_phrases"))]
    said = [entry.strip() for table in tables for entry in getattr(words, table) if not entry.endswith(" ")]
    assert said
    assert [entry for entry in said if len(entry) == 1 and entry.isascii() and entry.isalnum()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_found_as_if_each_were_looked_for(language: str) -> None:
    words = vocabulary(language)
    for phrases in (words.consent_phrases, words.newsletter_phrases, words.rights_phrases, words.paywall_phrases):
        texts = ["\n".join(phrases[start::3]) for start in range(3)]
        cut_short = "\n".join(phrase[:-1] for phrase in phrases)
        for text in (*texts, cut_short):
            assert phrases.on(text) == tuple(phrase for phrase in phrases if phrase in text)
        assert phrases.on("\n".join(phrases)) == phrases != phrases.on(cut_short)


def test_lines_in_greek_capitals_stand_without_accents() -> None:
    words = vocabulary("el")
    assert {fold("Σχόλια"), fold("ΣΧΟΛΙΑ")} <= words.comment_lines
    assert fold("Οδηγίες") in words.recipe_lines and fold("ΟΔΗΓΙΕΣ") not in words.recipe_lines
    assert fold("Από ") + " " in words.byline_starts and fold("ΑΠΟ ") + " " not in words.byline_starts
