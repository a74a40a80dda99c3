"""Slugs and addresses: unique, short, never one of a page that is no story."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from copydesk.site.entries import checked
from copydesk.site.stories.slugs import LONGEST, RESERVED, slug_table
from copydesk.text import fold
from hypothesis import given
from hypothesis import strategies as st
from newsstand import build, make_site, press, story


@given(st.lists(st.text(max_size=120), max_size=12))
def test_every_name_has_a_short_slug_of_its_own(names: list[str]) -> None:
    slugs = slug_table(names)
    for name in names:
        assert 0 < len(slugs[name].encode()) <= LONGEST
        assert slugs[name] not in RESERVED
        assert checked(f"tag/{slugs[name]}.html")
    assert len(set(slugs.values())) == len({fold(name) for name in names})


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (("Global Economy", "global  economy", "GLOBAL ECONOMY"), {"global-economy"}),
        (("Müller",), {"muller"}),
        (("Порт",), {"port"}),
        (("港口",), {"gang-kou"}),
    ],
)
def test_spellings_of_one_name_share_a_slug(names: tuple[str, ...], slugs: set[str]) -> None:
    assert set(slug_table(names).values()) == slugs


def test_the_first_of_two_names_keeps_the_slug() -> None:
    slugs = slug_table(("C", "C++", "C#"))
    assert slugs["C"] == "c"
    assert len(set(slugs.values())) == 3


def test_names_of_lists_do_not_share_pages(tmp_path: Path) -> None:
    stories = {
        f"2025/08/{number}.md": story(title=f"Story {number}", date=f"2025-08-0{number + 1}", tags=[tag], section=tag)
        for number, tag in enumerate(("C", "C++", "!!!", "index", "x" * 300))
    }
    output = press(make_site(tmp_path, stories))
    for folder in ("tag", "section"):
        pages = sorted(path.name for path in (output / folder).iterdir())
        assert len(pages) == 5
        assert "index.html" not in pages
        assert "c.html" in pages


def test_stories_cannot_take_a_page_that_is_none(tmp_path: Path) -> None:
    slugs = ("index", "tags", "archives", "2025", "feeds", "404")
    stories = {f"2025/08/{slug}.md": story(title=slug, date="2025-08-01") for slug in slugs}
    flat = 'ARTICLE_URL = ARTICLE_SAVE_AS = "{slug}.html"\n'
    nested = press(make_site(tmp_path / "nested", stories))
    assert "August 2025" in (nested / "2025/08/index.html").read_text()
    assert len(list((nested / "2025/08").glob("*.html"))) == len(slugs) + 1
    output = press(make_site(tmp_path / "flat", stories, flat))
    for name, words in (("index", "The Digest"), ("tags", "Tags"), ("archives", "Archive"), ("404", "Page not found")):
        assert words in (output / f"{name}.html").read_text()
        assert len(list(output.glob(f"{name}-????????.html"))) == 1, name


def test_two_stories_with_one_address_are_two(tmp_path: Path) -> None:
    stories = {
        "2025/08/one.md": story(title="From one folder", date="2025-08-01"),
        "elsewhere/one.md": story(title="From another", date="2025-08-01"),
    }
    output = press(make_site(tmp_path, stories))
    pages = sorted((output / "2025/08").glob("one*.html"))
    assert len(pages) == 2
    text = "".join(page.read_text() for page in pages)
    assert "From one folder" in text
    assert "From another" in text


def test_a_long_file_name_makes_a_short_address(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, {f"2025/08/{'long-' * 45}x.md": story(title="Long", date="2025-08-01")}))
    (page,) = (path for path in (output / "2025/08").iterdir() if path.name.startswith("long"))
    assert len(page.name) <= LONGEST + len(".html")


def test_stories_with_one_name_are_no_translations_of_each_other(tmp_path: Path) -> None:
    stories = {
        "2025/07/port.md": story(title="Port", date="2025-07-01", lang="en"),
        "2025/08/port.md": story(title="Hafen", date="2025-08-01", lang="de"),
        "2025/09/port.md": story(title="Entwurf", date="2025-09-01", lang="de", status="draft"),
    }
    output = press(make_site(tmp_path, stories, 'ARTICLE_TRANSLATION_ID = "slug"\n'))
    front = (output / "index.html").read_text()
    assert "Port" in front
    assert "Hafen" in front
    assert "Entwurf" not in front
    assert (output / "2025/08/port.html").is_file()
    assert (output / "drafts/port.html").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_odd_things_among_the_stories_are_named_and_left_out(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/good.md": story(title="Good", date="2025-08-01")})
    folder = site / "content/stories/2025/08"
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md")).write_text(story(title="Bytes", date="2025-08-01"))
    Path(folder / "new\nline.md").write_text(story(title="Line", date="2025-08-01"))
    printed = build(site)
    assert "pipe.md: is no ordinary file" in printed
    front = (site / "output/index.html").read_text()
    assert "Good" in front
    assert "Line" in front
    assert "has a name that is not UTF-8" in printed


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a locale decide how names are read")
def test_a_site_in_any_folder_is_built_under_any_locale(tmp_path: Path) -> None:
    stories = {"2025/08/göteborg.md": story(title="Ferry from Göteborg", date="2025-08-01")}
    site = make_site(tmp_path / "öäü", stories)
    build(site, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (site / "output/2025/08/goteborg.html").is_file()
    assert "Ferry from Göteborg" in (site / "output/index.html").read_text(encoding="utf-8")
