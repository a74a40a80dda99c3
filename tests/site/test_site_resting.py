"""A build that finds nothing changed does nothing; whatever changed, it is built."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from copydesk.site.hooks import building
from copydesk.site.reprinting import replating
from copydesk.site.stage import resting, standing
from newsstand import ROOT, build, make_site, press, story, tree, write

STORY = "content/stories/2025/07/by-hand.md"
QUIET = 'COPYDESK_SEARCH = COPYDESK_CARDS = False\nTHEME = "theme"\nCOPYDESK_NORMALIZE = False'


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A mark for every build that begins."""
    marks: list[str] = []
    for module in (building, replating):
        begin = module.begin
        monkeypatch.setattr(module, "begin", lambda pelican, begin=begin: (marks.append("begun"), begin(pelican))[1])
    yield marks


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of its own, theme and all, built once."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    make_site(tmp_path, {"2025/07/by-hand.md": story("Written by hand.", title="By hand", date="2025-07-03")}, QUIET)
    monkeypatch.chdir(tmp_path)
    press(tmp_path)
    return tmp_path


def test_nothing_is_built_where_nothing_changed(
    site: Path, begun: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")}
    capsys.readouterr()
    press(site)
    assert begun == []
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")} == before
    assert "1 article," in capsys.readouterr().out
    assert not (site / ".output.stage").exists()


def same_length(path: Path) -> None:
    """Change a file and hide it: its size and the time of its content stay."""
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("by hand.", "by Hand."), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "story": lambda site: write(site / STORY, story("Written again.", title="By hand", date="2025-07-03")),
    "hidden": lambda site: same_length(site / STORY),
    "new story": lambda site: write(site / "content/stories/new.md", story("New.", title="New", date="2025-07-04")),
    "story gone": lambda site: (site / STORY).unlink(),
    "renamed": lambda site: (site / STORY).rename(site / STORY.replace("by-hand", "by-foot")),
    "page": lambda site: write(site / "content/pages/about.md", story("Else.", title="About")),
    "edition": lambda site: write(site / "content/editions/2025-W27.md", "---\ntitle: A week\n---\nA note.\n"),
    "template": lambda site: (site / "theme/templates/_words.html").open("a").write("{# #}"),
    "style": lambda site: (site / "theme/static/copydesk.css").open("a").write("/**/"),
    "publishers": lambda site: write(site / "sources.toml", '[x]\nname = "X"\n'),
    "setting": lambda site: (site / "pelican.conf.py").open("a").write('\nSITENAME = "Other"\n'),
    "page of the output": lambda site: (site / "output/index.html").write_text("Else."),
    "output gone": lambda site: shutil.rmtree(site / "output"),
    "more in the output": lambda site: write(site / "output/more.txt", "More."),
    "no memory": lambda site: (site / ".copydesk" / standing.NAME).unlink(),
    "damaged memory": lambda site: (site / ".copydesk" / standing.NAME).write_text('{"version": 1, "bytes": 3}'),
    "link": lambda site: (site / "content/extra.txt").symlink_to("/etc/hostname"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changed_is_built(site: Path, begun: list[str], change: str) -> None:
    CHANGES[change](site)
    press(site)
    assert begun == ["begun"]


def test_another_moment_for_news_is_built(site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751600000")
    press(site)
    press(site)
    assert begun == ["begun"]


@pytest.mark.parametrize("package", resting.LENDING)
def test_another_version_of_a_package_is_built(
    site: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    versions = resting.version_of
    monkeypatch.setattr(resting, "version_of", lambda name: "0" if name == package else versions(name))
    press(site)
    assert begun == ["begun"]


def test_what_was_built_after_a_change_is_a_clean_build(site: Path) -> None:
    same_length(site / STORY)
    built = tree(press(site))
    assert tree(press(site)) == built
    shutil.rmtree(site / "output")
    shutil.rmtree(site / ".copydesk")
    assert tree(press(site)) == built


def test_what_an_editor_should_hear_is_said_every_time(site: Path) -> None:
    write(site / "content/stories/a/by-hand.md", story("Another.", title="By hand", date="2025-07-03"))
    first, written = build(site), (site / ".copydesk" / standing.NAME).stat()
    second = build(site)
    assert (site / ".copydesk" / standing.NAME).stat().st_mtime_ns == written.st_mtime_ns
    for said in (first, second):
        assert "stories/a/by-hand.md: another page has the address by-hand" in said
        assert "of the addresses published are not in" in said


def test_a_file_that_cannot_be_used_is_named_every_time(site: Path, begun: list[str]) -> None:
    write(site / "content/stories/bad.md", "No front matter.")
    for _ in range(2):
        with pytest.raises(SystemExit):
            press(site)
    assert begun == ["begun", "begun"]
