"""Lists of stories in groups, pages of lists, and the indexes of what has a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from copydesk.site import dates
from copydesk.site.cards import Cards
from copydesk.site.values import Group, Link, Pagination

AROUND = 2
"""Pages linked on each side of the one being read."""


def by_day(cards: Cards, articles: Iterable[Any], settings: dict[str, Any]) -> tuple[Group, ...]:
    """The stories under their days, in the order given."""
    return grouped(cards, articles, lambda day: (dates.weekday_words(day), period_path(settings, "DAY", day)))


def by_month(cards: Cards, articles: Iterable[Any], settings: dict[str, Any]) -> tuple[Group, ...]:
    """The stories under their months, in the order given."""
    return grouped(cards, articles, lambda day: (dates.month_words(day), period_path(settings, "MONTH", day)))


def grouped(
    cards: Cards, articles: Iterable[Any], heading: Callable[[date], tuple[str, str | None]]
) -> tuple[Group, ...]:
    """Neighbours with one heading in one group; ``heading`` gives the words and the path of a day."""
    groups = groupby(articles, key=lambda article: heading(article.copydesk.moment.date()))
    return tuple(Group(words, path, cards.all(members)) for (words, path), members in groups)


def period_path(settings: dict[str, Any], period: str, day: date) -> str | None:
    """The path of the archive of a "DAY", "MONTH" or "YEAR", ``None`` where the site has none."""
    if not settings.get(f"{period}_ARCHIVE_SAVE_AS"):
        return None
    address = str(settings.get(f"{period}_ARCHIVE_URL") or settings[f"{period}_ARCHIVE_SAVE_AS"])
    return address.format(date=day).lstrip("/")


def months(articles: Iterable[Any], settings: dict[str, Any]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The months of each year, newest first, with how many stories each has."""
    counts: dict[tuple[int, int], int] = {}
    for article in articles:
        day = article.copydesk.moment.date()
        counts[day.year, day.month] = counts.get((day.year, day.month), 0) + 1
    newest = sorted(counts, reverse=True)
    return tuple(
        (str(year), tuple(month_link(date(*month, 1), counts[month], settings) for month in members))
        for year, members in groupby(newest, key=lambda month: month[0])
    )


def month_link(month: date, count: int, settings: dict[str, Any]) -> Link:
    """A month with its count, linked where the site has an archive of it."""
    return Link(dates.MONTHS[month.month - 1], path=period_path(settings, "MONTH", month), count=count)


def by_initial(links: Iterable[Link]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The links under the first letter of their labels, in the order of the letters."""
    ordered = sorted(links, key=lambda link: (initial(link.label), link.label.casefold(), link.label))
    return tuple((letter, tuple(members)) for letter, members in groupby(ordered, key=lambda link: initial(link.label)))


def initial(label: str) -> str:
    """The letter a label is looked up under: upper case, "#" for what begins with none."""
    first = next((character for character in label if character.isalnum()), "#")
    return first.upper()[:1] if first.isalpha() else "#"


def pagination(page: Any) -> Pagination | None:
    """Where a page of Pelican's paginator stands; ``None`` where the list has one page only."""
    if page is None or page.paginator.num_pages < 2:
        return None
    numbers = shown_pages(page.number, page.paginator.num_pages)
    return Pagination(
        number=page.number,
        total=page.paginator.num_pages,
        previous=address(page.paginator, page.number - 1) if page.has_previous() else None,
        next=address(page.paginator, page.number + 1) if page.has_next() else None,
        pages=tuple(Link(str(number), path=address(page.paginator, number)) if number else None for number in numbers),
    )


def shown_pages(number: int, total: int) -> Sequence[int | None]:
    """The first, the last and those around ``number``; ``None`` for a gap of more than one page."""
    wanted = sorted({1, total, *range(max(1, number - AROUND), min(total, number + AROUND) + 1)})
    shown: list[int | None] = []
    before = 0
    for page in wanted:
        gap = page - before - 1
        shown += [before + 1] if gap == 1 else [None] * (gap > 1)
        shown.append(page)
        before = page
    return shown


def address(paginator: Any, number: int) -> str:
    """The path of one page of a list."""
    return str(paginator.page(number).url).lstrip("/")
