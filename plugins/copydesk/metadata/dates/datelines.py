"""The dateline: the place, and often the day and the agency, that open the lede: "LAGOS, May 3 (Meridian) — …".

What opens a story is a dateline only where something besides its shape says so: an agency this house knows, a day, or a
place in capitals before a dash. The habits are those of the Associated Press and Reuters, of dpa ("Berlin (dpa) - "),
ANSA ("(ANSA) - ROMA, 03 MAG - "), EFE (".- "), RIA ("МОСКВА, 5 янв - РИА Новости. "), TASS ("МОСКВА, 5 января.
/ТАСС/. "), Xinhua ("新华社北京4月24日电"), Kyodo and the Japanese papers ("【ソウル＝…】") and Yonhap
("(서울=연합뉴스)").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from copydesk.metadata.dates.month_names import month_number
from copydesk.metadata.dates.reading import read_value
from copydesk.metadata.names.agencies import agency_named
from copydesk.model import Block, Clue, FactName, Paragraph
from copydesk.text import fold, squeeze

LONGEST: Final = 90
"""Characters of the longest dateline."""

PLACE_WORDS, REGION_WORDS = 4, 3
"""Words of the longest place, and of the longest region behind it."""

WORDS_ALONE, LETTERS_ALONE = 3, 5
"""A place with nothing but a dash behind it: words of the longest (four in capitals are a headline), and letters of the
shortest (four are as often an abbreviation: "NATO — ")."""

LOOKED_AT: Final = 3
"""Blocks at the beginning of a story among which the first paragraph is looked for."""

CRIES: Final = frozenset(
    "update updated exclusive breaking watch video live analysis opinion comment photos pictures read note correction"
    " interview review alert urgent eilmeldung exklusiv kommentar urgent vidéo exclusif urgente última opinión análisis"
    " ultima aggiornamento срочно молния видео обновлено εκτακτο".split()
)
"""Words in capitals before a dash that are no place."""

_DASH: Final = re.compile(r"(?:(?<!\s)\s++)?(?:—|–|\.\s?-{1,2}|--)\s*|\s-\s")
_NOTE: Final = re.compile(r"(?:(?<!\s)\s++)?[(（]([^()（）]{1,60})[)）]\s*")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_BEHIND: Final = re.compile(r", (?:19|20)\d\d$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTED: Final = re.compile(r"(?:(?<!\s)\s++)?[,،]\s*")
_CHINESE: Final = re.compile(
    r"[（(]?据?(?P<head>[^\s\d，。、：（(]{2,14})(?P<day>(?:\d{1,2}月)?(?:\d{1,2}日)?)(?:综合)?[电電][）)]?"
)
_JAPANESE: Final = re.compile(r"【(?P<head>[^【】]{2,24})】")
_REPORTED: Final = re.compile(
    r"(?:本[报報刊台网網]|[\u3400-\u9fff]{2,6})?[讯訊]\s?[（(](?:[\u3400-\u9fff]{0,6})?[记記]者\s?"
    r"(?P<by>[\u3400-\u9fff]{2,4}(?:[、，,\s]+[\u3400-\u9fff]{2,4}){0,3})(?:\s?(?:通讯员|通訊員|实习生).{0,12})?[）)]"
)
"""Who reported, as Chinese papers open a story: "本报讯（记者 林小雨）"."""
_SLASHED: Final = re.compile(r"(?P<head>[^/\n]{2,60}?)\s?/(?P<by>[^\s/][^/\n]{1,30})/(?:\s?(?:--?|[—–.]))?\s*")
"""An agency between slashes behind the place and the day."""
_KOREAN: Final = re.compile(r"\((?P<place>[^()=]{1,12})=(?P<by>[^()=]{2,12})\)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a story: the ``place`` as it is printed, the day as it is written, the agency by its usual name, the
    ``length`` in characters of all of it, with the dash and the spaces behind, and ``writer``, who filed from there
    ("【東湾＝田中一】")."""

    place: str | None
    day: str | None
    agency: str | None
    length: int
    writer: str | None = None

    @property
    def label(self) -> str | None:
        """Place and day, as they are printed; ``None`` for an agency alone."""
        return ", ".join(part for part in (self.place, self.day) if part) if self.place else None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that opens a paragraph, if one does."""
    head = text[: LONGEST + 1]
    return _in_brackets(head) or _before_wire_mark(head) or _between_slashes(head) or _before_dash(head)


def clues_of_dateline(blocks: Sequence[Block]) -> tuple[Clue, ...]:
    """What the dateline of a story says of its facts: the agency, the writer, and the day where it is a whole date."""
    opening = next((block for block in blocks[:LOOKED_AT] if isinstance(block.kind, Paragraph)), None)
    found = read_dateline(opening.text) if opening else None
    if opening is None or found is None:
        return ()
    day = found.day if found.day and read_value(found.day) else None
    said: tuple[tuple[FactName, str | None], ...] = (
        ("agency", found.agency),
        ("author", found.writer),
        ("published", day),
    )
    return tuple(Clue(fact, value, "dateline", opening.place) for fact, value in said if value)


def without_dateline(text: str) -> str:
    """A text without the dateline that opens it: what a card or a preview shows, where the place says little."""
    found = read_dateline(text)
    return text[found.length :].lstrip() if found and found.label else text


# --- marks that only wires set ----------------------------------------------------------------------------------------


def _in_brackets(text: str) -> Dateline | None:
    """ "【ソウル＝小池和樹】", "【ワシントン共同】", "(서울=연합뉴스)", "本报讯（记者 林小雨）"."""
    if match := _REPORTED.match(text):
        return Dateline(None, None, None, match.end(), squeeze(match["by"]))
    if match := _KOREAN.match(text):
        return Dateline(squeeze(match["place"]), None, agency_named(match["by"]), match.end())
    match = _JAPANESE.match(text)
    if match is None:
        return None
    place, mark, by = match["head"].replace("=", "＝").partition("＝")
    agency, place = (agency_named(by), place) if mark else _agency_at(place, ends=True)
    if not mark and not agency:
        return None
    place = squeeze(place)
    is_day = any(map(str.isdigit, place))
    writer = squeeze(by) if mark and not agency else None
    return Dateline(None if is_day else place or None, place if is_day else None, agency, match.end(), writer)


def _before_wire_mark(text: str) -> Dateline | None:
    """ "新华社北京4月24日电", "据新华社电"."""
    match = _CHINESE.match(text)
    agency, place = _agency_at(match["head"], ends=False) if match else (None, "")
    return Dateline(place or None, match["day"] or None, agency, match.end()) if match and agency else None


def _between_slashes(text: str) -> Dateline | None:
    """ "МОСКВА, 22 ноября. /ТАСС/. ", "BOSTON, Nov. 18, 2026 /PRNewswire/ -- "."""
    match = _SLASHED.match(text)
    agency = agency_named(match["by"]) if match else None
    head = _read_head(f"{match['head'].rstrip(' .')} ({match['by']})") if match and agency else None
    return Dateline(head.place, head.day, agency, match.end()) if match and head else None


def _agency_at(head: str, ends: bool) -> tuple[str | None, str]:
    """The agency whose name ends or begins a text without spaces, the longest such name, and the rest."""
    for size in range(len(head), 1, -1):
        name, rest = (head[-size:], head[:-size]) if ends else (head[:size], head[size:])
        if agency := agency_named(name):
            return agency, rest
    return None, head


# --- a place before a dash --------------------------------------------------------------------------------------------


def _before_dash(text: str) -> Dateline | None:
    for match in list(_DASH.finditer(text))[:2]:
        head = _read_head(text[: match.start()])
        if head is None:
            continue
        behind = _before_dash(text[match.end() :]) if head.place is None else None  # "(ANSA) - ROMA, 03 MAG - "
        if behind and behind.place:
            return Dateline(behind.place, behind.day, head.agency, match.end() + behind.length)
        after, length = _agency_behind(text[match.end() :])
        return Dateline(head.place, head.day, head.agency or after, match.end() + length)
    return None


def _agency_behind(text: str) -> tuple[str | None, int]:
    """The agency that is all of the first sentence behind the dash ("РИА Новости. ")."""
    sentence, stop, _ = text.partition(". ")
    agency = agency_named(sentence) if stop else None
    return (agency, len(sentence) + len(stop)) if agency else (None, 0)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the dash of a dateline."""

    place: str | None
    day: str | None
    agency: str | None


def _read_head(text: str) -> _Head | None:
    """The place, the day and the agency before a dash; ``None`` if the text is no head of a dateline."""
    notes = [squeeze(note) for note in _NOTE.findall(text)]
    parts = _with_years([part for part in _PARTED.split(squeeze(_NOTE.sub(" ", text))) if part])
    agency = next(filter(None, map(agency_named, notes)), None)
    day = next((part for part in (*parts[1:], *notes) if _is_day(part)), None)
    if not parts:
        return _Head(None, None, agency) if agency else None
    place, regions = parts[0], [part for part in parts[1:] if part != day]
    if len(regions) > 2 or not all(_is_name(region, REGION_WORDS) for region in regions):
        return None
    dated = day is not None and _YEAR_BEHIND.search(day) is not None
    is_certain = agency is not None or dated or bool(notes and day)  # then the place need not be in capitals
    is_place = _is_name(place, PLACE_WORDS) and (is_certain or _is_capitals(place, bool(notes or day)))
    return _Head(place, day, agency) if is_place else None


def _with_years(parts: list[str]) -> list[str]:
    """The parts of a head with the year put to the day before it: "June 9", "2026"."""
    out: list[str] = []
    for part in parts:
        if out and _YEAR.fullmatch(part) and _is_day(out[-1]):
            out[-1] = f"{out[-1]}, {part}"
        else:
            out.append(part)
    return out


def _is_day(text: str) -> bool:
    """Whether a text is a day and a month, perhaps with the year: "May 3", "03 MAG", "25 сентября 2023"."""
    named = _WORD.findall(text)
    figures = sum(character.isdigit() for character in text)
    return 0 < figures <= 6 and 1 <= len(named) <= 2 and any(map(month_number, named))


def _is_name(text: str, most: int) -> bool:
    """Whether a text could be a place or a region: a few words that each begin with a capital letter, where the script
    has them."""
    names = text.replace("/", " ").replace("-", " ").split()
    return 0 < len(names) <= most and all(name[0].isalpha() and not name[0].islower() for name in names)


def _is_capitals(place: str, is_sure: bool) -> bool:
    """Whether a place is set in capitals, and is not a cry ("EXCLUSIVE — ") or an abbreviation."""
    if place != place.upper() or place == place.lower():
        return False
    words = fold(place).split()
    is_short = len(words) <= WORDS_ALONE and sum(map(str.isalpha, place)) >= LETTERS_ALONE
    return is_sure or (is_short and CRIES.isdisjoint(words))
