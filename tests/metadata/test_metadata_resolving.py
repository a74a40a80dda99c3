"""The whole: identity, overrides, holding, the table of trust, and that no clue can break it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from copydesk import metadata
from copydesk.metadata.dates.month_names import MONTH_NAMES, month_number, spell
from copydesk.metadata.identity import make_guid
from copydesk.metadata.origins import ORIGINS
from copydesk.metadata.trust import TRUST, UNKNOWN, confidence
from copydesk.model import Clue, Cut, FactName, House, Overrides
from copydesk.settings import read_overrides
from drafts import DIGEST, clue, draft
from hypothesis import given, settings
from hypothesis import strategies as st

FULL = (
    clue("headline", "Harbour wall to be rebuilt", "headline line", 6),
    clue("author", "By Jane Roe and Reuters", "byline line", 7),
    clue("publisher", "Tidings", "site name"),
    clue("published", "2025-08-10T15:04:00Z", "json-ld"),
)


def test_facts_carry_their_origin_and_trust() -> None:
    story = metadata.resolve(draft(*FULL), House(), Overrides())
    facts = story.metadata
    assert facts.headline and (facts.headline.value, facts.headline.origin) == (
        "Harbour wall to be rebuilt",
        "headline line",
    )
    assert facts.authors and facts.authors.value == ("Jane Roe",)
    assert facts.agency and facts.agency.value == "Reuters"
    assert facts.publisher and facts.publisher.confidence == confidence("publisher", "site name")
    assert facts.section is None and facts.licence is None
    assert story.held == () and story.clues == FULL


def test_the_curator_s_word_beats_everything() -> None:
    overrides = Overrides(
        facts={"headline": ("Wall  rebuilt",), "author": ("Max Muster", "STAFF"), "section": ("Port",)}
    )
    facts = metadata.resolve(draft(*FULL), House(), overrides).metadata
    assert facts.headline and (facts.headline.value, facts.headline.confidence) == ("Wall rebuilt", 1.0)
    assert facts.authors and (facts.authors.value, facts.authors.origin) == (("Max Muster", "STAFF"), "override")
    assert facts.section and facts.section.value == "Port"


def test_an_empty_override_says_there_is_none() -> None:
    facts = metadata.resolve(draft(*FULL), House(), Overrides(facts={"author": (), "agency": ()})).metadata
    assert facts.authors is None and facts.agency is None


# --- identity ---------------------------------------------------------------------------------------------------------


def test_a_guid_is_made_of_the_file_alone() -> None:
    assert make_guid(DIGEST) == make_guid(DIGEST)
    assert make_guid(DIGEST) != make_guid(DIGEST, "1") != make_guid(DIGEST, "2")
    assert metadata.resolve(draft(), House(), Overrides()).guid == make_guid(DIGEST)


def test_guids_never_change() -> None:
    """Readers know stories by them: a change of the namespace shows every old story as new."""
    assert (
        make_guid("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        == "urn:uuid:b3c9c1fc-76c7-5167-9b20-5264f8e7e96d"
    )


# --- holding ----------------------------------------------------------------------------------------------------------


def test_a_story_nobody_can_be_credited_for_is_held() -> None:
    (reason,) = metadata.resolve(draft(FULL[0]), House(), Overrides()).held
    assert "seeds/harbor.txt" in reason and "seeds/harbor.toml" in reason and 'publisher = "…"' in reason


def test_advice_names_the_overrides_file_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "harbor.txt.toml"
    file.write_text('section = "Ports"\n', "utf-8")
    said = read_overrides(file, "seeds/harbor.txt.toml")
    (reason,) = metadata.resolve(draft(FULL[0]), House(), said).held
    assert "Add seeds/harbor.txt.toml with publisher" in reason and "seeds/harbor.toml" not in reason


def test_an_agency_alone_is_credit_enough() -> None:
    assert metadata.resolve(draft(FULL[0], clue("author", "Reuters", "byline line")), House(), Overrides()).held == ()


def test_a_missing_headline_is_held() -> None:
    (reason,) = metadata.resolve(draft(FULL[1]), House(), Overrides()).held
    assert "no headline" in reason


def test_publish_lifts_what_was_judged_but_not_a_missing_credit() -> None:
    judged = replace(draft(FULL[0]), held=("a teaser before a paywall, not the whole story",))
    (reason,) = metadata.resolve(judged, House(), Overrides(publish=True)).held
    assert "nobody to credit" in reason


def test_of_a_file_without_a_word_one_thing_is_said() -> None:
    blank = replace(draft(), blocks=(), held=("no main content found (the longest candidate has 0 words)",))
    (reason,) = metadata.resolve(blank, House(), Overrides()).held
    assert "no words were found" in reason and "Save the page again" in reason


def test_what_to_do_about_one_item_of_a_feed_changes_no_other() -> None:
    item = replace(draft(*FULL), item="urn:x:1", held=("no main content found (the longest candidate has 1 word)",))
    (reason,) = metadata.resolve(item, House(), Overrides()).held
    assert "save its page as HTML" in reason and ".toml" not in reason


def test_of_a_page_that_is_no_story_nobody_asks_where_its_text_is() -> None:
    made = draft(*FULL)
    cuts = tuple(Cut(block, "cut_menus", "menu") for block in made.blocks)
    empty = replace(made, blocks=(), cuts=cuts, held=("a page that asks to sign in, not a story",))
    (reason,) = metadata.resolve(empty, House(), Overrides()).held
    assert "sign in" in reason
    (reason,) = metadata.resolve(empty, House(), Overrides(publish=True)).held
    assert "no main content" in reason and "keep_lines" in reason


# --- the table --------------------------------------------------------------------------------------------------------


def test_every_fact_and_every_origin_is_in_the_table() -> None:
    assert set(TRUST) == set(get_args(FactName))
    assert {origin for row in TRUST.values() for origin in row} == set(ORIGINS)
    assert all(UNKNOWN < figure <= 1 for row in TRUST.values() for figure in row.values())
    assert all(row["override"] == 1 for row in TRUST.values())


def test_an_unknown_origin_is_trusted_least() -> None:
    assert confidence("headline", "a dream") == UNKNOWN


def test_no_word_means_two_months() -> None:
    meanings: dict[str, set[int]] = {}
    for months in MONTH_NAMES.values():
        assert len(months) == 12
        for number, spellings in enumerate(months, 1):
            for name in spellings.split():
                meanings.setdefault(spell(name), set()).add(number)
    assert {word: numbers for word, numbers in meanings.items() if len(numbers) > 1} == {}
    assert all(month_number(word) for word in meanings)


# --- properties -------------------------------------------------------------------------------------------------------

CLUES = st.builds(
    Clue, st.sampled_from(get_args(FactName)), st.text(max_size=60), st.sampled_from([*ORIGINS, "unheard of"])
)


@settings(deadline=None)
@given(st.lists(CLUES, max_size=12), st.lists(st.text(max_size=80), max_size=4))
def test_no_clue_breaks_it_and_the_same_clues_give_the_same_story(clues: list[Clue], lines: list[str]) -> None:
    made = draft(*clues, body=tuple(lines))
    story = metadata.resolve(made, House(), Overrides())
    assert story == metadata.resolve(made, House(), Overrides())


@settings(deadline=None)
@given(st.sampled_from(get_args(FactName)), st.text(max_size=60))
@pytest.mark.filterwarnings("error")
def test_no_override_breaks_it(fact: FactName, value: str) -> None:
    metadata.resolve(draft(*FULL), House(), Overrides(facts={fact: (value,)}))
