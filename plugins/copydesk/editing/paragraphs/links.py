"""The addresses of links in the story: where they lead stays, who followed them is nobody's business; what leads only
to where the reader is already, goes."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import ends_sentence, folded, length
from copydesk.model import Block, Clue, Draft, Paragraph, Span
from copydesk.tracking import behind_doors, without_tracking

TAIL_WORDS, BETWEEN_LINKS = 30, 8
"""Words of the longest line that only leads to the story itself, and of those in it that are no link. What blogs write
under the items of their feeds has five to seven beside the headline, in every language they come in."""

HEADLINE_WORDS = 3
"""Words of the shortest headline that a line is known by."""
_CAPITALIZED = r"[^\W\d_a-zà-ÿа-яα-ω][\w’'&.-]*+"
_NAME_AT_END = re.compile(rf"\s({_CAPITALIZED}(?:\s{_CAPITALIZED}){{0,5}})\s?[.»”]*$")


def cut_links_to_itself(draft: Draft, desk: Desk) -> Draft:
    """Cut last lines that only lead to the story itself: "The post Wall appeared first on Harbour."."""
    own = frozenset(page for clue in draft.clues if clue.fact == "canonical_url" and (page := _page_of(clue.value)))
    end = len(draft.blocks)
    while own and end > 1 and _leads_to_itself(draft.blocks[end - 1], own):
        end -= 1
    tail = range(end, len(draft.blocks))
    return cut(draft, "cut_links_to_itself", dict.fromkeys(tail, Verdict("words of a link to the original")))


def _leads_to_itself(block: Block, own: frozenset[str]) -> bool:
    """Whether a short line leads to the story, and besides at most to the front page of its site."""
    pages = {_page_of(span.href) for span in block.spans if span.href}
    if not isinstance(block.kind, Paragraph) or not pages & own or length(block.text) > TAIL_WORDS:
        return False
    between = " ".join(span.text for span in block.spans if not span.href)
    return length(between) <= BETWEEN_LINKS and all(page and any(one.startswith(page) for one in own) for page in pages)


def cut_where_it_appeared(draft: Draft, desk: Desk) -> Draft:
    """Cut the last line of a dump that tells the headline again and where it stood, the links lost: "The post Wall to
    be rebuilt appeared first on Harbour Post."."""
    if not draft.blocks or draft.blocks[-1].markup is not None:
        return draft
    block, at = draft.blocks[-1], len(draft.blocks) - 1
    line = folded(block.text)
    told = next((headline for headline in _printed(draft) if headline in line), None)
    if told is None or not ends_sentence(line) or not 3 <= length(line) - length(told) <= 2 * BETWEEN_LINKS:
        return draft
    name = _NAME_AT_END.search(block.text)
    clues = [Clue("publisher", name[1], "source line", block.place)] if name else []
    return cut(draft, "cut_where_it_appeared", {at: Verdict("words of a link to the original")}, clues)


def _printed(draft: Draft) -> tuple[str, ...]:
    """The headlines found above the story, folded, that are long enough to be told again."""
    found = (clue.value for clue in draft.clues if clue.fact == "headline" and clue.origin == "headline line")
    return tuple(folded(headline).rstrip(".") for headline in found if length(headline) >= HEADLINE_WORDS)


def _page_of(address: str) -> str | None:
    """What tells a page from others in its address; ``None`` for a place inside one, or what is no address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.fragment:
        return None
    query = without_tracking(parts.query)
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + (f"?{query}" if query else "")


def clean_link_addresses(draft: Draft, desk: Desk) -> Draft:
    """Take the parameters that only track readers out of links, and pages that only count who goes through them:
    "https://harbour.example/wall?utm_source=feed"."""
    if not any(span.href and "?" in span.href for block in draft.blocks for span in block.spans):
        return draft
    return replace(draft, blocks=tuple(map(_cleaned, draft.blocks)))


def _cleaned(block: Block) -> Block:
    spans = tuple(map(_without_tracking, block.spans))
    return block if spans == block.spans else replace(block, spans=spans, rule="clean_link_addresses")


def _without_tracking(span: Span) -> Span:
    if span.href is None or "?" not in span.href:
        return span
    page, _, query = (address := behind_doors(span.href)).partition("?")
    query, mark, fragment = query.partition("#")
    kept = without_tracking(query)
    if kept == query:
        return span if address == span.href else replace(span, href=address)
    return replace(span, href=page + (f"?{kept}" if kept else "") + mark + fragment)
