"""Invented stories by the thousand: ``python -m bench.build.stories FOLDER --count 10000 [--dialect hugo] [--seed 1]``.

Story number n is the same whatever else is asked for, so that a site of 1,000 is the beginning of one of 10,000. Words
follow Zipf's law, as those of languages do, and so do tags, authors, sections and publishers: a few are everywhere,
most are rare. No word is of any language; the text has the marks of a news story: subheads, links, quotations, lists.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

SEED: Final = 1

WORDS, TAGS, SECTIONS, AUTHORS, PUBLISHERS = 9000, 200, 12, 300, 25
"""How many different ones there are."""

FIRST_DAY: Final = datetime(2016, 1, 1, tzinfo=UTC)
MINUTES: Final = 10 * 365 * 24 * 60
"""Stories are dated evenly over ten years."""

LENGTH: Final = (450, 750)
"""Words of a story, from … to …: 600 on average."""

COPIES: Final = 50
"""One story in so many is another publisher's copy of an earlier one."""

_ONSETS: Final = "b d f g h k l m n p r s t v w z b d f k l m n r s t br kr pl st tr sh".split()
_VOWELS: Final = "a e i o u a e o ai ea ou".split()
_CODAS: Final = ["", "", "", "", "", "n", "r", "l", "s", "t", "nd"]


@dataclass(frozen=True, slots=True)
class Story:
    """One story, free of any generator's dialect. ``body`` is Markdown of paragraphs, subheads, quotations, lists;
    ``copy_of`` the number of the story that this one is another publisher's copy of."""

    number: int
    slug: str
    title: str
    standfirst: str
    authors: tuple[str, ...]
    publisher: str
    section: str
    tags: tuple[str, ...]
    published: datetime
    address: str
    body: str
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class Bag:
    """Things to draw from, each half as likely as the one at half its place. ``sums`` are the running weights."""

    things: Sequence[str]
    sums: Sequence[float]

    def draw(self, lots: random.Random, count: int) -> list[str]:
        """So many of them, some more than once."""
        return lots.choices(self.things, cum_weights=self.sums, k=count)

    def one(self, lots: random.Random) -> str:
        """One of them."""
        return self.things[bisect(self.sums, lots.random() * self.sums[-1], 0, len(self.things) - 1)]

    def different(self, lots: random.Random, count: int) -> tuple[str, ...]:
        """So many different ones."""
        drawn: dict[str, None] = {}
        while len(drawn) < count:
            drawn[self.one(lots)] = None
        return tuple(drawn)


def bag(things: Sequence[str]) -> Bag:
    """A bag after Zipf's law; the 3 keeps the first from being a tenth of everything."""
    return Bag(things, tuple(accumulate(1 / (place + 3) for place in range(len(things)))))


@dataclass(frozen=True, slots=True)
class World:
    """All that stories are made of."""

    seed: int
    words: Bag
    tags: Bag
    sections: Bag
    authors: Bag
    publishers: Bag


def world(seed: int = SEED) -> World:
    """The world of a seed."""
    lots = random.Random(f"world {seed}")
    lexicon = _lexicon(lots, WORDS)
    proper = [word.capitalize() for word in _lexicon(lots, 600)]
    return World(
        seed,
        bag(lexicon),
        bag(lexicon[1000 : 1000 + TAGS]),
        bag(proper[:SECTIONS]),
        bag([f"{proper[50 + n % 97]} {proper[150 + n]}" for n in range(AUTHORS)]),
        bag([f"The {word} Courier" for word in proper[20 : 20 + PUBLISHERS]]),
    )


def _lexicon(lots: random.Random, count: int) -> list[str]:
    """Different invented words, short ones first, as frequent words are short."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = 1 + len(found) // 300 if len(found) < 600 else lots.choice((2, 2, 3, 3, 4))
        parts = (lots.choice(_ONSETS) + lots.choice(_VOWELS) + lots.choice(_CODAS) for _ in range(syllables))
        found["".join(parts)] = None
    return list(found)


def stories(count: int, seed: int = SEED) -> Iterator[Story]:
    """The first ``count`` stories of a seed."""
    made_of = world(seed)
    return (story(made_of, number) for number in range(count))


def story(made_of: World, number: int) -> Story:
    """One story by its number."""
    lots = random.Random(f"story {made_of.seed} {number}")
    if number % COPIES == COPIES - 1:
        return _copy(made_of, number, lots)
    title = " ".join(made_of.words.draw(lots, lots.randint(5, 10))).capitalize()
    publisher = made_of.publishers.one(lots)
    return Story(
        number=number,
        slug=f"{title.lower().replace(' ', '-')}-{number}",
        title=title,
        standfirst=_sentence(made_of.words, lots),
        authors=made_of.authors.different(lots, lots.choice((1, 1, 1, 2))),
        publisher=publisher,
        section=made_of.sections.one(lots),
        tags=made_of.tags.different(lots, 3),
        published=FIRST_DAY + timedelta(minutes=lots.randrange(MINUTES)),
        address=_address(publisher, number),
        body=_body(made_of.words, lots),
    )


def _copy(made_of: World, number: int, lots: random.Random) -> Story:
    """Another publisher's copy of an earlier story: the same text with one paragraph more, some hours later."""
    first = story(made_of, number - lots.randint(1, COPIES - 1))
    publisher = made_of.publishers.one(lots)
    return replace(
        first,
        number=number,
        slug=f"{first.slug}-{number}",
        publisher=publisher,
        published=first.published + timedelta(minutes=lots.randint(10, 600)),
        address=_address(publisher, number),
        body=f"{first.body}\n\n{_paragraph(made_of.words, lots)}",
        copy_of=first.number,
    )


def _address(publisher: str, number: int) -> str:
    return f"https://{publisher.lower().replace(' ', '-')}.example/{number}.html"


def _body(words: Bag, lots: random.Random) -> str:
    """Paragraphs up to the length of a story, with now and then something else than a paragraph."""
    blocks: list[str] = []
    wanted, written = lots.randint(*LENGTH), 0
    while written < wanted:
        if blocks and lots.random() < 0.2:
            blocks.append(lots.choice((_subhead, _quotation, _list))(words, lots))
        blocks.append(_paragraph(words, lots))
        written = sum(map(_length, blocks))
    return "\n\n".join(blocks)


def _length(block: str) -> int:
    return block.count(" ") + 1


def _sentence(words: Bag, lots: random.Random) -> str:
    said = words.draw(lots, lots.randint(7, 24))
    if len(said) > 14:
        said[6] += ","
    return " ".join(said).capitalize() + "."


def _paragraph(words: Bag, lots: random.Random) -> str:
    sentences = [_sentence(words, lots) for _ in range(lots.randint(2, 5))]
    if lots.random() < 0.15:
        sentences.append(f"See [{words.one(lots)} {words.one(lots)}](https://{words.one(lots)}.example/).")
    if lots.random() < 0.1:
        sentences.append(f"*{words.one(lots).capitalize()}* and **{words.one(lots)}** — {words.one(lots)}’s.")
    return " ".join(sentences)


def _subhead(words: Bag, lots: random.Random) -> str:
    return "## " + " ".join(words.draw(lots, 4)).capitalize()


def _quotation(words: Bag, lots: random.Random) -> str:
    return f"> “{_sentence(words, lots)}”"


def _list(words: Bag, lots: random.Random) -> str:
    return "\n".join("- " + " ".join(words.draw(lots, 6)) for _ in range(lots.randint(3, 5)))


def main() -> None:
    """Write stories into a folder."""
    from bench.build.dialects import DIALECTS, write_stories

    asked = argparse.ArgumentParser(
        prog="python -m bench.build.stories", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("folder", type=Path, help="where they go: FOLDER/2021/03/<slug>.md")
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--dialect", choices=DIALECTS, default="copydesk")
    asked.add_argument("--seed", type=int, default=SEED)
    options = asked.parse_args()
    write_stories(options.folder, stories(options.count, options.seed), options.dialect)


if __name__ == "__main__":
    main()
