"""Right or not at all, never wrong in silence: dates as pages write them, ambiguous, impossible and relative."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copydesk.metadata.dates.dates import resolve_dates
from copydesk.metadata.evidence import Evidence
from copydesk.model import Clue, Draft, House, Overrides

from torture.table import Experiment, Row, Scale

DAYS = tuple(date(2025, month, day) for month, day in ((1, 31), (2, 28), (3, 9), (8, 10), (10, 8), (12, 12), (12, 25)))

MONTHS: Mapping[str, str] = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
WRITTEN: Mapping[str, tuple[str, ...]] = {
    "en": (
        "{month} {day}, {year}",
        "{day} {month} {year}",
        "{month} {day}, {year} at 3:04 p.m.",
        "{day} {month} {year}, 15:04",
    ),
    "de": ("{day}. {month} {year}", "{day}. {month} {year}, 15:04 Uhr"),
    "fr": ("{day} {month} {year}", "le {day} {month} {year} à 15h04"),
    "es": ("{day} de {month} de {year}", "{day} {month} {year}"),
    "it": ("{day} {month} {year}",),
    "pt": ("{day} de {month} de {year}",),
    "nl": ("{day} {month} {year}",),
    "pl": ("{day} {month} {year}",),
    "ru": ("{day} {month} {year}", "{day} {month} {year} г."),
}
PLAIN = (
    "{year}-{mm}-{dd}",
    "{year}-{mm}-{dd}T15:04:05Z",
    "{year}-{mm}-{dd}T15:04:05+05:30",
    "{year}-{mm}-{dd} 15:04:05",
    "{year}年{m}月{day}日",
    "{year}년 {m}월 {day}일",
    "{year}/{mm}/{dd}",
    "{year}-{mm}-{dd} 15:04 America/New_York",
    "{year}-{mm}-{dd} 15:04 EST",
    "{year}-{mm}-{dd} 15:04 IST",
    "{d}.{m}.{year}",
)
SLASHED = ("{dd}/{mm}/{year}", "{mm}/{dd}/{year}", "{dd}-{mm}-{year}", "{mm}/{dd}/{yy}")
"""Whose order may be one or the other, unless a number is above 12 or the language settles it."""

NO_DATE = (
    "nope; 2025-02-30; 2025-13-01; 2025-00-10; 2025-08-00; 0000-01-01; 99999-01-01; 31 April 2025; February 29, 2025; "
    "August 32, 2025; 10; Tuesday; 12:00; 3 hours ago; yesterday; today; last week; -1; 1e9; "
    "2025-08-10 25:00; 2025-08-10T10:61:00; 2099-01-01; 9999-12-31; August; 2025; Q3 2025; 10 August; 45/45/2025; "
    "2025-W99-1; 0/0/0"
).split("; ")


@dataclass(frozen=True)
class Case:
    """What a page writes, in its language, and the days it may mean: none, one, or two."""

    text: str
    language: str | None
    days: frozenset[date]


def cases() -> Iterator[Case]:
    """Every form for every day."""
    for day, (language, forms) in itertools.product(DAYS, WRITTEN.items()):
        yield from (Case(_form(form, day, language), language, frozenset({day})) for form in forms)
    for day, form, language in itertools.product(DAYS, PLAIN, ("en", None)):
        yield Case(_form(form, day), language, frozenset({day}))
    for day, form, language in itertools.product(DAYS, SLASHED, ("en", "de", None)):
        other = date(day.year, day.day, day.month) if day.day <= 12 else day
        yield Case(_form(form, day), language, frozenset({day, other}))
    yield from (Case(text, "en", frozenset()) for text in NO_DATE)


def _form(form: str, day: date, language: str = "en") -> str:
    return form.format(
        month=MONTHS[language].split()[day.month - 1],
        day=day.day,
        d=day.day,
        m=day.month,
        dd=f"{day.day:02}",
        mm=f"{day.month:02}",
        year=day.year,
        yy=f"{day.year % 100:02}",
    )


def wrong_in_silence(case: Case, origin: str) -> bool:
    """Whether a day is taken that is not meant, or one of two, and the curator is not told."""
    draft = Draft("a.txt", "0" * 64, "text", "utf-8", 1, (), clues=(Clue("published", case.text, origin),))
    found = resolve_dates(Evidence(draft, House(), Overrides()), case.language, None, None)
    if found.published is None:
        return not found.doubts
    told = bool(found.doubts) and found.published.confidence < 0.5
    if len(case.days) == 2:
        settled = case.language == "de"  # where only one order is written
        return not told and not settled
    return found.published.value.day not in case.days and not told


def given(data: Path) -> Iterator[Case]:
    """What of the corpus is no date at all."""
    for line in (data / "corpora" / "date.jsonl").read_text("utf-8").splitlines():
        text = json.loads(line)["payload"]
        if text.strip() in NO_DATE:
            yield Case(text, "en", frozenset())


def read(_: Scale, __: Path) -> Row:
    """Every case, from a date line and from the page's data."""
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared")
    chosen = [*cases(), *(given(folder) if (folder / "corpora").is_dir() else ())]
    asked = list(itertools.product(chosen, ("date line", "json-ld", "meta")))
    lost = tuple(
        f"{case.text!r} ({case.language}, {origin})" for case, origin in asked if wrong_in_silence(case, origin)
    )
    return Row(len(asked), lost)


EXPERIMENTS = (Experiment("dates, written out, ambiguous, impossible", read),)
