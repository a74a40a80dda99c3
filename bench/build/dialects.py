"""The same stories as each generator wants them: a table of ways to write front matter."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from bench.build.stories import Story


def copydesk(story: Story) -> str:
    """As Copydesk writes a story that it cleaned, with the account of where its facts come from."""
    lines = [
        f"title: {_quoted(story.title)}",
        f"standfirst: {_quoted(story.standfirst)}",
        "authors:",
        *(f"  - {_quoted(name)}" for name in story.authors),
        f"publisher: {_quoted(story.publisher)}",
        f"date: {story.published.isoformat()}",
        f"section: {_quoted(story.section)}",
        "tags:",
        *(f"  - {_quoted(name)}" for name in story.tags),
        "lang: en",
        f"source_url: {_quoted(story.address)}",
        f"guid: {guid(story)}",
        "origins:",
        "  title: [h1, 0.9]",
        "  authors: [json-ld, 0.95]",
        "  date: [json-ld, 0.95]",
        "cleaning:",
        "  format: html",
        "  kept: 12",
        "  cut:",
        "    share line: 2",
    ]
    return _page(lines, story.body)


def guid(story: Story) -> str:
    """The permanent identity of a story, a urn."""
    return uuid.uuid5(uuid.NAMESPACE_URL, story.address).urn


def hugo(story: Story) -> str:
    """Hugo's, in YAML; ``authors``, ``sections`` and ``tags`` are its taxonomies there."""
    lines = [*_common(story), f"sections: [{_quoted(story.section)}]", f"slug: {_quoted(story.slug)}"]
    return _page(lines, story.body)


def eleventy(story: Story) -> str:
    """Eleventy's: a list named ``tags`` makes its collections."""
    return _page([*_common(story), f"section: {_quoted(story.section)}"], story.body)


def pelican(story: Story) -> str:
    """Stock Pelican's, for Python-Markdown's way with metadata."""
    lines = [
        f"Title: {story.title}",
        f"Summary: {story.standfirst}",
        f"Authors: {'; '.join(story.authors)}",
        f"Publisher: {story.publisher}",
        f"Date: {story.published.isoformat()}",
        f"Category: {story.section}",
        f"Tags: {', '.join(story.tags)}",
        f"Slug: {story.slug}",
        f"Source: {story.address}",
    ]
    return "\n".join(lines) + f"\n\n{story.body}\n"


def _common(story: Story) -> list[str]:
    return [
        f"title: {_quoted(story.title)}",
        f"description: {_quoted(story.standfirst)}",
        f"authors: [{', '.join(map(_quoted, story.authors))}]",
        f"publisher: {_quoted(story.publisher)}",
        f"date: {story.published.isoformat()}",
        f"tags: [{', '.join(map(_quoted, story.tags))}]",
        f"source: {_quoted(story.address)}",
    ]


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML has them too."""
    return json.dumps(text, ensure_ascii=False)


def _page(lines: Iterable[str], body: str) -> str:
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"


DIALECTS: Final[Mapping[str, Callable[[Story], str]]] = {
    "copydesk": copydesk,
    "hugo": hugo,
    "eleventy": eleventy,
    "pelican": pelican,
}


def write_stories(folder: Path, stories: Iterable[Story], dialect: str) -> list[Path]:
    """Write stories to ``folder/YYYY/MM/<slug>.md``; where each went, in their order."""
    written = []
    for story in stories:
        path = folder / f"{story.published:%Y/%m}" / f"{story.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DIALECTS[dialect](story), encoding="utf-8")
        written.append(path)
    return written
