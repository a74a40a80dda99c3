"""What stands around the headline and is none, and the section above it."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.model import House, RawDocument, Story
from editing_cases import HEADLINE
from editing_pages import STORY


def told(*above: str) -> Story:
    """The story of a dump with these lines above it."""
    lines = (*above, "", *(line for paragraph in STORY for line in (paragraph, "")))
    (story,) = pipeline.clean(RawDocument("page.txt", "\n".join(lines).encode()), House())
    return story


def section(*above: str) -> str | None:
    fact = told(*above).metadata.section
    return fact.value if fact else None


def test_a_line_above_the_headline_that_the_menu_has_too_is_the_section() -> None:
    menu = ("Economy", "Sport", "Culture", "Log in", "")
    assert section(*menu, "Economy", "", HEADLINE, "By Jane Doe", "3 May 2024") == "Economy"
    assert section(*menu, "ECONOMY", "", HEADLINE, "By Jane Doe", "3 May 2024") == "Economy"
    assert section(*menu, "Ports", "", HEADLINE, "By Jane Doe", "3 May 2024") is None


@pytest.mark.parametrize(
    "line",
    [
        "This article is more than 3 months old",
        "By Jane Doe and John Roe",
        "https://harbour.example/2024/05/wall",
        "The wall in a storm last winter. Photograph: Jane Doe/Harbour Post",
        "Copy link",
    ],
)
def test_what_is_certainly_something_else_is_no_headline(line: str) -> None:
    headline = told("Harbour Post", HEADLINE, line, "Published 3 May 2024, 10:12").metadata.headline
    assert headline is not None and headline.value == HEADLINE


def test_an_alternative_text_over_its_caption_is_no_headline() -> None:
    alt = "The harbour wall of Brisamar in the storm of last winter"
    headline = told("Harbour Post", HEADLINE, "3 May 2024, 10:12", alt, alt).metadata.headline
    assert headline is not None and headline.value == HEADLINE


def test_a_line_that_is_an_address_is_joined_to_nothing() -> None:
    story = told("Print version of the", "https://harbour.example/2024/05/wall", HEADLINE, "3 May 2024, 10:12")
    assert story.metadata.headline is not None and story.metadata.headline.value == HEADLINE
