"""The addresses of links in the story: where they lead stays, who followed them is nobody's business."""

from __future__ import annotations

from dataclasses import replace

from copydesk.editing.desk import Desk
from copydesk.model import Block, Draft, Span
from copydesk.tracking import without_tracking


def clean_link_addresses(draft: Draft, desk: Desk) -> Draft:
    """Take the parameters that only track readers out of links: "https://harbour.example/wall?utm_source=feed"."""
    if not any(span.href and "?" in span.href for block in draft.blocks for span in block.spans):
        return draft
    return replace(draft, blocks=tuple(map(_cleaned, draft.blocks)))


def _cleaned(block: Block) -> Block:
    spans = tuple(map(_without_tracking, block.spans))
    return block if spans == block.spans else replace(block, spans=spans, rule="clean_link_addresses")


def _without_tracking(span: Span) -> Span:
    if span.href is None or "?" not in span.href:
        return span
    page, _, query = span.href.partition("?")
    query, mark, fragment = query.partition("#")
    kept = without_tracking(query)
    if kept == query:
        return span
    return replace(span, href=page + (f"?{kept}" if kept else "") + mark + fragment)
