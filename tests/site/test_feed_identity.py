"""What subscribers rely on for ten years: nothing old is ever new again, and only what changed says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from copydesk.writing.ledgers.register import NAME
from lxml import etree
from newsstand import guid, make_site, press, story, tree

ATOM = "{http://www.w3.org/2005/Atom}"
STONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
KEYS = {"lang": "en", "authors": ["Ann Lee"], "publisher": "The Harbor Ledger", "tags": ["Ports"]}
FIRST = {
    f"2025/08/story-{number}.md": story(
        f"The first words of number {number}.\n\nAnd *more* of them.",
        title=f"Story {number}",
        date="2025-08-10",
        section="Local",
        guid=guid(number),
        **KEYS,
    )
    for number in range(1, 6)
}


THEN, LATER = "1767225600", "1999999999"
"""Moments of builds: the first second of 2026, and one in 2033."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of five stories of one day, built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THEN)
    make_site(tmp_path, FIRST)
    press(tmp_path)
    return tmp_path


def build(site: Path, moment: str = THEN) -> None:
    """Build the site again at a moment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", moment)
        press(site)


def atom(site: Path, name: str = "all") -> Any:
    return etree.fromstring((site / f"output/feeds/{name}.atom.xml").read_bytes())


def dates(site: Path, what: str = "updated") -> dict[str, str]:
    """What the feed of all stories says of each, by GUID."""
    return {entry.findtext(f"{ATOM}id"): entry.findtext(f"{ATOM}{what}") for entry in atom(site).iter(f"{ATOM}entry")}


def edit(site: Path, number: int, before: str, after: str) -> None:
    path = site / f"content/stories/2025/08/story-{number}.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def moved(site: Path, before: dict[str, str]) -> set[str]:
    now = dates(site)
    return {found for found in before.keys() | now.keys() if before.get(found) != now.get(found)}


# --- nothing changes by itself ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("epoch", [THEN, LATER])
def test_a_rebuild_changes_no_byte(site: Path, epoch: str) -> None:
    before = tree(site / "output"), tree(site / "content")
    build(site, epoch)
    assert (tree(site / "output"), tree(site / "content")) == before


def test_what_no_reader_would_call_the_story_moves_nothing(site: Path) -> None:
    before = dates(site)
    edit(site, 1, "And *more* of them", "And **more** of  them")
    edit(site, 2, "title:", "pin: true\ntitle:")
    edit(site, 3, "title:", "review: ['look']\ntitle:")
    (site / "sources.toml").write_text('[x]\nname = "The Harbor Ledger"\ncredit = "C"\npolicy = "excerpt"\n')
    build(site, LATER)
    assert dates(site) == before


def test_identities_outlive_title_date_slug_section_domain_and_theme(site: Path) -> None:
    before = dates(site, "published")
    edit(site, 1, "Story 1", "Another title")
    edit(site, 2, "2025-08-10", "2024-01-01")
    edit(site, 3, "Local", "Elsewhere")
    (site / "content/stories/2025/08/story-4.md").rename(site / "content/stories/2025/08/renamed.md")
    settings = (site / "pelican.conf.py").read_text()
    more = 'SITEURL = FEED_DOMAIN = "https://elsewhere.example/sub"\nTHEME = "simple"\nSITENAME = "Renamed"\n'
    (site / "pelican.conf.py").write_text(settings + more)
    feed = atom(site).findtext(f"{ATOM}id")
    build(site, LATER)
    assert dates(site, "published") == before, "published never moves, whatever becomes of the date"
    assert atom(site).findtext(f"{ATOM}id") == feed
    assert "elsewhere.example/sub/2025/08/renamed.html" in (site / "output/feeds/all.atom.xml").read_text()


# --- what changes says so ---------------------------------------------------------------------------------------------


def test_one_word_moves_one_date_to_now(site: Path) -> None:
    before = dates(site)
    edit(site, 3, "first words", "changed words")
    build(site)
    assert moved(site, before) == {guid(3)}
    assert dates(site)[guid(3)] == "2026-01-01T00:00:00+00:00"
    edit(site, 3, "changed words", "first words")
    build(site)
    assert dates(site)[guid(3)] == "2026-01-01T00:00:01+00:00", "back again is a change too, and later"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Other"),
        ("authors", ["Bo Ek"]),
        ("date", "2025-08-11"),
        ("note", "A note"),
        ("corrections", [{"date": "2025-08-12", "text": "It was not so."}]),
        ("licence", "CC BY 4.0"),
    ],
)
def test_a_fact_moves_the_date(site: Path, key: str, value: Any) -> None:
    before = dates(site)
    keys = {"title": "Story 2", "date": "2025-08-10", "section": "Local", "guid": guid(2), **KEYS, key: value}
    changed = {"2025/08/story-2.md": story("The first words of number 2.\n\nAnd *more* of them.", **keys)}
    make_site(site, changed)
    build(site)
    assert moved(site, before) == {guid(2)}


def test_no_two_stories_have_one_moment(site: Path) -> None:
    found = list(dates(site).values())
    assert len(found) == 5 == len(set(found))
    assert {moment[:16] for moment in found} == {"2025-08-10T00:00"}


def test_a_new_story_changes_only_the_feeds_it_is_in(site: Path) -> None:
    before = tree(site / "output/feeds")
    new = story(title="New", date="2025-08-12", section="Sport", authors=["Cy Day"], guid=guid(9), lang="en")
    make_site(site, {"2025/08/new.md": new})
    build(site)
    after = tree(site / "output/feeds")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert {path.partition(".")[0] for path in changed} == {
        "all",
        "all/2025-08",
        "section/sport",
        "author/cy-day",
        "editions",
        "feeds",
    }


# --- publishing records nothing ---------------------------------------------------------------------------------------

PUBLISH = "COPYDESK_NORMALIZE = False\n"


def publishing(site: Path) -> None:
    path = site / "pelican.conf.py"
    path.write_text(path.read_text() + PUBLISH)


def test_publishing_without_a_register_gives_the_same_feeds(site: Path, tmp_path: Path) -> None:
    before = tree(site / "output/feeds")
    (site / "content/ledger" / NAME).unlink()
    publishing(site)
    build(site)
    assert tree(site / "output/feeds") == before
    assert not (site / "content/ledger" / NAME).exists()


def test_an_edit_nobody_recorded_moves_its_date_once(site: Path) -> None:
    before = dates(site)
    edit(site, 3, "first words", "changed words")
    publishing(site)
    build(site)
    first = dates(site)
    build(site, LATER)
    assert moved(site, before) == {guid(3)} and dates(site) == first
    assert datetime.fromisoformat(first[guid(3)]) > datetime.fromisoformat(before[guid(3)])


# --- taken down, and come late ----------------------------------------------------------------------------------------


def stones(site: Path, name: str = "all") -> Iterator[tuple[str, str]]:
    for stone in atom(site, name).iter(STONE):
        yield stone.get("ref"), stone.get("when")


def test_a_withdrawn_story_leaves_a_tombstone_and_a_stub(site: Path) -> None:
    edit(site, 3, "title:", "withdrawn: {date: 2025-08-20, text: Asked for}\ntitle:")
    build(site)
    assert guid(3) not in dates(site)
    for name in ("all", "all/2025-08", "section/local", "author/ann-lee", "tag/ports", "publisher/harbor-ledger"):
        assert list(stones(site, name)) == [(guid(3), "2026-01-01T00:00:00+00:00")], name
    assert "Asked for" in (site / "output/2025/08/story-3.html").read_text(encoding="utf-8")


def test_who_follows_the_corrections_hears_of_a_withdrawal(site: Path) -> None:
    edit(site, 3, "title:", "withdrawn: {date: 2025-08-20, text: Asked for}\ntitle:")
    build(site)
    (entry,) = atom(site, "corrections").iter(f"{ATOM}entry")
    title, summary = entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")
    assert title.startswith("This story was withdrawn: ") and summary == "Asked for"
    assert entry.findtext(f"{ATOM}published") == "2025-08-20T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}id") != guid(3), "it is news of the story, not the story"
    assert "story-3.html" in entry.findtext(f"{ATOM}content")
    before = atom_bytes(site)
    build(site, LATER)
    assert atom_bytes(site) == before


def atom_bytes(site: Path) -> bytes:
    return (site / "output/feeds/corrections.atom.xml").read_bytes()


def test_a_story_that_is_gone_leaves_a_tombstone(site: Path) -> None:
    (site / "content/stories/2025/08/story-3.md").unlink()
    build(site)
    first = list(stones(site))
    assert first == [(guid(3), "2026-01-01T00:00:00+00:00")]
    build(site, LATER)
    assert list(stones(site)) == first


def test_a_story_that_cannot_be_read_is_not_gone(site: Path) -> None:
    edit(site, 3, "title:", "unknown: key\ntitle:")
    build(site)
    assert guid(3) not in dates(site) and not list(stones(site))


LATE = {
    f"2019/01/late-{number}.md": story(title=f"Late {number}", date="2019-01-01", guid=guid(50 + number), lang="en")
    for number in range(20)
}


@pytest.mark.parametrize(("most", "shown"), [("10", 15), ("None", 25), ("0", 5)])
def test_old_stories_that_come_late_do_not_flood(site: Path, most: str, shown: int) -> None:
    make_site(site, LATE, f"COPYDESK_FEED_BACKFILL = {most}")
    build(site)
    assert len(dates(site)) == shown
    assert len(list(atom(site, "all/2025-08").iter(f"{ATOM}entry"))) == 25, "they stand in the month that is open"


def test_a_closed_archive_document_never_changes_again(site: Path) -> None:
    make_site(site, {"2025/09/next.md": story(title="Next", date="2025-09-01", guid=guid(30), lang="en")})
    build(site)
    closed = {path: data for path, data in tree(site / "output/feeds").items() if path.startswith("all/2025-08")}
    late = {"2025/08/late.md": story(title="Late", date="2025-08-30", guid=guid(31), lang="en")}
    make_site(site, {**late, **LATE, "2025/10/x.md": story(title="X", date="2025-10-01", guid=guid(32), lang="en")})
    build(site)
    after = tree(site / "output/feeds")
    assert len(closed) == 3 and {path: after[path] for path in closed} == closed
    assert "all/2019-01.atom.xml" not in after
    assert guid(31) in after["all/2025-09.atom.xml"].decode()


def test_the_register_is_readable_and_names_its_line_where_it_is_damaged(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site / "content/ledger" / NAME
    lines = path.read_text().splitlines()
    assert lines[0].split("\t") == ["guid", "digest", "published", "updated", "month", "in"]
    assert [line.split("\t")[0] for line in lines[1:]] == [guid(number) for number in range(1, 6)]
    path.write_text("\n".join([*lines[:3], "damaged", *lines[4:]]))
    with pytest.raises(SystemExit):
        build(site)
    assert re.search(rf"{NAME}, line 4: has not 6 values", capsys.readouterr().err)
