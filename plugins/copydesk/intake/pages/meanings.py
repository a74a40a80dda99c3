"""What elements mean to the walk over a page: all that a name, a class and an id say, found out once for each set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from copydesk.frozen import value
from copydesk.intake.machines.evidence import TELLING
from copydesk.intake.markup import elements
from copydesk.intake.markup.classwords import NAMING, UNTOLD, Named, named, words_of
from copydesk.intake.markup.hidden import HIDING
from copydesk.intake.markup.styles import Styles

Attributes = Mapping[str, str | None]

SETTING: Final = frozenset(
    ("blockquote", "figcaption", "caption", *elements.HEADINGS, *elements.PREFORMATTED, *elements.APART)
)
"""Elements whose name alone says something of the text inside."""

SPEAKING: Final = TELLING | HIDING
"""Attributes without which an element says nothing to machines and is hidden only by its name or class."""

_NAMING_BESIDES: Final = frozenset(NAMING[1:])


@value(frozen=True, slots=True)
class Meaning:
    """What an element ``tag`` says by its name and its names: ``words`` those in its class and the like, ``named`` what
    they tell, ``is_block`` whether it begins and ends a run of text, ``sets`` whether it says something of all text
    inside, ``tells`` whether what it shows is a clue, ``is_odd`` whether it may be hidden, or beside the story, by
    them."""

    tag: str
    words: tuple[str, ...]
    named: Named
    is_block: bool
    sets: bool
    tells: bool
    is_odd: bool


class Meanings:
    """The meanings of the elements of one page."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[str | None, ...], Meaning] = {}

    def of(self, tag: str, attributes: Attributes) -> Meaning:
        """What an element of this name with these attributes means."""
        if _NAMING_BESIDES.isdisjoint(attributes):  # most elements have a class at most
            key: tuple[str | None, ...] = (tag, attributes.get("class"))
        else:
            key = (tag, *map(attributes.get, NAMING))
        meaning = self._known.get(key)
        if meaning is None:
            meaning = _meaning(tag, " ".join(filter(None, key[1:]))[:1000])
            if self._styles.hide(tag, attributes, meaning.words):
                meaning = _hidden(meaning)
            self._known[key] = meaning
        return meaning


def _meaning(tag: str, names: str) -> Meaning:
    words = words_of(names) if names else ()
    told = named(names, words) if words else UNTOLD
    return Meaning(
        tag,
        words,
        told,
        tag in elements.BLOCKS,
        told.sets or tag in SETTING,
        told.tells or tag == "time",
        told.apart or told.off_screen or told.pops or tag in elements.FOLDED,
    )


def _hidden(meaning: Meaning) -> Meaning:
    """The meaning of an element that a style sheet of the page hides: all text in a block-level one is known to be
    unshown, what is amid a line is read apart from it."""
    if meaning.is_block:
        return replace(meaning, named=replace(meaning.named, hidden=True, sets=True), sets=True)
    return replace(meaning, named=replace(meaning.named, off_screen=True), is_odd=True)


def not_apart(meaning: Meaning) -> Meaning:
    """The meaning of an element without what its class names set apart: it holds the story itself."""
    return replace(meaning, named=replace(meaning.named, apart=False))
