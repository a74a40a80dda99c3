"""Lines in which a publisher names its writers and sections, told from what a hand corrected."""

from __future__ import annotations

import pytest
from copydesk.learning.forms import Shown, form_of
from copydesk.model import Block, Paragraph, Place, Span
from copydesk.patterns import fault_of_form, gap
from copydesk.writing.stories.storyfile import StoryFile


def page(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(Paragraph(), (Span(text),), Place(at, at)) for at, text in enumerate(lines, 1))


def edited(*authors: str, section: str | None = None) -> StoryFile:
    return StoryFile(title="Storm tears away the mole", body="", authors=authors, section=section)


def form(key: str, now: StoryFile, own: tuple[Block, ...], *others: Shown) -> tuple[str, int] | None:
    """The pattern and the pages it is on."""
    found = form_of(key, now, own, others)
    return (found.value, found.pages) if found else None


@pytest.mark.parametrize(
    ("line", "authors", "pattern"),
    [
        ("As told to Ann Lee", ("Ann Lee",), "As told to *"),
        ("As told to ANN LEE and Bo Ekstrom", ("Ann Lee", "Bo Ekstrom"), "As told to *"),
        ("As told to Ann Lee, March 3, 2025", ("Ann Lee",), "As told to *, March *"),
        ("Ann Lee wrote this in Brisamar", ("Ann Lee",), "* wrote this *"),
        ("Ann Lee", ("Ann Lee",), None),
        ("To Ann Lee", ("Ann Lee",), None),
        ("As told to Joann Lee", ("Ann Lee",), None),
    ],
)
def test_the_form_of_a_line(line: str, authors: tuple[str, ...], pattern: str | None) -> None:
    found = form("authors", edited(*authors), page("Port Alder Courier", line))
    assert found == (None if pattern is None else (pattern, 0))


def test_what_stands_there_on_other_pages_must_read_as_names() -> None:
    own = page("As told to Ann Lee")
    assert form("authors", edited("Ann Lee"), own, Shown(page("As told to Bo Ekstrom"))) == ("As told to *", 1)
    assert form("authors", edited("Ann Lee"), own, Shown(page("As told to everyone at the gate"))) is None


def test_what_a_curator_says_of_other_pages_counts() -> None:
    own, other = page("As told to Ann Lee"), page("As told to Bo Ekstrom")
    assert form("authors", edited("Ann Lee"), own, Shown(other, edited("Bo Ekstrom"))) == ("As told to *", 1)
    assert form("authors", edited("Ann Lee"), own, Shown(other, edited("Eva Roe"))) is None


def test_a_section_is_short() -> None:
    own, now = page("Desk of Harbor"), edited(section="Harbor")
    assert form("section", now, own, Shown(page("Desk of Schools"))) == ("Desk of *", 1)
    assert form("section", now, own, Shown(page("Desk of one who was a clerk at the port"))) is None


@pytest.mark.parametrize(
    ("pattern", "line", "said"),
    [
        ("As told to *", "AS TOLD TO  Ann Lee", "Ann Lee"),
        ("As told to *, March *", "As told to Ann Lee, March 14, 2026", "Ann Lee"),
        ("Desk 3 of *", "Desk 12 of Harbor", "Harbor"),
        ("Stars \\* by *", "Stars * by Ann Lee", "Ann Lee"),
        ("As told to *", "As told to ", None),
        ("As told to *", "He said: as told to Ann Lee", None),
        ("(a+)+ by *", "(a+)+ by Ann Lee", "Ann Lee"),
    ],
)
def test_what_stands_in_the_gap(pattern: str, line: str, said: str | None) -> None:
    assert gap(pattern, line) == said


@pytest.mark.parametrize("pattern", ["*", "to *", "By Ann Lee", f"By {'x' * 400} *"])
def test_forms_that_any_line_would_be_of(pattern: str) -> None:
    assert fault_of_form(pattern)
