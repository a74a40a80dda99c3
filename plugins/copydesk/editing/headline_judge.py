"""Which line of a bare dump is the headline, where no title of the page says so: a weighed vote of what lines look
like, what they share with the story below them, and what stands around them.

The weights are learned (`python -m bench.train.headlines`) from dumps in five styles of the pages of fundus and WCXB
whose headline is known, as a choice between the lines of one page. WCXB is licensed CC-BY-4.0; thanks to its authors.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from copydesk.editing.shapes import folded, is_running_text, length
from copydesk.editing.story import belongs
from copydesk.model import Block, Heading, ListItem
from copydesk.text import words

LONGEST = 300
"""Characters of the longest line that is looked at."""
NEAREST = 300
"""Blocks above the story that are looked at."""
NOTHING = "none of the lines"
"""The weight that is the log-odds of the answer that the page has lost its headline."""
LIKELY = 0.12
"""The probability under which no line is taken for the headline."""

_TIME = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.h]\d\d")
_INNER_STOP = re.compile(r"[.!?] +\w")

WEIGHTS_FILE = Path(__file__).with_name("headline_weights.toml")


@cache
def weights() -> Mapping[str, float]:
    """What each feature adds to a line's log-odds, by name."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True, slots=True)
class Pick:
    """The likeliest headline: its position, and the probability that it is that line and none
    else, nor none at all."""

    at: int
    probability: float


@dataclass(frozen=True)
class Above:
    """The top of a page: its blocks, where the story begins, the folded lines found anywhere with their places, and the
    positions of lines that are dates."""

    blocks: tuple[Block, ...]
    begin: int
    elsewhere: tuple[tuple[int, str], ...]
    dates: frozenset[int] = frozenset()

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The positions of the lines above the story that are short enough to be looked at."""
        nearest = range(max(0, self.begin - NEAREST), self.begin)
        return tuple(at for at in nearest if could_be(self.blocks[at]))

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the story's first thirty paragraphs."""
        return self._words_of_first(30)

    @cached_property
    def lede(self) -> frozenset[str]:
        """The words of its first two."""
        return self._words_of_first(2)

    @cached_property
    def _known(self) -> frozenset[tuple[int, str]]:
        return frozenset(self.elsewhere)

    @cached_property
    def _page(self) -> str:
        return "\n".join([line for _, line in self.elsewhere])

    def others_with(self, opening: str, place: int, line: str) -> list[str]:
        """The folded lines elsewhere on the page than ``place`` that hold the opening of the ``line`` there."""
        itself = (place, line) in self._known
        if self._page.count(opening) <= itself:  # most lines stand nowhere else: the page is asked, not each line
            return []
        return [other for where, other in self.elsewhere if where != place and opening in other]

    def _words_of_first(self, paragraphs: int) -> frozenset[str]:
        story = [block for block in self.blocks[self.begin :] if belongs(block) and length(block.text) >= 8]
        return frozenset(word for block in story[:paragraphs] for word in words(block.text))


def likeliest(above: Above) -> Pick | None:
    """The line that is most likely the headline, or ``None`` where none is likely enough."""
    places = above.places
    if not places:
        return None
    weight = weights()
    odds = [sum(weight[name] * value for name, value in features(above, at).items()) for at in places]
    top = max(odds)
    probability = 1.0 / sum(math.exp(value - top) for value in (*odds, weight[NOTHING]))
    return Pick(places[odds.index(top)], probability) if probability >= LIKELY else None


def could_be(block: Block) -> bool:
    """Whether a block is short enough to be looked at."""
    return len(block.text) <= LONGEST and 1 <= length(block.text) <= 40


def features(above: Above, at: int) -> dict[str, float]:
    """The features of one line, by name."""
    text = above.blocks[at].text
    return {**_shape(text), **_words(above, text), **_surroundings(above, at), **_repetition(above, at)}


def _shape(text: str) -> dict[str, float]:
    count, end = length(text), text.rstrip()[-1:]
    return {
        "words": min(count, 40),
        "one or two words": count < 3,
        "three words": count == 3,
        "five words": count == 5,
        "six to twelve words": 6 <= count <= 12,
        "13 to 16 words": 13 <= count <= 16,
        "17 to 25 words": 17 <= count <= 25,
        "hundreds of characters": min(len(text), 200) / 100,
        "ends with a full stop": end in (".", "。"),
        "ends with a colon": end in (":", "："),
        "is truncated": text.rstrip().endswith(("...", "…")),
        "has a stop inside": _INNER_STOP.search(text) is not None,
        "has a colon inside": ": " in text,
        "has a separator": any(mark in text for mark in "|»›>•·"),
        "is an address": "@" in text or "http" in text,
        "is running text": is_running_text(text),
        "begins in lower case": text[:1].islower(),
        "is in capitals": text.isupper(),
        "share of capitals": sum(map(str.isupper, text)) / max(1, len(text)),
        "commas": text.count(","),
        "has a date or time": _TIME.search(text) is not None,
    }


def _words(above: Above, text: str) -> dict[str, float]:
    content = [word for word in set(words(text)) if _is_content(word)]
    shared = sum(word in above.told for word in content) / max(1, len(content))
    opened = sum(word in above.lede for word in content) / max(1, len(content))
    return {
        "content words": min(len(content), 12),
        "no content words": not content,
        "share in the story": shared,
        "words in the story": shared * min(len(content), 10),
        "share in the lede": opened,
    }


def _surroundings(above: Above, at: int) -> dict[str, float]:
    blocks = above.blocks
    after = [block.text for block in blocks[at + 1 : at + 5]]
    before = blocks[at - 1].text if at else ""
    following = after[0] if after else ""
    return {
        "distance to the story": math.log1p(above.begin - at),
        "place": math.log1p(at),
        "blank lines before": min(blocks[at].gap, 3),
        "blank lines after": min(blocks[at + 1].gap, 3) if at + 1 < len(blocks) else 3,
        "words before": math.log1p(length(before)),
        "words after": math.log1p(length(following)),
        "a long line after": length(following) >= 12,
        "a date soon after": any(length(line) <= 14 and _TIME.search(line) is not None for line in after),
        "first heading": isinstance(blocks[at].kind, Heading) and blocks[at].kind == Heading(1),
        "heading": isinstance(blocks[at].kind, Heading),
        "list item": isinstance(blocks[at].kind, ListItem),
    }


def _repetition(above: Above, at: int) -> dict[str, float]:
    line, place = folded(above.blocks[at].text), above.blocks[at].place.first
    opening = line[: max(20, len(line) // 2)]
    others = above.others_with(opening, place, line) if len(line) >= 15 else []
    return {"its opening stands elsewhere": bool(others), "it stands elsewhere": line in others}


def _is_content(word: str) -> bool:
    """Whether a word says what a story is about: more than three letters, or a sign of a script without spaces."""
    return len(word) > 3 or (len(word) == 1 and ord(word) > 0x2E80)
