"""Forms of bylines that no word leads to, but their shape shows: names and a day in one line; a name alone in brackets
under a story in Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from copydesk.editing.bylines.dates import holds_date, is_only_date
from copydesk.editing.bylines.words import NOT_NAMES
from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded, is_address, lead, start_of
from copydesk.given_names import is_likely_person
from copydesk.text import has_figure

NAME_WORDS: Final = (2, 3)
"""How many words a name in such a line has."""
PARTICLES: Final = frozenset("をでにがはへ")
"""Small words of Japanese that stand in no name: "時系列で見る"."""
LONGEST_BESIDE: Final = 60
"""Characters of the longest line of a name beside an agency or a magazine."""
LONGEST_BARRED, MOST_BARRED = 160, 4
"""Characters and parts of the longest line whose parts bars set apart."""
NO_SIGNATURES: Final = frozenset(
    "敬称略 一部省略 以下略 中略 後略 写真 写真提供 共同 時事 共同通信 時事通信 随時掲載"
    " 有料記事 会員限定 関連記事 終わり 続く つづく 完 了 おわり"
    " 原文のまま 全文 速報 広告 再放送 税込み 税抜き 資料写真".split()
)
"""What stands alone in brackets and names nobody."""

_NAMES_AND_DAY: Final = re.compile(r"^(?P<names>[^\d|•·]{5,90}?)\s++[—–|•·-]\s++(?P<day>(?=.*\d).*+)$")
_HOST: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,60}(?:\.[a-z0-9-]{2,60}){1,3}")
_MINUTES: Final = re.compile(r"\d{1,3} ?min\.?")
_DOTS: Final = re.compile(r"\s[·•|]\s")
_AND: Final = re.compile(r",\s*|\s(?:and|und|et|y|e|i|і|та|и|och|og|ja|a|és|și)\s")
_WORDS_AND_PICTURES: Final = re.compile(
    r"(?:words|text|texte|texto|testo|tekst)(?:\s++(?:by|von|de|di|par))?[:\s]++(?P<name>[^\d:|]{4,40}?)[\s|/·•,]++"
    r"(?:photo(?:graph)?s?|photography|pictures|images|illustrations?|fotos?|bilder|fotografie|foto's|fotografías?)"
    r"(?:\s++(?:by|von|de|di|par))?[:\s]++(?P<other>[^\d:|]{4,40})",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    r"[（(〔](?:文[・＝=]|記者[＝=]?)?(?P<name>[\u3400-\u9fff々][\u3040-\u30ff\u3400-\u9fff々]{2,6}"
    r"(?:[、・ ][\u3400-\u9fff々][\u3040-\u30ff\u3400-\u9fff々]{2,6}){0,2}"
    r"|[\u3400-\u9fff々]{1,4}[ \u3000][\u3040-\u30ff\u3400-\u9fff々]{1,4})[）)〕]"
)
_POSTED: Final = re.compile(
    r"\d{4}(?:\b[^\d]{0,12}\d{1,2}[:.h]\d{2}(?:\s?[AaPp]\.?[Mm]\.?|\s?Uhr)?)?,?\s++"
    r"(?:by|von|par|por|di|da|door|av|af|przez|od|de către|de|oleh|bởi|από|автор:?|от|-|–|—|\|)\s++"
    r"(?P<name>[^\d|•·:,]{4,50}?)"
    r"(?:\s++(?:in|im|unter|dans|en|em|w|i|under|kategorie|\||-|–|—|•|·)\s++(?P<section>[^\d|:.]{2,40}))?\s*$"
)
_DASHED: Final = re.compile(r"\s[-–—]\s")
_WITH_HOUSE: Final = re.compile(
    r"[\[［【](?P<name>[\u3400-\u9fff々]{1,4}[ \u3000]?[\u3040-\u30ff\u3400-\u9fff々]{1,4})"
    r"[，,、]\s?[^\[\]［］【】\d]{2,30}[\]］】]"
)
_BARS: Final = re.compile(r" [/|•·] ")
_SMALL: Final = frozenset("de del della di da dos van von der den le la el al bin ben y i".split())


def writer_in_a_form(text: str, desk: Desk) -> str | None:
    """Who wrote a story, as a line of one of these forms says: beside the photographer, with the day, between bars."""
    return (
        writer_beside_pictures(text)
        or posted_by(text, desk)
        or led_between_bars(text, desk)
        or beside_agency(text, desk)
        or in_brackets_with_house(text)
    )


def beside_agency(text: str, desk: Desk) -> str | None:
    """Who wrote a report and for which agency, which a dash follows: "AA - Derya Aksoy"; behind the name an agency is
    as often a photographer's."""
    parts = _DASHED.split(text.strip()) if len(text) <= LONGEST_BESIDE else []
    if len(parts) != 2 or folded(parts[0]) not in desk.words.agency_words or has_figure(text):
        return None
    words = [word for word in parts[1].split() if word.casefold() not in _SMALL]
    return f"{parts[1]} - {parts[0]}" if _is_name(words) else None


def is_name_and_house(text: str, houses: Iterable[str]) -> bool:
    """Whether a line is a name and, behind a dash, the house of the page: "Jane Doe - Harbour Post"."""
    parts = _DASHED.split(text.strip()) if len(text) <= LONGEST_BESIDE else []
    if len(parts) != 2 or folded(parts[1]) not in map(folded, houses):
        return False
    return _is_name([word for word in parts[0].split() if word.casefold() not in _SMALL])


def in_brackets_with_house(text: str) -> str | None:
    """Who wrote a story, where magazines in Japanese set both in brackets: "[水野 佳代，編集ジャーナル]"."""
    found = _WITH_HOUSE.fullmatch(text.strip()) if len(text) <= LONGEST_BESIDE else None
    is_name = found is not None and PARTICLES.isdisjoint(found["name"]) and found["name"] not in NO_SIGNATURES
    return found["name"] if found is not None and is_name else None


def is_name_before_day(text: str, desk: Desk) -> bool:
    """Whether a name stands right before the day and how long the story takes to read, as elements in one row leave
    them: "Geert Postma 1 april 2026, 07:30 Leestijd 3 minuten"."""
    if len(text) > 120 or not has_figure(text):
        return False
    words = text.split()
    phrases = [phrase for phrase in desk.words.reading_phrases if phrase in folded(text)]
    for count in NAME_WORDS:
        name, rest = words[:count], " ".join(words[count:])
        if not _is_name(name) or not rest[:1].isdigit() or not holds_date(rest, desk):
            continue
        if phrases or is_likely_person(name) and is_only_date(rest, desk):
            return True
    return False


def is_known_name_before_day(text: str, known: Iterable[str], desk: Desk) -> bool:
    """Whether a line is a name that the page's data ``known`` credits, and a day: "Jane Doe 24/11/2026 21:47h."."""
    if len(text) > 120 or not has_figure(text):
        return False
    line = folded(text)
    rests = (line[len(name) :] for name in map(folded, known) if " " in name and line.startswith(name))
    return any(rest[:1] in " ,|·•-–—" and is_only_date(rest, desk) for rest in rests)


def posted_by(text: str, desk: Desk) -> str | None:
    """Who wrote a note of a blog, as its systems print it with the day: "Posted on 27 February 2025 by Jane Doe in
    Tides"."""
    if not 12 <= len(text) <= 140 or not holds_date(text, desk) or not desk.words.dated_starts.begin(lead(text)):
        return None
    found = _POSTED.search(text)
    if found is None or found.end() != len(text.rstrip()):
        return None
    words = [word for word in found["name"].split() if word.casefold() not in _SMALL]
    return found["name"] if _is_name(words) else None


def led_between_bars(text: str, desk: Desk) -> str | None:
    """Who wrote a note and for whom, where a line gives the day too, as readers of feeds print it: "Harbour Post / by
    Jane Doe / May 12, 2025" says "Jane Doe - Harbour Post"."""
    parts = _BARS.split(text.strip()) if len(text) <= LONGEST_BARRED else []
    led = [part for part in parts if desk.words.byline_starts.begin(lead(part))]
    if not 2 < len(parts) <= MOST_BARRED or len(led) != 1 or not holds_date(parts[-1], desk):
        return None
    start = start_of(lead(led[0]), desk.words.byline_starts) or ""
    name = led[0][len(start) :].strip()
    words = [word for word in name.split() if word.casefold() not in _SMALL]
    house = f" - {parts[0]}" if parts[0] != led[0] else ""
    return f"{name}{house}" if _is_name(words) else None


def is_names_and_day(text: str, desk: Desk) -> bool:
    """Whether a line gives names and the day and no more: "OKSANA ROE, IHOR DOE — FRIDAY, 6 SEPTEMBER 2024, 17:25".
    A name alone must begin with a known given name, for a town may stand there too: "New York — 5 May 2024"."""
    found = _NAMES_AND_DAY.match(text.strip()) if len(text) <= 160 and has_figure(text) else None
    if found is None or not is_only_date(found["day"], desk):
        return False
    names = [name.split() for name in _AND.split(found["names"]) if name.strip()]
    if not names or not all(_is_name(name) for name in names):
        return False
    return len(names) > 1 or is_likely_person(names[0])


def is_parted_line(text: str, desk: Desk) -> bool:
    """Whether dots part a line into a day, a name and how long the story takes to read: "30 January 2026 · Joris van
    Dijk · 6 min read"; without that the name must begin with a known given name. Lists of saved pages have the host of
    the page in place of the day."""
    parts = [part.strip() for part in _DOTS.split(text)] if len(text) <= 120 and has_figure(text) else []
    phrases = desk.words.reading_phrases
    read = [part for part in parts if _MINUTES.fullmatch(part) or any(phrase in folded(part) for phrase in phrases)]
    days = [part for part in parts if is_only_date(part, desk)]
    hosts = [part for part in parts[:1] if _HOST.fullmatch(part) or is_address(part)]
    names = [part for part in parts if part not in read and part not in days and part not in hosts]
    if len(names) != 1 or not (days or hosts and read):
        return False
    words = [word for word in names[0].split() if word.casefold() not in _SMALL]
    return _is_name(words) and (bool(read) or is_likely_person(words))


def writer_beside_pictures(text: str) -> str | None:
    """Who wrote the words, where a line gives the photographer too: "Words Halla Brandt Photographs Pavel Orme"."""
    found = _WORDS_AND_PICTURES.fullmatch(text.replace("\n", " ")) if len(text) <= 120 else None
    return found["name"] if found and _is_name(found["name"].split()) and _is_name(found["other"].split()) else None


def _is_name(words: list[str]) -> bool:
    capitals = all(word[0].isupper() and not word[-1].isdigit() for word in words)
    return NAME_WORDS[0] <= len(words) <= NAME_WORDS[1] and capitals and NOT_NAMES.isdisjoint(map(folded, words))


def signed_in_brackets(text: str, language: str | None) -> str | None:
    """Who signs a story in Japanese in brackets under it: "（田所みなみ）"."""
    if language != "ja" or len(text) > 30:
        return None
    found = _IN_BRACKETS.fullmatch(text.strip())
    if found is None or found["name"] in NO_SIGNATURES or not PARTICLES.isdisjoint(found["name"]):
        return None
    return found["name"]
