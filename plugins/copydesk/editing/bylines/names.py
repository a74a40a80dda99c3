"""The names on a line: what of "Steffan Roe Deputy Editor | 05.04.2025" is a name, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.bylines.words import (
    AGENCIES,
    BIO_VERBS,
    FIELDS,
    GENRES,
    NOT_NAMES,
    PARTICLES,
    PORTRAITS,
    SURNAMES_TOO,
)
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import bare, folded
from copydesk.given_names import GIVEN_NAMES
from copydesk.text import is_spaceless, script, squeeze

LONGEST, MOST_WORDS = 160, 22
"""Characters and words of the longest line that is read for names."""
SIGNED = 40
"""Characters of the longest line that only a reporter signs."""
NAME_WORDS = 5
"""Words of the longest name."""

_STRONG_AND = r"\s(?:and|und|et|og|och|with|ve|dan|и|και|och)\s"
_WEAK_AND = re.compile(r"\s(?:y|e|en|i|та|і)\s")
_BETWEEN = re.compile(rf"[|•·/;,&()\[\]\n\t:，、｜]+|\s[–—-]+\s|{_STRONG_AND}", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ]{2})|(?<=[^\W\d_])(?=\d)|(?<=[a-zß-ÿ])(?=[A-Z]{3})")
_WHEN = re.compile(r"(?<!\s)\s++\([^\W\d_A-ZÀ-Þ][^()\d]{1,19}\)")
"""What a live page says in brackets of when its writers wrote: "Jane Doe (now) and John Roe (earlier)"."""
_NAME_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_'’.\-]|[\u0900-\u0963\u0980-\u0dff])*(?:[.'’\-](?:[^\W\d_a-z][^\W\d_]*|[a-z]?))*"
)
_HANGUL_NAME = re.compile(r"(?<![\uac00-\ud7af])([\uac00-\ud7af]{2,4})\s?(?:[\uac00-\ud7af]{0,4}기자|특파원|논설위원)")
_HAN_NAMES = (
    re.compile(r"(?:记者|記者)[:：\s]*([\u3400-\u9fff]{2,3})(?![\u3400-\u9fff])"),
    re.compile(r"^([\u3400-\u9fff]{3,5})\s?(?:记者|記者)$"),
)
_EASTERN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""A letter of Korean, Chinese or Japanese."""
_MAIL = re.compile(r"(?:(?<![\s=(\[])[\s=(\[]++)?(?<![\w.+-])[\w.+-]++@[\w.-]+[\s)\]]*")
_GENRE_LEAD = re.compile(rf"(?:{'|'.join(GENRES)}) (?:von|by|par|por|de) ", re.IGNORECASE)
BY_GLUED = re.compile(r"(?:[A-Z][a-z]{2,12}(?=By))?[Bb]y(?=[A-Z][a-zß-ÿ]+ [A-Z])")
"""A lead run into the name, as links do in dumps, perhaps with the kicker before it: "byJane Roe", "NewsByJane Roe"."""
_EDGES = " .,:;-–—*_\"'“”„«»|\u200b"


@dataclass(frozen=True, slots=True)
class NamedLine:
    """The names of a line as it writes them; whether a word such as "By" led to them; what stands before the first
    name and after the last; whether the line goes on as a sentence about who that is."""

    names: tuple[str, ...]
    led: bool
    before: str
    rest: str
    tells_who: bool = False

    @property
    def value(self) -> str:
        """The names as a byline."""
        return ", ".join(self.names)


def read_names(text: str, desk: Desk) -> NamedLine | None:
    """The names that a short line gives, ``None`` where it begins with something else."""
    line = squeeze(text)
    if len(line) < 3:
        return None
    if len(line) > LONGEST or line.count(" ") >= MOST_WORDS:
        return _teller(line, desk)
    if script(line) in ("hangul", "han", "kana"):
        return _eastern(line)
    before, led, rest = _after_lead(line, desk)
    return _western(before, led, rest, desk) or _teller(line, desk)


def is_lead(text: str, desk: Desk) -> bool:
    """Whether a line is only what leads to the name on the next: "Author of the article:"."""
    return f"{bare(text)} " in desk.words.byline_leads


def unglued(text: str, desk: Desk) -> str:
    """The line with a bar where a job or a word of the page runs into a name, as links do in dumps: "RoeReporter"."""
    led = BY_GLUED.match(text)
    parts = _GLUED.split(f"By {text[led.end() :]}" if led and len(led[0]) > len("by") else text)
    line = parts[0]
    for part in parts[1:]:
        word = folded(part).split(" ")[0].strip(_EDGES)
        line += ("|" if word in desk.words.job_words or word in NOT_NAMES else "") + part
    return line


def signed_name(text: str) -> str | None:
    """Whom a line names that is signed with the word for reporter and says nothing else: "순천 박서연 기자"."""
    if not _EASTERN.search(text):  # neither Korean nor Chinese nor Japanese
        return None
    line = _MAIL.sub(" ", squeeze(text)).strip()
    found = _eastern(line) if len(line) <= SIGNED and script(line) in ("hangul", "han", "kana") else None
    return found.value if found and not found.rest.strip(_EDGES) else None


def _eastern(line: str) -> NamedLine | None:
    """Names beside the word for reporter, as they are signed in Korean, Chinese and Japanese."""
    searches = (pattern.search(line) for pattern in (_HANGUL_NAME, *_HAN_NAMES))
    found = next((match for match in searches if match), None)
    if found is None:
        return None
    return NamedLine((found[1],), True, line[: found.start()], line[found.end() :])


def _after_lead(line: str, desk: Desk) -> tuple[str, bool, str]:
    """What stands before a leading word, whether there is one, and what follows it."""
    low = folded(line)
    if len(low) != len(line):
        return "", False, line
    if found := _GENRE_LEAD.match(line) or BY_GLUED.match(line):
        return "", True, line[found.end() :].strip(_EDGES)
    for start in (*PORTRAITS, *_leads(desk)):
        if start not in low:
            continue
        if low.startswith(start):
            return "", True, line[len(start) :].strip(_EDGES)
        at = low.find(" " + start)
        after = line[at + 1 + len(start) :].strip()
        if at > 0 and after[:1].isupper() and line[at + 1 : at + 2].isupper():
            return line[:at], True, after
    return "", False, line.strip(_EDGES)


@lru_cache(maxsize=64)
def _sorted_leads(starts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted((start for start in starts if start.endswith((" ", ":", "："))), key=len, reverse=True))


def _leads(desk: Desk) -> tuple[str, ...]:
    return _sorted_leads(desk.words.byline_starts)


def _western(before: str, led: bool, text: str, desk: Desk) -> NamedLine | None:
    names: list[str] = []
    rest = ""
    for piece in _pieces(text):
        name, left = _leading_name(piece, desk)
        if name is None and not names and (rest or not holds_date(piece, desk)):
            return None
        if name is not None and (not rest.strip() or not names) and name not in names:
            names.append(name)
        elif name is None:
            rest += f" {piece}"
        rest += f" {left}" if name is not None and left else ""
    return NamedLine(tuple(names), led, before, rest.strip()) if names else None


def _pieces(text: str) -> Iterator[str]:
    for piece in _BETWEEN.split(_GLUED.sub("|", _WHEN.sub("", text) if "(" in text else text)):
        parts = _WEAK_AND.split(piece)
        yield from (part for part in (parts if all(" " in part for part in parts) else [piece]) if part.strip(_EDGES))


def _leading_name(piece: str, desk: Desk) -> tuple[str | None, str]:
    """The name a piece begins with, and what is left of the piece."""
    piece = piece.strip(_EDGES)
    tokens = piece.split()
    agency = _leading_agency(tokens)
    if agency:
        return " ".join(tokens[:agency]), " ".join(tokens[agency:])
    found = _once(_name_words(tokens, desk))
    proper = [token for token in found if token.casefold() not in PARTICLES]
    if not 2 <= len(proper) <= NAME_WORDS or not _is_even(proper):
        return None, piece
    return " ".join(found).strip(_EDGES), " ".join(tokens[len(found) :])


def _name_words(tokens: list[str], desk: Desk) -> list[str]:
    """The words from the first on that may be a name's, without particles and words of a field at the end."""
    found: list[str] = []
    for token in tokens:
        surname = len(found) == 1 and folded(found[0]) in GIVEN_NAMES and folded(token) in SURNAMES_TOO
        if not surname and not _is_name_word(token, first=not found, desk=desk):
            break
        found.append(token)
    while found and found[-1].casefold() in PARTICLES:
        found.pop()
    if len(found) > 2 and found[-1].casefold() in FIELDS:
        found.pop()
    return found


def _once(found: list[str]) -> list[str]:
    """A name set twice in a row, once."""
    half = len(found) // 2
    return found[:half] if half > 1 and found[:half] == found[half:] else found


def _leading_agency(tokens: list[str]) -> int:
    """How many words at the beginning name an agency, no name following them."""
    for count in range(min(3, len(tokens)), 0, -1):
        after = tokens[count][:1] if count < len(tokens) else ""
        if folded(" ".join(tokens[:count])) in AGENCIES and not after.isalpha():
            return count
    return 0


def _is_name_word(token: str, first: bool, desk: Desk) -> bool:
    low = folded(token).strip(".")
    if low in PARTICLES and (not first or token[:1].isupper() or low in ("van", "von", "de", "al", "el")):
        return True
    if not _NAME_WORD.fullmatch(token) or token[:1].islower() or is_spaceless(token):
        return False
    if low in GIVEN_NAMES:
        return True
    if low in NOT_NAMES or low.endswith("'s"):
        return False
    return low not in desk.words.job_words and low not in desk.words.months and low not in desk.words.small_words


def _is_even(proper: list[str]) -> bool:
    """Whether the words of a name are all in capitals or none is but initials, and one is more than an initial."""
    long = [word for word in proper if len(word.strip(".")) > 2]
    shouted = [word for word in long if word.isupper()]
    return bool(long) and len(shouted) in (0, len(long)) and len(proper[-1].strip(".")) > 1


def _teller(line: str, desk: Desk) -> NamedLine | None:
    """A sentence that says who the writer is."""
    name, left = _leading_name(line[:120], desk)
    words = left.split(maxsplit=3)
    if name is None or not words or words[0].casefold() not in BIO_VERBS or len(line) > 700:
        return None
    return NamedLine((name,), False, "", line[len(name) :], tells_who=True)
