"""Drafts for the tests of metadata, made of clues and lines."""

from __future__ import annotations

from copydesk.metadata.evidence import Evidence
from copydesk.model import Block, Clue, Draft, FactName, House, Overrides, Paragraph, Place, Publisher, Span

DIGEST = "0" * 63 + "1"

BODY = (
    "The harbour wall will be rebuilt before the winter storms, the port office said on Tuesday after months of talks.",
    "Work on the northern end begins in March, and the fish market will move to the old customs house until then.",
    "Traders said they had not been asked, but most of those who spoke at the meeting were for the plan as it stands.",
)

HARBOR = Publisher(
    key="harbor-post",
    name="Harbor Post",
    names=("The Harbor Post", "HarborPost Online"),
    domains=("harborpost.example",),
    zone="America/New_York",
)


def clue(fact: FactName, value: str, origin: str, line: int | None = None) -> Clue:
    """A clue, with its place where the line is given."""
    return Clue(fact, value, origin, Place(line, line) if line else None)


def draft(*clues: Clue, body: tuple[str, ...] = BODY, url: str | None = None, item: str | None = None) -> Draft:
    """A draft of paragraphs with these clues."""
    blocks = tuple(Block(Paragraph(), (Span(text),), Place(at, at)) for at, text in enumerate(body, 1))
    return Draft("harbor.txt", DIGEST, "text", "utf-8", len(body), blocks, clues, url=url, item=item)


def evidence(
    *clues: Clue, publishers: tuple[Publisher, ...] = (), overrides: Overrides | None = None, url: str | None = None
) -> Evidence:
    """Evidence of these clues."""
    return Evidence(draft(*clues, url=url), House(publishers), overrides or Overrides())
