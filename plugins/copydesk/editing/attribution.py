"""What the page says of where the story is from and what it is about: tags, the source it credits, a link to it."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, is_running_text, lead, length
from copydesk.model import Clue, Doubt, Draft


def lift_tags(draft: Draft, desk: Desk) -> Draft:
    """Lift the list of tags: "Tags: harbour, ferries, budget"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        start = next((start for start in desk.words.tag_starts if line.startswith(start)), None)
        if start is None or length(line) > 40 or is_running_text(block.text):
            continue
        verdicts[at] = Verdict("list of tags", "furniture")
        rest = block.text[len(block.text) - len(line) + len(start) :] if len(line) <= len(block.text) else ""
        tags = [tag.strip(" .#") for tag in re.split(r"[,;|•·،、]|\s#|\s/\s", rest)]
        clues += [Clue("tag", tag, "tag line", block.place) for tag in tags if tag and length(tag) <= 6]
    return cut(draft, "lift_tags", verdicts, clues)


def lift_source_lines(draft: Draft, desk: Desk) -> Draft:
    """Lift who the page itself credits: "Source: Reuters"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        start = next((start for start in desk.words.source_starts if line.startswith(start)), None)
        if start is None or length(line) > 16:
            continue
        rest = (
            block.text[len(block.text) - len(line) + len(start) :].strip(" :：.")
            if len(line) <= len(block.text)
            else ""
        )
        if rest:
            verdicts[at] = Verdict("names the source", "furniture")
            clues.append(Clue("original_publisher", rest, "source line", block.place))
    return cut(draft, "lift_source_lines", verdicts, clues)


def cut_source_link(draft: Draft, desk: Desk) -> Draft:
    """Cut the words of a link to the original whose address was lost, and say so: "Source link"."""
    lines = frozenset(desk.words.source_link_lines)
    found = {at: block for at, block in enumerate(draft.blocks) if len(block.text) < 60 and bare(block.text) in lines}
    if not found:
        return draft
    doubts = tuple(
        Doubt("original-address-missing", f'"{block.text}" led to the original, but its address was lost', block.place)
        for block in found.values()
        if not any(span.href for span in block.spans)
    )
    clues = [
        Clue("canonical_url", span.href, "source line", block.place)
        for block in found.values()
        for span in block.spans
        if span.href
    ]
    verdict = Verdict("words of a link to the original")
    return replace(cut(draft, "cut_source_link", dict.fromkeys(found, verdict), clues), doubts=draft.doubts + doubts)
