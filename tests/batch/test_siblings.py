"""Pages of one publisher looked at together: what they share is counted alike whatever the order and the jobs."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from copydesk import batch
from copydesk.batch import Options
from copydesk.batch.recurring.recurrence import Siblings
from copydesk.batch.recurring.showing import Reading, show
from copydesk.batch.recurring.siblings import Tables
from copydesk.batch.recurring.whose import Signs, publisher_of
from copydesk.model import House, Limits, Publisher, RawDocument
from copydesk.settings import Settings, settings_from
from copydesk.text import line_key

CHROME = "Tide tables and ferry times of the coast"
PLACES = ("Port Alder", "Brisamar", "Zarechye", "Tarn", "Meridian", "Arvel", "Beiwan", "Saltby")
DEEDS = (
    ("The mole of {} was torn away by the storm on Sunday night, and the harbor master counted", "boats adrift."),
    ("A new ferry will call at {} from the first of May, the line announced, with room for", "cars and a bakery."),
    ("Teachers of {} began a strike on Monday over the cold classrooms of the old school, which", "pupils attend."),
    ("The library of {} will lend fishing rods, for its readers had asked for them in", "letters to the council."),
    ("Crab boats of {} stayed in port for a third week because of the price, said the union of", "skippers."),
    ("An orchard above {} has borne pears that nobody can name, wrote the botanist who counted", "trees."),
    ("The lighthouse of {} went dark for an hour on Friday while electricians replaced all of its", "lamps."),
    ("Snow closed the road to {} before dawn, and the only bus of the valley turned back with", "passengers."),
)


def dump(number: int, *, chrome: str = CHROME) -> str:
    """A page of the Courier: its own story, and lines that all its pages have."""
    place, (opening, end) = PLACES[number % 8], DEEDS[number % 8]
    told = [f"{opening.format(place)} {number + 11} {end}", f"Nobody in {place} could say why it took so long to mend."]
    head = ["Port Alder Courier", f"News from {place} in the morning", "By Ann Lee", "March 3, 2025"]
    return "\n\n".join((*head, *told, chrome, "© 2025 Port Alder Courier. All rights reserved.")) + "\n"


def tables(pages: dict[str, str]) -> dict[str, dict[str, int]]:
    shown = {name: show(Reading(RawDocument(name, text.encode()), Limits())) for name, text in pages.items()}
    counted = Tables(shown, House())
    return {name: dict(counted.recurring(name)) for name in pages}


def words(**lines: int) -> dict[str, int]:
    """The lines of a page, each with its number of words."""
    return {name.replace("_", " "): count for name, count in lines.items()}


# --- counting ---------------------------------------------------------------------------------------------------------


def test_a_line_on_two_other_pages_and_a_quarter_of_them_is_chrome() -> None:
    pages = {str(at): words(**{f"story_{at}": 30}) | ({"pitch": 6} if at < 3 else {}) for at in range(9)}
    assert Siblings(pages).recurring("0") == {"pitch": 2}
    pages |= {str(at): {f"story {at}": 30} for at in range(9, 12)}
    assert Siblings(pages).recurring("0") == {}, "two of eleven are under a quarter"


def test_two_pages_share_a_line_by_chance() -> None:
    pages = {str(at): {f"story {at}": 30, "the agency's sentence": 12} for at in range(2)}
    assert Siblings(pages).recurring("0") == {}


def test_a_long_line_must_stand_on_three_others() -> None:
    pages = {str(at): {f"story {at}": 60, "standing standfirst of the series": 25} for at in range(3)}
    assert Siblings(pages).recurring("0") == {}
    pages["3"] = {"story 3": 60, "standing standfirst of the series": 25}
    assert Siblings(pages).recurring("0") == {"standing standfirst of the series": 3}


def test_versions_of_one_story_say_nothing_about_each_other() -> None:
    told = {"first": 30, "second": 30, "third": 30}
    pages = {str(at): told | {f"update {at}": 12} for at in range(4)}
    assert Siblings(pages).recurring("0") == {}


def test_a_line_is_known_by_its_words_not_by_its_numbers() -> None:
    assert line_key("1,204 views") == line_key(" 17,999  Views")
    assert line_key("1,204 views") != line_key("1,204 reviews")


# --- whose page -------------------------------------------------------------------------------------------------------


def test_a_page_is_known_by_host_then_by_name_and_by_sources_first() -> None:
    house = House((Publisher("courier", "Port Alder Courier", domains=("courier.example",)),))
    assert publisher_of(Signs(("news.courier.example",), ("other",)), house) == "key courier"
    assert publisher_of(Signs((), (), ("portaldercourier",)), house) == "key courier"
    assert publisher_of(Signs(("post.example",), ("other",)), house) == "host post.example"
    assert publisher_of(Signs((), ("other",)), house) == "name other"
    assert publisher_of(Signs((), (), ("morningnews",)), house) is None


@pytest.mark.parametrize(
    ("name", "data", "url", "publisher"),
    [
        ("a.txt", dump(0), None, "name portaldercourier"),
        ("a.txt", dump(0), "https://m.courier.example/a?x=1", "host courier.example"),
        ("a.html", '<html><link rel="canonical" href="https://www.post.example/a"><p>Text', None, "host post.example"),
        ("a.html", '<html><meta property="og:site_name" content="The Post"><p>Text', None, "name thepost"),
        ("a.txt", "Harbor-Mobile-header-logo\n\nA note\n", None, "name harbor"),
        ("a.txt", "A note\n", "https://web.archive.org/save", None),
        ("a.txt", "", None, None),
    ],
)
def test_what_a_raw_file_says_of_its_publisher(name, data, url, publisher) -> None:
    shown = show(Reading(RawDocument(name, data.encode(), url), Limits()))
    assert publisher_of(shown.signs, House()) == publisher


def test_the_order_of_files_does_not_matter() -> None:
    pages = {f"{number}.txt": dump(number) for number in range(8)}
    expected = tables(pages)
    assert all(line_key(CHROME) in lines for lines in expected.values())
    assert all(line_key(f"News from {place} in the morning") not in expected["0.txt"] for place in PLACES)
    shuffled = list(pages)
    for seed in range(3):
        random.Random(seed).shuffle(shuffled)
        assert tables({name: pages[name] for name in shuffled}) == expected


# --- the folder -------------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754892000")
    (tmp_path / "seeds").mkdir()
    return settings_from({}, tmp_path)


def put(site: Settings, *numbers: int) -> None:
    for number in numbers:
        (site.seeds / f"{number}.txt").write_text(dump(number), "utf-8")


def written(site: Settings) -> dict[str, bytes]:
    """The stories and the ledger, byte for byte."""
    return {
        path.relative_to(site.content).as_posix(): path.read_bytes()
        for path in sorted(site.content.rglob("*"))
        if path.is_file()
    }


def ledger(site: Settings, seed: str) -> str:
    return next(text for path in site.ledger.glob("*.txt") if f"  {seed}\n" in (text := path.read_text("utf-8")))


def test_a_published_story_is_not_rewritten_because_a_sibling_arrived(site) -> None:
    put(site, 0)
    batch.normalize(site)
    alone = written(site)
    put(site, 1, 2, 3)
    report = batch.normalize(site)
    assert [outcome.change for outcome in report.outcomes] == ["unchanged", "new", "new", "new"]
    assert {path: data for path, data in written(site).items() if path in alone} == alone
    assert "recurring:" not in ledger(site, "0.txt")
    assert f"{line_key(CHROME)}=3" in ledger(site, "1.txt")


def test_what_was_counted_stays_with_the_story_without_the_state_folder(site) -> None:
    put(site, 0, 1, 2)
    batch.normalize(site)
    before = written(site)
    for path in site.state.glob("*.json"):
        path.unlink()
    (site.seeds / "1.txt").unlink()
    put(site, 3, 4, 5)
    batch.normalize(site)
    assert {path: data for path, data in written(site).items() if path in before} == before
    (site.seeds / "0.txt").write_text(dump(0) + "\nUpdated.\n", "utf-8")
    batch.normalize(site)
    assert f"{line_key(CHROME)}=4" in ledger(site, "0.txt"), "a changed raw file is counted anew"


def test_jobs_and_a_lost_memory_give_the_same_bytes(site, tmp_path) -> None:
    put(site, *range(8))
    batch.normalize(site)
    again = settings_from({"PATH": "content-2", "COPYDESK_STATE": "state-2"}, site.root)
    again.state.mkdir()
    (again.state / "shown.json").write_text('{"rules": 1, "seeds": [')
    batch.normalize(again, Options(jobs=2))
    assert written(again) == written(site)


def test_where_nothing_is_new_no_seed_is_looked_at(site, monkeypatch) -> None:
    put(site, 0, 1, 2)
    batch.normalize(site)
    monkeypatch.setattr("copydesk.batch.recurring.siblings.look_at", None)
    assert batch.normalize(site).total == "3 documents: 3 published, 0 held, 0 duplicates"


def test_a_seed_that_cannot_be_read_has_no_lines(site) -> None:
    assert show(Reading(RawDocument("a.txt", b"\x00" * 100), Limits())).words == {}
    put(site, 0, 1, 2)
    (site.seeds / "bad.txt").write_bytes(b"\x00\x01" * 50)
    assert batch.normalize(site).count("published") == 3
