"""The same content gives the same bytes, wherever and whenever it is built; and a change renders what it touches."""

from __future__ import annotations

import json
import os
from pathlib import Path

from newsstand import build, make_site, pages, press, story, tree, write


def test_the_same_bytes_elsewhere_with_other_settings_of_the_machine(newsstand: Path, tmp_path: Path) -> None:
    elsewhere = make_site(tmp_path / "another" / "place")
    build(elsewhere, PYTHONHASHSEED="7", TZ="Asia/Kathmandu", LANG="de_DE.UTF-8", LC_ALL="C", SOURCE_DATE_EPOCH="1")
    assert pages(elsewhere / "output") == pages(newsstand / "output")


def test_no_path_of_the_machine_is_in_the_output(newsstand: Path) -> None:
    for path, data in tree(newsstand / "output").items():
        assert str(newsstand).encode() not in data, path


def times(output: Path) -> dict[str, int]:
    return {path: (output / path).stat().st_mtime_ns for path in pages(output)}


def changed(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_a_build_without_a_change_writes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    before = times(press(site))
    assert times(press(site)) == before


def test_a_changed_story_changes_only_the_pages_it_is_on(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    before = times(press(site))
    hand = site / "content/stories/2025/07/by-hand.md"
    hand.write_text(hand.read_text().replace("Written by hand.", "Written by another hand."))
    assert changed(before, times(press(site))) == {
        "2025/07/by-hand.html",
        "edition/1.html",
        "index.html",
        "feeds/all.rss.xml",
        "feeds/all.atom.xml",
        "feeds/all.json",
        "feeds/all/2025-07.rss.xml",
        "feeds/all/2025-07.atom.xml",
        "feeds/all/2025-07.json",
        "feeds/editions.rss.xml",
        "feeds/editions.atom.xml",
        "feeds/editions.json",
        "feeds/section/unsorted.rss.xml",
        "feeds/section/unsorted.atom.xml",
        "feeds/section/unsorted.json",
    }


def test_an_incremental_build_is_a_clean_one(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    press(site)
    stories = site / "content" / "stories"
    (stories / "2025/07/undated.md").unlink()
    write(stories / "2025/08/new.md", story(title="Brand new", date="2025-08-12", section="Local", lang="en"))
    write(site / "content/pages/about.md", story("Changed.", title="About"))
    incremental = tree(press(site))
    (site / ".copydesk/manifest.json").unlink()
    assert tree(press(site)) == incremental


def test_a_damaged_manifest_costs_a_full_build_and_no_more(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    expected = tree(press(site))
    manifest = site / ".copydesk/manifest.json"
    for damaged in (b"[]", b'{"version": 1}', manifest.read_bytes()[:200]):
        manifest.write_bytes(damaged)
        assert tree(press(site)) == expected


def test_a_file_changed_in_the_output_is_made_again(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    output = press(site)
    expected = tree(output)
    (output / "index.html").write_text("scribbled")
    os.utime(output / "about.html", ns=(1, 1))
    (output / "tags.html").unlink()
    (output / "stray.html").write_text("left over")
    assert tree(press(site)) == expected


def test_a_changed_template_renders_the_pages_that_use_it(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    write(theme / "theme.toml", "page_values = 1\n")
    for name in ("index", "category", "tag", "author", "archives", "period_archives", "page", "404", "feeds"):
        write(theme / f"templates/{name}.html", "{{ page.title }}")
    for name in ("categories", "tags", "authors", "publishers", "publisher"):
        write(theme / f"templates/{name}.html", "{{ page.title }}")
    write(theme / "templates/article.html", "{% include 'part.html' %}")
    write(theme / "templates/part.html", "one {{ story.card.headline }}")
    site = make_site(tmp_path / "site", more=f"THEME = {str(theme)!r}")
    before = times(press(site))
    write(theme / "templates/part.html", "two {{ story.card.headline }}")
    after = times(press(site))
    articles = {path for path in after if path.startswith(("2025/07/", "2025/08/", "drafts/"))}
    assert changed(before, after) == {path for path in articles if not path.endswith("index.html")}


def test_the_manifest_is_plain_data(newsstand: Path) -> None:
    stored = json.loads((newsstand / ".copydesk/manifest.json").read_bytes())
    assert set(stored["files"]) == set(tree(newsstand / "output"))
