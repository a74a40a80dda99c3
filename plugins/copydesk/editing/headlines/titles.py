"""What the titles that a page gives itself say for a line above the story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.editing.shapes import folded
from copydesk.model import Block
from copydesk.text import words

ALIKE = 0.75
"""The share of words that a headline and a title spelled otherwise have in common."""
NAMED = 4.0
"""Points of a line that is one of the titles."""

FEWEST = 3
"""Words of the shortest headline behind the name of a site."""
_BEHIND = re.compile(r"(?:(?<!\s)\s+)?(?:[:|»•]|(?<=\s)-)\s+")
"""What stands between the two, folded."""
LABEL = 12
"""Characters of the longest word before a colon that says that the headline follows."""
PAGE_KINDS = (
    "printable version", "print version", "printer-friendly", "printer friendly", "print view", "print this page",
    "druckversion", "druckansicht", "version imprimable", "version à imprimer", "versión para imprimir",
    "versión imprimible", "versione stampabile", "versão para impressão", "afdrukversie", "wersja do druku",
    "версия для печати", "версія для друку", "打印", "印刷用",
)  # fmt: skip
"""What a title element says of the page, by language, and nothing of its story."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The page's own titles, folded, the words of each, and the names of the blog among them."""

    lines: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    blogs: frozenset[str]


def titles_of(lines: tuple[str, ...], headings: frozenset[str]) -> Titles:
    """The titles, each once, without the name of a blog, which its titles begin with and the headline of the post
    follows: "Notes from the Pier: The night it broke"."""
    distinct = dict.fromkeys(lines)
    blogs = frozenset(line for line in distinct for other in headings if f"{line}: {other}" in distinct)
    lines = tuple(line for line in distinct if line not in blogs)
    return Titles(lines, tuple([frozenset(words(line)) for line in lines]), blogs)


def is_of_page(title: str) -> bool:
    """Whether a title, folded, only says what kind of page it is, and whose: "Harbour Light - Printable version"."""
    return title.startswith(PAGE_KINDS) or title.endswith(PAGE_KINDS)


def is_again(text: str, titles: set[str]) -> bool:
    """Whether a line is one of the titles, folded, or a word with a colon before one: "原标题：…"."""
    label, _, rest = text.partition("：" if "：" in text[:LABEL] else ":")
    return folded(text) in titles or len(label) < LABEL and folded(rest.strip()) in titles


def points_of(block: Block, titles: Titles) -> float:
    """What the page's own titles say: the same line, or its beginning before the name of the site."""
    line = folded(block.text)
    if line in titles.blogs:
        return 0.0
    if line in titles.lines:
        return NAMED
    if len(line) >= 15 and (line.startswith(titles.lines) or any(_is_edge(line, title) for title in titles.lines)):
        return 3.0
    mine = frozenset(words(line))
    return 2.5 if any(_is_alike(mine, theirs) for theirs in titles.words) else 0.0


def _is_edge(line: str, title: str) -> bool:
    """Whether a title begins with a line, or ends with it behind the name of the site: "Harbour Post: Wall rebuilt"."""
    is_behind = title.endswith(line) and title[: -len(line)].endswith((": ", "| ", " - ", "» "))
    return title.startswith(line) or is_behind


def _is_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two lines have three quarters of their words in common, counted of the longer one's."""
    long = max(len(mine), len(theirs))
    return min(len(mine), len(theirs)) >= ALIKE * long > 0 and len(mine & theirs) >= ALIKE * long


def after_name(title: str, name: str) -> str | None:
    """What a title says last behind the name of the site that it begins with, where that is more than the name."""
    rest = title[len(name) :]
    parts = _BEHIND.split(rest)
    said = len(words(parts[-1]))
    return parts[-1] if len(parts) > 1 and not parts[0] and said >= FEWEST and said > len(words(name)) else None


def is_named(block: Block, titles: Titles) -> bool:
    """Whether a line is one of the titles, or an edge of one."""
    return points_of(block, titles) >= 3.0
