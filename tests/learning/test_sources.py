"""Rules written into sources.toml: what the curator wrote stays as it is, and hostile lines come back as they are."""

from __future__ import annotations

import tomllib

import pytest
from copydesk.errors import SettingsError
from copydesk.learning.sources import Addition, add
from copydesk.model import Publisher

SOURCES = """# Our publishers. This comment stays.

[zeta]
name = 'Zeta'   # single quotes stay
domains = [
    "zeta.example",  # the old one
]

[courier]          # in the order of the curator
name = "The Courier"
names = "Courier"
cut_lines = ["one"]
"""
COURIER = Publisher("courier", "The Courier")
HOSTILE = (
    'She said "no"',
    "It's 'quoted' \\ and \\n",
    "[courier]",
    '"""',
    "# no comment = 1",
    "(a+)+$ .* \\d{3}",
    "tab\there",
    "emoji 👩‍🚒 می‌خواهم",
    "line\u2028separator",
    "\u0000\u001b[31m control",
)


def test_all_that_was_there_stays_as_it_was() -> None:
    written = add(SOURCES, COURIER, [Addition("cut_lines", "two")], "sources.toml")
    assert written == SOURCES.replace('["one"]', '["one", "two"]')


def test_a_key_that_is_new_stands_in_its_publishers_table() -> None:
    written = add(SOURCES, Publisher("zeta", "Zeta"), [Addition("cut_patterns", "Read in * minutes")], "sources.toml")
    assert tomllib.loads(written)["zeta"]["cut_patterns"] == ["Read in * minutes"]
    assert written.startswith(SOURCES.split("[courier]", maxsplit=1)[0].rstrip("\n"))
    assert written.endswith("[courier]" + SOURCES.split("[courier]")[1])


def test_a_string_becomes_a_list_and_a_list_of_lines_gets_a_line() -> None:
    written = add(SOURCES, COURIER, [Addition("names", "THE COURIER")], "sources.toml")
    assert tomllib.loads(written)["courier"]["names"] == ["Courier", "THE COURIER"]
    written = add(SOURCES, Publisher("zeta", "Zeta"), [Addition("domains", "zeta.test")], "sources.toml")
    assert tomllib.loads(written)["zeta"]["domains"] == ["zeta.example", "zeta.test"]
    assert "# the old one" in written


def test_a_publisher_that_is_new_gets_a_table_at_the_end() -> None:
    row = Publisher("post", "The Post", domains=("post.example",))
    written = add(SOURCES, row, [Addition("keep_lines", "Tides")], "sources.toml")
    assert written.startswith(SOURCES)
    assert tomllib.loads(written)["post"] == {"name": "The Post", "domains": ["post.example"], "keep_lines": ["Tides"]}
    assert tomllib.loads(add("", row, [Addition("keep_lines", "Tides")], "sources.toml"))["post"]["name"] == "The Post"


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_line_comes_back_as_it_is(line: str) -> None:
    written = add(SOURCES, COURIER, [Addition("cut_lines", line)], "sources.toml")
    assert tomllib.loads(written)["courier"]["cut_lines"] == ["one", line]
    assert set(tomllib.loads(written)) == {"zeta", "courier"}


def test_long_lists_get_a_line_for_each_value() -> None:
    lines = [Addition("cut_lines", f"a line of some length, number {number}") for number in range(5)]
    written = add(SOURCES, COURIER, lines, "sources.toml")
    assert max(map(len, written.splitlines())) < 100
    assert len(tomllib.loads(written)["courier"]["cut_lines"]) == 6


@pytest.mark.parametrize("text", ["[courier", "courier = 1\n", "[courier]\nzone = 'Nowhere/At_all'\n"])
def test_a_file_that_is_wrong_is_named_and_not_written(text: str) -> None:
    with pytest.raises(SettingsError, match="sources"):
        add(text, COURIER, [Addition("cut_lines", "two")], "sources.toml")


def test_what_would_not_be_read_back_is_refused() -> None:
    with pytest.raises(SettingsError, match="cut_patterns"):
        add(SOURCES, COURIER, [Addition("cut_patterns", "*")], "sources.toml")
