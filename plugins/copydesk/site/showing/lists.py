"""Lists of stories in groups, and what stands under which letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from copydesk.site.showing.cards import Cards
from copydesk.site.showing.list_values import Group, IndexEntry, IndexGroup
from copydesk.site.tongue import Tongue

FEW = 24
"""Entries that are looked over at a glance, and need no letters."""

PLAIN: Mapping[str, str] = {
    **{"Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th"},
    **{"Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ß": "ss", "ı": "i"},
}
"""Latin letters that Unicode takes for no other letter with an accent, and where they are looked for."""


def by_day(cards: Cards, articles: Iterable[Any], settings: dict[str, Any], tongue: Tongue) -> tuple[Group, ...]:
    """The stories under their days, in the order given."""
    return grouped(cards, articles, lambda day: (tongue.weekday(day), period_path(settings, "DAY", day)))


def by_month(cards: Cards, articles: Iterable[Any], settings: dict[str, Any], tongue: Tongue) -> tuple[Group, ...]:
    """The stories under their months, in the order given."""
    return grouped(cards, articles, lambda day: (tongue.month(day), period_path(settings, "MONTH", day)))


def grouped(
    cards: Cards, articles: Iterable[Any], heading: Callable[[date], tuple[str, str | None]]
) -> tuple[Group, ...]:
    """Neighbours with one heading in one group; ``heading`` gives the words and the path of a day."""
    headings: dict[date, tuple[str, str | None]] = {}

    def heading_of(article: Any) -> tuple[str, str | None]:
        day = article.copydesk.moment.date()
        if day not in headings:
            headings[day] = heading(day)
        return headings[day]

    groups = groupby(articles, key=heading_of)
    return tuple(Group(words, path, cards.all(members)) for (words, path), members in groups)


def period_path(settings: dict[str, Any], period: str, day: date) -> str | None:
    """The path of the archive of a "DAY", "MONTH" or "YEAR", ``None`` where the site has none."""
    if not settings.get(f"{period}_ARCHIVE_SAVE_AS"):
        return None
    address = str(settings.get(f"{period}_ARCHIVE_URL") or settings[f"{period}_ARCHIVE_SAVE_AS"])
    return address.format(date=day).lstrip("/")


def in_letters(entries: Iterable[IndexEntry]) -> list[IndexEntry]:
    """The entries in the order of their letters: of equals the one without accents, then capitals, first."""
    return sorted(entries, key=lambda each: (initial(each.link.label), *letters(each.link.label)))


def letters(label: str) -> tuple[str, str, str]:
    """What a label is ordered by: first as if its Latin letters had no accents (as in Unicode's default order)."""
    bare = "".join(map(unaccented, label)) if not label.isascii() else label
    return bare.casefold(), label.casefold(), label


def unaccented(letter: str) -> str:
    """A Latin letter without its accents; any other as it is, since "й" is no "и"."""
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN "):
        return letter
    return PLAIN.get(letter) or unicodedata.normalize("NFD", letter)[0]


def by_initial(entries: Sequence[IndexEntry]) -> tuple[IndexGroup, ...]:
    """Ordered entries under the first letters of their labels, a few of them under none."""
    if len(entries) <= FEW:
        return (IndexGroup(None, tuple(entries)),) if entries else ()
    groups = groupby(entries, key=lambda entry: initial(entry.link.label))
    return tuple(IndexGroup(letter, tuple(members)) for letter, members in groups)


def initial(label: str) -> str:
    """The letter a label is looked up under: upper case, "#" for what begins with none."""
    first = unaccented(next((character for character in label if character.isalnum()), "#"))
    return first.upper()[:1] if first.isalpha() else "#"
