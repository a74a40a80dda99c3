"""Long lists on several pages.

The pages of a list that grows at its top are numbered from the oldest, and every page but the newest is full and stays
as it is: a link to page 7 shows the same stories in a year, and a new story changes one page, not all. The newest page,
at the list's own address, holds from one to two pages' worth, so that it is never nearly empty.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from copydesk.frozen import value
from copydesk.site.showing.list_values import Pagination
from copydesk.site.values import Link

if TYPE_CHECKING:  # processes that print pages need no Pelican
    from pelican.paginator import PaginationRule

Item = TypeVar("Item")

AROUND = 2
"""Pages linked on each side of the one being read."""


@value(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """A page of a list: its number, where it is, what is on it, how many pages there are, and the number of the one
    that stands at the list's own address."""

    number: int
    path: str
    items: tuple[Item, ...]
    total: int = 1
    head: int = 1

    @property
    def is_first(self) -> bool:
        """Whether it stands at the list's own address."""
        return self.number == self.head


@value(frozen=True, slots=True)
class Place:
    """Where a list is: its path, and PAGINATION_PATTERNS, which say where its further pages are."""

    path: str
    patterns: Sequence[PaginationRule]

    def of(self, number: int, head: int) -> str:
        """The path of a page; page ``head`` has the list's own address."""
        if number == head:
            return self.path
        stem, extension = os.path.splitext(self.path)
        folder, _, name = self.path.rpartition("/")
        base = folder if name in ("index.html", "index.htm") else stem
        values: dict[str, Any] = {"save_as": self.path, "url": self.path, "name": stem, "base_name": base or "."}
        pattern = str(self.patterns[-1].SAVE_AS).format(**values, extension=extension, number=number)
        return os.path.normpath(pattern.lstrip("/"))


def leaves(items: Sequence[Item], size: int | None, place: Place) -> tuple[Leaf[Item], ...]:
    """The pages of a list that grows at its top, the newest first; one page where ``size`` is ``None``."""
    total = max(1, len(items) // size) if size else 1
    head = len(items) - (total - 1) * (size or 0)
    starts = [0, *(head + page * (size or 0) for page in range(total - 1)), len(items)]
    return tuple(
        Leaf(total - page, place.of(total - page, total), tuple(items[starts[page] : starts[page + 1]]), total, total)
        for page in range(total)
    )


def sequence(items: Sequence[Item], size: int | None, place: Place) -> tuple[Leaf[Item], ...]:
    """The pages of a list with an order of its own, the alphabet's or an edition's, numbered in that order."""
    step = size or max(1, len(items))
    chunks = [tuple(items[start : start + step]) for start in range(0, max(1, len(items)), step)]
    return tuple(Leaf(number, place.of(number, 1), chunk, len(chunks)) for number, chunk in enumerate(chunks, start=1))


def pagination(leaf: Leaf[Any], place: Place) -> Pagination | None:
    """Where a page of a list stands; ``None`` where the list has one page only."""
    if leaf.total < 2:
        return None
    step = -1 if leaf.head == leaf.total else 1
    order = shown_pages(leaf.number, leaf.total)
    numbers = order if step > 0 else order[::-1]
    before, after = leaf.number - step, leaf.number + step
    return Pagination(
        number=leaf.number,
        total=leaf.total,
        previous=place.of(before, leaf.head) if 1 <= before <= leaf.total else None,
        next=place.of(after, leaf.head) if 1 <= after <= leaf.total else None,
        pages=tuple(Link(str(number), path=place.of(number, leaf.head)) if number else None for number in numbers),
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
