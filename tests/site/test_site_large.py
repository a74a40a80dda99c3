"""A site with many stories, tags, authors and publishers stays usable: no page grows with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsstand import guid, make_site, press, story

MANY = 600
LONGEST = 100_000
"""Bytes of a page without its pictures."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month in which each of many stories has its own tag, author, publisher and section."""
    stories = {
        f"2025/08/story-{number:03}.md": story(
            "The quay was repaired in spring by the town’s own masons.",
            title=f"Story {number} of a month that had a great many of them, all worth a long headline",
            standfirst="A summary that is as long as such lines are when nobody has told the desk to be brief. " * 2,
            authors=[f"Author {number}"],
            tags=[f"tag {number}"],
            publisher=f"Publisher {number}",
            section=f"Section {number}",
            date=f"2025-08-{1 + number % 28:02}",
            lang="en",
            guid=guid(number),
        )
        for number in range(1, MANY + 1)
    }
    more = 'COPYDESK_EDITIONS = "weekly"\nCOPYDESK_SEARCH = COPYDESK_CARDS = False'
    return press(make_site(tmp_path_factory.mktemp("large"), stories, more))


def test_no_page_is_too_long(large: Path) -> None:
    sizes = {page.relative_to(large).as_posix(): page.stat().st_size for page in large.rglob("*.html")}
    assert len(sizes) > 5 * MANY
    assert {path: size for path, size in sizes.items() if size >= LONGEST} == {}


def test_every_name_and_story_is_still_listed(large: Path) -> None:
    for name in ("tag", "author", "publisher", "section"):
        pages = [large / f"{name}s.html", *large.glob(f"{name}s/page/*.html")]
        text = "".join(page.read_text() for page in pages)
        assert all(f'{name}/{name}-{number}.html"' in text for number in range(1, MANY + 1)), name
    month = [large / "2025/08/index.html", *large.glob("2025/08/page/*.html")]
    text = "".join(page.read_text() for page in month)
    assert all(f"story-{number:03}.html" in text for number in range(1, MANY + 1))
