"""Which stories on the shelf are kin, decided by their words and by the curator, and written into one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from copydesk.batch.content.shelf import Shelf
from copydesk.batch.files import read_if_there, write_below
from copydesk.batch.relations.kin import kin_of
from copydesk.batch.report import Outcome
from copydesk.batch.seeds.folder import SeedFile, list_seeds, overrides_bytes, overrides_path, seed_overrides
from copydesk.errors import SettingsError, StoryFileError
from copydesk.kinship.copies import Pair, grouped
from copydesk.kinship.relations import NAME, Relations, compose
from copydesk.settings import Settings
from copydesk.writing.stories.storyfile import parse


@dataclass(slots=True)
class Word:
    """The curator's word in the overrides: pairs that are one story, pairs that are not, and what it names in vain."""

    same: list[Pair] = field(default_factory=list)
    apart: list[Pair] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Related:
    """The text of ``content/relations.txt``, and what a curator should look at, by GUID."""

    text: str
    looks: Mapping[str, list[str]]


def relate(settings: Settings, shelf: Shelf) -> Related:
    """How the stories on the shelf are kin; nothing is written but what is remembered."""
    kin = kin_of(settings, list(shelf.entries.values()), remembered=not shelf.is_preview)
    word = word_of(settings, shelf)
    place = {guid: number for number, guid in enumerate(kin.order)}
    apart = {frozenset(pair) for pair in word.apart}
    kept = [pair for pair in kin.copies if frozenset(pair) not in apart]
    groups = grouped([*word.same, *kept], word.apart, place)
    undecided = [pair for pair in kept if pair not in word.same and pair[::-1] not in word.same]
    return Related(compose(Relations(groups, kin.events)), looks(shelf, word, undecided))


def keep(settings: Settings, text: str) -> None:
    """Write ``content/relations.txt`` if its text has changed; remove it where no story has kin."""
    path = settings.content / NAME
    if text and text != read_if_there(path):
        write_below(settings.content, path, text)
    elif not text:
        path.unlink(missing_ok=True)


def word_of(settings: Settings, shelf: Shelf) -> Word:
    """What the overrides say. One that cannot be read holds its seed, which says so elsewhere."""
    guids: dict[str, list[str]] = {}
    for guid, entry in sorted(shelf.entries.items()):
        guids.setdefault(entry.seen[0].seed, []).append(guid)
    word = Word()
    for seed in list_seeds(settings.seeds):
        if seed.name not in guids or b"same_as" not in _bytes(seed, settings.seeds.name):
            continue
        try:
            said = seed_overrides(seed, settings.seeds.name)
        except SettingsError:
            continue
        for mine in guids[seed.name]:
            named(mine, {"same_as": said.same_as, "not_same_as": said.not_same_as}, guids, word)
    return word


def named(mine: str, said: Mapping[str, tuple[str, ...]], guids: Mapping[str, list[str]], word: Word) -> None:
    """Note what one story's overrides say of others, which they name by GUID or by seed."""
    known = {guid for found in guids.values() for guid in found}
    for key, pairs in (("same_as", word.same), ("not_same_as", word.apart)):
        for name in said[key]:
            others = [name] if name in known else guids.get(name, [])
            pairs += [(mine, other) for other in others if other != mine]
            if not others:
                word.faults.append((mine, f"{key} names {name}, which is no story. Name a seed or a GUID."))


def looks(shelf: Shelf, word: Word, undecided: list[Pair]) -> dict[str, list[str]]:
    """What to look at: near-copies that nobody has confirmed, and names that lead nowhere."""
    found: dict[str, list[str]] = {}
    for first, second in undecided:
        other = shelf.entries[first].seen[0].seed
        if not {first, other} & set(decided(shelf, second)) and second not in decided(shelf, first):
            reads = f"reads like {other}, and the two are shown as one story"
            found.setdefault(second, []).append(f"{reads}. If they are, {_how_to_say(shelf, first, second)}")
    for guid, fault in word.faults:
        found.setdefault(guid, []).append(fault)
    return found


def _how_to_say(shelf: Shelf, first: str, second: str) -> str:
    """Where the curator writes that two stories are one, or are not: beside the seed of the second, or in its story
    where the seed holds several."""
    mine, other = shelf.entries[second], shelf.entries[first]
    if mine.item is not None or other.item is not None:
        return f'write same_as: ["{first}"] into {shelf.settings.content.name}/{mine.path}, else not_same_as.'
    seeds, seed = shelf.settings.seeds, mine.seen[0].seed
    beside = overrides_path(SeedFile(seed, seeds / seed)).relative_to(seeds).as_posix()
    return f'write same_as = ["{other.seen[0].seed}"] into {seeds.name}/{beside}, else not_same_as.'


def decided(shelf: Shelf, guid: str) -> Iterator[str]:
    """The stories that a story's own front matter names."""
    entry = shelf.entries[guid]
    try:
        file = parse(shelf.text(entry) or "", entry.path)
    except StoryFileError:
        return
    yield from (*file.same_as, *file.not_same_as)


def flag(outcomes: dict[str, list[Outcome]], found: Mapping[str, list[str]]) -> None:
    """Add what to look at to the outcomes of its stories."""
    for seed, listed in outcomes.items():
        for number, outcome in enumerate(listed):
            if outcome.guid and outcome.guid in found and outcome.state == "published":
                outcomes[seed][number] = replace(outcome, looks=(*outcome.looks, *found[outcome.guid]))


def _bytes(seed: SeedFile, folder: str) -> bytes:
    try:
        return overrides_bytes(seed, folder)
    except SettingsError:
        return b""
