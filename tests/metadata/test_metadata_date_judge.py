"""Which line of a bare dump says when its story was published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk import metadata
from copydesk.metadata.dates.judge import NOTHING, DatedPage, features, likeliest, weights
from copydesk.metadata.page_lines import lines_of
from copydesk.model import House, Overrides
from test_metadata_dumps import HEADLINE, dump, story

TEASERS = ("Ferry back in service", "11 January 2025", "Mayor opens a school", "13 January 2025")


def published(*above: str) -> str | None:
    fact = story(*above).metadata.published
    return str(fact.value.day) if fact else None


def test_the_weights_are_of_the_features_there_are() -> None:
    page = lines_of(dump(HEADLINE, "10 August 2025"))
    assert page is not None
    looked = DatedPage(page, 0)
    assert {*features(looked, looked.dated[0]), NOTHING} == set(weights())


@pytest.mark.parametrize(
    "above",
    [
        ("Published 4 April 2025, 15:04", "Share", "Print", "Listen", "Ports", HEADLINE),
        (*TEASERS, HEADLINE, "By Jane Roe", "4 April 2025, 15:04"),
        (HEADLINE, "The pier on 2 January 2019. Photo: John Roe", "Jane Roe", "Posted on 4 April 2025", "3 min read"),
        (HEADLINE, "Available until 9 October 2026", "Ports / 4 April 2025"),
        (HEADLINE, "4 April 2025", "© 2019–2025 Harbour Herald, since 1 May 1903"),
    ],
)
def test_the_line_that_says_when_is_chosen_among_others(above: tuple[str, ...]) -> None:
    assert published(*above) == "2025-04-04"


def test_the_date_is_found_where_the_headline_is_lost() -> None:
    assert published("Menu", "Published 4 April 2025", "3 min read") == "2025-04-04"


@pytest.mark.parametrize("label", ["Publiziert:", "Zveřejněno", "公開日：", "刊登", "Đăng"])
def test_the_label_of_the_language_is_known(label: str) -> None:
    assert published("7 April 2025", "8 April 2025", HEADLINE, f"{label} 2025-04-04", "9 April 2025") == "2025-04-04"


def test_a_change_is_no_publication_where_both_are_told() -> None:
    facts = story(HEADLINE, "Updated 6 April 2025", "Published 4 April 2025").metadata
    assert facts.published and str(facts.published.value.day) == "2025-04-04"
    assert facts.updated and str(facts.updated.value.day) == "2025-04-06"


def test_a_choice_that_is_not_sure_is_a_doubt() -> None:
    told = story("11 January 2025", "Ferry back in service", "14 January 2025", "More ports", HEADLINE)
    fact = told.metadata.published
    assert fact and fact.origin == "doubtful date"
    assert any(doubt.code == "date-in-doubt" for doubt in told.doubts)


def test_pages_with_declared_facts_are_not_judged() -> None:
    made = dump(HEADLINE, "Posted on 4 April 2025")
    page = lines_of(made)
    assert page is not None and likeliest(DatedPage(page, 0))
    told = metadata.resolve(replace(made, format="html"), House(), Overrides())
    assert told.metadata.published and told.metadata.published.origin == "beside headline"
