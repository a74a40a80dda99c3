"""Three-way merges: what one side changed is taken, what both changed is marked, nothing is lost."""

from __future__ import annotations

from html import unescape

import pytest
from copydesk.errors import StoryFileError
from copydesk.model import Block, Heading, Paragraph, Place, Preformatted, Span
from copydesk.writing.conflicts import by_hand, unfinished
from copydesk.writing.markdown.blocks import to_html, write
from copydesk.writing.stories.merging import merge
from copydesk.writing.stories.storyfile import parse
from hypothesis import given
from hypothesis import strategies as st

BASE = """---
title: "Harbor reopens"
authors:
  - "Ann Lee"
seed: "harbor.txt"
sha256: "1111"
---

The harbor reopened on Sunday.

Ferries sail at noon.

The storm is over.
"""


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    """The text with replacements, each of which must change something."""
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_changes_in_different_places_are_joined() -> None:
    yours = changed(('"Harbor', '"The harbor'), ("on Sunday", "at last"), ("---\n\nThe", "pin: yes\n---\n\nThe"))
    new = changed(('"1111"', '"2222"'), ("The storm is over.", "The storm is over, said the mayor."))
    merged = merge(BASE, yours, new, "harbor.md")
    assert merged.conflicts == 0
    assert unfinished(merged.text) is None
    story = parse(merged.text, "harbor.md")
    assert (story.title, story.sha256, story.pin) == ("The harbor reopens", "2222", True)
    assert story.body == changed(
        ("on Sunday", "at last"), ("is over.", "is over, said the mayor."), text=parse(BASE, "harbor.md").body
    )


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    both = changed(("Sunday", "Monday"))
    assert merge(BASE, both, both, "harbor.md").text == both


def test_what_both_changed_is_marked_with_both_and_refused() -> None:
    yours, new = changed(("Sunday", "a Sunday"), ("Ann Lee", "Ann Leigh")), changed(("Sunday", "Monday"), ("Ann", "Bo"))
    merged = merge(BASE, yours, new, "harbor.md")
    assert merged.conflicts == 2
    for words in ("on a Sunday", "on Sunday", "on Monday", "Ann Leigh", "Ann Lee", "Bo Lee"):
        assert words in merged.text
    with pytest.raises(StoryFileError, match="line 3: a merge that is not finished"):
        parse(merged.text, "harbor.md")


def test_front_matter_that_is_no_yaml_is_merged_as_lines() -> None:
    yours = changed(('title: "Harbor reopens"', "title: [Harbor"), ("Sunday", "a Sunday"))
    merged = merge(BASE, yours, changed(("over.", "over now.")), "harbor.md")
    assert merged.conflicts == 0
    assert merged.text == changed(("over.", "over now."), text=yours)


def test_a_half_finished_merge_is_known_by_any_mark_that_is_left() -> None:
    marks = merge(BASE, changed(("Sunday", "a Sunday")), changed(("Sunday", "Monday")), "harbor.md").text.split("\n")
    for mark in [line for line in marks if line[:7] in ("<<<<<<<", "|||||||", ">>>>>>>")]:
        assert unfinished(f"One.\n\n{mark}\n\nTwo.\n") == 3
    assert unfinished("One.\n\n<<<<<<< HEAD\n") == 3


def test_marks_are_known_whatever_the_line_ends() -> None:
    for mark in ("<<<<<<<", "<<<<<<< HEAD", "||||||| last generated", ">>>>>>> new version"):
        assert unfinished(f"One.\r\n{mark}\r\nTwo.\r\n") == 2


def test_the_hands_side_of_an_unfinished_merge_is_what_the_hand_wrote() -> None:
    yours, new = changed(("Sunday", "a Sunday"), ("Ann Lee", "Ann Leigh")), changed(("Sunday", "Monday"), ("Ann", "Bo"))
    assert by_hand(merge(BASE, yours, new, "harbor.md").text) == yours
    assert by_hand(yours) == yours


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\nd\n", "a\nb\nd\n"),
        ("a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> main\r\n", "a\r\nb\r\n"),
        ("a\n<<<<<<< edited by hand\nb\n=======\nc\n", "a\nb\nc\n"),
        ("a\n<<<<<<< edited by hand\nb\n<<<<<<< edited by hand\nc\n=======\nd\n>>>>>>> new version\n", "a\nb\nc\n"),
        ("||||||| last generated\nb\n>>>>>>> new version\nc\n", "b\nc\n"),
        ("Headline\n=======\n\n>>>>>>> quoted\n", "Headline\n=======\n\n>>>>>>> quoted\n"),
        (
            "```\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n```\n",
            "```\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n```\n",
        ),
    ],
)
def test_what_is_read_of_marks(text: str, left: str) -> None:
    assert by_hand(text) == left


def test_marks_that_a_story_shows_as_code_are_the_storys() -> None:
    assert unfinished("Resolve it:\n\n```\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main\n```\n") is None


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "<<<<<<< edited by hand", "||||||| last generated", ">>>>>>> new version"]
)
def test_a_seed_with_marks_in_its_text_becomes_a_story_that_can_be_read(line: str) -> None:
    told = f"a\n\n  {line}\n{line}\n   \nb"
    for kind, html in ((Paragraph(), f"<p>{line}</p>\n"), (Heading(2), f"<h2>{line}</h2>\n")):
        body = write((Block(kind, (Span(line),), Place(1, 1)),))
        assert unfinished(body) is None
        assert unescape(to_html(body)) == html
    body = write((Block(Preformatted(), (Span(told),), Place(1, 6)),))
    assert unfinished(body) is None
    assert f">{told}\n</code>" in unescape(to_html(body))


LINES = st.lists(st.sampled_from(["One.", "Two.", "Three.", "", "Four."]), max_size=8)


@given(LINES, LINES, LINES)
def test_no_line_that_a_hand_wrote_is_lost(base: list[str], yours: list[str], new: list[str]) -> None:
    front = "---\ntitle: T\n---\n\n"
    texts = [front + "".join(f"{line}\n" for line in lines) for lines in (base, [*yours, "By hand."], new)]
    merged = merge(*texts, "x.md")
    assert "By hand." in merged.text
    for line in set(yours) - set(base):
        assert line in merged.text
    assert (unfinished(merged.text) is None) is (merged.conflicts == 0)
