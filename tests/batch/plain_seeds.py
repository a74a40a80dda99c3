"""The stages that plain seeds go through in place of the real ones, in a module that other processes can import.

A seed is its headline, an empty line, and a paragraph a line. Lines that begin with "!" say what the stages would have
found: ``!date 2025-08-10``, ``!held reason``, ``!fail``, ``!crash``, ``!next`` (another document of the same seed).
"""

from __future__ import annotations

import hashlib
import os
import uuid
from datetime import date
from unittest import mock

from copydesk import pipeline
from copydesk.batch.processes.workers import Work
from copydesk.batch.seeds import cleaning
from copydesk.errors import HeldError
from copydesk.model import Block, Doubt, Fact, Metadata, Moment, Paragraph, Place, RawDocument, Span, Story

REAL = pipeline.stories


def clean(raw: RawDocument, *_: object) -> tuple[Story, ...]:
    """The stories of a plain seed."""
    text = raw.data.decode()
    if not text.strip():
        raise HeldError(raw.seed, "it is empty", "Save it again.")
    parts = text.split("!next\n")
    return tuple(_story(raw, part, str(place) if len(parts) > 1 else None) for place, part in enumerate(parts))


def _story(raw: RawDocument, text: str, item: str | None) -> Story:
    orders = [line[1:].partition(" ") for line in text.split("\n") if line.startswith("!")]
    said = {order: value for order, _, value in orders}
    if "fail" in said:
        raise ZeroDivisionError("as ordered")
    if "crash" in said:
        os._exit(9)
    headline, *lines = [line for line in text.split("\n") if line and not line.startswith("!")] or [""]
    sha256 = hashlib.sha256(raw.data).hexdigest()
    return Story(
        guid=uuid.uuid5(uuid.NAMESPACE_URL, f"{sha256} {item}").urn,
        seed=raw.seed,
        sha256=sha256,
        item=item,
        format="text",
        encoding="utf-8",
        lines=text.count("\n"),
        metadata=Metadata(
            headline=Fact(headline, "first line", 0.9) if headline else None,
            published=Fact(Moment(date.fromisoformat(said["date"])), "page header", 0.3) if "date" in said else None,
            tags=Fact((said["tag"],), "meta", 0.9) if "tag" in said else None,
        ),
        blocks=tuple(Block(Paragraph(), (Span(line),), Place(n, n)) for n, line in enumerate(lines, 2)),
        cuts=(),
        clues=(),
        doubts=(Doubt("plain", "a plain seed", Place(1, 1)),),
        held=(f"seeds/{raw.seed}: {said['held']}.",) if "held" in said else (),
    )


def clean_task(task: cleaning.Task) -> cleaning.Cleaned:
    """Cleaning as it is done, but for the stages. A process of its own knows only the real ones."""
    stages = clean if pipeline.stories is REAL else pipeline.stories
    with mock.patch.object(pipeline, "stories", stages):
        return cleaning.clean(task)


CLEANING = Work(clean_task, cleaning.lost, cleaning.fence)
