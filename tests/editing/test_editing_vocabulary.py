"""What the tables of words may hold."""

from __future__ import annotations

from dataclasses import fields

import pytest
from copydesk.editing.vocabulary import LANGUAGES, vocabulary


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_looked_for_folds_to_one_letter(language: str) -> None:
    words = vocabulary(language)
    tables = [field.name for field in fields(words) if field.name.endswith(("_starts", "_phrases"))]
    said = [entry.strip() for table in tables for entry in getattr(words, table) if not entry.endswith(" ")]
    assert said
    assert [entry for entry in said if len(entry) == 1 and entry.isascii() and entry.isalnum()] == []
