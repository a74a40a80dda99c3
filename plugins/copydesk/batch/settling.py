"""What becomes of one cleaned seed: each of its documents published, held, or left as the curator wants it."""

from __future__ import annotations

from dataclasses import replace

from copydesk.batch.recurring.siblings import is_of_another_feed
from copydesk.batch.report import Change, Outcome
from copydesk.batch.run import Run
from copydesk.batch.seeds.cleaning import REPORT_IT, CleanCopy, Cleaned
from copydesk.batch.seeds.memory import Document, Memory
from copydesk.batch.stories.matching import match, tells_the_same
from copydesk.batch.stories.planning import Plan, Standing, known_story, new_story
from copydesk.errors import CopydeskError
from copydesk.model import Story
from copydesk.writing.ledgers.ledger import Entry

ID_TAKEN = (
    "it has the id of an item of {} and tells something else. If it is a story of its own, save its page as HTML; if "
    "this is the true one, remove the other feed"
)
"""Why an item is held that another feed was there before with."""

MEMORABLE: frozenset[Change] = frozenset({"new", "changed", "unchanged", "taken"})


def settle(run: Run, cleaned: Cleaned) -> None:
    """Write what a cleaned seed changes, and note what became of its documents."""
    seed = cleaned.seed
    if cleaned.copies:
        outcomes = [replace(_settle_copy(run, copy), doubts=copy.story.doubts) for copy in cleaned.copies]
    else:
        reason = cleaned.reason or "no story found in it. Check the file."
        outcomes = hold_seed(run, seed, run.folder.digests[seed], reason)
    run.outcomes[seed] = outcomes
    if cleaned.lost in ("crash", "clock"):  # which may have been the machine's doing: it is tried again the next time
        del run.memories[seed]
    else:
        _remember(run, seed, outcomes)


def hold_seed(run: Run, seed: str, sha: str, reason: str) -> list[Outcome]:
    """What becomes of a seed that cannot be cleaned: held, or only flagged where its stories stand."""
    standing = run.index.by_file.get(sha, [])
    if not standing:
        return [_held_or_flagged(seed, None, None, reason)]
    return [_held_or_flagged(seed, entry, entry.item, reason) for entry in standing]


def _settle_copy(run: Run, copy: CleanCopy) -> Outcome:
    story = copy.story
    older = run.index.older.get((story.sha256, story.item))
    if older is not None:
        return replace(published(story.seed, older, "unchanged"), state="duplicate", item=story.item)
    other = run.shelf.entries.get(story.guid)
    if other is not None and is_of_another_feed(story, other, run.folder):
        return _refuse_taken_id(story, other)
    entry = match(story, run.index)
    try:
        return _publish_or_hold(run, copy, entry)
    except CopydeskError as error:
        return _held_or_flagged(story.seed, entry, story.item, f"{error.problem}. {error.advice}")
    except OSError:  # the disk's fault, not the document's
        raise
    except Exception as error:  # noqa: BLE001  # one bad file never stops the press: it is held, and says why
        reason = f"writing failed ({type(error).__name__}: {error}). {REPORT_IT}"
        return _held_or_flagged(story.seed, entry, story.item, reason)


def _refuse_taken_id(story: Story, other: Entry) -> Outcome:
    """An item with an id that belongs to another feed. It is a copy of that story, or another one under a taken id, and
    is not lost in silence: whoever writes a feed can write any id into it."""
    if tells_the_same(story, other):
        return replace(published(story.seed, other, "unchanged"), state="duplicate", item=story.item)
    return Outcome(story.seed, "held", item=story.item, guid=other.guid, reasons=(ID_TAKEN.format(other.seen[0].seed),))


def _publish_or_hold(run: Run, copy: CleanCopy, entry: Entry | None) -> Outcome:
    """The document as a story, unless it must not become one."""
    story = copy.story
    if entry is not None:
        return _continue_story(run, copy, entry)
    if story.held:
        return Outcome(story.seed, "held", item=story.item, reasons=_reasons(story))
    return _begin_story(run, copy)


def _held_or_flagged(seed: str, entry: Entry | None, item: str | None, reason: str) -> Outcome:
    """A document that cannot be made a story: held, or only flagged where it is one already."""
    if entry is None:
        return Outcome(seed, "held", item=item, reasons=(reason,))
    return published(seed, entry, "unchanged", (f"would be held: {reason}",))


def _continue_story(run: Run, copy: CleanCopy, entry: Entry) -> Outcome:
    take = entry.path in run.options.take
    plan = known_story(copy, Standing(entry, run.shelf.text(entry), take), run.today)
    _put(run, plan, entry)
    flags = tuple(f"would be held: {reason}" for reason in _reasons(copy.story))
    return published(copy.story.seed, plan.entry, plan.change, (*_notes_on_waiting(run, plan), *flags))


def _begin_story(run: Run, copy: CleanCopy) -> Outcome:
    orphan = run.shelf.orphans().get(copy.story.guid)
    if orphan is None:
        plan = new_story(copy, run.today, run.shelf.slugs)
        _put(run, plan, None)
        return published(copy.story.seed, plan.entry, plan.change)
    return _adopt_file(run, copy, orphan)


def _adopt_file(run: Run, copy: CleanCopy, path: str) -> Outcome:
    """A story file whose ledger is gone: taken back where it is what we would write, else guarded as edited."""
    plan = new_story(copy, run.today, ())
    entry = replace(plan.entry, path=path)
    current = run.shelf.text(entry)
    changed: Plan = known_story(copy, Standing(entry, current, path in run.options.take), run.today)
    if changed.change == "taken" or current == changed.entry.base:
        _put(run, changed, None)
        return published(copy.story.seed, changed.entry, changed.change)
    advice = f"Restore content/ledger, or {_advice_to_take(run, path)}"
    reason = f"{_path_shown(run, path)} has no ledger, so it is left alone. {advice}"
    return published(copy.story.seed, entry, "kept", (reason,))


def _put(run: Run, plan: Plan, before: Entry | None) -> None:
    if plan.replaced is not None and not run.shelf.is_preview:
        run.shelf.keep_replaced(plan.entry, plan.replaced)
    recurring = tuple(sorted(run.folder.recurring(plan.entry.seen[0].sha256).items()))
    entry = replace(plan.entry, recurring=recurring)
    if plan.text is not None or entry != before:
        run.shelf.put(entry, plan.text)


def published(seed: str, entry: Entry, change: Change, reasons: tuple[str, ...] = ()) -> Outcome:
    """The outcome of a document that is a story."""
    return Outcome(seed, "published", change, entry.item, entry.guid, entry.path, reasons)


def _reasons(story: Story) -> tuple[str, ...]:
    """Why the story is held, without the file's name, which every line of the report begins with."""
    return tuple(reason.removeprefix(f"seeds/{story.seed}: ") for reason in story.held)


def _notes_on_waiting(run: Run, plan: Plan) -> tuple[str, ...]:
    """What to say of a hand edit that was left alone although there is a new version."""
    if plan.change != "kept":
        return ()
    shown = _path_shown(run, plan.entry.path)
    see = f"edited by hand, a new version waits. See it: copydesk diff {shown}. Join the two: copydesk merge {shown}."
    return (f"{see} {_advice_to_take(run, plan.entry.path)}",)


def _advice_to_take(run: Run, path: str) -> str:
    return f"Take the new version: copydesk normalize --take {_path_shown(run, path)}"


def _path_shown(run: Run, path: str) -> str:
    """A story's path relative to the folder of the settings file, as a curator types it."""
    content = run.settings.content
    is_inside = content.is_relative_to(run.settings.root)
    return (content.relative_to(run.settings.root) / path).as_posix() if is_inside else (content / path).as_posix()


def _remember(run: Run, seed: str, outcomes: list[Outcome]) -> None:
    """Note the outcomes under the seed's key, unless one of them must be looked at anew each run."""
    known = run.memories.pop(seed)
    if all(outcome.change in MEMORABLE and not _depends_on_another(outcome) for outcome in outcomes):
        run.memories[seed] = Memory(known.key, tuple(_document(run, outcome) for outcome in outcomes))


def _depends_on_another(outcome: Outcome) -> bool:
    """Whether a document is what it is because of another's story, whose raw file may go."""
    return outcome.state != "published" and (outcome.state == "duplicate" or outcome.guid is not None)


def _document(run: Run, outcome: Outcome) -> Document:
    entry = run.shelf.entries.get(outcome.guid or "")
    guid, text = (entry.guid, entry.digest) if entry else (None, None)
    return Document(outcome.item, guid, text, outcome.reasons, outcome.doubts)
