"""Which kind of character each code point is, as lookup tables over the Basic Multilingual Plane.

The judge reads a page as one array of code points; everything it knows of a character is one lookup here. Code points
beyond the plane count as symbols (emoji), which is what nearly all of them are on news pages.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

PLANE: Final = 0x10000

KINDS: Final = (
    "space",
    "lower",
    "upper",
    "uncased",
    "ideograph",
    "digit",
    "stop",
    "comma",
    "colon",
    "ellipsis",
    "quote",
    "apostrophe",
    "dash",
    "slash",
    "bar",
    "bracket",
    "at",
    "hash",
    "rights",
    "money",
    "underscore",
    "equals",
    "symbol",
    "mark",
    "other",
)
"""The kinds of characters, by number. "ideograph" stands for every script written without spaces."""

KIND: Final = {name: number for number, name in enumerate(KINDS)}


def of_kinds(*names: str) -> NDArray[np.bool_]:
    """For each kind by number, whether it is one of the named."""
    return np.isin(np.arange(len(KINDS)), [KIND[name] for name in names])


_NAMED: Final = {
    "stop": ".!?。！？।؟۔｡",
    "comma": ",;、，；،؛",
    "colon": ":：",
    "ellipsis": "…",
    "quote": '"“”„‟«»‹「」『』〈〉《》',
    "apostrophe": "'’‘‚`´",
    "dash": "-‐‑‒–—―−",
    "slash": "/\\",
    "bar": "|•·●▪■◆►▶→›»▸‣⁄",
    "bracket": "()[]{}（）【】",
    "at": "@",
    "hash": "#",
    "rights": "©®™",
    "money": "$€£¥₹%",
    "underscore": "_",
    "equals": "=+*<>~^",
}
"""Characters that mean something on news pages, by kind; the first kind that names a character has it."""

_BY_CHARACTER: Final = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x0E00, 0x0E7F), (0x1000, 0x109F))
"""Scripts without spaces between words: kana, ideographs, Thai, Burmese."""

_CATEGORIES: Final = {
    "Ll": "lower",
    "Lu": "upper",
    "Lt": "upper",
    "Lo": "uncased",
    "Lm": "uncased",
    "Nd": "digit",
    "Nl": "digit",
    "No": "digit",
    "Mn": "mark",
    "Mc": "mark",
    "Zs": "space",
    "Zl": "space",
    "Zp": "space",
    "Cc": "space",
    "Cf": "mark",
    "Sc": "money",
    "Pd": "dash",
    "Ps": "bracket",
    "Pe": "bracket",
    "Po": "other",
}


def _kind_of(character: str, named: dict[str, str]) -> int:
    name = named.get(character) or _CATEGORIES.get(unicodedata.category(character), "symbol")
    return KIND[name]


@lru_cache(maxsize=1)
def kind_table() -> NDArray[np.uint8]:
    """The kind of each code point of the plane."""
    named: dict[str, str] = {}
    for name, characters in _NAMED.items():
        for character in characters:
            named.setdefault(character, name)
    table = np.fromiter((_kind_of(chr(code), named) for code in range(PLANE)), np.uint8, PLANE)
    letters = np.isin(table, [KIND["uncased"], KIND["mark"]])
    for first, last in _BY_CHARACTER:
        block = slice(first, last + 1)
        table[block][letters[block]] = KIND["ideograph"]
    return table


@lru_cache(maxsize=1)
def fold_table() -> NDArray[np.uint32]:
    """The lower-case form of each code point, every digit folded to "0"."""
    table = np.arange(PLANE, dtype=np.uint32)
    for code in range(PLANE):
        lower = chr(code).lower()
        if len(lower) == 1:
            table[code] = ord(lower)
    table[kind_table() == KIND["digit"]] = ord("0")
    return table
