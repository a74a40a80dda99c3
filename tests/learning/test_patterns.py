"""Patterns of lines: what they match, what they must not, and that nothing in them is more than a word or a gap."""

from __future__ import annotations

import re

import pytest
from copydesk.errors import SettingsError
from copydesk.patterns import GAP_WORDS, fault_of, literal, matches
from copydesk.settings import publishers_from
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("Read also: *", "READ ALSO:  How the ferry was lost"),
        ("Read also: *", "Read also: "),
        ("* is a reporter of the Courier", "Ann Lee is a reporter of the Courier"),
        ("From * to * by ferry", "From Port Alder to Brisamar by ferry"),
        ("Read in 3 minutes", "Read in 12 minutes"),
        ("Stars \\* and * stripes", "Stars * and many stripes"),
        ("“Tides” — page *", '"tides" - page 7'),
        ("(a+)+$ costs [0-9]* euros", "(a+)+$ costs [7-9] twelve euros"),
    ],
)
def test_a_pattern_matches_lines_like_it(pattern: str, line: str) -> None:
    assert fault_of(pattern) is None
    assert matches(pattern, line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("Read also: *", "She read also: the ferry"),
        ("Read in 3 minutes", "Read in three minutes"),
        ("Read in 3 minutes", "Read in 3 minutes or less"),
        ("ab ab * ab", "ab ab"),
        ("Stars \\* and stripes", "Stars and and stripes"),
        ("a.c of the harbor", "abc of the harbor"),
        ("Read also: *", "Read also: " + "word " * (GAP_WORDS + 1)),
        ("Read also: *", "Read also: " + "w" * 100_000),
    ],
)
def test_a_pattern_leaves_other_lines_alone(pattern: str, line: str) -> None:
    assert not matches(pattern, line)


@pytest.mark.parametrize(
    "pattern", ["", "*", "* *", "the *", "3 * 4", "a b", "— … *", "* a * b * c * d *", "word " * 80]
)
def test_a_pattern_that_would_match_any_story_is_refused(pattern: str) -> None:
    assert fault_of(pattern)
    with pytest.raises(SettingsError, match="cut_patterns"):
        publishers_from({"courier": {"cut_patterns": [pattern]}}, "sources.toml")


WORD = st.text("ab *\\.+?()[]{}|^$0", max_size=6)


@given(st.text(max_size=40))
def test_a_line_is_the_pattern_of_itself(line: str) -> None:
    assert matches(literal(line), line) or "\\" in line


@given(st.lists(st.text("ab .+", min_size=1, max_size=4), min_size=1, max_size=4), st.text("ab .+", max_size=24))
def test_gaps_are_found_as_a_regular_expression_would_find_them(parts: list[str], line: str) -> None:
    folded = [" ".join(part.split()) for part in parts]
    expected = re.fullmatch(".*".join(map(re.escape, folded)), " ".join(line.split()), re.DOTALL) is not None
    assert matches("*".join(parts), line) == expected
