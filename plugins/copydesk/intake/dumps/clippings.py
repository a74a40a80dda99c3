"""The head of a clipping: what web clippers and programs for notes write above a page that they keep as Markdown.

It is read line by line and is no YAML: keys with a value, with a list in brackets, or with items below. A head is one
only where it says the title or the address of the page; any other text between two rules stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from copydesk.model import Block, Clue, Cut, FactName, Paragraph, Place, Span

_RULE: Final = "---"
_MOST_LINES: Final = 80
"""Lines of the longest head."""
_ENTRY: Final = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(\S.*)$")
_LINKED: Final = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]|\n]{1,200}))?\]\]")
"""A link between notes: "[[Ann Lee]]", or "[[people/ann|Ann Lee]]"."""

KEYS: Final[Mapping[str, FactName]] = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(("source", "url", "link", "source_url", "canonical", "canonical_url"), "canonical_url"),
    **dict.fromkeys(("author", "authors", "byline"), "author"),
    **dict.fromkeys(("published", "date_published", "published_at", "datepublished", "pubdate"), "published"),
    **dict.fromkeys(("updated", "modified", "lastmod", "date_modified"), "updated"),
    **dict.fromkeys(("site", "site_name", "sitename", "publisher", "website"), "publisher"),
    **dict.fromkeys(("description", "summary", "excerpt", "subtitle"), "standfirst"),
    **dict.fromkeys(("section", "category"), "section"),
    **dict.fromkeys(("tags", "keywords", "tag"), "tag"),
    **dict.fromkeys(("lang", "language"), "language"),
    **dict.fromkeys(("image", "cover"), "image"),
}
"""Keys that say something of the page, in small letters, as Obsidian, Joplin, Logseq, MarkDownload, Zotero's notes and
generators of sites name them. When the page was clipped ("created", "clipped") is nothing of the story."""
DATE: Final = "date"
"""The day of publication where no other key gives one: in notes it may be that of the note."""
NO_TAGS: Final = frozenset(
    ("clippings", "clipping", "webclip", "web-clip", "inbox", "read-later", "readlater", "unread")
)
"""Tags by which a reader sorts what is kept, in small letters."""


@dataclass(frozen=True, slots=True)
class Clipped:
    """The head of a clipping: its clues, its lines as cuts, the address of its page, and how many lines it has."""

    clues: tuple[Clue, ...]
    cuts: tuple[Cut, ...]
    address: str | None
    length: int


def head_of_clipping(lines: list[str]) -> Clipped | None:
    """The head of a file's lines, ``None`` where it has none."""
    end = _end_of_head(lines)
    if end is None:
        return None
    entries = tuple(_entries(lines[1:end]))
    given = {key for key, _, _ in entries}
    clues = tuple(clue for key, value, number in entries for clue in _clues(key, value, number, given))
    if not {"headline", "canonical_url"} & {clue.fact for clue in clues}:
        return None
    address = next((clue.value for clue in clues if clue.fact == "canonical_url"), None)
    cuts = (_cut(number, line) for number, line in enumerate(lines[: end + 1], 1) if line.strip() not in ("", _RULE))
    return Clipped(clues, tuple(cuts), address, end + 1)


def _end_of_head(lines: list[str]) -> int | None:
    if not lines or lines[0].rstrip() != _RULE:
        return None
    end = next((at for at, line in enumerate(lines[1:_MOST_LINES], 1) if line.rstrip() == _RULE), None)
    if end is None or not all(_is_of_head(line) for line in lines[1:end]):
        return None
    return end


def _is_of_head(line: str) -> bool:
    return not line.strip() or line[0] in " \t#" or bool(_ENTRY.match(line.rstrip()) or _ITEM.match(line.rstrip()))


def _entries(lines: list[str]) -> Iterator[tuple[str, str, int]]:
    """Each key in small letters with one of its values and the number of its line."""
    key = ""
    for number, line in enumerate(lines, 2):
        found, item = _ENTRY.match(line.rstrip()), _ITEM.match(line.rstrip())
        if found:
            key = found[1].casefold().replace(" ", "_").replace("-", "_")
            yield from ((key, value, number) for value in _values(found[2] or ""))
        elif item and key:
            yield from ((key, value, number) for value in _values(item[1]))


def _values(written: str) -> list[str]:
    """The values in what stands behind a key: one, or those of a list in brackets; quotation marks taken off."""
    plain = _LINKED.sub(lambda link: link[2] or link[1], written.strip())
    listed = plain[1:-1].split(",") if plain[:1] == "[" and plain[-1:] == "]" else [plain]
    return [value for part in listed if (value := _unquoted(part.strip()))]


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].replace('\\"', '"').replace("''", "'")
    return text.strip()


def _clues(key: str, value: str, number: int, given: set[str]) -> Iterator[Clue]:
    fact = KEYS.get(key)
    if key == DATE and not any(KEYS.get(other) == "published" for other in given):
        fact = "published"
    if fact is None or fact == "tag" and value.casefold().lstrip("#") in NO_TAGS:
        return
    if fact in ("canonical_url", "image") and urlsplit(value[:8]).scheme not in ("http", "https"):
        return
    yield Clue(fact, value.lstrip("#") if fact == "tag" else value, "clipping", Place(number, number))


def _cut(number: int, line: str) -> Cut:
    block = Block(Paragraph(), (Span(line.strip()),), Place(number, number))
    return Cut(block, "clipping", "head of the clipping", "furniture")
