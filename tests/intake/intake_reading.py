"""What the tests of intake share: reading a page or a dump, and its blocks in short."""

from __future__ import annotations

from copydesk import intake
from copydesk.model import Block, Draft, RawDocument


def read_page(html: str, url: str | None = None) -> Draft:
    """The Draft of a page given as text."""
    return intake.read(RawDocument("page.html", html.encode(), url))[0]


def read_body(body: str, url: str | None = "https://post.example/2025/harbour/") -> Draft:
    """The Draft of a page with this body."""
    return read_page(f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>", url)


def read_dump(text: str, url: str | None = None) -> Draft:
    """The Draft of a dump."""
    return intake.read(RawDocument("dump.txt", text.encode(), url))[0]


def short(draft: Draft) -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    return [(type(block.kind).__name__, block.text) for block in draft.blocks]


def only(draft: Draft) -> Block:
    """The one block of a draft."""
    (block,) = draft.blocks
    return block


def values(draft: Draft, fact: str, origin: str) -> list[str]:
    """The values of the clues for a fact from one origin."""
    return [clue.value for clue in draft.clues if (clue.fact, clue.origin) == (fact, origin)]
