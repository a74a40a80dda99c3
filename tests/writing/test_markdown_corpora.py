"""Hostile and odd texts as paragraphs: they are said, they do not act, and nothing in the HTML runs or loads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from copydesk.model import Block, Heading, ListItem, Paragraph, Place, Span
from copydesk.writing.markdown.blocks import to_html, write
from copydesk.writing.stories.verifying import read_passages, spoken

pytestmark = pytest.mark.data

CORPORA = ("naughty", "unicode", "commonmark", "frontmatter", "xss_md")
EXECUTES = re.compile(
    r"<(?!/?(?:p|h[2-6]|ul|ol|li|br|hr|strong|em|code|pre|a|blockquote|table|thead|tbody|tr|th|td)\b)[a-z]"
)


def payloads(data: Path, name: str) -> Iterator[str]:
    with (data / "corpora" / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if isinstance(row.get("payload"), str):
                yield row["payload"]


@pytest.mark.parametrize("name", CORPORA)
def test_every_payload_is_said_and_does_not_act(data: Path, name: str) -> None:
    texts = list(payloads(data, name))
    assert texts
    for text in texts:
        blocks = tuple(Block(kind, (Span(text),), Place(1, 1)) for kind in (Paragraph(), Heading(2), ListItem()))
        body = write(blocks)
        assert read_passages(body) == spoken(blocks), text
        html = to_html(body)
        assert not EXECUTES.search(html), text
        assert "{" not in html and "|" not in html, text
        assert "<a " not in html, text


def test_hostile_markdown_taken_as_markdown_loads_and_runs_nothing(data: Path) -> None:
    for name in ("xss_md", "commonmark"):
        for text in payloads(data, name):
            html = to_html(text)
            assert not EXECUTES.search(html), text
            assert not re.search(r'href="(?!https?:|mailto:)[^"/?#]*:', html, re.IGNORECASE), text
