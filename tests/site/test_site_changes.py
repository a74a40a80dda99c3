"""What a build does after one story has changed: counted, the same however many stories there are, and no more than is
needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.printing import press, templates
from copydesk.site.reprinting import plates
from copydesk.site.stories import lots
from copydesk.site.stories.memory import Memory
from newsstand import guid, make_site, story, tree
from newsstand import press as build

MORE = """
SITEURL = FEED_DOMAIN = "https://digest.example"
COPYDESK_SEARCH = COPYDESK_CARDS = False
COPYDESK_EDITIONS = "weekly"
COPYDESK_JOBS = 1
FEED_MAX_ITEMS = DEFAULT_PAGINATION = 5
"""

COUNTED: tuple[tuple[Any, str], ...] = (
    *((lots, "parse"), (Memory, "record"), (Memory, "face"), (templates, "_named")),
    *((xml, "serialized"), (jsonfeed, "serialized"), (press, "write")),
)
"""What is counted: stories read, stories and cards opened, templates parsed, feeds made, files written."""


def site_of(folder: Path, many: int) -> Path:
    """A site of so many stories, one a day, in the same few lists."""
    stories = {
        f"story-{number:03}.md": story(
            f"The {number}th tide came in, and the word{number % 9} was said. " + "Gulls cried over the quay. " * 10,
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
        monkeypatch.setattr(owner, name, counting(f"{owner.__name__.rpartition('.')[2]}.{name}", getattr(owner, name)))
    return calls


def changed(site: Path) -> None:
    """A sentence is added to the story in the middle."""
    stories = sorted((site / "content/stories").iterdir())
    path = stories[len(stories) // 2]
    path.write_text(f"{path.read_text(encoding='utf-8')}\nA sentence more.\n", encoding="utf-8")


def work_of(site: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What a build does."""
    with monkeypatch.context() as patch:
        calls = counted(patch)
        build(site)
    return calls


@pytest.mark.parametrize("way", ["a few pages made again", "the site built"])
def test_one_change_is_no_more_work_on_a_larger_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    works = []
    for many in (48, 96):
        monkeypatch.chdir(site := site_of(tmp_path / str(many), many))
        build(site)
        changed(site)
        if way == "the site built":
            (site / ".copydesk" / plates.NAME).unlink()
        works.append(work_of(site, monkeypatch))
    few, more = works
    assert more <= few
    assert (more["lots.parse"], more["templates._named"]) == (1, 0)
    assert few["press.write"] <= 1 + 3 * 4  # its page; the feeds of its author, section, tag and month
    assert (few["press.write"] > 0) == (way == "the site built")


def test_what_is_written_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site := site_of(tmp_path, 30))
    before, times = tree(build(site)), times_of(site / "output")
    changed(site)
    after, later = tree(build(site)), times_of(site / "output")
    assert {path for path in after if times.get(path) != later[path]} == {
        path for path in after if before.get(path) != after[path]
    }


def times_of(output: Path) -> dict[str, int]:
    """When each file was written, in nanoseconds since 1970."""
    return {
        path.relative_to(output).as_posix(): path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()
    }
