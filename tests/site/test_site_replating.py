"""After the words of a few stories have changed only the pages and feeds with these words are made again, and they are
what a clean build makes. After any other change the whole site is built."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from copydesk.batch import clock
from copydesk.site import values
from copydesk.site.feeds import items
from copydesk.site.hooks import building
from copydesk.site.printing import press
from copydesk.site.reprinting import casting, plates, plating, replating
from copydesk.site.reprinting.casting import KINDS, Caster, CastError, Recaster
from copydesk.site.showing import list_values
from copydesk.site.stories import lots
from copydesk.site.stories.memory import Memory
from markupsafe import Markup
from newsstand import ROOT, guid, make_site, story, tree, write
from newsstand import build as run
from newsstand import press as build
from pelican.plugins import signals

MORE = """
SITEURL = FEED_DOMAIN = "https://digest.example"
COPYDESK_SEARCH = COPYDESK_CARDS = False
COPYDESK_EDITIONS = "weekly"
COPYDESK_JOBS = 1
FEED_MAX_ITEMS = DEFAULT_PAGINATION = 5
THEME = "theme"
"""

TIDES = (
    "Gulls, ropes, masts, quays, tides, boats, crews, sails, winds, storms, lamps, bells, decks, holds, ports, piers, "
    "docks, barges, cargo, anchors, buoys, charts, harbors, lanterns, captains, sailors, ferries and fishers came in. "
) * 3
"""Words that are said so often that a few others change neither what a story is about nor how long it takes to read."""


def written(number: int, **more: Any) -> str:
    """The text of a story."""
    told = {
        "title": f"Story number {number}",
        "authors": [f"Author {number % 4}"],
        "publisher": "The Harbor Ledger" if number % 3 else None,
        "section": f"Section {number % 2}",
        "tags": [f"tag {number % 3}"],
        "date": f"2025-{1 + number % 8:02}-{1 + number % 27:02}",
        "lang": "en",
        "guid": guid(number),
    }
    kept = {name: value for name, value in {**told, **more}.items() if value is not None}
    return story(f"Beginning {number}. {TIDES}\n\nThe end of {number}.", **kept)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with all it can have but a search index and cards, built once."""
    stories = {f"story-{number:02}.md": written(number) for number in range(24)}
    stories["draft.md"] = written(30, status="draft")
    stories["corrected.md"] = written(31, corrections=[{"text": "It was Tuesday."}])
    stories["news.md"] = written(33, date="2025-12-31")
    stories["withdrawn.md"] = written(32, withdrawn={"date": "2025-08-01", "text": "Asked for."})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    shutil.copytree(ROOT / "theme", tmp_path / "site/theme")
    site = make_site(tmp_path / "site", stories, MORE)
    monkeypatch.chdir(site)
    build(site)
    return site


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A mark for every build of the whole site, and for every one of a few pages."""
    marks: list[str] = []
    for module in (building, replating):
        begin = module.begin
        name = module.__name__.rpartition(".")[2]
        monkeypatch.setattr(module, "begin", lambda it, name=name, begin=begin: (marks.append(name), begin(it))[1])
    yield marks


def path_of(site: Path, name: str) -> Path:
    """The file of a story."""
    return site / f"content/stories/{name}.md"


def edit(site: Path, name: str, before: str, after: str) -> None:
    """Change words of a story, and hide it: the size of the file and its time stay the same where the words let it."""
    path = path_of(site, name)
    status, text = path.stat(), path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def clean(site: Path) -> dict[str, bytes]:
    """What a clean build makes of the same files."""
    folder = site.parent / "clean"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("output", ".copydesk"))
    built = tree(build(folder))
    shutil.rmtree(folder)
    return built


WORDS: dict[str, Callable[[Path], object]] = {
    "the end": lambda site: edit(site, "story-11", "The end of 11.", "The end of it all."),
    "a letter": lambda site: edit(site, "story-11", "The end", "The and"),
    "the first words, which the front page shows": lambda site: edit(site, "story-23", "Beginning 23.", "Begun at 23."),
    "what is said most": lambda site: edit(site, "story-11", "The end", "Anchors and anchors. The end"),
    "of a draft": lambda site: edit(site, "draft", "The end", "The and"),
    "of several": lambda site: [edit(site, f"story-0{number}", "The end", "The and") for number in range(3)],
    "the headline that leads": lambda site: edit(site, "story-23", "Story number 23", "Anchors aweigh"),
    "headlines of several": lambda site: [
        edit(site, f"story-{number:02}", "Story number", "Regatta number") for number in (2, 3, 11, 12)
    ],
    "headlines by which two are related": lambda site: [
        edit(site, f"story-{number:02}", f"Story number {number}", "Zeppelins over quokkas") for number in (5, 14)
    ],
    "the headline of a draft": lambda site: edit(site, "draft", "Story number", "Regatta number"),
    "what it is about": lambda site: edit(site, "story-11", "The end", "Lantern lantern lantern lantern. The end"),
    "how long it is, and the line under the headline": lambda site: [
        edit(site, "story-11", "The end", "Word " * 400 + "The end"),
        edit(site, "story-11", "lang:", 'standfirst: "It is so."\nlang:'),
    ],
    "nothing but the time": lambda site: os.utime(path_of(site, "story-11"), ns=(1, 1)),
}


@pytest.mark.parametrize("change", WORDS)
def test_words_alone_have_a_few_pages_made_again(site: Path, begun: list[str], change: str) -> None:
    WORDS[change](site)
    built = tree(build(site))
    assert begun == ["replating"]
    assert built == clean(site)
    begun.clear()
    assert tree(build(site)) == built
    assert begun == []


OTHER: dict[str, Callable[[Path], object]] = {
    "a tag": lambda site: edit(site, "story-11", "tag 2", "tag 7"),
    "a date": lambda site: edit(site, "story-11", "2025-04", "2025-05"),
    "a headline that is news": lambda site: edit(site, "news", "Story number 33", "Story number XXXIII"),
    "a story with a correction": lambda site: edit(site, "corrected", "The end", "The and"),
    "a withdrawn story": lambda site: edit(site, "withdrawn", "The end", "The and"),
    "a story that cannot be read": lambda site: edit(site, "story-11", "---\n", "--\n"),
    "a new story": lambda site: write(path_of(site, "new"), written(40)),
    "a story gone": lambda site: path_of(site, "story-11").unlink(),
    "a story renamed": lambda site: path_of(site, "story-11").rename(path_of(site, "story-51")),
    "two stories change places": lambda site: [
        path_of(site, name).write_text(text, encoding="utf-8")
        for name, text in [("story-01", written(2)), ("story-02", written(1))]
    ],
    "a picture": lambda site: write(site / "content/images/story-11.png", ""),
    "a page": lambda site: write(site / "content/pages/about.md", story("Else.", title="About")),
    "a template": lambda site: (site / "theme/templates/_words.html").open("a").write("{# #}"),
    "a setting": lambda site: (site / "pelican.conf.py").open("a").write('\nSITENAME = "Other"\n'),
    "a page of the output": lambda site: (site / "output/index.html").write_text("Else."),
    "more in the output": lambda site: write(site / "output/more.txt", "More."),
    "no plates": lambda site: (site / ".copydesk" / plates.NAME).unlink(),
    "no rows": lambda site: (site / ".copydesk" / plates.ROWS).unlink(),
    "damaged plates": lambda site: (site / ".copydesk" / plates.NAME).open("ab").write(b"[]\n"),
    "no memory": lambda site: (site / ".copydesk/stories.jsonl").unlink(),
    "no words": lambda site: (site / ".copydesk/stories.bin").unlink(),
    "no manifest": lambda site: (site / ".copydesk/manifest.json").unlink(),
    "the register": lambda site: (site / "content/ledger/feeds.tsv").open("a").write("\n"),
}


@pytest.mark.parametrize("change", OTHER)
def test_any_other_change_has_the_site_built(site: Path, begun: list[str], change: str) -> None:
    edit(site, "story-12", "The end", "The and")
    OTHER[change](site)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("copydesk.site.stage.ending.EXIT_FAULT", 0)
        try:
            build(site)
        except SystemExit:
            assert change == "a story that cannot be read"
    assert begun == ["building"]


def test_a_headline_that_stands_on_a_page_at_an_old_address(site: Path, begun: list[str]) -> None:
    with (site / "content/ledger/addresses.tsv").open("a") as file:
        file.write(f"old/story-11.html\t{guid(11)}\n")
    build(site)
    edit(site, "story-11", "Story number 11", "Story number XI")
    assert tree(build(site)) == clean(site)
    edit(site, "story-11", "The end", "The and")
    assert tree(build(site)) == clean(site)
    assert begun == ["building", *["building"] * 2, "replating", "building"]


def test_what_is_related_is_not_told_of_twice(site: Path, begun: list[str]) -> None:
    write(site / "content/relations.txt", f"event: {guid(5)} {guid(14)}\n")
    with (site / "pelican.conf.py").open("a") as file:
        file.write("\nCOPYDESK_NORMALIZE = False\n")
    assert any(b"More on this" in page for page in tree(build(site)).values())
    for number in (5, 14):
        edit(site, f"story-{number:02}", f"Story number {number}", "Zeppelins over quokkas")
    assert tree(build(site)) == clean(site)
    assert begun == ["building", "replating", "building"]


def test_another_day_has_the_site_built(site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    edit(site, "story-12", "The end", "The and")
    monkeypatch.setattr(clock, "now", lambda: datetime(2031, 1, 1, tzinfo=UTC))
    build(site)
    assert begun == ["building"]


def test_where_a_settings_file_listens_the_site_is_built(site: Path, begun: list[str]) -> None:
    heard: list[str] = []

    def hear(path: str, **_: object) -> None:
        heard.append(Path(path).name)

    edit(site, "story-12", "The end", "The and")
    with signals.content_written.connected_to(hear):
        build(site)
    assert begun == ["building"]
    assert "story-12.html" in heard


def test_plates_of_another_form_have_the_site_built(
    site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for odd in ("a text", ["page"], ["Card"], [None], ["site"], {"a": 1}, ["card", "no such"], ["?"], [[["?"]]]):
        edit(site, "story-12", "The ", "The and ")
        with monkeypatch.context() as patch:
            patch.setattr(plating, "Plate", lambda key, template, basis, _, odd=odd: otherwise(key, odd))
            build(site)
    assert begun == ["building"] * 9


def otherwise(key: str, odd: object) -> plates.Plate:
    """A plate whose values are others."""
    return plates.Plate(key, "article.html", "basis", odd)


def test_with_an_index_for_searching_the_site_is_built(
    site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.site.reprinting.platemaking.is_ready", lambda settings, stories: True)
    with (site / "pelican.conf.py").open("a") as file:
        file.write("\nCOPYDESK_SEARCH = True\n")
    build(site)
    edit(site, "story-12", "The end", "The and")
    build(site)
    assert begun == ["building", "building"]


def test_edits_in_a_row_are_what_a_clean_build_makes(site: Path, begun: list[str]) -> None:
    for number in range(3):
        edit(site, "story-23", "The end", f"{number}. The end")
        edit(site, f"story-0{number}", "The end", "The and")
        assert tree(build(site)) == clean(site)
    assert begun == ["replating", "building"] * 3
    (site / ".copydesk/standing.json").unlink()
    times = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*.*")}
    build(site)
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*.*")} == times


def test_a_build_that_publishes_what_was_reviewed_is_dated_as_a_clean_one(site: Path, begun: list[str]) -> None:
    with (site / "pelican.conf.py").open("a") as file:
        file.write("\nCOPYDESK_NORMALIZE = False\n")
    build(site)
    for name in ("story-22", "story-21", "story-22"):
        edit(site, name, "The end", "The end, and The end")
        assert tree(build(site)) == clean(site)
    assert begun == ["building", "replating", *(["building"] * 5)]


def test_what_was_read_in_vain_damages_nothing(site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (5, 14, 3, 20):
        edit(site, f"story-{number:02}", "The end", f"The end{'s' * number}")
    edit(site, "story-03", "tag 0", "tag 9")
    build(site)
    shutil.rmtree(site / "output")
    monkeypatch.setattr(Memory, "_anew", lambda *told: pytest.fail("the words of a story are damaged"))
    assert tree(build(site)) == clean(site)
    assert begun == ["building"] * 3


def test_what_was_said_is_said_again(site: Path) -> None:
    write(site / "content/stories/b/story-11.md", written(50, date="2025-04-12"))
    first, kept = run(site), (site / ".copydesk" / plates.NAME).stat().st_mtime_ns
    edit(site, "draft", "The end", "The and")  # which no feed tells of: the plates stay as they are
    second = run(site)
    assert (site / ".copydesk" / plates.NAME).stat().st_mtime_ns == kept
    for said in (first, second):
        assert "stories/b/story-11.md: another page has the address story-11" in said
        assert "27 articles" in said


def test_the_work_is_the_same_on_a_larger_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works = []
    for many in (45, 60):  # more than may share a word that tells anything
        monkeypatch.chdir(site := make_site(tmp_path / str(many), apart(many), MORE.replace("THEME", "NO_THEME")))
        build(site)
        edit(site, "story-11", "The end", "The and")
        with pytest.MonkeyPatch.context() as patch:
            calls = counted(patch)
            build(site)
        works.append(calls)
    assert works[0] == works[1]
    assert (works[0]["parse"], works[0]["render"]) == (1, 0)


def apart(many: int) -> dict[str, str]:
    """So many stories that share no list."""
    names = [f"Name {number}" for number in range(many)]
    return {
        f"story-{number:02}.md": written(
            number,
            **{"authors": [name], "publisher": name, "section": name, "tags": [name]},
            date=f"{2001 + number // 12}-{1 + number % 12:02}-03",
        )
        for number, name in enumerate(names)
    }


def counted(patch: pytest.MonkeyPatch) -> Counter[str]:
    """The calls from now on: stories read, stories and cards opened, files written."""
    calls: Counter[str] = Counter()
    for owner, name in ((lots, "parse"), (Memory, "record"), (Memory, "face"), (replating, "put"), (press, "render")):
        do = getattr(owner, name)
        patch.setattr(owner, name, lambda *told, name=name, do=do: (calls.update([name]), do(*told))[1])
    return calls


# --- values as data ---------------------------------------------------------------------------------------------------


def test_no_two_kinds_of_values_have_one_name() -> None:
    declared = [
        kind
        for module in (values, list_values, items)
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    ]
    assert {kind: KINDS[kind.__name__] for kind in declared} == {kind: kind for kind in declared}
    assert not KINDS.keys() & {*casting.MADE, casting.OPAQUE}


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 3, 2.5, "words\udc80", (), ("a", ("b",)), Markup("<p>"), date(2025, 8, 10)),
        datetime(2025, 8, 10, 14, 5, tzinfo=timezone(timedelta(hours=5, minutes=45))),
        datetime(2025, 8, 10, tzinfo=UTC),
        {"page": values.Link("a", count=2), "rest": (items.Place("b"),)},
    ],
)
def test_a_value_as_data_is_the_value(value: object) -> None:
    data = json.loads(json.dumps(Caster().cast(value)))
    made = Recaster(None, 0).value(data)  # type: ignore[arg-type]  # there is no story in it
    assert made == value
    assert repr(made) == repr(value)


def test_every_kind_of_value_comes_back(site: Path) -> None:
    for kind in KINDS.values():
        given = kind(*(f"{number}" for number, _ in enumerate(fields(kind))))  # type: ignore[arg-type]
        assert Recaster(None, 0).value(Caster().cast(given)) == given  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [[], {1, 2}, object(), Path("a"), {"a": (object(),)}])
def test_what_is_no_value_of_ours_is_refused(value: object) -> None:
    with pytest.raises(CastError):
        Caster().cast(value)
