"""How values of each type stand in front matter: read from YAML, written as YAML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Any, get_args

from copydesk.model import Moment, Policy
from copydesk.writing.front_matter.record import Cleaning, Cuts, Notice, Origin, Status, Via
from copydesk.writing.front_matter.yaml_text import quoted, word
from copydesk.writing.front_matter.yaml_values import Value

OWNERS = ("edition ", "list ", "page ")
"""How the register of addresses (`site.registers.register`) begins to name what is no story."""

LONGEST_COUNT = 9
"""Digits of the largest number of blocks that is read."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a value of one type is read, and how it is written after ``key:`` (``None``: not at all)."""

    read: Callable[[Value], Any]
    write: Callable[[Any], str | None]


def _read_text(value: Value) -> str | None:
    return value.text() if value.text().strip() else None


def _write_text(text: str | None) -> str | None:
    return None if text is None else f" {quoted(text)}"


def _write_word(text: str | None) -> str | None:
    return None if text is None else f" {word(text)}"


def _read_texts(value: Value) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    if value.is_text():
        return (value.text(),) if value.text() else ()
    return tuple(entry.text() for entry in value.entries())


def _write_texts(texts: tuple[str, ...]) -> str | None:
    return "".join(f"\n  - {quoted(text)}" for text in texts) or None


def _read_flag(value: Value) -> bool:
    written = value.text().lower()
    if written not in ("true", "false", "yes", "no"):
        raise value.wrong("true or false")
    return written in ("true", "yes")


def _write_flag(flag: bool) -> str | None:
    return " true" if flag else None


def _read_moment(value: Value) -> Moment:
    written = value.text()
    try:
        if len(written) == len("2025-08-10"):
            return Moment(date.fromisoformat(written))
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise value.wrong("a date as 2025-08-10 or 2025-08-10T14:05:00+02:00") from None
    return Moment(moment.date(), moment.timetz())


def _write_moment(moment: Moment | None) -> str | None:
    return None if moment is None else f" {iso(moment)}"


def iso(moment: Moment) -> str:
    """The moment as ISO 8601, as precise as it is known, in its own offset."""
    if moment.clock is None:
        return moment.day.isoformat()
    return datetime.combine(moment.day, moment.clock).isoformat()


def _read_day(value: Value) -> date:
    return _read_moment(value).day


def _read_policy(value: Value) -> Policy:
    for policy in get_args(Policy):
        if value.text() == policy:
            return policy  # type: ignore[no-any-return]  # get_args knows no literals
    raise value.wrong(f"one of {', '.join(get_args(Policy))}")


def _read_status(value: Value) -> Status:
    for status in get_args(Status):
        if value.text().lower() == status:
            return status  # type: ignore[no-any-return]  # get_args knows no literals
    raise value.wrong(f"one of {', '.join(get_args(Status))}")


def _write_status(status: Status) -> str | None:
    return None if status == "published" else f" {status}"


def _read_notice(value: Value) -> Notice:
    """A text, a bare yes, or ``date`` and ``text``."""
    if value.is_text():
        said = value.text()
        return Notice(None if said.lower() in ("", "true", "yes") else said)
    pairs = _known(value, ("date", "text"))
    day = _read_day(pairs["date"]) if "date" in pairs else None
    return Notice(pairs["text"].text() if "text" in pairs else None, day)


def _read_withdrawn(value: Value) -> Notice | None:
    return None if value.is_text() and value.text().lower() in ("", "no", "false") else _read_notice(value)


def _notice_lines(notice: Notice) -> list[str]:
    lines = [] if notice.day is None else [f"date: {notice.day.isoformat()}"]
    return [*lines, *([] if notice.text is None else [f"text: {quoted(notice.text)}"])]


def _write_withdrawn(notice: Notice | None) -> str | None:
    if notice is None:
        return None
    return "".join(f"\n  {line}" for line in _notice_lines(notice)) or " true"


def _read_notices(value: Value) -> tuple[Notice, ...]:
    return tuple(map(_read_notice, value.entries())) if value.is_list() else (_read_notice(value),)


def _write_notices(notices: tuple[Notice, ...]) -> str | None:
    entries = ("\n    ".join(_notice_lines(notice) or ['text: ""']) for notice in notices)
    return "".join(f"\n  - {entry}" for entry in entries) or None


def _read_via(value: Value) -> Via:
    """A name, an address, or ``name`` and ``url``."""
    if value.is_text():
        said = value.text()
        return Via(url=said) if said.startswith(("http://", "https://")) else Via(name=said)
    pairs = _known(value, ("name", "url"))
    return Via(**{name: entry.text() for name, entry in pairs.items()})


def _write_via(via: Via | None) -> str | None:
    if via is None:
        return None
    named = (("name", via.name), ("url", via.url))
    return "".join(f"\n  {name}: {quoted(text)}" for name, text in named if text is not None) or None


def _read_origins(value: Value) -> tuple[Origin, ...]:
    origins = []
    for key, pair in value.pairs().items():
        parts = tuple(pair.entries())
        if len(parts) != 2:
            raise pair.wrong("an origin and a confidence, [page header, 0.3]")
        origins.append(Origin(key, parts[0].text(), _number(parts[1])))
    return tuple(origins)


def _write_origins(origins: tuple[Origin, ...]) -> str | None:
    lines = (f"\n  {origin.key}: [{word(origin.origin)}, {origin.confidence:g}]" for origin in origins)
    return "".join(lines) or None


def _read_cleaning(value: Value) -> Cleaning:
    pairs = _known(value, ("format", "kept", "cut"))
    if "format" not in pairs or "kept" not in pairs:
        raise value.wrong("format, kept and cut")
    cuts = pairs["cut"].pairs() if "cut" in pairs else {}
    counted = tuple(Cuts(reason, _count(count)) for reason, count in cuts.items())
    return Cleaning(pairs["format"].text(), _count(pairs["kept"]), counted)


def _write_cleaning(cleaning: Cleaning | None) -> str | None:
    if cleaning is None:
        return None
    lines = [f"format: {word(cleaning.format)}", f"kept: {cleaning.kept}"]
    if cleaning.cuts:
        lines += ["cut:", *(f"  {word(cuts.reason)}: {cuts.count}" for cuts in cleaning.cuts)]
    return "".join(f"\n  {line}" for line in lines)


def _known(value: Value, names: tuple[str, ...]) -> dict[str, Value]:
    pairs = value.pairs()
    for name, entry in pairs.items():
        if name not in names:
            raise entry.wrong(f"only {' and '.join(names)} under {value.key}")
    return pairs


def _number(value: Value) -> float:
    try:
        number = float(value.text())
    except ValueError:
        raise value.wrong("a number") from None
    if not isfinite(number):
        raise value.wrong("a number")
    return number


def _count(value: Value) -> int:
    if not (value.text().isascii() and value.text().isdecimal() and len(value.text()) <= LONGEST_COUNT):
        raise value.wrong("a whole number")
    return int(value.text())


def _read_identity(value: Value) -> str | None:
    """A GUID, which stands in registers of one line a story."""
    guid = _read_text(value)
    if guid is not None and (not guid.isprintable() or guid != guid.strip() or guid.startswith(OWNERS)):
        raise value.wrong("an identity without line breaks, tabs and characters that cannot be seen, as urn:uuid:…")
    return guid


TEXT = Form(_read_text, _write_text)
WORD = Form(_read_text, _write_word)
IDENTITY = Form(_read_identity, _write_word)
TEXTS = Form(_read_texts, _write_texts)
MOMENT = Form(_read_moment, _write_moment)
FLAG = Form(_read_flag, _write_flag)
NOTICES = Form(_read_notices, _write_notices)
WITHDRAWN = Form(_read_withdrawn, _write_withdrawn)
POLICY = Form(_read_policy, _write_word)
STATUS = Form(_read_status, _write_status)
VIA = Form(_read_via, _write_via)
ORIGINS = Form(_read_origins, _write_origins)
CLEANING = Form(_read_cleaning, _write_cleaning)
