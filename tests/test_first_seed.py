"""The raw file the project started from, on its whole way: seed, story, page, feeds, explanation.

What is expected of it is said by line numbers, so that nothing of its text stands here. The file is data, not ours.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import feedparser
import lxml.html
import pytest
from sites import build_site, copy_site

pytestmark = pytest.mark.data

STORY = (*range(8, 17, 2), *range(20, 41, 2))
"""The lines that are the story: 16 paragraphs."""

HEADLINE = 6
CUT = (1, 2, 3, 4, 18, 42, 44, 46, 48, 50, 51, 53, 55)
"""The lines that are not, and are not furniture shown elsewhere either."""


@pytest.fixture(scope="module")
def seed(data: Path) -> Path:
    """The raw file."""
    (path,) = (data / "seeds").glob("000_*.txt")
    return path


@pytest.fixture(scope="module")
def line(seed: Path) -> dict[int, str]:
    """Its lines by number, spaces evened out."""
    lines = seed.read_text(encoding="utf-8").splitlines()
    return {number: even(text) for number, text in enumerate(lines, 1)}


@pytest.fixture(scope="module")
def folder(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with this seed alone, built."""
    folder = copy_site(tmp_path_factory.mktemp("first") / "site")
    for part in ("seeds", "content"):
        shutil.rmtree(folder / part, ignore_errors=True)
        (folder / part).mkdir()
    shutil.copy(seed, folder / "seeds")
    done = build_site(folder)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> lxml.html.HtmlElement:
    """The story's page."""
    (path,) = (folder / "output" / "2025" / "08").glob("[!i]*.html")
    return lxml.html.fromstring(path.read_bytes())


def even(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


def shown(element: lxml.html.HtmlElement) -> str:
    """The words an element shows."""
    return even(element.text_content())


def command(folder: Path, *arguments: str) -> str:
    """What the command prints, run in the site's folder."""
    program = "import sys; from copydesk.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.returncode in {0, 3}, done.stderr
    return done.stdout


def test_the_story_is_kept_word_for_word_and_in_order(folder: Path, line: dict[int, str]) -> None:
    (story,) = (folder / "content" / "stories" / "2025" / "08").glob("*.md")
    body = story.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    paragraphs = [even(re.sub(r"\\(.)", r"\1", paragraph)) for paragraph in body.strip().split("\n\n")]
    assert paragraphs == [line[number] for number in STORY]


def test_the_page_shows_the_story_and_nothing_else(page: lxml.html.HtmlElement, line: dict[int, str]) -> None:
    paragraphs = {shown(element) for element in page.iter("p")}
    assert {line[number] for number in STORY} <= paragraphs
    everything = shown(page)
    assert not [number for number in CUT if number not in {2, 44} and line[number] in everything]


def test_the_facts_are_those_of_the_file(page: lxml.html.HtmlElement, line: dict[int, str]) -> None:
    assert [shown(element) for element in page.iter("h1")] == [line[HEADLINE]]
    everything = shown(page)
    assert "Global Economy" in everything
    assert page.xpath("//time[@datetime='2025-08-10']")
    assert "original address not recorded" in everything
    assert any(name in everything for name in logo_names(line))


def logo_names(line: dict[int, str]) -> set[str]:
    """The two spellings of the publisher, as the logo texts have them."""
    return {line[number].split("-")[0] for number in (1, 3)}


def test_low_confidence_is_said(folder: Path, line: dict[int, str]) -> None:
    (story,) = (folder / "content" / "stories" / "2025" / "08").glob("*.md")
    text = story.read_text(encoding="utf-8")
    trust = dict(re.findall(r"^  (\w+): \[[^\]]*, ([\d.]+)\]", text, re.MULTILINE))
    assert float(trust["date"]) < 0.5
    assert float(trust["publisher"]) < 0.5
    listed = command(folder, "check")
    assert all(name in listed for name in logo_names(line))


def test_every_line_is_accounted_for(folder: Path, seed: Path, line: dict[int, str]) -> None:
    told = command(folder, "explain", f"seeds/{seed.name}")
    entries = dict(re.findall(r"^ +(\d+) +(\w+) ", told, re.MULTILINE))
    assert set(entries) == {str(number) for number, text in line.items() if text}
    assert {int(number) for number, fate in entries.items() if fate == "kept"} == set(STORY)


def test_every_feed_has_the_whole_story(folder: Path, line: dict[int, str]) -> None:
    feeds = sorted((folder / "output" / "feeds").glob("all.*.xml"))
    assert feeds
    for feed in feeds:
        (entry,) = feedparser.parse(feed.read_bytes()).entries
        assert even(entry.title) == line[HEADLINE]
        content = lxml.html.fromstring(f"<div>{entry.content[0].value}</div>")
        paragraphs = [shown(element) for element in content.iter("p")]
        assert [text for text in paragraphs if text in {line[number] for number in STORY}] == [
            line[number] for number in STORY
        ]
