"""The stories that speed is measured on: the same each time, varied as news is, read by Copydesk as they were meant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from copydesk.writing.stories.storyfile import parse

from bench.build.dialects import DIALECTS, write_stories
from bench.build.stories import COPIES, Story, stories

SAMPLE = tuple(stories(400))


def test_a_story_is_the_same_however_many_are_asked_for() -> None:
    assert tuple(stories(60)) == SAMPLE[:60]
    assert tuple(stories(5, seed=2)) != SAMPLE[:5]


def test_stories_are_as_varied_as_news() -> None:
    words = [len(story.body.split()) for story in SAMPLE]
    assert 550 <= sum(words) / len(words) <= 700
    tags = Counter(tag for story in SAMPLE for tag in story.tags)
    assert all(len(set(story.tags)) == 3 for story in SAMPLE)
    assert len(tags) > 150 and max(tags.values()) > 10 * min(tags.values())
    assert len({story.section for story in SAMPLE}) == 12
    assert len({story.published.year for story in SAMPLE}) == 10
    assert len({story.slug for story in SAMPLE}) == len(SAMPLE)
    assert len({story.address for story in SAMPLE}) == len(SAMPLE)


def test_some_stories_are_copies_of_others() -> None:
    copies = {story: SAMPLE[story.copy_of] for story in SAMPLE if story.copy_of is not None}
    assert len(copies) == len(SAMPLE) // COPIES
    assert all(copy.body.startswith(first.body) and copy.published > first.published for copy, first in copies.items())


def test_copydesk_reads_what_was_meant() -> None:
    for story in SAMPLE[:100]:
        read = parse(DIALECTS["copydesk"](story), story.slug)
        said = (read.title, read.authors, read.publisher, read.section, read.tags, read.body.strip())
        assert said == (story.title, story.authors, story.publisher, story.section, story.tags, story.body)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_says_the_same_facts(dialect: str, tmp_path: Path) -> None:
    (path,) = write_stories(tmp_path, SAMPLE[3:4], dialect)
    text, story = path.read_text(encoding="utf-8"), SAMPLE[3]
    assert path == tmp_path / f"{story.published:%Y/%m}" / f"{story.slug}.md"
    assert_says(text, story)


def assert_says(text: str, story: Story) -> None:
    facts = (story.title, story.standfirst, *story.authors, story.publisher, story.section, *story.tags, story.body)
    assert all(fact in text for fact in (*facts, story.address, story.published.isoformat()))
