"""Which files of ``seeds/`` are read at all, and which are copies of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.batch.seeds.folder import SeedFile, read_seed, sha256
from copydesk.errors import HeldError
from copydesk.settings import Settings
from copydesk.writing.ledgers.ledger import Entry


@dataclass(frozen=True, slots=True)
class Sorting:
    """The seeds of a run: each raw file once with its digest, copies by the seed they are copies of, and those that
    cannot be read with the reason."""

    seeds: dict[SeedFile, str]
    copies: dict[str, list[str]]
    unreadable: dict[str, str]


def sort_seeds(seeds: tuple[SeedFile, ...], settings: Settings, entries: Mapping[str, Entry]) -> Sorting:
    """Read every seed once. Of several with the same bytes the one the ledger names is the seed, or the one with the
    shortest name: a copy's is longer ("ferry (1).txt", "ferry copy.txt")."""
    named = {(entry.seen[0].sha256, entry.seen[0].seed) for entry in entries.values()}
    names = {seed for _, seed in named}
    unreadable: dict[str, str] = {}
    by_digest: dict[str, list[SeedFile]] = {}
    for seed in seeds:
        try:
            by_digest.setdefault(sha256(read_seed(seed, settings.limits)), []).append(seed)
        except HeldError as error:
            unreadable[seed.name] = f"{error.problem}. {error.advice}"
    firsts: dict[SeedFile, str] = {}
    copies: dict[str, list[str]] = {}
    for digest_, same in by_digest.items():
        first = min(
            same,
            key=lambda seed: (
                (digest_, seed.name) not in named,
                seed.name not in names,
                len(seed.name),
                seed.name,
            ),
        )
        firsts[first] = digest_
        copies[first.name] = [seed.name for seed in same if seed != first]
    return Sorting(dict(sorted(firsts.items(), key=lambda pair: pair[0].name)), copies, unreadable)
