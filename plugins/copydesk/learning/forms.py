"""How a publisher names its writers and sections: a fact that a hand corrected, looked up in the raw file, becomes a
line with a gap, "Desk of *". It is tried on the other pages of the publisher: what stands in the gap there must read as
such a fact, and must be what the curator says where one has edited the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from copydesk.metadata.credits.bylines import read_byline
from copydesk.model import Block
from copydesk.patterns import fault_of_form, gap, literal
from copydesk.text import count_words, fold, squeeze
from copydesk.writing.stories.storyfile import StoryFile

FormKey = Literal["byline_patterns", "section_patterns"]
FORMS: Final[Mapping[str, FormKey]] = {"authors": "byline_patterns", "section": "section_patterns"}
"""Keys of front matter whose place on the page a publisher's table can say, and how it says it."""
LONGEST_LINE, SECTION_WORDS = 160, 5
"""Characters of the longest line that names writers or a section, and words of the longest section."""
BEHIND_WORDS: Final = 2
"""Words behind a fact that belong to the form: what follows them differs from page to page."""
_STOP = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the publisher: its blocks, and what the curator says of it where a hand has edited its story."""

    blocks: tuple[Block, ...]
    said: StoryFile | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern for a key of the publisher's table, and on how many other pages a line is of it."""

    key: FormKey
    value: str
    pages: int


def form_of(key: str, now: StoryFile, own: tuple[Block, ...], others: Iterable[Shown]) -> Form | None:
    """The form in which the page gives what the curator says of a fact. ``None`` where the page does not give it, or
    where the same form says something else on another page."""
    pages = tuple(others)
    for block in own:
        pattern = _pattern(block.text, _values(key, now))
        if pattern is None or fault_of_form(pattern) or not _fits(key, pattern, Shown(own, now)):
            continue
        if all(_fits(key, pattern, page) for page in pages):
            touched = sum(any(gap(pattern, other.text) for other in page.blocks) for page in pages)
            return Form(FORMS[key], pattern, touched)
    return None


def _values(key: str, story: StoryFile) -> tuple[str, ...]:
    if key == "authors":
        return story.authors
    return (story.section,) if story.section else ()


def _pattern(text: str, values: tuple[str, ...]) -> str | None:
    """The line with a gap where the values stand together, open behind it."""
    line = squeeze(text)
    low = line.casefold()
    places = [(low.find(value.casefold()), len(value)) for value in values]
    if not places or len(line) > LONGEST_LINE or len(low) != len(line) or any(at < 0 for at, _ in places):
        return None
    first, last = min(at for at, _ in places), max(at + size for at, size in places)
    behind = line[last:]
    if line[:first][-1:].isalnum() or behind[:1].isalnum():
        return None
    return squeeze(f"{literal(line[:first])}*{_short(behind)}") if line[:first].strip() or behind.strip() else None


def _short(behind: str) -> str:
    """The first words behind a fact, as far as they are the same on every page; a gap for the rest."""
    words = behind.split(" ")
    kept = next((at for at, word in enumerate(words) if _STOP.search(word)), len(words))
    kept = min(kept, BEHIND_WORDS + behind.startswith(" "))
    said = literal(" ".join(words[:kept]))
    return said if kept == len(words) else f"{said} *" if said.strip() else " *"


def _fits(key: str, pattern: str, page: Shown) -> bool:
    """Whether all that a form finds on a page reads as such a fact, and is what the curator says."""
    found = [said for block in page.blocks if (said := gap(pattern, block.text))]
    if page.said is None:
        return all(_reads_as(key, said) for said in found)
    return all(_is_said(key, said, page.said) for said in found)


def _reads_as(key: str, said: str) -> bool:
    return bool(read_byline(said).people) if key == "authors" else count_words(said) <= SECTION_WORDS


def _is_said(key: str, said: str, story: StoryFile) -> bool:
    wanted = set(map(fold, _values(key, story)))
    return {fold(name) for name in (read_byline(said).people if key == "authors" else (said,))} == wanted
