"""Themes that are not ours get Pelican's own context, and nothing in a story acts in them either."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from lxml import html
from newsstand import make_site, press, story, write
from pelican.readers import MarkdownReader

PLAIN = 'JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True}\n'
"""Pelican's default: nothing is escaped."""

EVIL = """<img src=x onerror=alert(1)>"'><script>alert(2)</script> {attach}/etc/passwd |filename|x"""

HOSTILE = {
    "2025/08/evil.md": story(
        EVIL + "\n\n[x]({attach}/etc/passwd) ![y]({static}/extra/canary.txt 'href=\"{static}/extra/canary.txt\"')\n\n"
        "[a](javascript:alert(1)) [b](data:text/html,x) [c](http://a.example \"src='{attach}../../extra/canary.txt'\")",
        title=EVIL,
        standfirst=EVIL,
        authors=[EVIL],
        publisher=EVIL,
        section=EVIL,
        tags=[EVIL],
        date="2025-08-01",
        note=EVIL,
        corrections=[EVIL],
        seed="evil.html",
        via=EVIL,
        lang=EVIL,
    ),
    "2025/08/calm.md": story(title="A calm story & more", date="2025-08-02", authors=["Ann Lee"], section="World"),
}

THEMES = {
    "simple, as it is": f'THEME = "simple"\n{PLAIN}',
    "simple, escaping": 'THEME = "simple"\n',
    "notmyidea": f'THEME = "notmyidea"\n{PLAIN}',
    "ours": "",
}


@pytest.fixture(scope="module", params=THEMES.values(), ids=THEMES)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make_site(tmp_path_factory.mktemp("hostile"), HOSTILE, request.param)
    write(site / "content/extra/canary.txt", "canary")
    with (site / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('STATIC_PATHS = []\nFEED_ALL_ATOM = "feeds/all.atom.xml"\n')
    return press(site)


def test_every_kind_of_page_is_made(hostile: Path) -> None:
    for path in ("index.html", "archives.html", "2025/08/calm.html", "author/ann-lee.html", "section/world.html"):
        assert (hostile / path).is_file()


def test_the_story_is_on_its_page(hostile: Path) -> None:
    page = (hostile / "2025/08/calm.html").read_text()
    assert "<p>The first paragraph.</p>" in page
    assert "A calm story &amp; more" in page


def test_nothing_in_a_story_acts(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        document = html.fromstring(path.read_bytes())
        assert [image.get("src") for image in document.iter("img") if image.get("src") == "x"] == [], path
        for element in document.iter():
            assert not any(name.lower().startswith("on") for name in element.attrib), (path, html.tostring(element))
            for name in ("href", "src", "action"):
                assert not re.match(r"\s*(?:javascript|data|vbscript):", element.get(name) or "", re.IGNORECASE), path
        every = list(document.iter("script"))
        for data in (script for script in every if script.get("type") == "application/ld+json"):
            json.loads(data.text)  # whole, so nothing in it ended the element
        scripts = [script.text or "" for script in every if script.get("type") != "application/ld+json"]
        assert not any("alert" in script for script in scripts), path


def test_no_file_is_published_because_a_text_names_it(hostile: Path) -> None:
    assert [path for path in hostile.rglob("*") if path.is_file() and path.read_bytes() == b"canary"] == []
    assert not list(hostile.rglob("passwd*"))


def test_a_story_without_author_is_not_credited_to_the_owner_of_the_site(tmp_path: Path) -> None:
    stories = {"2025/08/one.md": story(title="One", date="2025-08-01", publisher="The Harbor Ledger")}
    output = press(make_site(tmp_path, stories, f'THEME = "simple"\n{PLAIN}AUTHOR = "Owen Owner"\n'))
    assert "Owen Owner" not in (output / "2025/08/one.html").read_text()
    assert not (output / "author").exists()


def test_pagination_is_pelicans(tmp_path: Path) -> None:
    many = {
        f"2025/08/story-{number}.md": story(title=f"Story {number}", date=f"2025-08-{number + 1:02}")
        for number in range(7)
    }
    output = press(make_site(tmp_path, many, f'THEME = "simple"\n{PLAIN}DEFAULT_PAGINATION = 3\n'))
    assert "Story 6" in (output / "index.html").read_text()
    assert "Story 0" in (output / "page/3.html").read_text()
    assert not (output / "page/4.html").exists()
    second = html.fromstring((output / "page/2.html").read_text())
    assert "../page/3.html" in second.xpath("//a/@href")


def test_static_files_and_attached_ones_are_published(tmp_path: Path) -> None:
    site = make_site(tmp_path, {}, f'THEME = "simple"\n{PLAIN}READERS = {{}}\nARTICLE_PATHS = ["stories", "notes"]\n')
    write(site / "content/extra/CNAME", "digest.example")
    write(site / "content/notes/leaf.txt", "leaf")
    write(
        site / "content/notes/leaf.html",
        '<html><head><title>Leaf</title><meta name="date" content="2025-08-01"></head>'
        '<body><a href="{attach}leaf.txt">leaf</a></body></html>',
    )
    (tmp_path / "outside.txt").write_text("outside")
    (site / "content/extra/outside.txt").symlink_to(tmp_path / "outside.txt")
    output = press(site)
    assert (output / "CNAME").read_text() == "digest.example"
    assert (output / "2025/08/leaf.txt").read_text() == "leaf"
    assert 'href="../../2025/08/leaf.txt"' in (output / "2025/08/leaf.html").read_text()
    assert not list(output.rglob("outside.txt"))


def test_articles_of_other_readers_are_on_our_pages_and_in_our_feeds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = make_site(tmp_path, {}, 'READERS = {}\nARTICLE_PATHS = ["notes"]\n')
    write(
        site / "content/notes/leaf.rst",
        "Leaf & stem\n###########\n\n:date: 2025-08-01 10:00\n:category: Botany\n:authors: Ann Lee\n\n"
        "Green *leaves*. `About <{filename}../pages/about.md>`_\n",
    )
    output = press(site)
    assert "Unable to find" not in caplog.text
    assert 'href="../../about.html"' in (output / "2025/08/leaf-stem.html").read_text()
    assert 'href="https://digest.example/about.html"' in (output / "feeds/all.atom.xml").read_text().replace(
        "&quot;", '"'
    )
    assert "Green <em>leaves</em>." in (output / "2025/08/leaf-stem.html").read_text()
    assert "Leaf &amp; stem" in (output / "section/botany.html").read_text()
    assert "tag:" in (output / "feeds/all.rss.xml").read_text()


def test_markdown_of_an_older_site_is_read_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(reader: object, path: str) -> tuple[str, dict[str, object]]:
        return "<p>As ever.</p>", {"title": "As ever", "date": datetime(2024, 1, 1), "tags": []}

    monkeypatch.setattr(MarkdownReader, "enabled", True)
    monkeypatch.setattr(MarkdownReader, "read", read)
    monkeypatch.setattr(MarkdownReader, "__init__", lambda reader, settings: None)
    site = make_site(tmp_path, {"2025/08/bad.md": "Title: no story file"}, 'ARTICLE_PATHS = ["stories", "blog"]\n')
    write(site / "content/blog/old.md", "Title: As ever\nDate: 2024-01-01\n\nAs ever.")
    write(site / "content/blog/new.md", story(title="A story file", date="2024-02-01"))
    output = press(site)
    assert "As ever." in (output / "2024/01/as-ever.html").read_text()
    assert "A story file" in (output / "2024/02/new.html").read_text()
    assert not (output / "2025").exists()


def test_names_and_addresses_of_other_readers_stay(tmp_path: Path) -> None:
    settings = 'READERS = {}\nARTICLE_PATHS = ["stories", "notes"]\nSLUG_REGEX_SUBSTITUTIONS = [("[^a-z]", "")]\n'
    mine = story(title="Mine", date="2025-08-01", section="Botany Bay", tags=["Botany, Bay"])
    site = make_site(tmp_path, {"2025/08/leaf.md": mine}, settings)
    write(
        site / "content/notes/leaf.rst",
        "Leaf\n####\n\n:date: 2025-08-02\n:slug: leaf\n:category: Botany Bay\n:tags: Botany Bay\n\nGreen.\n",
    )
    output = press(site)
    assert "Green." in (output / "2025/08/leaf.html").read_text()
    both = (output / "section/botanybay.html").read_text()
    assert "Leaf" in both
    assert "Mine" in both
    assert sorted(path.name for path in (output / "tag").iterdir()) == ["botany-bay.html", "botanybay.html"]
