"""The words of the press and of its web pages, one TOML table per language beside this file.

Lines are written as they appear on pages; they are compared folded (case, quotes, dashes, spaces). ``…_lines`` are
whole lines, ``…_starts`` beginnings of a line (end one with a space where a longer word must not match), ``…_phrases``
may stand anywhere in it. What stories say too stands with more of the words that only pages say: not "nachdruck", for
"mit Nachdruck" is no note of rights (`tests/languages/honest.toml`). ``any.toml`` holds what is printed alike in every
language. A draft is read with the tables of its own language, of English (the language of most page software) and of
``any.toml``; where its language is not known, with all of them.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import chain

from copydesk.text import fold_lines, without_accents

LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "el", "tr", "ar", "he", "fa", "hi", "zh", "ja", "ko",
    "id", "vi", "sv", "da", "no", "fi", "cs", "hu", "ro", "th",
)  # fmt: skip


READ_AS = {"nb": "no", "nn": "no", "sk": "cs", "iw": "he", "in": "id", "mo": "ro"}
"""Languages that are read with the table of a near one, and old tags of some."""


UNACCENTED = frozenset(("el",))
"""Languages whose capitals stand without the accents of their small letters: "ΣΧΟΛΙΑ" is "Σχόλια"."""

SAID_IN_CAPITALS = frozenset(
    "comment_starts counted_comment_starts related_starts more_starts share_starts advert_starts tag_starts".split()
)
"""Beginnings of lines that pages set in capitals, besides whole lines. Those of bylines are words of titles too: "ΑΠΟ
ΜΕΡΑ ΣΕ ΜΕΡΑ"."""

TELLING_LETTERS = 5
"""Letters of the shortest word that phrases are looked for by: shorter ones stand on every page."""


class Starts(tuple[str, ...]):
    """Beginnings of lines; ``heads`` are their first two characters, for nearly all lines begin with none of these."""

    heads: frozenset[str]

    def __new__(cls, starts: Iterable[str] = ()) -> Starts:
        """The beginnings in their order."""
        made = super().__new__(cls, starts)
        made.heads = frozenset([start[:2] for start in made])
        return made

    def begin(self, line: str) -> bool:
        """Whether a folded line begins with one of them."""
        return (line[:2] in self.heads or line[:1] in self.heads) and line.startswith(self)


class Phrases(tuple[str, ...]):
    """What may stand anywhere in a text, looked for by the words that several have in common: a text without "cookies"
    has none of the fifteen with that word."""

    @cached_property
    def _by_word(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A word of each phrase, the one that most others have, with all that are looked for by it."""
        words = [[word for word in phrase.split() if len(word) >= TELLING_LETTERS] for phrase in self]
        counts = Counter(chain.from_iterable(map(set, words)))
        found: defaultdict[str, list[str]] = defaultdict(list)
        for phrase, its in zip(self, words, strict=True):
            common = max(its, key=lambda word: (counts[word], word), default=phrase)
            found[common if counts[common] > 1 else phrase].append(phrase)
        return tuple([(word, tuple(phrases)) for word, phrases in found.items()])

    def on(self, text: str) -> tuple[str, ...]:
        """Those that stand in a folded text."""
        near = [phrases for word, phrases in self._by_word if word in text]
        said = {phrase for phrase in chain.from_iterable(near) if phrase in text}
        return tuple([phrase for phrase in self if phrase in said]) if said else ()


NONE, NO_PHRASES = Starts(), Phrases()


@dataclass(frozen=True)
class Vocabulary:
    """The tables of a language as rules use them, folded: sets of what is looked up whole, tuples of what a line is
    compared with; see the module's docstring."""

    comment_lines: frozenset[str] = frozenset()
    comment_starts: Starts = NONE
    counted_comment_starts: Starts = NONE
    related_lines: frozenset[str] = frozenset()
    related_starts: Starts = NONE
    end_lines: frozenset[str] = frozenset()
    share_lines: frozenset[str] = frozenset()
    share_starts: Starts = NONE
    advert_lines: frozenset[str] = frozenset()
    advert_starts: Starts = NONE
    more_starts: Starts = NONE
    newsletter_starts: Starts = NONE
    newsletter_phrases: Phrases = NO_PHRASES
    agreed_starts: Starts = NONE
    consent_phrases: Phrases = NO_PHRASES
    rights_phrases: Phrases = NO_PHRASES
    machine_lines: frozenset[str] = frozenset()
    machine_starts: Starts = NONE
    count_words: frozenset[str] = frozenset()
    reading_phrases: Phrases = NO_PHRASES
    home_words: Phrases = NO_PHRASES
    byline_starts: Starts = NONE
    desk_starts: Starts = NONE
    job_words: frozenset[str] = frozenset()
    published_starts: Starts = NONE
    updated_starts: Starts = NONE
    date_words: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    credit_starts: Starts = NONE
    caption_starts: Starts = NONE
    credit_words: frozenset[str] = frozenset()
    credit_labels: frozenset[str] = frozenset()
    agency_words: frozenset[str] = frozenset()
    tag_list_lines: frozenset[str] = frozenset()
    tag_starts: Starts = NONE
    source_starts: Starts = NONE
    source_link_lines: frozenset[str] = frozenset()
    handover_phrases: Phrases = NO_PHRASES
    error_phrases: Phrases = NO_PHRASES
    continued_lines: frozenset[str] = frozenset()
    paywall_phrases: Phrases = NO_PHRASES
    wall_phrases: Phrases = NO_PHRASES
    search_phrases: Phrases = NO_PHRASES
    login_phrases: Phrases = NO_PHRASES
    live_phrases: Phrases = NO_PHRASES
    roundup_phrases: Phrases = NO_PHRASES
    small_words: frozenset[str] = frozenset()
    kicker_words: frozenset[str] = frozenset()
    picture_words: tuple[str, ...] = ()
    release_lines: frozenset[str] = frozenset()
    sender_starts: Starts = NONE
    release_names: tuple[str, ...] = ()
    about_starts: Starts = NONE
    sponsored_lines: frozenset[str] = frozenset()
    sponsored_starts: Starts = NONE
    recipe_lines: frozenset[str] = frozenset()

    @cached_property
    def list_lines(self) -> frozenset[str]:
        """Lines over a list of other stories: "Related articles", "Most popular"."""
        return self.related_lines | self.end_lines

    @cached_property
    def below_lines(self) -> frozenset[str]:
        """Lines over what stands below a story: other stories, comments."""
        return self.list_lines | self.comment_lines

    @cached_property
    def telling_lines(self) -> frozenset[str]:
        """Lines of a menu that say something of the story: where the way to it begins, and what stands below it."""
        return self.below_lines.union(self.home_words)

    @cached_property
    def button_lines(self) -> frozenset[str]:
        """Lines that the page says to its reader and no story does: its machine's, its adverts', those to share it."""
        return self.machine_lines | self.share_lines | self.advert_lines | self.sponsored_lines

    @cached_property
    def dated_starts(self) -> Starts:
        """The beginnings of lines that say when, the longest first."""
        return Starts(sorted(self.published_starts + self.updated_starts, key=len, reverse=True))

    @cached_property
    def byline_leads(self) -> frozenset[str]:
        """The beginnings of bylines, to look up a line that is nothing else."""
        return frozenset(self.byline_starts)

    @cached_property
    def numbered_picture(self) -> re.Pattern[str]:
        """How readers of pages for machines begin an alternative text, folded: "image 3: "."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, self.picture_words))})\s?\d{{1,3}}\s?:")

    @cached_property
    def more_labels(self) -> frozenset[str]:
        """The beginnings of links to other stories, likewise."""
        return frozenset(self.more_starts)


@lru_cache(maxsize=64)
def vocabulary(language: str | None) -> Vocabulary:
    """The tables to read a draft of that language with."""
    tables = [_table(name) for name in ("any", *_read_beside(language))]
    found: dict[str, tuple[str, ...] | frozenset[str]] = {}
    for field in fields(Vocabulary):
        entries = dict.fromkeys(chain.from_iterable(table.get(field.name, ()) for table in tables))
        found[field.name] = type(field.default)(entries)  # type: ignore[misc]  # a set, a tuple or beginnings
    return Vocabulary(**found)  # type: ignore[arg-type]  # which of them are sets, its fields say


def _read_beside(language: str | None) -> tuple[str, ...]:
    """The languages whose tables are read: its own and English, or all where it is not known."""
    if language is None:
        return LANGUAGES
    known = READ_AS.get(language, language)
    return tuple(dict.fromkeys((known, "en"))) if known in LANGUAGES else ("en",)


_TOKEN = re.compile(r'#.*|"((?:[^"\\\n]|\\.){0,200}+)"|^(\w+) = \[', re.MULTILINE)
"""A comment of a table, an entry, or the name of what follows."""


@lru_cache(maxsize=64)
def _table(name: str) -> dict[str, tuple[str, ...]]:
    table = read_table(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    unknown = set(table) - {field.name for field in fields(Vocabulary)}
    if unknown:
        raise ValueError(f"{name}.toml: no rule reads the table {sorted(unknown)[0]!r}")
    folded = {key: list(map(_with_space, entries, fold_lines(entries))) for key, entries in table.items()}
    if name in UNACCENTED:
        said = {key: entries for key, entries in folded.items() if _is_said_in_capitals(key)}
        folded |= {key: [*entries, *map(without_accents, entries)] for key, entries in said.items()}
    return {key: tuple(dict.fromkeys(entries)) for key, entries in folded.items()}


def _is_said_in_capitals(key: str) -> bool:
    """Whether pages set entries of a table in capitals. Not the heads of recipes: "ΟΔΗΓΙΕΣ" is the help of a menu."""
    return key.endswith("_lines") and key != "recipe_lines" or key in SAID_IN_CAPITALS


def read_table(text: str) -> dict[str, list[str]]:
    """The lists of strings of a TOML file that has nothing else: tomllib takes ten times as long, and a run reads a
    table for each language it meets."""
    table: dict[str, list[str]] = {}
    entries: list[str] = []
    for entry, name in _TOKEN.findall(text):
        if name:
            entries = table.setdefault(name, [])
        elif entry:
            entries.append(json.loads(f'"{entry}"') if "\\" in entry else entry)
    return table


def _with_space(entry: str, folded: str) -> str:
    """A folded entry with the space at its end, which has a meaning."""
    return folded + " " if entry.endswith(" ") else folded
