"""The one model: what a seed is, what a block is, what a clue is, what a story is. Frozen values, no logic.

Formats exist only before this model (`intake`), Markdown only after it (`writing`); everything between speaks these
types. Absent is ``None``, never ``""``; every sequence is a tuple; nothing here reads a file, a clock or a setting.
A module for each step of the way: `seeds`, `blocks`, `drafts`, `stories`, and `house` for what every stage may know.
"""

from __future__ import annotations

from copydesk.model.blocks import (
    Block,
    Caption,
    Heading,
    Kind,
    ListItem,
    Markup,
    Paragraph,
    Place,
    Preformatted,
    Quotation,
    Span,
    Table,
)
from copydesk.model.drafts import Clue, Cut, CutClass, Doubt, Draft, FactName
from copydesk.model.house import House, Overrides, Policy, Publisher
from copydesk.model.seeds import Limits, RawDocument
from copydesk.model.stories import Fact, Metadata, Moment, Story

__all__ = [
    "Block",
    "Caption",
    "Clue",
    "Cut",
    "CutClass",
    "Doubt",
    "Draft",
    "Fact",
    "FactName",
    "Heading",
    "House",
    "Kind",
    "Limits",
    "ListItem",
    "Markup",
    "Metadata",
    "Moment",
    "Overrides",
    "Paragraph",
    "Place",
    "Policy",
    "Preformatted",
    "Publisher",
    "Quotation",
    "RawDocument",
    "Span",
    "Story",
    "Table",
]
