"""Editions: which stories make one digest, under which number.

``daily`` and ``weekly`` editions hold the stories of a day or of a week (Monday to Sunday), as `issuing` places them;
a file in ``content/editions/`` named after one ("2026-05-17", "2026-W20") gives it a title, a note and an order.
Editions ``by hand`` are those files and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from copydesk.errors import SettingsError
from copydesk.site.issues.edition_files import EditionFile, day_of

Rhythm = Literal["daily", "weekly", "by hand"]
"""How often there is an edition."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One digest. ``first`` and ``last`` are the days it covers, ``articles`` Pelican's, in the edition's order, which
    is the curator's if ``ordered``; ``note`` is Markdown."""

    key: str
    number: int
    path: str
    first: date
    last: date
    articles: tuple[Any, ...]
    title: str | None = None
    note: str | None = None
    ordered: bool = False
    changed: datetime | None = None
    """When a story last changed, joined the edition or left it; ``None`` where that was not written down."""

    @property
    def owner(self) -> str:
        """The owner of the edition's address, as the register writes it."""
        return f"edition {self.number} {self.key}"


@dataclass(slots=True)
class Draft:
    """An edition before it has a number."""

    key: str
    first: date
    last: date
    articles: list[Any] = field(default_factory=list)
    file: EditionFile | None = None

    @property
    def is_listed(self) -> bool:
        """Whether the curator has listed its stories, so that no other joins it."""
        return bool(self.file and self.file.stories)


def rhythm_of(value: object) -> Rhythm | None:
    """The rhythm a setting names, ``None`` for a site without editions. Raises SettingsError for anything else."""
    if value in (None, False, ""):
        return None
    for rhythm in get_args(Rhythm):
        if value == rhythm:
            return rhythm  # type: ignore[no-any-return]  # get_args knows no literals
    known = ", ".join(repr(rhythm) for rhythm in get_args(Rhythm))
    raise SettingsError("settings", f"COPYDESK_EDITIONS is {value!r}", f"Use one of {known}, or None.")


def day_key(day: date) -> Draft:
    """The edition of a day, still empty."""
    return Draft(day.isoformat(), day, day)


def week_key(day: date) -> Draft:
    """The edition of a day's week, still empty."""
    year, week, _ = day.isocalendar()
    monday = date.fromisocalendar(year, week, 1)
    sunday = monday + min(timedelta(days=6), date.max - monday)
    return Draft(f"{year}-W{week:02}", monday, sunday)


PERIODS: Mapping[Rhythm, Callable[[date], Draft]] = {"daily": day_key, "weekly": week_key}
"""The rhythms that follow the calendar."""


def period_of(key: str) -> Draft | None:
    """The edition of the day or the week that a key names, still empty; ``None`` for a name the curator gave."""
    day = day_of(key)
    return next((draft for draft in (week_key(day), day_key(day)) if draft.key == key), None) if day else None


def arranged(draft: Draft, known: Mapping[str, Any]) -> tuple[Any, ...]:
    """The stories of an edition in the order of its file, then the others; ``known`` finds a story by any name."""
    named = [known[name] for name in draft.file.stories if name in known] if draft.file else []
    return tuple({id(article): article for article in (*named, *draft.articles)}.values())


def names(articles: Iterable[Any]) -> dict[str, Any]:
    """Stories by what an edition's file may call them: GUID, slug, path of the file under ``content/``."""
    found: dict[str, Any] = {}
    for article in articles:
        path = str(article.relative_source_path).replace("\\", "/")
        for name in (article.copydesk.guid, article.slug, path):
            found.setdefault(name, article)
    return found


def numbers(drafts: Iterable[Draft], known: Mapping[str, int]) -> dict[str, int]:
    """A number for each edition, for ever: the curator's, else the one it had, else the next that is free."""
    given = {draft.key: draft.file.number for draft in drafts if draft.file and draft.file.number}
    settled = {**known, **given}
    following = max(settled.values(), default=0)
    for draft in drafts:
        if draft.key not in settled:
            following += 1
            settled[draft.key] = following
    return settled


def editions(
    drafts: Sequence[Draft], known: Mapping[str, int], stories: Mapping[str, Any], place: str
) -> list[Edition]:
    """The editions, newest first; ``place`` is the pattern of their paths."""
    numbered = numbers(drafts, known)
    made = [
        Edition(
            key=draft.key,
            number=numbered[draft.key],
            path=place.format(number=numbered[draft.key], key=draft.key),
            first=draft.first,
            last=draft.last,
            articles=arranged(draft, stories),
            title=draft.file.title if draft.file else None,
            note=draft.file.note if draft.file else None,
            ordered=bool(draft.file and draft.file.stories),
        )
        for draft in drafts
    ]
    return made[::-1]


def led(edition: Edition, articles: Sequence[Any], changed: datetime | None) -> Edition:
    """The edition with its stories in that order, the lead first, and when it last changed."""
    return replace(edition, articles=tuple(articles), changed=changed)


def unknown_stories(drafts: Iterable[Draft], stories: Mapping[str, Any]) -> list[str]:
    """A line for each story that a file names and that is not there."""
    return [
        f"{draft.file.subject}: no story is called {name}. Give a slug, a GUID or a path such as stories/2026/05/x.md."
        for draft in drafts
        if draft.file
        for name in draft.file.stories
        if name not in stories
    ]
