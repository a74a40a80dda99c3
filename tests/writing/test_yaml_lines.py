"""Front matter of plain lines is read as the parser reads it: the same nodes at the same places, or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from copydesk.errors import StoryFileError
from copydesk.writing.front_matter.yaml_lines import nodes_in_lines
from copydesk.writing.front_matter.yaml_nodes import LARGEST
from copydesk.writing.front_matter.yaml_parser import read_nodes
from copydesk.writing.stories.storyfile import split

CONTENT = Path(__file__).resolve().parent.parent.parent / "content" / "stories"

OURS = """title: "Harbor: reopens #1"
authors:
  - "Ada Reed"
  - plain words
date: 2025-08-10T14:05:00+02:00
guid: urn:uuid:6f0c9c1e-0000-5000-8000-000000000000
origins:
  title: [h1, 0.9]
  "date": ["page header", 0.3]
cleaning:
  format: text
  cut:
    share line: 2
    "listed for x: y": 1
pin: true
"""

PIECES = (
    *('"', "\\", ":", ": ", " ", "\n", "- ", "  ", "#", " #", "[", "]", ", ", "a", "1", "\t", "'", "{", "}", "|", ">"),
    *("&a ", "*a", "!", "%", "@", "`", "?", "? ", "~", "é", "\u2028", "\x85", "\xa0", "---\n", "...\n", "\ufeff", "😀"),
    *("title: x\n", "  - y\n", "x:\n", "\r\n", "<<: ", "\x00", "\ud800"),
)


def test_our_own_lines_need_no_parser() -> None:
    assert nodes_in_lines(OURS) == read_nodes(OURS, "a file")


def test_the_stories_of_the_site_need_none() -> None:
    fronts = [split(path.read_text("utf-8"), path.name).front for path in sorted(CONTENT.rglob("*.md"))]
    assert fronts
    found = [nodes_in_lines(front) for front in fronts]
    assert sum(node is not None for node in found) > len(fronts) / 2
    for front, node in zip(fronts, found, strict=True):
        assert node is None or node == read_nodes(front, "a file")


def test_whatever_is_changed_in_them() -> None:
    chance, ours = random.Random(7), 0
    for _ in range(3000):
        text = OURS[: chance.choice((len(OURS), chance.randrange(len(OURS))))]
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice(PIECES) + text[place + chance.choice((0, 0, 1, 2, 5)) :]
        node = nodes_in_lines(text)
        if node is not None:
            ours += 1
            assert node == read_nodes(text, "a file"), text
    assert ours > 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x",
        "title:\n",
        "title:\nlang: en\n",
        "authors:\n- x\n",
        "a:\n  - x\n  b: y\n",
        "a: x\n  b: y\n",
        "a:\n    b: y\n",
        "a:\n  b: y\n    c: z\n",
        "a: x: y\n",
        "a: x #y\n",
        f"{'k' * 600}: x\n",
        "a: x\n" * (LARGEST // 5 + 1),
    ],
)
def test_all_else_is_the_parser_s(text: str) -> None:
    assert nodes_in_lines(text) is None


def test_faults_are_told_as_before() -> None:
    with pytest.raises(StoryFileError):
        read_nodes("a: x\n" * (LARGEST // 5 + 1), "a file")


LOADED = """
import sys
from copydesk.writing.front_matter.yaml_values import read_mapping
read_mapping(sys.argv[1], "a.md")
print("yaml" in sys.modules)
"""


@pytest.mark.parametrize(("front", "is_loaded"), [('title: "A"\n', "False"), ("title: A b, c\n", "True")])
def test_the_parser_is_loaded_only_where_it_is_needed(front: str, is_loaded: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, front], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == is_loaded
