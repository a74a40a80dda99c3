"""The places that need a backslash: what the quick look passes over has none."""

from __future__ import annotations

import re

import pytest
from copydesk.writing.escaping import IN_CELL, IN_HEADING, IN_LINES, active_places
from hypothesis import given
from hypothesis import strategies as st

PATTERNS = (IN_LINES, IN_HEADING, IN_CELL)


@given(st.text(st.sampled_from("a 1.)-+*_~`\\[]<>&#|:=;\n"), max_size=12), st.sampled_from(PATTERNS))
def test_the_quick_look_misses_nothing(text: str, pattern: re.Pattern[str]) -> None:
    found = {match.start(match.lastgroup) for match in pattern.finditer(text) if match.lastgroup}
    assert active_places(text, pattern) == found


@pytest.mark.parametrize("text", ["3) boats", "- boats", "# boats", "> boats", "a * b*", "=", "[1]: x", "a <b"])
def test_what_acts_is_found(text: str) -> None:
    assert active_places(text, IN_LINES)
