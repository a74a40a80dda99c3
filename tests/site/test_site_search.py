"""The index of the site's stories: what is in it, when it is made, and what there is without it."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from copydesk.site.search import making
from copydesk.site.search.leaves import apart, index_language
from newsstand import SECRET, build, make_site, press, story, tree, write

ONE = {"2025/08/a.md": story("The quay was mended in spring.", title="Quay mended", date="2025-08-10", section="Local")}


def fragments(output: Path) -> dict[str, dict[str, object]]:
    """What the index can show of each story, by the path of its page."""
    found = {}
    for path in (output / "pagefind" / "fragment").iterdir():
        data = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[str(data["url"]).lstrip("/")] = data
    return found


def index(output: Path) -> dict[str, bytes]:
    """The bytes of the index."""
    return {path: data for path, data in tree(output).items() if path.startswith("pagefind/")}


def test_every_story_in_the_lists_is_in_it_with_its_filters(output: Path) -> None:
    found = fragments(output)
    assert set(found) == {
        "2025/08/harbor-reopens.html",
        "2025/08/tarn-bridge.html",
        "2025/08/wire-note.html",
        "2025/07/marfa.html",
        "2025/07/undated.html",
        "2025/07/by-hand.html",
    }
    harbor = found["2025/08/harbor-reopens.html"]
    names = {"section": ["Global Economy"], "publisher": ["The Harbor Ledger"], "year": ["2025"]}
    assert harbor["filters"] == {**names, "language": ["en"]}
    assert harbor["meta"]["title"] == "Harbor “reopens” & ferries <sail>"  # type: ignore[index]
    assert "Ferries are back after the storm" in str(harbor["content"])


def test_only_what_policy_allows_is_in_it(output: Path) -> None:
    for path, data in fragments(output).items():
        assert SECRET not in json.dumps(data), path
    assert str(fragments(output)["2025/08/wire-note.html"]["content"]).startswith("A note from the wire")


def test_it_is_made_anew_only_when_a_word_has_changed(tmp_path: Path) -> None:
    site = make_site(tmp_path, ONE)
    before = index(press(site))
    times = {path: (site / "output" / path).stat().st_mtime_ns for path in before}
    write(site / "content/pages/about.md", story("Other words.", title="About"))
    after = press(site)
    assert index(after) == before
    assert {path: (after / path).stat().st_mtime_ns for path in before} == times
    write(site / "content/stories/2025/08/a.md", ONE["2025/08/a.md"].replace("spring", "autumn"))
    (data,) = fragments(press(site)).values()
    assert "autumn" in str(data["content"])
    assert len(list((site / ".copydesk/search").iterdir())) == 1


def test_nothing_of_pagefinds_own_page_is_published(output: Path) -> None:
    assert not [path for path in index(output) if path.endswith(".css") or "ui" in path]


def test_a_site_above_the_limit_makes_it_when_published_only(tmp_path: Path) -> None:
    site = make_site(tmp_path, ONE, "COPYDESK_SEARCH_LIMIT = 0")
    output = press(site)
    assert not (output / "pagefind").exists()
    page = (output / "search.html").read_text()
    assert "cannot be searched here" in page and "archives.html" in page and "<script" not in page
    assert fragments(press(site, COPYDESK_SEARCH_LIMIT=None))


def test_without_a_program_for_the_platform_the_page_lists_the_archives(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", ONE)
    said = build(site, PAGEFIND_BINARY_PATH=str(tmp_path / "nothing"))
    assert "there is no Pagefind for this platform" in said
    output = site / "output"
    assert not (output / "pagefind").exists()
    assert "archives.html" in (output / "search.html").read_text()


def test_a_program_that_fails_costs_the_index_and_no_more(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho 'out of memory' >&2\nexit 9\n")
    broken.chmod(0o755)
    site = make_site(tmp_path / "site", ONE)
    assert "the index could not be made: out of memory" in build(site, PAGEFIND_BINARY_PATH=str(broken))
    assert (site / "output/search.html").is_file() and not (site / "output/pagefind").exists()


def test_a_full_disk_is_no_fault_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CalledProcessError(1, "pagefind", stderr="cannot write")
    making.report(failed, 1000, tmp_path)
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _: SimpleNamespace(free=999))
    with pytest.raises(OSError, match="No space left"):
        making.report(failed, 1000, tmp_path)


def test_files_that_a_cache_brought_make_room_for_folders(tmp_path: Path) -> None:
    for name in ("search", "search.new"):
        (tmp_path / name).write_text("no folder")
    making.make_room(tmp_path / "search.new", tmp_path / "search")
    assert not list(tmp_path.iterdir())
    (tmp_path / "search" / "0123").mkdir(parents=True)
    making.make_room(tmp_path / "search.new", tmp_path / "search")
    assert (tmp_path / "search" / "0123").is_dir()


def test_a_site_may_have_no_search_page(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, ONE, "COPYDESK_SEARCH = False"))
    assert not (output / "search.html").exists() and not (output / "pagefind").exists()
    assert "search.html" not in (output / "index.html").read_text()


@pytest.mark.parametrize(("text", "taken"), [("harbor", "harbor"), ("北湾ab", " 北 湾ab"), ("かな", " か な")])
def test_scripts_without_spaces_are_taken_apart(text: str, taken: str) -> None:
    assert apart(text) == taken


def test_the_page_takes_a_question_apart_as_the_index_does(root: Path) -> None:
    ranges = making.__file__.replace("making.py", "leaves.py")
    ours = Path(ranges).read_text().split("(?=[")[1].split("])")[0]
    theirs = (root / "theme/static/search.js").read_text().split("/(?=[")[1].split("])")[0]
    assert ours.replace(r"\U00020000-\U0003ffff", r"\u{20000}-\u{3ffff}") == theirs


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("zh-Hans", "unknown"), ("de", "de")])
def test_the_index_knows_the_endings_of_the_sites_language(tag: str, code: str) -> None:
    assert index_language(tag) == code
