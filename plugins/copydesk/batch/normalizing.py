"""The folder as a whole: every seed cleaned, matched to its story, and put on the shelf where that changes anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from copydesk.batch import clock
from copydesk.batch.content.shelf import Shelf, mend, open_shelf
from copydesk.batch.lock import hold
from copydesk.batch.processes.workers import in_order
from copydesk.batch.recurring.showing import remember_shown
from copydesk.batch.recurring.siblings import Folder
from copydesk.batch.relations.relating import flag, keep, relate
from copydesk.batch.report import Outcome, Report
from copydesk.batch.run import Options, Run
from copydesk.batch.seeds import memory
from copydesk.batch.seeds.cleaning import CLEANING, Task, beside, task_of
from copydesk.batch.seeds.folder import SeedFile, hidden_seeds, list_seeds, overrides_bytes, refuse_another
from copydesk.batch.seeds.sorting import Sorting, sort_seeds
from copydesk.batch.settling import hold_seed, published, settle
from copydesk.batch.stories.matching import index
from copydesk.batch.stories.planning import Today
from copydesk.errors import HeldError, SettingsError
from copydesk.settings import Settings

OVERTAKEN = "was edited while this ran, so it was left alone. Run it again."
"""What is said of a story that a hand has saved between our reading and our writing it."""


def normalize(settings: Settings, options: Options | None = None) -> Report:
    """Make ``content/stories/`` say what ``seeds/`` say. Raises LockedError, LedgerError and OSError. A fault in one
    document holds that document alone."""
    with hold(settings):
        mend(settings)
        shelf = open_shelf(settings)
        for guid in sorted(shelf.moved):
            shelf.put(shelf.entries[guid], None)
        run = _run(settings, options or Options(), shelf)
        related = relate(settings, shelf)
        flag(run.outcomes, related.looks)
        overtaken = shelf.write(partial(keep, settings, related.text))
        _say_overtaken(run, frozenset(entry.guid for entry in overtaken))
        if run.memories != run.remembered:
            memory.remember(settings, run.memories)
        if run.folder.looked is not None:
            remember_shown(settings, run.folder.looked)
        return _report(run)


def preview(settings: Settings, options: Options | None = None) -> Report:
    """What `normalize` would report now. Nothing is written, and no lock is taken."""
    shelf = replace(open_shelf(settings), is_preview=True)
    run = _run(settings, options or Options(), shelf)
    flag(run.outcomes, relate(settings, shelf).looks)
    return _report(run)


def _run(settings: Settings, options: Options, shelf: Shelf) -> Run:
    sorting = sort_seeds(list_seeds(settings.seeds), settings, shelf.entries)
    found = index(shelf.entries, frozenset(sorting.seeds.values()))
    folder = Folder(settings, sorting.seeds, found, options.jobs)
    run = Run(settings, options, shelf, found, folder, Today(clock.now(), settings.house.zone), memory.recall(settings))
    for seed, reason in sorting.unreadable.items():
        run.outcomes[seed] = [Outcome(seed, "held", reasons=(reason,))]
    for cleaned in in_order(CLEANING, _tasks(run, sorting), options.jobs):
        settle(run, cleaned)
    for seed, copies in sorting.copies.items():
        for copy in copies:
            run.outcomes[copy] = [_copied(copy, outcome) for outcome in run.outcomes[seed]]
    return run


def _say_overtaken(run: Run, guids: frozenset[str]) -> None:
    for seed, outcomes in run.outcomes.items():
        run.outcomes[seed] = [
            replace(outcome, reasons=(*outcome.reasons, OVERTAKEN)) if outcome.guid in guids else outcome
            for outcome in outcomes
        ]


def _copied(seed: str, outcome: Outcome) -> Outcome:
    """What became of a document whose bytes are there under another name."""
    return replace(
        outcome,
        seed=seed,
        state="duplicate",
        change="unchanged",
        reasons=(),
        doubts=(),
        looks=(),
        same_file=outcome.seed,
    )


def _report(run: Run) -> Report:
    outcomes = tuple(outcome for seed in sorted(run.outcomes) for outcome in run.outcomes[seed])
    return Report(outcomes, run.settings.seeds.name, hidden_seeds(run.settings.seeds))


def _tasks(run: Run, sorting: Sorting) -> Iterator[Task]:
    """A task for each seed that must be cleaned; what is remembered of the others goes straight to the outcomes."""
    basis = memory.basis(run.settings)
    for done, (seed, sha) in enumerate(sorting.seeds.items(), 1):
        if run.options.progress:
            run.options.progress(done, len(sorting.seeds))
        try:
            recurring = run.folder.recurring(sha)
            key = memory.key(sha, overrides_bytes(seed, run.settings.seeds.name), recurring, basis)
            known = run.remembered.get(seed.name)
            if known and known.key == key and (outcomes := _recalled(run, seed, sha, known)):
                run.outcomes[seed.name], run.memories[seed.name] = outcomes, known
                continue
            run.memories[seed.name] = memory.Memory(key, ())
            task = task_of(seed, run.settings)
            refuse_another(seed, task.raw.data, sha)
            yield beside(task, recurring)
        except (HeldError, SettingsError, OSError) as error:  # a seed, or its overrides
            run.outcomes[seed.name] = hold_seed(run, seed.name, sha, str(error))


def _recalled(run: Run, seed: SeedFile, sha: str, known: memory.Memory) -> list[Outcome]:
    """The remembered outcomes of a seed; none unless everything they mention still stands."""
    outcomes: list[Outcome] = []
    for document in known.documents:
        outcome = _still_held(run, seed, sha, document) if document.guid is None else _stands(run, seed, sha, document)
        if outcome is None:
            return []
        outcomes.append(replace(outcome, reasons=document.reasons, doubts=document.doubts))
    return outcomes


def _still_held(run: Run, seed: SeedFile, sha: str, document: memory.Document) -> Outcome | None:
    """The outcome "held" again for a document that was held before; ``None`` once there is a story of it."""
    is_known = (sha, document.item) in run.index.by_digest or (seed.name, document.item) in run.index.by_seed
    return None if is_known else Outcome(seed.name, "held", item=document.item)


def _stands(run: Run, seed: SeedFile, sha: str, document: memory.Document) -> Outcome | None:
    """A published document is unchanged if its ledger says what was remembered and its file is there."""
    entry = run.shelf.entries.get(document.guid or "")
    if entry is None or entry.digest != document.digest or entry.path in run.options.take:
        return None
    made_from = entry.seen[0]
    if made_from.seed != seed.name or (made_from.sha256 != sha and document.item is None):
        return None
    if not (run.settings.content / entry.path).exists():
        return None
    return published(seed.name, entry, "unchanged")
