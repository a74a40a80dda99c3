"""docs/front-matter.md and the table of keys say the same."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from copydesk.writing.front_matter.keys import KEYS
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.stories.storyfile import parse

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "front-matter.md").read_text(encoding="utf-8")


def test_every_key_is_documented_as_the_table_has_it() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
    assert rows == [(key.name, key.owner, key.meaning) for key in KEYS]


def test_every_field_has_its_key() -> None:
    assert {field.name for field in fields(StoryFile)} == {key.name for key in KEYS} | {"body"}


def test_the_example_can_be_read() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert parse(example, "example").title == "Harbor reopens after eleven days"
