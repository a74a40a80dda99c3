"""Who is credited, where several places of a page name people."""

from __future__ import annotations

from copydesk.metadata.credits.authors import Credits, resolve_credits
from copydesk.metadata.names.site_names import NO_NAMES
from copydesk.model import Clue
from drafts import clue, evidence


def credits_of(*clues: Clue) -> Credits:
    return resolve_credits(evidence(*clues), "en", NO_NAMES)


def people(*clues: Clue) -> tuple[str, ...]:
    found = credits_of(*clues).authors
    return found.value if found else ()


def test_an_account_gives_way_to_a_whole_name() -> None:
    account, line = clue("author", "Jroe", "meta"), clue("author", "by Jane Roe", "byline line")
    assert people(account, line) == ("Jane Roe",)
    assert people(account) == ("Jroe",)
    assert people(clue("author", "Max Muster", "meta"), line) == ("Max Muster",)


def test_names_all_over_the_page_come_last() -> None:
    teasers = [clue("author", f"By {name} Doe", "microdata") for name in ("Ann", "Ben", "Cid", "Dan")]
    assert people(*teasers, clue("author", "by Jane Roe", "byline class")) == ("Jane Roe",)
    assert people(*teasers) == ("Ann Doe",)


def test_a_byline_of_another_story_adds_nobody() -> None:
    lines = [clue("author", f"By {names}", "byline class") for names in ("Ann Doe, Jane Roe", "Ben Doe", "Cid Doe")]
    assert people(clue("author", "Jane Roe", "json-ld"), *lines) == ("Jane Roe",)
    assert people(clue("author", "Jane Roe", "json-ld"), lines[0]) == ("Ann Doe", "Jane Roe")


def test_a_house_is_named_where_no_person_is() -> None:
    house = clue("agency", "Harbour Post Online", "json-ld")
    assert credits_of(house).written == ("Harbour Post Online",)
    assert credits_of(house).authors is None and credits_of(house).agency is None
    assert credits_of(house, clue("author", "Jane Roe", "byline line")).written == ("Jane Roe",)


def test_an_agency_beside_a_person_is_named_too() -> None:
    found = credits_of(clue("author", "Jane Roe", "json-ld"), clue("agency", "dpa", "json-ld"))
    assert found.written == ("Jane Roe", "dpa")
    assert found.authors and found.authors.value == ("Jane Roe",)


def test_the_paper_beside_its_agency_is_named_as_the_byline_does() -> None:
    found = credits_of(clue("author", "The Harbour Post and AFP", "json-ld"))
    assert found.written == ("The Harbour Post", "AFP")
    assert found.authors is None


def test_the_town_of_an_agency_is_no_person() -> None:
    assert people(clue("author", "Reuters, Brisamar", "byline line")) == ()
