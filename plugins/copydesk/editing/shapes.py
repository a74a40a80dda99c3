"""Questions about the shape of a line: is it running text, does it end a sentence, what is left without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import inf

from copydesk.editing.vocabulary import Phrases, Starts
from copydesk.model import Block, Heading, ListItem, Paragraph, Preformatted, Quotation, Table
from copydesk.text import count_words, fold, is_stopless, squeeze

ENDS_SENTENCE = ".!?…。！？।؟۔"
CLOSERS = "\"'”’»“)]}』」›*_ "
"""Marks that may stand after the full stop."""

TRUNCATED = ("...", "…")
"""Ends of a line that was cut to fit: a teaser, a breadcrumb."""

EDGE_MARKS = " \t:.…!?|/\\•·●▪◦‣–—-»›>→↓▼▾▲«‹<←*#()[]{}_,;+=~&@\"'“”‘’„©®™✓✕✖×⋅∙⟩│　：。！？【】「」『』（）《》、،؛؟"
"""Marks and bullets around a line that do not change which line it is."""

STOPLESS_WORDS = 35
"""The words from which a line in a script without full stops is running text: headlines are shorter."""

SIGNED = 20
"""Characters of the longest name in brackets behind the last full stop."""

folded, length = fold, count_words
"""A line as it is compared, and the number of its words, as rules call them."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_COUNT_AT_END = re.compile(r"(?<![\s(\[])[\s(\[]++\d[\d.,]*+\+?[)\]]?$")
_INNER_STOP = re.compile(r"[.!?…](?=[\"'”’»)]?\s+[^\W\d_a-zа-яёα-ω])|[。！？।]")


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The line folded, without marks at its edges and without a count at its end: "• Comments (12):" is "comments"."""
    line = folded(text).strip(EDGE_MARKS)
    return _COUNT_AT_END.sub("", line).strip(EDGE_MARKS) if line[-1:].isdigit() else line


@lru_cache(maxsize=8192)
def lead(text: str) -> str:
    """The line folded, without bullets and marks before its first word."""
    return folded(text).lstrip(" \t•·●▪◦‣–—-»›>→*#|/▼▲▶►⏩🔴👉📸📷✍🖊📰")


def said_on(blocks: Iterable[Block], phrases: Phrases, longest: float = inf) -> tuple[str, ...]:
    """Those of the folded phrases that stand anywhere on lines of at most so many characters, few or none: each line is
    asked only for these."""
    page = "\n".join([folded(block.text) for block in blocks if len(block.text) <= longest])
    return phrases.on(page)


def start_of(line: str, starts: Starts) -> str | None:
    """The first of the ``starts`` that a folded line begins with."""
    if not starts.begin(line):
        return None
    return next(start for start in starts if line.startswith(start))


def is_address(text: str) -> bool:
    """Whether a line is an address of the web or of mail, and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, quotation marks and brackets after the stop allowed."""
    bare_end = text.rstrip(CLOSERS)
    return bare_end[-1:] in ENDS_SENTENCE if bare_end else False


def ends_told(text: str) -> bool:
    """Whether a line ends as a sentence does, a name in brackets behind it allowed, as wires sign: "…. (PAP)"."""
    told, opening, inside = text.rstrip(" .").rpartition("(")
    is_signed = bool(opening) and 2 <= len(inside) <= SIGNED and inside[-1] == ")" and ends_sentence(told)
    return ends_sentence(text) or is_signed


@lru_cache(maxsize=8192)
def is_running_text(text: str) -> bool:
    """Whether a line reads like prose: ten words or more that end as a sentence, or twenty with a stop inside."""
    count = length(text)
    if count < 10:
        return False
    if is_stopless(text):
        return count >= STOPLESS_WORDS
    if text.rstrip().endswith(TRUNCATED):
        return _INNER_STOP.search(text) is not None
    return ends_sentence(text) or (count >= 20 and _INNER_STOP.search(text) is not None)


def is_flowing(block: Block) -> bool:
    """Whether the block is of a kind that stories are told in, not a heading, table or program."""
    return isinstance(block.kind, (Paragraph, Quotation, ListItem))


def is_heading(block: Block) -> bool:
    """Whether the markup says that the block is a heading."""
    return isinstance(block.kind, Heading)


def is_laid_out(block: Block) -> bool:
    """Whether line breaks inside the block mean something."""
    return isinstance(block.kind, (Table, Preformatted))


def prose_words(block: Block) -> int:
    """The words of a block that reads like prose, else 0."""
    return length(block.text) if is_flowing(block) and is_running_text(block.text) else 0


def first_letter(text: str) -> str:
    """The first character of a text that is not a mark, or ""."""
    return text.lstrip(EDGE_MARKS)[:1]


def tokens(text: str) -> tuple[str, ...]:
    """The words of a folded line, marks at their edges stripped."""
    return tuple(word for word in (part.strip(EDGE_MARKS) for part in squeeze(text).split(" ")) if word)


def head_of(block: Block) -> str:
    """What heads a block: its first words where a page sets these alone in bold, else the whole of it."""
    first = block.spans[0] if len(block.spans) > 1 and block.markup is not None else None
    return first.text.strip() if first is not None and first.strong and first.text.strip() else block.text
