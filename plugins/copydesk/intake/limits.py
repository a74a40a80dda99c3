"""How large a seed may be: checked as early and as cheaply as can be, so that no file slows the run without bound."""

from __future__ import annotations

import re
from itertools import accumulate, islice
from operator import sub
from typing import Final

from copydesk.errors import HeldError
from copydesk.model import Limits, RawDocument

_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_NESTING: Final = _FORMATTING | frozenset(
    "abbr address article aside bdi bdo blockquote button center cite del details dialog dfn div dl fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup ins kbd label legend main mark menu nav object ol pre q"
    " ruby samp section select span sub summary sup svg table template time ul var".split()
)
_TAG: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9-]*)")
_STEPS: Final = dict.fromkeys(_NESTING, 1) | {f"/{name}": -1 for name in _NESTING}
_FORMATTING_STEPS: Final = dict.fromkeys(_FORMATTING, 1) | {f"/{name}": -1 for name in _FORMATTING}
_COPIES: Final = 5_000_000
"""A parser repeats unclosed formatting elements inside every later paragraph; more copies than this are an attack."""


_TAGS: Final = 4
"""Tags of a page for each block that it may have. Parsed, each takes some 600 bytes, however short it is; the longest
of two thousand real pages has 9,274."""

_FEW: Final = 4_000
"""Tags that no parser takes long for, however they nest: a quarter of their square is less than `_COPIES`, and how deep
they nest is seen again when the page is read."""


def check_size(raw: RawDocument, limits: Limits) -> None:
    """Hold a file of more bytes than ``limits.bytes``."""
    if len(raw.data) > limits.bytes:
        raise HeldError(
            raw.seed,
            f"the file has {len(raw.data):,} bytes, more than the {limits.bytes:,} allowed",
            "Cut it down to the article, or raise the limit in the settings",
        )


def check_lines(seed: str, lines: list[str], limits: Limits) -> None:
    """Hold a text of longer lines than ``limits.line`` or of more lines with words than ``limits.blocks``."""
    longest = max(map(len, lines), default=0)
    if longest > limits.line:
        raise HeldError(
            seed,
            f"line {1 + next(n for n, line in enumerate(lines) if len(line) == longest)} has {longest:,} characters,"
            f" more than the {limits.line:,} allowed",
            "Break it into paragraphs, or raise the limit in the settings",
        )
    check_blocks(seed, sum(1 for line in lines if line and not line.isspace()), limits)


def check_blocks(seed: str, count: int, limits: Limits) -> None:
    """Hold a document of more blocks than ``limits.blocks``."""
    if count > limits.blocks:
        raise HeldError(
            seed,
            f"the document has more than {limits.blocks:,} blocks of text",
            "Split it into its articles, or raise the limit in the settings",
        )


def check_paragraph(seed: str, text: str, limits: Limits) -> None:
    """Hold a page one of whose paragraphs is longer than a line may be."""
    if len(text) > limits.line:
        raise HeldError(
            seed,
            f"one of its paragraphs has {len(text):,} characters, more than the {limits.line:,} allowed",
            "Cut it down to the article, or raise the limit in the settings",
        )


def check_tags(seed: str, html: str, limits: Limits) -> None:
    """Hold a page of so many tags that parsing it would take more memory than any article is worth, or of tags that
    nest deeper than ``limits.depth``."""
    tags, most = html.count("<"), _TAGS * limits.blocks
    if tags > most:
        raise HeldError(
            seed,
            f"the page has {tags:,} tags, more than the {most:,} allowed",
            "Cut it down to the article, or raise COPYDESK_MAX_BLOCKS",
        )
    if tags > _FEW:
        _check_nesting(seed, html, tags, limits)


def _check_nesting(seed: str, html: str, tags: int, limits: Limits) -> None:
    """Hold a page whose elements nest deeper than ``limits.depth``, before it is parsed.

    Every HTML parser takes quadratic time on a page of 100,000 nested ``<div>``. Counting ``<`` settles it for nearly
    all pages; only where that leaves room for an attack are the tags themselves counted.
    """
    unclosed = tags - html.count("</")
    if unclosed <= limits.depth and unclosed * tags <= _COPIES:
        return
    deepest, formatting, blocks = _count_open(html)
    if deepest > limits.depth or formatting * blocks > _COPIES:
        raise HeldError(
            seed,
            f"its elements nest {deepest:,} deep, more than the {limits.depth:,} allowed",
            "Save the page again from a browser, or paste its text into a .txt file",
        )


def _count_open(html: str) -> tuple[int, int, int]:
    """The most elements open at once, the most of them that set letters, and the number of tags."""
    tags = list(map(str.lower, _TAG.findall(html)))
    return _deepest(tags, _STEPS), _deepest(tags, _FORMATTING_STEPS), len(tags)


def _deepest(tags: list[str], steps: dict[str, int]) -> int:
    """The most elements open at once; an end tag of none that is open counts for nothing."""
    depths = list(accumulate(filter(None, map(steps.get, tags))))
    lowest = accumulate(depths, min, initial=0)
    return max(map(sub, depths, islice(lowest, 1, None)), default=0)


def check_depth(seed: str, depth: int, limits: Limits) -> None:
    """Hold a page whose parsed elements stand deeper than ``limits.depth``."""
    if depth > limits.depth:
        raise HeldError(
            seed,
            f"its elements nest more than {limits.depth:,} deep",
            "Save the page again from a browser, or paste its text into a .txt file",
        )
