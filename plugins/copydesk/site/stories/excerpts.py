"""What of a story may be shown: its policy, and the excerpt that stands for the rest."""

from __future__ import annotations

import itertools
import re

from markupsafe import Markup

from copydesk.frozen import value
from copydesk.metadata.dates.datelines import read_dateline, without_dateline
from copydesk.model import Policy, Publisher
from copydesk.text import count_words, is_spaceless, squeeze
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.html.rendering import parse, said, to_html

EXCERPT_WORDS = 60
"""Words of an excerpt at most, and never more than a third of the story."""

SUMMARY_WORDS = 45
"""Words of the summary of a story that is shown whole and has no standfirst."""

OPENING = 200
"""Characters of Markdown in which a dateline is looked for."""

UNSPACED = ("。", "！", "？", "」", "』", "）")
"""Marks of Chinese and Japanese that end a sentence, and bring along the space behind them."""

_MARKS = re.compile(r"[*_\\]")
_ADDRESS = re.compile(r"\]\((?:[^)\s\]]++|\](?!\())*+\)")


@value(frozen=True, slots=True)
class Shown:
    """What may be shown of a story: its body, whether some is missing, a standfirst, a summary in plain text without
    the dateline, and the dateline."""

    body: Markup
    partial: bool
    standfirst: str | None
    summary: str
    dateline: str | None = None


def policy_of(file: StoryFile, publisher: Publisher | None, house: Policy) -> Policy:
    """The story's own policy, else its publisher's, else the house's; what was written for this site is shown whole."""
    if file.policy is not None:
        return file.policy
    if publisher is not None and publisher.policy is not None:
        return publisher.policy
    return house if file.publisher or file.seed else "full"


def shown_of(file: StoryFile, policy: Policy) -> Shown:
    """What ``policy`` lets a reader see."""
    standfirst = squeeze(file.standfirst or "") or None
    if policy == "link":
        return Shown(Markup(), partial=bool(file.body.strip()), standfirst=None, summary="")
    if policy == "full":
        summary = standfirst or without_dateline(first_words(file.body, SUMMARY_WORDS))
        return Shown(Markup(to_html(file.body)), False, standfirst, summary, dateline_of(file.body))
    limit = min(EXCERPT_WORDS, body_words(file.body) // 3)
    excerpt = first_words(file.body, limit)
    body = Markup("<p>{}</p>\n").format(excerpt) if excerpt else Markup()
    partial, summary = bool(file.body.strip()), standfirst or without_dateline(excerpt)
    return Shown(body, partial, standfirst, summary, dateline_of(excerpt))


def dateline_of(body: str) -> str | None:
    """The place, and the day where it is given, that open a body: "VALDERØ HEAD, May 16"."""
    found = read_dateline(_MARKS.sub("", body[:OPENING]))
    return found.label if found else None


def body_words(body: str) -> int:
    """How many words a body has, without the addresses of its links."""
    return count_words(_ADDRESS.sub("]", body))


def first_words(body: str, limit: int) -> str:
    """The first ``limit`` words of the body's paragraphs as plain text, with "…" where there is more."""
    head = beginning(body, 2 * limit)
    text = squeeze(_run_on(paragraphs(head)))
    if count_words(text) <= limit and len(head.strip()) == len(body.strip()):
        return text
    cut = cut_at(text, limit)
    return f"{cut}…" if cut else ""


def _run_on(paragraphs: list[str]) -> str:
    """Paragraphs as one, with a space between two, but where the first ends with a mark that needs none."""
    text = ""
    for paragraph in paragraphs:
        text += paragraph if not text or text.endswith(UNSPACED) else f" {paragraph}"
    return text


def beginning(body: str, least: int) -> str:
    """As many blocks from the beginning of a body as have ``least`` words: enough to read, where all would be slow."""
    blocks, words = [], 0
    for block in body.split("\n\n"):
        if words >= least:
            break
        blocks.append(block)
        words += count_words(block)
    return "\n\n".join(blocks)


def paragraphs(markdown: str) -> list[str]:
    """The words of the paragraphs at the top level, captions left out."""
    tokens = parse(markdown)
    plain = (
        inline
        for opening, inline in itertools.pairwise(tokens)
        if opening.type == "paragraph_open" and opening.level == 0 and opening.attrGet("class") is None
    )
    return [said(inline) for inline in plain]


def cut_at(text: str, limit: int) -> str:
    """The text up to its ``limit``-th word, without a mark that leads on; two characters count as a word where the
    script sets no spaces."""
    if is_spaceless(text):
        return text[: 2 * limit].rstrip("，、。；：,;: ")
    return " ".join(text.split(" ")[:limit]).rstrip(" ,;:–—-.…")
