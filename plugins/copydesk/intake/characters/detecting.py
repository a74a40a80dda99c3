"""Which legacy encoding a file is in: asked of charset-normalizer, believed only where the letters bear it out.

The detector tells scripts apart well and the encodings of one script less well: it reads Spanish as Central European
and short texts as anything. So every reading is checked against what text of its language looks like, and where two
readings that differ remain, the file is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from charset_normalizer import from_bytes

from copydesk.intake.characters.alphabets import ALPHABETS, PUNCTUATION, Alphabet

_SAMPLE: Final = 200_000
_MARKUP: Final = re.compile(
    rb"<(script|style)\b(?:[^<]++|<(?!/\1))*+(?:</\1|\Z)|<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|<[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(rb"[A-Za-z\x80-\xff]+")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_ASCII_WORD: Final = re.compile(r"(?<![^\W\d_])[a-z]+(?![^\W\d_])")

_WEST: Final = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")
_RARE: Final = ("mac-roman", "cp850")
"""Encodings of old computers, believed only where no other reading makes sense."""
_EAST: Final = (
    "cp1251 koi8-r koi8-u cp866 iso8859-5 mac-cyrillic cp1253 iso8859-7 cp1255 cp1256 cp874"
    " gb18030 big5 big5hkscs cp932 euc_jp cp949"
).split()
"""Encodings in which articles are found; charset-normalizer knows many more, and proposes them for short texts."""
_RIVALS: Final = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1253", "iso8859-7")
"""Single-byte encodings so alike that the detector takes one for another."""

_FEWEST_LETTERS: Final = 60
"""Below so many letters beyond ASCII, Cyrillic in one encoding is plausible Greek or Cyrillic in another."""
_FEWEST_KNOWN_WORDS: Final = 4
_MOST_FOREIGN: Final = 0.1
_FEW_FOREIGN: Final = 0.04
_MOST_ODD: Final = 0.02
_ODD: Final = re.compile(
    r"[^\W\d_A-Za-z](?<=[\u0430-\u045f\u03ac-\u03ce])[\u0400-\u042f\u0391-\u03a9]"  # a capital after a small letter
    r"|[\x80-\x9f\xa4\xa6\xa8\xac\xb1\xb5\xb6\xb8\u2500-\u259f\ue000-\uf8ff]"  # symbols that wrong readings are full of
    r"|[A-Za-z][\u0370-\u05ff]|[\u0370-\u05ff][A-Za-z]"  # two scripts in one word
    r"|[\u2013\u2014\u2020\u20ac\u2202-\u22ff\xb0\xf7\u0192](?=[\u0430-\u044f])"  # for the capitals of a Macintosh
    r"|(?<!\w)[\u2018\u2019](?=[\u03ac-\u03ce])"  # an apostrophe for a capital with an accent
    r"|[\u0402\u0403\u0409\u040a\u040c\u040f\u0452\u0453\u0459\u045a\u045c\u045f](?=[\u0430-\u044f])"
)


def detect(data: bytes) -> str | None:
    """The codec of ``data``, or ``None`` where no reading is plausible or two that differ are."""
    sample = _MARKUP.sub(b" ", data[:_SAMPLE])
    if _is_latin(sample):
        return _best_latin(sample)
    best = from_bytes(sample, cp_isolation=list(_EAST)).best()
    return _unrivalled(sample, best.encoding) if best is not None else None


def contradicts(data: bytes, codec: str) -> bool:
    """Whether the letters of ``data`` speak against ``codec``, which the page declares."""
    sample = _MARKUP.sub(b" ", data[:_SAMPLE])
    text = sample.decode(codec, "ignore")
    if not _is_latin(sample):
        return codec in _WEST or _oddity(text) > _MOST_ODD
    if codec not in _WEST:
        return _oddity(text) > _MOST_ODD
    alphabet = _alphabet_of(text)
    return alphabet is not None and _foreign(text, alphabet) > 2 * _MOST_FOREIGN


def speaks_against(data: bytes, codec: str) -> bool:
    """Whether a declared ``codec`` that nothing contradicts is still to be looked at: the text has letters its language
    has not, or reads well in another encoding."""
    sample = _MARKUP.sub(b" ", data[:_SAMPLE])
    text = sample.decode(codec, "ignore")
    if _is_latin(sample):
        alphabet = _alphabet_of(text)
        return alphabet is not None and _foreign(text, alphabet) > _FEW_FOREIGN
    best = from_bytes(sample, cp_isolation=list(_EAST)).best()
    return best is not None and sample.decode(best.encoding, "ignore") != text


def looks_like_utf7(text: str) -> bool:
    """Whether pure ASCII holds several UTF-7 escapes of Latin letters or punctuation, and no other "+" before words."""
    escapes = _UTF7.findall(text)
    return len(escapes) >= 2 and sum(map(_decodes_as_utf7, escapes)) >= max(2, 0.8 * len(escapes))


_UTF7: Final = re.compile(r"\+([A-Za-z0-9/]{3,})(?![A-Za-z0-9+/])")
_FROM_UTF7: Final = re.compile("[\xa0-\u024f\u0370-\u04ff\u2010-\u203a\u20ac]+")


def _decodes_as_utf7(escape: str) -> bool:
    try:
        return _FROM_UTF7.fullmatch(f"+{escape}-".encode().decode("utf-7")) is not None
    except UnicodeDecodeError:
        return False


def _is_latin(sample: bytes) -> bool:
    """Whether high bytes stand among ASCII letters, as accented letters do, rather than make up words of their own."""
    tokens = [token for token in _TOKEN.findall(sample) if len(token) > 1 and not token.isascii()]
    high = sum(len(_HIGH.findall(token)) for token in tokens)
    return high < 0.6 * sum(map(len, tokens)) if tokens else True


def _best_latin(sample: bytes) -> str | None:
    """The western encoding whose reading has the fewest letters foreign to the language of the text."""
    alphabet = _alphabet_of(sample.decode("ascii", "replace"))
    if alphabet is None:
        return None
    readings = _readings(sample, _WEST)
    foreign = {codec: _foreign(text, alphabet) for codec, text in readings.items()}
    least = min(foreign.values(), default=1.0)
    best = [codec for codec in readings if foreign[codec] == least]
    if least <= _MOST_FOREIGN:
        return best[0] if len({readings[codec] for codec in best}) == 1 else None
    rare = [codec for codec, text in _readings(sample, _RARE).items() if _foreign(text, alphabet) <= _MOST_FOREIGN / 2]
    return rare[0] if len(rare) == 1 and least > 3 * _MOST_FOREIGN else None


def _unrivalled(sample: bytes, codec: str) -> str | None:
    """``codec``, if its reading has letters enough and fewer oddities than any other that differs."""
    text = sample.decode(codec, "ignore")
    letters = sum(1 for character in text if character > "\x7f" and character.isalpha())
    if letters < _FEWEST_LETTERS or _oddity(text) > _MOST_ODD:
        return None
    if codec.replace("_", "-") not in _RIVALS:
        return codec
    readings = _readings(sample, _RIVALS)
    oddities = {rival: _oddity(reading) for rival, reading in readings.items()}
    least = min(oddities.values(), default=1.0)
    best = [rival for rival in readings if oddities[rival] == least]
    return best[0] if len({readings[rival] for rival in best}) == 1 else None


def _readings(sample: bytes, codecs: Iterable[str]) -> dict[str, str]:
    return {codec: text for codec in codecs if (text := _read(sample, codec)) is not None}


def _read(sample: bytes, codec: str) -> str | None:
    try:
        return sample.decode(codec)
    except UnicodeDecodeError:
        return None


def _alphabet_of(text: str) -> Alphabet | None:
    """The alphabet of the language whose frequent words the text has most of."""
    words = _ASCII_WORD.findall(text.lower())
    hits = {key: sum(1 for word in words if word in known.words) for key, known in ALPHABETS.items()}
    best = max(hits, key=lambda key: hits[key])
    return ALPHABETS[best] if hits[best] >= _FEWEST_KNOWN_WORDS else None


def _foreign(text: str, alphabet: Alphabet) -> float:
    """The share of the characters beyond ASCII that the language does not have."""
    beyond = [character for character in text.lower() if character > "\x7f"]
    foreign = sum(1 for character in beyond if character not in alphabet.letters and character not in PUNCTUATION)
    return foreign / max(1, len(beyond))


def _oddity(text: str) -> float:
    """The share of the characters beyond ASCII that stand where no language puts them; 1 for a text all in capitals."""
    beyond = [character for character in text if character > "\x7f"]
    capitals = sum(map(str.isupper, beyond))
    if capitals > len(beyond) / 2:
        return 1.0
    return len(_ODD.findall(text)) / max(1, len(beyond))
