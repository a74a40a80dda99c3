"""A caption parted from its credit: what a label, brackets, a sign, an agency or capitals show to be one."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.pictures.credits import (
    CREDIT_WORDS,
    ends_in_brackets,
    ends_in_copyright,
    labelled_name,
    names_agency,
    names_house,
)
from copydesk.editing.shapes import folded, lead, length, start_of
from copydesk.frozen import value
from copydesk.given_names import GIVEN_NAMES
from copydesk.text import squeeze

CREDIT_CHARACTERS: Final = 110
"""Characters at the end of a caption in which its credit is looked for."""
NAME_WORDS: Final = 6
"""The most words of a credit that no label shows to be one."""
PARTICLE: Final = 3
"""Letters of the longest part of a name in small ones: "van", "del"."""
LONGEST_TITLE: Final = 5
"""Letters from which a word before a stop is no title of the name behind it."""
SHORTEST_HOUSE: Final = 4
"""Letters of the shortest name of the paper that is known as a credit."""
LABELS: Final = ("credit...", "image source,", "تصوير:", "צילום:", "사진=", "사진 =", "撮影:", "写真:", "写真＝")
"""Labels of credits besides those of the tables."""

_AROUND: Final = " .,;:|·•()[]（）/-–—©"
_OPENING: Final = " |·•-–—([（／/▲△▼↑"
_ENDS: Final = ".!?…»”’\"')]|(（[/。—–"
_LINK_TAIL: Final = re.compile(
    r",? ?(?:purchase licensing rights|opens? (?:in )?(?:a )?new (?:tab|window)).*$", re.IGNORECASE
)
"""What a link behind the credit says."""
_LAST_BRACKETS: Final = re.compile(r"[(\[（]([^()\[\]（）]{2,80})[)\]）]\W{0,3}$")
_AFTER_STOP: Final = re.compile(r"[.!?…。\"”»)]\s+([^.!?。]{2,80})$")
_TAKEN: Final = re.compile(
    r"(?<=[。.\s＝=/])([^。.，、\s＝=]{0,6}(?:记者|記者)?\s?[\u3400-\u9fff·]{2,4})\s?[摄攝]影?$"
    r"|(?<=[.。\s/=])([^\s.]{2,20})\s제공$|(?<=[.\s=/])([\uac00-\ud7af]{2,4}\s(?:사진|선임)?기자)$|(?<=[。＝=])([^。、＝=]{2,14})(?:撮影|提供)$"
)
"""In Chinese, Korean and Japanese whoever "took" or "provided" a picture stands last."""


_GIVEN: Final = re.compile(r"\[([^\[\]]{2,60}?(?:제공|자료사진|촬영|캡처))[^\[\]]{0,40}\]$")


@value(frozen=True, slots=True)
class Captioned:
    """A caption without its credit, and the credit without its label; ``None`` where a line has no such part."""

    caption: str | None
    credit: str | None


def split_credit(text: str, desk: Desk) -> Captioned:
    """A caption parted from its credit: "The pier at dawn. Photo: Jane Doe/Reuters" gives "The pier at dawn." and
    "Jane Doe/Reuters". Where nothing shows a credit, all of it is the caption."""
    line = _unlabelled(squeeze(_LINK_TAIL.sub("", squeeze(text))), desk)
    known = (_at_label(line, desk), _at_brackets(line, desk), _at_sign(line), _at_stop(line, desk))
    ways = (*known, _at_bar(line), _at_giver(line))
    found = next((parted for parted in ways if parted is not None and parted.credit), None)
    return found or Captioned(line or None, None)


def _unlabelled(line: str, desk: Desk) -> str:
    """A caption without the word that says what it is: "Caption: The pier at dawn"."""
    label = start_of(lead(line), desk.words.caption_starts)
    rest = line[len(label) :].strip() if label and label.endswith(":") and len(lead(line)) == len(line) else ""
    return rest or line


def _parted(before: str, credit: str) -> Captioned:
    return Captioned(before.strip(_OPENING).rstrip(",") or None, credit.strip(_AROUND) or None)


def _at_label(line: str, desk: Desk) -> Captioned | None:
    """ "… at dawn. Photo: Jane Doe", "… since 2011.Credit...Jane Doe", "Image source, Jane Doe"."""
    low = folded(line)
    if len(low) != len(line):
        return None
    places = [(low.rfind(start), len(start)) for start in (*desk.words.credit_starts, *LABELS) if start in low]
    labels = [(at, long) for at, long in places if len(line) - at <= CREDIT_CHARACTERS and _is_label(line, at, long)]
    if not labels:
        return None
    at, long = max(labels)
    credit = line[at + long :]
    again = start_of(lead(credit), desk.words.credit_starts)
    credit = credit.strip()[len(again) :] if again and again.endswith(":") else credit  # "Credits: Image: Jane Doe"
    return _parted(line[:at], credit) if 0 < length(credit) <= CREDIT_WORDS else None


def _is_label(line: str, at: int, long: int) -> bool:
    """Whether the words at a place are a label: behind a stop or a mark, or a capital and a colon or the like that run
    into the sentence before: "The pier at dawn Photo: Jane Doe"."""
    before = line[:at].rstrip()
    behind = not before or before[-1] in _ENDS
    run_in = bool(before) and before[-1].islower() and line[at].isupper()
    marked = not line[at + long - 1].isspace() if at == len(before) else line[at + long - 1] in ":："
    listed = before.endswith(",") and line[at : at + long].rstrip().endswith((".", ":", "："))
    return behind or (run_in and marked) or listed


def _at_brackets(line: str, desk: Desk) -> Captioned | None:
    found = _LAST_BRACKETS.search(line)
    if found is None or not ends_in_brackets(line, desk):
        return None
    inside = found[1].strip()
    label = next((start for start in (*desk.words.credit_starts, *LABELS) if folded(inside).startswith(start)), "")
    credit = inside[len(label) :] if label else labelled_name(inside, desk) or inside
    return _parted(line[: found.start()], credit)


def _at_giver(line: str) -> Captioned | None:
    """In Korean whoever gave a picture stands in the last brackets, with what may not be done with it behind."""
    found = _GIVEN.search(line)
    return _parted(line[: found.start()], found[1]) if found else None


def parted_at_house(text: str, houses: frozenset[str]) -> Captioned | None:
    """ "The pier at dawn (Harbour Post)", on a page of that paper, which may call itself "The Harbour Post News"."""
    found = _LAST_BRACKETS.search(squeeze(text))
    name = folded(found[1]).strip() if found else ""
    name = name.rpartition(" for ")[2]  # "Jane Doe for Harbour Post"
    is_house = len(name) >= SHORTEST_HOUSE and any(f" {name} " in f" {house} " for house in houses)
    return _parted(found.string[: found.start()], found[1]) if found and is_house else None


def _at_sign(line: str) -> Captioned | None:
    before, sign, after = line.rpartition("©")
    stands = ends_in_copyright(line) or (sign and not before.strip() and length(after) <= CREDIT_WORDS)
    return _parted(before, after) if stands else None


def _is_person(found: re.Match[str]) -> bool:
    """Whether two to four words behind a sentence are a name that begins with a given one: behind a short word the
    stop may be that of a title ("Gov. Jane Doe")."""
    words = found[1].split()
    before = found.string[: found.start()].split()[-1:]
    is_sentence = bool(before) and len(before[0]) >= LONGEST_TITLE
    named = all(word[:1].isupper() or word.islower() and len(word) <= PARTICLE for word in words)
    return is_sentence and 2 <= len(words) <= 4 and named and folded(words[0]) in GIVEN_NAMES


def parted_at_class(text: str, classed: list[str], desk: Desk) -> Captioned | None:
    """A caption that ends with what an element of its own calls a credit."""
    line = squeeze(text)
    credit = next((value for value in classed if line.endswith(value)), None)
    if credit is None:
        return None
    return _parted(line[: len(line) - len(credit)], split_credit(credit, desk).credit or credit)


def _at_bar(line: str) -> Captioned | None:
    """ "The pier at dawn | Jane Doe": a name behind the last bar, or on both sides of one in the last brackets."""
    before, bar, after = line.rpartition(" | ")
    if bar and before.count("(") > before.count(")"):
        inside = _LAST_BRACKETS.search(line)
        return _parted(line[: inside.start()], inside[1]) if inside and length(inside[1]) <= CREDIT_WORDS else None
    words = [word for word in after.split() if word[:1].isalpha()]
    is_name = 0 < len(words) <= NAME_WORDS and not any(word.islower() and len(word) > PARTICLE for word in words)
    return _parted(before, after) if bar and is_name and not after.endswith((".", "!", "?")) else None


def _at_stop(line: str, desk: Desk) -> Captioned | None:
    """What stands behind the last full stop: an agency, a name with its house, names in capitals, who took it."""
    if taken := _TAKEN.search(line):
        return _parted(line[: taken.start()], next(filter(None, taken.groups()), ""))
    found = _AFTER_STOP.search(line)
    whole = line if "/" in line and names_house(line) else ""  # "Jane Doe/Reuters": all of it is a credit
    last = found[1].strip() if found else whole
    if not 0 < length(last) <= CREDIT_WORDS or not last[:1].isupper():
        return None
    shouted = last.isupper() and length(last) > 1
    known = shouted or names_house(last) or names_agency(folded(last), desk) or (found and _is_person(found))
    return _parted(line[: len(line) - len(last)] if found else "", last) if known else None
