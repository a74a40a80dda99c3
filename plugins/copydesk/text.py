"""Words about strings that every stage needs: folding, spaces, words, script. Pure, and knows nothing of news."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from sys import intern

ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces other than U+0020 that a page sets for looks; U+3000 is the space of Chinese and Japanese."""

_WIDE = "\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff01\uff08-\uff0c\uff0e\uff10-\uff19\uff1f-\uff5b\uff5d-\uff9f"
WIDE_SPACE = f"(?<=[{_WIDE}])\u3000(?=[{_WIDE}])"
"""An expression for U+3000 where it is a mark of Chinese or Japanese print: between two characters as wide as it is, it
parts a headline or stands behind a question mark. Elsewhere, beside bars and colons too, it is there for looks."""

INVISIBLE = "\u00ad\u200b\u2060\ufeff\u180e"
"""Soft hyphen, zero-width space, word joiner, byte-order mark, Mongolian separator: never part of a word."""

SPACELESS = frozenset({"han", "kana", "thai", "lao", "khmer", "myanmar"})
"""Scripts that set no spaces between words."""

STOPLESS = frozenset({"thai", "lao", "khmer", "myanmar"})
"""Those of them that set no full stops."""

_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
"""What is written on a letter, as the vowels of India's scripts are, and is part of its word; the full stop of those
scripts (U+0964, U+0965) is not."""
_WORD = re.compile(rf"\w[\w{_SIGNS}]*")
_IN_WORD = re.compile(rf"[\w{_SIGNS}]")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_SPACED = bytes(code if re.match(r"\w", chr(code)) else ord(" ") for code in range(256))
"""What is no part of a word as a space: where all is ASCII, words are parted so three times as fast."""
_SHAPES = _SPACED.translate(bytes(ord(" ") if code == ord(" ") else ord("x") for code in range(256)))
"""A table that turns every letter into one and all else into spaces: words are counted where they begin."""
_NO_ASCII_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_OF_ASCII = bytes(range(128))
_BY_CHARACTER = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_FOLDED: dict[str, str] = (
    dict.fromkeys("‘’‚‛′`´ʼ", "'")
    | dict.fromkeys("“”„‟″«»「」", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys(INVISIBLE, "")
    | dict.fromkeys(ODD_SPACES, " ")
    | {"\u2026": "..."}
)
_UNFOLDED = re.compile(f"[{''.join(_FOLDED)}]")  # finds the few such marks of a line faster than `str.translate`

_WIDE_SPACE = re.compile(WIDE_SPACE)

_JOINERS = re.compile("(?<=[^\0-\u058f\u2000-\u206f])[\u200c\u200d](?=[^\0-\u058f\u2000-\u206f])|\u3000")
"""What joins or parts two characters of the scripts that need it, as Persian and Hindi do, and emoji; and the space of
Chinese and Japanese, which Python counts among what cannot be seen."""

_FEW = 24
"""Kinds of characters that are replaced in a text one after the other sooner than an expression finds its words."""

_REMEMBERED = 4096
"""Lines of a seed of which an answer is remembered: every stage asks the same of a line again and again. `pipeline`
forgets them with the seed."""

_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "latin"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x077F, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
    (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"),
    (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"),
    (0x0D80, 0x0DFF, "sinhala"),
    (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"),
    (0x1000, 0x109F, "myanmar"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "ethiopic"),
    (0x1780, 0x17FF, "khmer"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB50, 0xFEFC, "arabic"),
)


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """The text as it is compared, never as it is shown: case, width, quotes, dashes and spaces evened out."""
    if text.isascii():
        return squeeze(text.replace("`", "'").lower())
    return squeeze(_evened_out(text))


def fold_lines(lines: Iterable[str]) -> list[str]:
    """Lines of a table folded, all together and not remembered: a fourth of the time of one after the other."""
    return [squeeze(line) for line in _evened_out("\n".join(lines)).split("\n")]


def _evened_out(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNFOLDED.sub(lambda mark: _FOLDED[mark[0]], text))
    return text.replace("`", "'").casefold().replace("i\u0307", "i")


def squeeze(text: str) -> str:
    """The text with every run of white space as one space and none at its ends."""
    if "  " not in text and text.isprintable():  # no white space but single spaces
        return text.strip(" ")
    return " ".join(text.split())


def spaced(text: str) -> str:
    """The same as it is shown: U+3000 stays where it is a mark of print."""
    return squeeze(text) if "\u3000" not in text else "\u3000".join(map(squeeze, _WIDE_SPACE.split(text)))


def whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can write and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def is_seen(text: str) -> bool:
    """Whether every character of a text can be seen, or joins two that can and need it."""
    return text.isprintable() or _JOINERS.sub("", text).isprintable()


def visible(text: str) -> str:
    """The text as a terminal may be given it: no character that cannot be seen, or that changes the order of others."""
    if is_seen(text):
        return text
    joining = {joiner.start() for joiner in _JOINERS.finditer(text)}
    return "".join(
        letter if letter.isprintable() or place in joining else f"\\u{ord(letter):04x}"
        for place, letter in enumerate(text)
    )


def one_line(text: str) -> str:
    """The text as one line of what is told: `visible`, whatever lines it had."""
    return visible(" ".join(text.split()))


def without_accents(text: str) -> str:
    """The text in small letters without what stands over or under them: "María" is "maria"."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def line_key(text: str) -> str:
    """What a line is known by across pages: twelve hex digits of a hash of it folded, every number as one."""
    return hashlib.blake2b(_DIGITS.sub("0", fold(text)).encode("utf-8", "replace"), digest_size=6).hexdigest()


def has_figure(text: str) -> bool:
    """Whether a figure of any script stands in a text."""
    return _DIGIT.search(text) is not None if text.isascii() else any(map(str.isdigit, text))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, case folded, marks left out; one a character where the script sets no spaces."""
    text = text.casefold()
    if text.isascii():
        return tuple(text.encode("ascii").translate(_SPACED).decode("ascii").split())
    odd = beyond_ascii(text)
    if len(odd) <= _FEW and not any(map(_IN_WORD.match, odd)):  # quotation marks and dashes
        return words_of(_in_ascii(text, odd))
    whole = _WORD.findall(text)
    if not _BY_CHARACTER.search(text):
        return tuple(whole)
    found: list[str] = []
    for word in whole:
        if word.isascii() or not _BY_CHARACTER.search(word):
            found.append(word)
        else:
            found.extend(map(intern, word))  # else each character would be a string of its own
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def words(line: str) -> tuple[str, ...]:
    """The words of a line, remembered: those of a whole text, which is asked for them once, are `words_of` it."""
    return words_of(line)


@lru_cache(maxsize=_REMEMBERED)
def count_words(text: str) -> int:
    """How many words a text has; two characters count as one word where the script sets no spaces."""
    if text.isascii():
        shapes = text.encode("ascii").translate(_SHAPES)
        return shapes.count(b" x") + shapes.startswith(b"x")
    odd = beyond_ascii(text)
    if not _BY_CHARACTER.search("".join(odd)):
        return count_words(_in_ascii(text, odd)) if len(odd) <= _FEW else len(_WORD.findall(text))
    total = 0.0
    for word in _WORD.findall(text):
        single = 0 if word.isascii() else _BY_CHARACTER.subn("", word)[1]  # findall would make a string of each
        total += single / 2 if single else 1
    return round(total + 0.01)


def beyond_ascii(text: str) -> set[str]:
    """The characters of a text that are not of ASCII; found as bytes, a quarter of the time of looking at each."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _OF_ASCII).decode("utf-8", "surrogatepass"))


def _in_ascii(text: str, odd: set[str]) -> str:
    """A text with as many words, its ``odd`` characters as a letter of ASCII or as a space."""
    for character in odd:
        text = text.replace(character, "x" if _IN_WORD.match(character) else " ")
    return text


@lru_cache(maxsize=4096)
def script_of(character: str) -> str | None:
    """The script of one letter ("latin", "han", "kana", "arabic", …), ``None`` for what is no letter of a script."""
    code = ord(character)
    if not character.isalpha():
        return None
    for first, last, name in _SCRIPTS:
        if first <= code <= last:
            return name
    return None


def script(text: str) -> str | None:
    """The script most letters of a text are written in, ``None`` where it has no letters.

    Japanese counts as "kana" as soon as a tenth of its letters are kana, since most of the rest are Chinese ones.
    """
    if text.isascii():
        return "latin" if any(letter.isalpha() for letter in text) else None
    counts = _by_script(text)
    if not counts:
        return None
    if counts["kana"] * 10 >= counts["kana"] + counts["han"] > 0 and counts["han"] + counts["kana"] >= max(
        counts.values()
    ):
        return "kana"
    most = max(counts.values())
    return next(name for character in text if (name := script_of(character)) and counts[name] == most)


def _by_script(text: str) -> Counter[str]:
    """How many letters of each script a text has; those of ASCII, often nearly all, are not looked at singly."""
    counts: Counter[str] = Counter()
    for character, number in Counter(_ASCII.sub("", text)).items():
        if name := script_of(character):
            counts[name] += number
    if plain := len(text.encode("ascii", "ignore").translate(None, _NO_ASCII_LETTERS)):
        counts["latin"] += plain
    return counts


def is_spaceless(text: str) -> bool:
    """Whether most of the text is in a script that sets no spaces between words."""
    return not text.isascii() and _BY_CHARACTER.search(text) is not None and script(text) in SPACELESS


def is_stopless(text: str) -> bool:
    """Whether most of the text is in a script that sets no stop at the end of a sentence."""
    return not text.isascii() and _BY_CHARACTER.search(text) is not None and script(text) in STOPLESS
