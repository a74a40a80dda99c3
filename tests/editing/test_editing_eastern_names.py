"""Names that stand alone on a line in Chinese or Japanese are told from words."""

from __future__ import annotations

import pytest
from copydesk.editing.bylines.eastern_names import is_name_alone


@pytest.mark.parametrize(
    ("line", "language", "is_so"),
    [
        ("沈若舟", "zh", True),
        (" 沈若舟 ", "zh", True),
        ("沈舟", "zh", True),
        ("若沈舟", "zh", False),  # begins with no surname
        ("沈若舟报道了", "zh", False),  # longer than a name
        ("佐伯美咲", "ja", True),
        ("佐伯 美咲", "ja", True),
        ("林さくら", "ja", True),
        ("佐伯", "ja", False),  # a surname alone
        ("森の", "ja", False),  # as often a word
        ("港の美咲", "ja", False),
        ("佐伯美咲", "zh", False),  # of the other language
        ("沈若舟", "ja", False),
        ("沈若舟", "en", False),
        ("沈若舟", None, False),
    ],
)
def test_a_name_alone_begins_with_a_surname_of_the_language(line: str, language: str | None, is_so: bool) -> None:
    assert is_name_alone(line, language) is is_so
