"""What a build does after one story has changed: counted, and the same however many stories there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from copydesk.site import lots, press, rendering, templates
from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.memory import Memory
from newsstand import guid, make_site, story
from newsstand import press as build

MORE = """
SITEURL = FEED_DOMAIN = "https://digest.example"
COPYDESK_SEARCH = COPYDESK_CARDS = False
COPYDESK_EDITIONS = "weekly"
COPYDESK_JOBS = 1
FEED_MAX_ITEMS = 5
"""

COUNTED: tuple[tuple[Any, str], ...] = (
    *((lots, "parse"), (Memory, "record"), (Memory, "face"), (templates, "_named")),
    *((rendering, "rendered"), (xml, "serialized"), (jsonfeed, "serialized"), (press, "put")),
)
"""What is counted: stories read, stories and cards opened, templates parsed, pages and feeds made, files written."""


def site_of(folder: Path, many: int) -> Path:
    """A site of so many stories, one a day, in the same few lists."""
    stories = {
        f"story-{number:03}.md": story(
            f"The {number}th tide came in, and the word{number % 9} was said.",
            title=f"Story number {number}",
            authors=[f"Author {number % 10}"],
            section=f"Section {number % 3}",
            tags=[f"tag {number % 7}"],
            date=f"{2001 + number // 24}-{1 + number // 2 % 12:02}-{1 + number % 2 * 14:02}",
            lang="en",
            guid=guid(number),
        )
        for number in range(many)
    }
    return make_site(folder, stories, MORE)


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """The calls from now on of what is counted."""
    calls: Counter[str] = Counter()

    def counting(name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            calls[name] += 1
            return do(*args, **named)

        return call

    for owner, name in COUNTED:
        monkeypatch.setattr(owner, name, counting(f"{owner.__name__}.{name}", getattr(owner, name)))
    return calls


def change_of(folder: Path, many: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What is done after a sentence was added to the story in the middle."""
    site = site_of(folder, many)
    monkeypatch.chdir(site)
    build(site)
    path = site / f"content/stories/story-{many // 2:03}.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nA sentence more.\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        calls = counted(patch)
        build(site)
    return calls


def test_one_change_costs_the_same_on_a_larger_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (change_of(tmp_path / str(count), count, monkeypatch) for count in (48, 96))
    print(few, many)
    assert few["copydesk.site.lots.parse"] == many["copydesk.site.lots.parse"] == 1
    assert 0
