"""Which lines of a seed stand on other pages of its publisher, counted over all seeds of the folder at once.

What was counted when a story was first published stays with it, in its ledger: it is cleaned with that for as long as
its raw file is the same, so that it is not rewritten because a sibling arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from copydesk.batch.content.shelf import Shelf
from copydesk.batch.processes.workers import in_order
from copydesk.batch.recurring.recurrence import Siblings
from copydesk.batch.recurring.showing import SHOWING, Reading, Shown, recall_shown
from copydesk.batch.seeds.folder import SeedFile, list_seeds, read_seed, refuse_another
from copydesk.batch.seeds.sorting import sort_seeds
from copydesk.batch.stories.matching import Index, index
from copydesk.errors import HeldError
from copydesk.model import House, Limits, RawDocument, Story
from copydesk.settings import Settings
from copydesk.writing.ledgers.ledger import Entry


class Tables:
    """The recurring lines of raw files, each known by its digest or any other name. Pure: what the files show counts,
    not their order."""

    def __init__(self, shown: Mapping[str, Shown], house: House) -> None:
        self._shown = shown
        self._house = house
        self._counted: dict[str, Siblings] = {}

    def recurring(self, name: str) -> Mapping[str, int]:
        """The keys of the file's lines that are its publisher's chrome, each with the number of other pages."""
        shown = self._shown.get(name)
        publisher = self._publisher_of(shown) if shown else None
        return self._siblings(publisher).recurring(name) if publisher else {}

    def _siblings(self, publisher: str) -> Siblings:
        if publisher not in self._counted:
            self._counted[publisher] = Siblings({sha: self._shown[sha].words for sha in self._by_publisher[publisher]})
        return self._counted[publisher]

    @cached_property
    def _by_publisher(self) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for sha, shown in self._shown.items():
            publisher = self._publisher_of(shown)
            if publisher:
                groups[publisher].append(sha)
        return groups

    def _publisher_of(self, shown: Shown) -> str | None:
        # What knows publishers is heavy to import, and only asked where a seed is new.
        from copydesk.batch.recurring.whose import publisher_of

        return publisher_of(shown.signs, self._house)


class Folder:
    """The recurring lines of the seeds of a site (``seeds`` gives their digests). All are looked at when one without a
    story asks first, and ``looked`` then is what they show; where nothing is new, nobody asks, and it stays ``None``.
    """

    def __init__(
        self, settings: Settings, seeds: Mapping[SeedFile, str], index: Index, jobs: int | None = None
    ) -> None:
        self.looked: Mapping[str, Shown] | None = None
        self.seeds = seeds
        self._settings, self._index, self._jobs = settings, index, jobs

    def recurring(self, sha256: str) -> Mapping[str, int]:
        """What a raw file is cleaned with: what its story's ledger says, else what is counted now."""
        entries = self._index.by_file.get(sha256) or self._index.by_feed.get(self._names.get(sha256, ""))
        if entries:
            return {key: pages for entry in entries for key, pages in entry.recurring}
        return self._tables.recurring(sha256)

    def first_of(self, sha256: str) -> str | None:
        """The seed whose story all raw files of these bytes are, ``None`` where no seed has them."""
        return self._names.get(sha256)

    def succeeded(self, sha256: str) -> tuple[Entry, ...]:
        """The stories of which the raw file has an earlier state, whose present one is there too."""
        return tuple(entry for (sha, _), entry in self._index.older.items() if sha == sha256)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each raw file, by the name of its seed."""
        return {seed.name: sha for seed, sha in self.seeds.items()}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {sha: seed.name for seed, sha in self.seeds.items()}

    @cached_property
    def _tables(self) -> Tables:
        self.looked = look_at(self.seeds, self._settings, self._jobs)
        return Tables(self.looked, self._settings.house)


def is_of_another_feed(story: Story, entry: Entry, folder: Folder) -> bool:
    """Whether an item, which has an entry, is that of another feed, which is still there."""
    feed = entry.seen[0].seed
    return story.is_item_permanent and feed != story.seed and any(feed == seed.name for seed in folder.seeds)


def open_folder(shelf: Shelf, jobs: int | None = None) -> Folder:
    """The folder of seeds beside what stands in ``content/``."""
    settings = shelf.settings
    seeds = sort_seeds(list_seeds(settings.seeds), settings, shelf.entries).seeds
    return Folder(settings, seeds, index(shelf.entries, frozenset(seeds.values())), jobs)


def tables_of(files: Mapping[str, Reading], house: House, jobs: int | None = None) -> Tables:
    """The recurring lines of files that are in no folder of a site, by any name for each."""
    return Tables(dict(zip(files, in_order(SHOWING, files.values(), jobs), strict=True)), house)


def look_at(seeds: Mapping[SeedFile, str], settings: Settings, jobs: int | None = None) -> dict[str, Shown]:
    """What each of the seeds shows, by digest; those never seen are read now. Nothing is kept for the next time. A seed
    that is another by now, or cannot be read any more, shows nothing."""
    known = recall_shown(settings)
    read: list[str] = []

    def readings() -> Iterator[Reading]:
        for seed, sha in seeds.items():
            if sha not in known and (reading := _reading(seed, sha, settings.limits)):
                read.append(sha)
                yield reading

    looked = list(in_order(SHOWING, readings(), jobs))
    return {sha: known[sha] for sha in seeds.values() if sha in known} | dict(zip(read, looked, strict=True))


def _reading(seed: SeedFile, sha: str, limits: Limits) -> Reading | None:
    try:
        data = read_seed(seed, limits)
        refuse_another(seed, data, sha)
    except HeldError:
        return None
    return Reading(RawDocument(seed.name, data), limits)
