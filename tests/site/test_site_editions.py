"""Editions: which stories, in which order, under which number, for ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from copydesk.errors import LedgerError
from copydesk.site.registers.issued import Issued, lines_of, parse
from lxml import html
from newsstand import build, make_site, press, story, write

STORIES = {
    f"2025/08/{name}.md": story(
        f"The text of {name}, which has some words.",
        title=name.title(),
        date=f"2025-08-{day:02}",
        section=section,
        publisher="Tarn Post",
        lang="en",
        guid=f"urn:uuid:{day:08d}-2222-5222-8222-222222222222",
    )
    for name, day, section in (
        ("monday", 4, "Local"),
        ("sunday", 10, "World"),
        ("next-monday", 11, "World"),
        ("next-tuesday", 12, "Local"),
        ("next-friday", 15, "Local"),
    )
}


def edition_site(folder: Path, more: str, files: dict[str, str] | None = None) -> Path:
    site = make_site(folder, STORIES, more)
    for name, text in (files or {}).items():
        write(site / "content" / "editions" / name, text)
    return site


def headlines(page: Path) -> list[str]:
    tree = html.fromstring(page.read_bytes())
    return [link.text_content() for link in tree.xpath("//main//article//h2/a")]


def heading(page: Path) -> str:
    return str(html.fromstring(page.read_bytes()).xpath("string(//h1)"))


def links(page: Path, relation: str) -> list[str]:
    return [str(href) for href in html.fromstring(page.read_bytes()).xpath(f"//main//a[@rel='{relation}']/@href")]


def test_a_week_is_an_edition_and_the_newest_of_the_top_section_leads(tmp_path: Path) -> None:
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"\nCOPYDESK_SECTIONS = ("World",)'))
    assert headlines(output / "edition/1.html") == ["Sunday", "Monday"]
    assert headlines(output / "edition/2.html") == ["Next-Monday", "Next-Friday", "Next-Tuesday"]
    assert not (output / "edition/3.html").exists()
    assert headlines(output / "index.html")[:3] == ["Next-Monday", "Next-Friday", "Next-Tuesday"]


def test_a_day_is_an_edition(tmp_path: Path) -> None:
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "daily"'))
    assert [headlines(output / f"edition/{number}.html") for number in (1, 5)] == [["Monday"], ["Next-Friday"]]


def test_editions_lead_to_each_other(tmp_path: Path) -> None:
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "daily"'))
    assert links(output / "edition/3.html", "prev") == ["../edition/2.html"]
    assert links(output / "edition/3.html", "next") == ["../edition/4.html"]
    assert links(output / "edition/1.html", "prev") == []
    index = html.fromstring((output / "editions.html").read_bytes())
    assert index.xpath("//div[@class='issue']//h3/a/@href") == [f"edition/{n}.html" for n in (5, 4, 3, 2, 1)]


def test_a_pinned_story_leads(tmp_path: Path) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"')
    path = site / "content/stories/2025/08/next-tuesday.md"
    path.write_text(path.read_text().replace("---\n\n", "pin: true\n---\n\n"))
    output = press(site)
    assert headlines(output / "index.html")[0] == "Next-Tuesday"
    assert headlines(output / "edition/2.html")[0] == "Next-Tuesday"


def test_the_curators_hand_orders_an_edition_names_it_and_adds_a_note(tmp_path: Path) -> None:
    file = story("Read *this* first.", title="After the storm", date="2025-08-13", stories=["next-tuesday", "monday"])
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "by hand"', {"storm.md": file}))
    page = output / "edition/1.html"
    assert heading(page) == "After the storm"
    assert headlines(page) == ["Next-Tuesday", "Monday"]
    assert b"<em>this</em>" in page.read_bytes()
    front = html.fromstring((output / "index.html").read_bytes())
    assert front.xpath("//section[@class='since']//h3/a/text()") == ["Next-Friday"]


def test_an_edition_by_hand_without_a_list_has_what_came_since_the_one_before(tmp_path: Path) -> None:
    files = {"2025-08-10.md": story("", title="One"), "2025-08-12.md": story("", title="Two")}
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "by hand"', files))
    assert headlines(output / "edition/1.html") == ["Sunday", "Monday"]
    assert headlines(output / "edition/2.html") == ["Next-Tuesday", "Next-Monday"]


def test_a_file_named_after_a_week_orders_it_and_forgets_no_story(tmp_path: Path) -> None:
    files = {"2025-W33.md": story("A note.", stories=["stories/2025/08/next-tuesday.md"])}
    output = press(edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"', files))
    assert headlines(output / "edition/2.html") == ["Next-Tuesday", "Next-Friday", "Next-Monday"]
    assert "A note." in (output / "edition/2.html").read_text()


def add(site: Path, name: str, day: str) -> str:
    """A story of that day comes in. Returns its GUID."""
    guid = f"urn:uuid:{day.replace('-', '')}-3333-5333-8333-{len(name):012d}"
    text = story("Found.", title=name, date=day, publisher="Tarn Post", section="Local", lang="en", guid=guid)
    write(site / f"content/stories/{day[:4]}/{day[5:7]}/{name.lower()}.md", text)
    return guid


def test_an_edition_that_is_out_stays_and_what_comes_late_joins_the_current_one(tmp_path: Path) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"\nCOPYDESK_FEED_BACKFILL = 1')
    out = headlines(press(site) / "edition/1.html")
    add(site, "Late", "2025-08-07")
    add(site, "Clipping", "2011-03-01")
    add(site, "Another", "2012-03-01")
    for _ in range(2):
        output = press(site)
        assert headlines(output / "edition/1.html") == out == ["Sunday", "Monday"]
        assert headlines(output / "edition/2.html") == ["Next-Friday", "Next-Tuesday", "Next-Monday", "Late"]
        assert not (output / "edition/3.html").exists()


def test_the_feed_of_editions_says_that_one_changed_when_a_story_joined_or_left_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"')

    def built_at(second: int) -> list[str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1767225600 + second))
        return changes(press(site))

    first = built_at(0)
    add(site, "Late", "2025-08-07")
    second = built_at(60)
    assert second == ["2026-01-01T00:01:00+00:00", first[1]]
    assert built_at(120) == second
    (site / "content/stories/2025/08/late.md").unlink()
    assert built_at(180) == ["2026-01-01T00:03:00+00:00", first[1]]


def changes(output: Path) -> list[str]:
    """When each edition changed, the newest edition first."""
    return [str(item["date_modified"]) for item in json.loads((output / "feeds/editions.json").read_bytes())["items"]]


def test_a_build_that_records_nothing_places_stories_as_the_next_one_will(tmp_path: Path) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"')
    press(site)
    add(site, "Late", "2025-08-07")
    settings, register = site / "pelican.conf.py", site / "content/ledger/editions.tsv"
    known, normal = register.read_bytes(), settings.read_text()
    settings.write_text(f"{normal}\nCOPYDESK_NORMALIZE = False\n")
    reviewed = headlines(press(site) / "edition/2.html")
    assert register.read_bytes() == known
    settings.write_text(normal)
    assert headlines(press(site) / "edition/2.html") == reviewed
    assert b"2025-W33" in register.read_bytes()


def test_a_register_of_editions_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "weekly"')
    write(site / "content/ledger/editions.tsv", "urn:uuid:1\t2025-W32\nrubbish\n")
    assert "ledger/editions.tsv: line 2" in build(site, code=1)


@pytest.mark.parametrize("line", ["a", "a\t", "\tb", "a\tb\t", "a\tb\tnow", "a\tb\t2025-08-01T00:00:00", "a\tb\tc\td"])
def test_a_line_of_the_register_that_is_none_is_named(line: str) -> None:
    with pytest.raises(LedgerError, match="line 2"):
        parse(f"a\tb\n{line}\n", "editions.tsv")


def test_the_register_is_read_as_it_was_written() -> None:
    moment = datetime(2026, 5, 16, 7, tzinfo=UTC)
    known = Issued({"urn:a": "2026-W20", "urn:b": "after the storm", "urn:c": "-"}, {"urn:b": moment})
    assert parse("".join(lines_of(known)), "editions.tsv") == known


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (story("", title="A", date="2025-08-13", stories=["nobody"]), "no story is called nobody"),
        (story("", title="A"), "no date"),
        (story("", date="2025-08-13", colour="red"), "the unknown key colour"),
        (story("", date="2025-08-13", number="many"), "a whole number above 0"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_and_stops_nothing(tmp_path: Path, text: str, complaint: str) -> None:
    site = edition_site(tmp_path, 'COPYDESK_EDITIONS = "by hand"', {"first.md": text})
    printed = build(site)
    assert complaint in printed and "editions/first.md" in printed
    assert (site / "output/index.html").exists()


def test_a_rhythm_that_is_none_is_refused(tmp_path: Path) -> None:
    printed = build(edition_site(tmp_path, 'COPYDESK_EDITIONS = "hourly"'), code=1)
    assert "COPYDESK_EDITIONS is 'hourly'" in printed


def test_without_editions_the_front_page_has_the_newest(tmp_path: Path) -> None:
    output = press(edition_site(tmp_path, "COPYDESK_EDITIONS = None\nCOPYDESK_SECTIONS = ('Local',)"))
    assert headlines(output / "index.html")[0] == "Next-Friday"
    assert not (output / "edition").exists() and not (output / "editions.html").exists()
