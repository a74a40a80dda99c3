"""A story as JSON: the whole of it for ``--json``, the row of ``--jsonl``. `docs/command.md` describes both."""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass
from typing import Any

from copydesk.model import Block, Caption, Clue, Cut, Doubt, Fact, Metadata, Moment, Place, Story, Table
from copydesk.writing.front_matter.forms import iso
from copydesk.writing.markdown.blocks import write


def whole(story: Story) -> dict[str, Any]:
    """Everything about a story: facts with origin and confidence, body, cuts with rule and reason, clues, doubts."""
    return {
        "guid": story.guid,
        "seed": story.seed,
        "item": story.item,
        "sha256": story.sha256,
        "format": story.format,
        "encoding": story.encoding,
        "lines": story.lines,
        "confidence": story.confidence,
        "held": list(story.held),
        "facts": _facts(story.metadata),
        "publisher_key": story.metadata.publisher_key,
        "markdown": write(story.blocks),
        "blocks": [_block(block) for block in story.blocks],
        "cuts": [_cut(cut) for cut in story.cuts],
        "clues": [_clue(clue) for clue in story.clues],
        "doubts": [_doubt(doubt) for doubt in story.doubts],
    }


def running_text(blocks: tuple[Block, ...]) -> str:
    """The words of the story as it is told, without the captions beside it, paragraphs parted by empty lines."""
    told = (block.text.strip() for block in blocks if not isinstance(block.kind, Caption))
    return "\n\n".join(text for text in told if text)


def row(story: Story) -> dict[str, Any]:
    """What ``--jsonl`` puts out of a story, without ``id`` and ``style``."""
    facts = story.metadata
    return {
        "title": _plain(facts.headline),
        "authors": list(story.byline or (facts.authors.value if facts.authors else ())),
        "date": _plain(facts.published),
        "updated": _plain(facts.updated),
        "section": _plain(facts.section),
        "language": _plain(facts.language),
        "standfirst": _plain(facts.standfirst),
        "publisher": _plain(facts.publisher),
        "original_publisher": _plain(facts.original_publisher),
        "agency": _plain(facts.agency),
        "tags": list(facts.tags.value) if facts.tags else [],
        "url": _plain(facts.canonical_url),
        "licence": _plain(facts.licence),
        "image": _plain(facts.image),
        "image_caption": _plain(facts.image_caption),
        "image_credit": _plain(facts.image_credit),
        "text": running_text(story.blocks),
        "markdown": write(story.blocks),
        "confidence": story.confidence,
        "held": list(story.held),
    }


EMPTY_ROW: dict[str, Any] = {
    "title": None,
    "authors": [],
    "date": None,
    "section": None,
    "language": None,
    "text": "",
    "markdown": "",
}
"""The row of a document that could not be read at all; ``held`` says why."""


def _plain(fact: Fact[Any] | None) -> Any:
    return None if fact is None else _value(fact.value)


def _value(value: Any) -> Any:
    if isinstance(value, Moment):
        return iso(value)
    return list(value) if isinstance(value, tuple) else value


def _facts(metadata: Metadata) -> dict[str, Any]:
    facts = {entry.name: getattr(metadata, entry.name) for entry in fields(metadata)}
    return {
        name: {"value": _value(fact.value), "origin": fact.origin, "confidence": fact.confidence}
        for name, fact in facts.items()
        if isinstance(fact, Fact)
    }


def _block(block: Block) -> dict[str, Any]:
    kind = {"kind": type(block.kind).__name__.lower(), **_of_kind(block)}
    judged = {"score": block.score, "rule": block.rule, "place": _place(block.place)}
    return {**kind, "text": block.text, "spans": [_span(span) for span in block.spans], **judged}


def _of_kind(block: Block) -> dict[str, Any]:
    if isinstance(block.kind, Table):
        return {"rows": [list(row) for row in block.kind.rows], "header": block.kind.header}
    return asdict(block.kind) if is_dataclass(block.kind) else {}


def _span(span: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(span).items() if name == "text" or value}


def _cut(cut: Cut) -> dict[str, Any]:
    return {**_block(cut.block), "rule": cut.rule, "reason": cut.reason, "nature": cut.nature}


def _clue(clue: Clue) -> dict[str, Any]:
    return {"fact": clue.fact, "value": clue.value, "origin": clue.origin, "place": _place(clue.place)}


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"code": doubt.code, "message": doubt.message, "place": _place(doubt.place)}


def _place(place: Place | None) -> list[int] | None:
    return None if place is None else [place.first, place.last]
