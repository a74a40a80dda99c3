"""Which edition a story comes out in. Pure.

A story stands in the edition of its own date until a later edition is out: from then on that digest has been read, and
stays as it is. A story that comes in late joins the current edition. If many old stories come in at once, only those do
that the feeds tell of (COPYDESK_FEED_BACKFILL); the others stand in lists and archives alone. A story stays in the
edition in which it once came out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from copydesk.site.issues.edition_files import EditionFile
from copydesk.site.issues.editions import PERIODS, Draft, Rhythm, period_of
from copydesk.site.registers.issued import NOWHERE


@dataclass(frozen=True, slots=True)
class Past:
    """What is settled before a build: the edition each story came out in, by GUID; the GUIDs of those too many and too
    old to be news; the day of the build, ``None`` where no clock is read."""

    editions: Mapping[str, str] = field(default_factory=dict)
    too_old: Container[str] = ()
    today: date | None = None

    def has_come(self, draft: Draft) -> bool:
        """Whether an edition has begun: one dated far ahead by mistake closes none of those before it."""
        return self.today is None or draft.first <= self.today


@dataclass(slots=True)
class Issues:
    """The editions of a build as they are filled. ``by_date`` finds a story's edition by its day; ``files`` are the
    curator's, by key; ``named`` says which edition a file puts a story into."""

    past: Past
    by_date: Callable[[date], Draft | None]
    files: Mapping[str, EditionFile]
    named: Mapping[str, str] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def fill(self, articles: Sequence[Any]) -> dict[str, str]:
        """Put every story into its edition. Returns where each has come out, those of before among them."""
        closed = self._closed()
        late = []
        for article in articles:
            key = self._key(article)
            own = self._of_key(key) if key else None
            if own is None and key != NOWHERE:
                own = self.by_date(article.copydesk.moment.date())
                if own is not None and closed is not None and own.first < closed and not own.is_listed:
                    late.append(article)
                    continue
            self._join(own, article)
        self._join_current([article for article in late if guid_of(article) not in self.past.too_old])
        self._settle(articles)
        nowhere = {guid_of(article): NOWHERE for article in late if guid_of(article) in self.past.too_old}
        return {**self.past.editions, **nowhere, **dict(self._placed())}

    def _closed(self) -> date | None:
        """The first day of the newest edition that is out: what is older is closed."""
        out = (self._of_key(key) for key in set(self.past.editions.values()))
        return max((draft.first for draft in out if draft and self.past.has_come(draft)), default=None)

    def _key(self, article: Any) -> str | None:
        """The edition a story came out in, or was put into by the curator."""
        return self.past.editions.get(guid_of(article)) or self.named.get(guid_of(article))

    def _of_key(self, key: str) -> Draft | None:
        file = self.files.get(key)
        return self.drafts.get(key) or period_of(key) or (Draft(key, file.day, file.day) if file else None)

    def _join(self, draft: Draft | None, article: Any) -> None:
        if draft is not None and not draft.is_listed:
            self.drafts.setdefault(draft.key, draft).articles.append(article)

    def _join_current(self, late: Iterable[Any]) -> None:
        """The late stories come out in the newest edition; where that has a list of its own, in the one after it."""
        current = max(filter(self.past.has_come, self.drafts.values()), key=lambda draft: draft.first, default=None)
        for article in late:
            self._join(current, article)

    def _settle(self, articles: Sequence[Any]) -> None:
        """One order for the stories of an edition: the next build, which knows where the late ones came out, finds them
        among the others."""
        order = {id(article): number for number, article in enumerate(articles)}
        for draft in self.drafts.values():
            draft.articles.sort(key=lambda article: order[id(article)])

    def _placed(self) -> Iterator[tuple[str, str]]:
        return ((guid_of(each), draft.key) for draft in self.drafts.values() for each in draft.articles)


@dataclass(frozen=True, slots=True)
class EditionSources:
    """What editions are made of: the site's ``articles`` in their order; the same by the ``names`` that the curator's
    files call them; these files."""

    articles: Sequence[Any]
    names: Mapping[str, Any]
    files: Sequence[EditionFile]


def guid_of(article: Any) -> str:
    """The GUID of a story."""
    guid: str = article.copydesk.guid
    return guid


def by_calendar(rhythm: Rhythm, sources: EditionSources, past: Past) -> tuple[list[Draft], dict[str, str]]:
    """The editions that have stories, oldest first; those with a file have its order, its other stories after them. And
    where each story has come out."""
    period = PERIODS[rhythm]
    files = {file.key: file for file in sources.files}
    kept = {*past.editions.values(), *(period(file.day).key for file in sources.files)}
    named = {
        guid_of(sources.names[name]): file.key
        for file in sources.files
        if file.key in kept
        for name in file.stories
        if name in sources.names
    }
    issues = Issues(past, period, files, named)
    placed = issues.fill(sources.articles)
    for key, draft in issues.drafts.items():
        draft.file = files.get(key)
    return in_time(issues.drafts.values()), placed


def by_hand(sources: EditionSources, past: Past) -> tuple[list[Draft], dict[str, str]]:
    """The editions the curator has written, oldest first. One that lists no stories has those since the one before. And
    where the stories of these have come out."""
    files = sorted(sources.files, key=lambda file: (file.day, file.key))
    drafts = [Draft(file.key, file.day, file.day, file=file) for file in files]
    days = [file.day for file in files]

    def since_the_one_before(day: date) -> Draft | None:
        at = bisect_left(days, day)
        return drafts[at] if at < len(drafts) else None

    issues = Issues(past, since_the_one_before, {file.key: file for file in files})
    issues.drafts.update({draft.key: draft for draft in drafts})
    placed = issues.fill(sources.articles)
    return in_time(issues.drafts.values()), placed


def in_time(drafts: Iterable[Draft]) -> list[Draft]:
    """Editions, oldest first."""
    return sorted(drafts, key=lambda draft: (draft.first, draft.key))
