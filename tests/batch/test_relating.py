"""Near-copies and stories of one event are found in the folder, by words and by the curator, and change no story."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from copydesk.batch import normalize
from copydesk.kinship.copies import copies, grouped
from copydesk.kinship.events import events
from copydesk.kinship.prints import Print, likeness, print_of
from copydesk.kinship.relations import Relations, compose, parse
from copydesk.settings import settings_from
from hypothesis import given
from hypothesis import strategies as st

BEGINNINGS, ENDINGS = ("mar", "tol", "ven", "kes", "bru"), ("dan", "lisk", "rond")
WORDS = [f"{one}{two}{three}" for one in BEGINNINGS for two in "aeiou" for three in ENDINGS]
"""Words of a language of our own, so that two stories share no more than chance has it."""


def prose(seed: int, sentences: int = 24) -> list[str]:
    """Invented sentences, others for each seed."""
    dice = random.Random(seed)
    return [
        f"The {dice.choice(WORDS)} of number {dice.randint(2, 99)} was {dice.choice(WORDS)} by the {dice.choice(WORDS)}"
        f" near {dice.choice(WORDS)}, a {dice.choice(WORDS)} saw it {dice.choice(WORDS)} {dice.randint(2, 9)} times."
        for _ in range(sentences)
    ]


def seed_text(publisher: str, headline: str, sentences: list[str]) -> str:
    paragraphs = [" ".join(sentences[place : place + 3]) for place in range(0, len(sentences), 3)]
    return "\n\n".join((publisher, headline, "By Ada Lund", "March 3, 2025", *paragraphs)) + "\n"


WIRE = prose(1)
SEEDS: Mapping[str, str] = {
    "ledger.txt": seed_text("The Harbor Ledger", "Old ferry is lifted out of the sound", WIRE),
    "post.txt": seed_text("Tarn Post", "Crane lifts a ferry from the sea bed at last", [*WIRE[:20], *prose(7, 2)]),
    "other.txt": seed_text("The Harbor Ledger", "A bridge is measured again after the flood", prose(2)),
}
SOURCES = """
[ledger]
name = "The Harbor Ledger"
[post]
name = "Tarn Post"
"""


MOST = 4_000
"""Bytes of memory for each story of which prints are made and compared: a site may have a hundred thousand."""


def test_prints_and_their_comparison_take_little_memory_for_each_story() -> None:
    stories, alike = 150, 10
    tracemalloc.start()
    try:
        prints = {
            f"{number}": print_of(
                f"A {number}th crane", " ".join(prose(number % (stories - alike))), "en", date(2025, 3, 3)
            )
            for number in range(stories)
        }
        order = list(prints)
        assert len(copies(prints, order)) == alike
        assert tracemalloc.get_traced_memory()[1] < MOST * stories
    finally:
        tracemalloc.stop()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "sources.toml").write_text(SOURCES)
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text)
    return tmp_path


def run(site: Path) -> list[str]:
    """Normalize; the lines of the report."""
    return list(normalize(settings_from({}, site)).lines())


def relations(site: Path) -> Relations:
    path = site / "content" / "relations.txt"
    return parse(path.read_text()) if path.exists() else Relations()


def stories(site: Path) -> dict[str, bytes]:
    folder = site / "content"
    return {
        str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix == ".md"
    }


def test_a_wire_story_from_two_publishers_is_one(site: Path) -> None:
    said = run(site)
    (group,) = relations(site).copies
    assert len(group) == 2
    (look,) = [line for line in said if "reads like" in line]
    ways = (("ledger", "post"), ("post", "ledger"))
    said_how = [f'write same_as = ["{one}.txt"] into seeds/{other}.toml, else not_same_as.' for one, other in ways]
    assert look.endswith(tuple(said_how))
    assert said[-1].startswith("3 documents: 3 published"), "each copy stays a document of its own"


def test_a_newcomer_changes_no_story_and_takes_no_place(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "seeds/post.txt").rename(site / "post.txt")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741000000")
    run(site)
    before = stories(site)
    assert not relations(site).copies
    (site / "post.txt").rename(site / "seeds/post.txt")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742000000")
    run(site)
    after = stories(site)
    assert {path: after[path] for path in before} == before
    ((first, second),) = relations(site).copies
    assert any(first.encode() in text for text in before.values())
    assert not any(second.encode() in text for text in before.values())


def test_the_curator_parts_what_only_looks_alike(site: Path) -> None:
    run(site)
    (site / "seeds/post.toml").write_text('not_same_as = ["ledger.txt"]\n')
    assert not [line for line in run(site) if "reads like" in line]
    assert not relations(site).copies


def test_the_curator_joins_what_no_program_would(site: Path) -> None:
    (site / "seeds/other.toml").write_text('same_as = ["ledger.txt"]\n')
    said = run(site)
    (group,) = relations(site).copies
    assert len(group) == 3
    assert len([line for line in said if "reads like" in line]) == 1, "only what was found is asked about"


def test_a_name_that_leads_nowhere_is_said(site: Path) -> None:
    (site / "seeds/other.toml").write_text('same_as = ["nowhere.txt"]\n')
    assert [line for line in run(site) if "same_as names nowhere.txt, which is no story" in line]


@pytest.mark.parametrize("lost", ["kin.json", "prints.json"])
def test_what_is_remembered_may_be_lost_or_damaged(site: Path, lost: str) -> None:
    run(site)
    expected = (site / "content/relations.txt").read_bytes()
    for damage in (b"[]", b"{", b'{"key": 1, "basis": 2}'):
        (site / ".copydesk" / lost).write_bytes(damage)
        run(site)
        assert (site / "content/relations.txt").read_bytes() == expected


# --- by words ---------------------------------------------------------------------------------------------------------


def made(number: int, **changes: str) -> Print:
    text = changes.get("body", " ".join(prose(number)))
    return print_of(changes.get("headline", f"Headline {number}"), text, "en", date(2025, 3, 3))


def test_the_likeness_of_a_cut_and_an_edited_copy() -> None:
    whole, cut = made(1), made(1, body=" ".join(WIRE[:18]))
    assert likeness(whole, whole) == 1.0
    assert 0.6 < likeness(whole, cut) < 0.9
    assert likeness(whole, made(2)) < 0.4, "other sentences of the same few words"


def test_many_stories_take_no_comparison_of_all_pairs() -> None:
    prints = {f"g{number:04}": made(number) for number in range(300)}
    prints["h"] = prints["g0007"]
    assert copies(prints, sorted(prints)) == [("g0007", "h")]


def test_two_short_notes_are_no_copies() -> None:
    prints = {name: made(1, body="The market is closed on Sunday.") for name in "ab"}
    assert copies(prints, "ab") == []


DAY = date(2025, 3, 3)


def told_at(address: str | None, headline: str = "Old ferry is lifted", sentences: int = 24) -> Print:
    return print_of(headline, " ".join(WIRE[:sentences]), "en", DAY, address)


def test_one_original_under_one_headline_is_one_story_however_much_of_it_is_there() -> None:
    address = "https://ledger.example/1"
    prints = {
        "a": told_at(address),
        "b": told_at(address, "Old ferry IS lifted", 4),
        "c": told_at(address, sentences=1),
    }
    assert copies(prints, "abc") == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize(
    "other",
    [
        told_at("https://ledger.example/", "A bridge is measured again", 4),
        told_at("https://ledger.example/2", sentences=4),
        told_at(None, sentences=4),
        told_at("https://ledger.example/", "!?", 4),
    ],
)
def test_one_address_or_one_headline_alone_makes_no_copies(other: Print) -> None:
    """There are feeds whose items all lead to the front page, and columns that always have one title."""
    assert copies({"a": told_at("https://ledger.example/"), "b": other}, "ab") == []


EVENT = "The freighter Calliope ran aground off Skarholm while the pilot Ivo Brandt waited for the tide to turn. "


def test_two_reports_of_one_event_are_listed_together_and_a_third_story_is_not() -> None:
    reports = {
        "a": made(1, headline="Calliope aground off Skarholm", body=3 * EVENT + " ".join(prose(11))),
        "b": made(2, headline="Freighter Calliope stuck as pilot waits", body=" ".join(prose(12)) + 3 * EVENT),
        **{f"z{number:02}": made(number) for number in range(20, 50)},
    }
    assert events(reports, sorted(reports)) == [("a", "b")]
    assert copies(reports, sorted(reports)) == []


def test_last_years_event_is_another() -> None:
    day, year_before = date(2025, 3, 3), date(2024, 3, 3)
    kin = {
        name: print_of("Calliope aground off Skarholm", EVENT + " ".join(prose(seed)), "en", when)
        for name, seed, when in (("a", 1, day), ("b", 2, year_before))
    }
    assert events(kin, "ab") == []


PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12)


@given(PAIRS, PAIRS)
def test_no_group_holds_two_that_are_apart(same: list[tuple[str, str]], apart: list[tuple[str, str]]) -> None:
    order = {guid: place for place, guid in enumerate("abcdefg")}
    groups = grouped(same, apart, order)
    members = [guid for group in groups for guid in group]
    assert len(members) == len(set(members)) and "h" not in members
    for group in groups:
        assert list(group) == sorted(group, key=order.__getitem__)
        assert not [pair for pair in apart if pair[0] != pair[1] and set(pair) <= set(group)]


def test_the_file_says_what_it_was_given_and_bears_what_it_does_not_know() -> None:
    given_ = Relations((("urn:a", "urn:b"),), (("urn:a", "urn:c"),))
    assert parse(compose(given_)) == given_
    assert parse("<<<<<<< HEAD\ncopies: one\nevent: a b c\nodd\n") == Relations()
    assert compose(Relations()) == ""
