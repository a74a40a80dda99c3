"""One correction from end to end: what the hand changed, the rules it teaches, and what they would do elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from copydesk.batch.content.shelf import Shelf, counts_as_edited
from copydesk.batch.recurring.siblings import Folder, look_at, open_folder
from copydesk.batch.recurring.whose import publisher_of
from copydesk.batch.seeds.cleaning import Task, beside, task_of
from copydesk.batch.seeds.folder import SeedFile, list_seeds, sha256
from copydesk.batch.stories.slugs import slug
from copydesk.editing.cutting.curator import cut_listing, keep_listing, selects
from copydesk.errors import CopydeskError, HeldError, SettingsError
from copydesk.learning.case import Case, approved, pages_around, pages_of, raw_blocks, shown_elsewhere
from copydesk.learning.correction import Correction, correction
from copydesk.learning.forms import FORMS, Form, form_of
from copydesk.learning.lessons import Lesson, Way, lesson_for, with_lesson
from copydesk.learning.mains import main_for
from copydesk.learning.sources import SINGLE, Addition
from copydesk.learning.trial import Effect, changed, effects, facts_changed, stories_of, with_row
from copydesk.metadata.credits.publishers import publisher_named
from copydesk.model import Block, House, Publisher, Story
from copydesk.text import fold
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.storyfile import parse


@dataclass(frozen=True, slots=True)
class Teaching:
    """What a correction teaches: the publisher's table with the ``additions`` in it, what they change in other seeds,
    what was not learned and why. ``settled`` says whether the story, cleaned with that table, is what the hand made of
    it."""

    row: Publisher
    additions: tuple[Addition, ...]
    effects: tuple[Effect, ...]
    unlearned: tuple[str, ...]
    settled: bool


def teach(shelf: Shelf, entry: Entry) -> Teaching:
    """Learn from the hand edit of a story. Raises CopydeskError where there is nothing to learn from."""
    text = shelf.text(entry) or ""
    if not counts_as_edited(text, entry):
        raise CopydeskError(f"content/{entry.path}", "no hand has edited it", "Correct the story first, then learn.")
    base, now = parse(entry.base, entry.path), parse(text, f"content/{entry.path}")
    task = _task(shelf, entry)
    story = next((story for story in stories_of(task) if story.item == entry.item), None)
    if story is None:
        raise CopydeskError(f"seeds/{entry.seen[0].seed}", "no longer holds the story", "Put the raw file back.")
    change, row = correction(base, now, story), _row(now.publisher, story, task.house)
    facts = tuple(_facts(change, row))
    for addition in facts:
        row = _with_addition(row, addition)
    siblings = dict(_siblings(shelf, row, entry.seen[0].sha256))
    return _taught(Case(shelf, entry, task, story, change, now, row, siblings), facts)


@dataclass(frozen=True, slots=True)
class Learned:
    """What is learned so far: the publisher's table, what was added to it, and what no rule was found for."""

    row: Publisher
    additions: tuple[Addition, ...] = ()
    unlearned: tuple[str, ...] = ()

    def taking(self, lesson: Lesson) -> Learned:
        """A copy with ``lesson`` in the publisher's table and among what was added."""
        addition = Addition(lesson.key, lesson.value, lesson.pages)
        return replace(self, row=with_lesson(self.row, lesson), additions=(*self.additions, addition))


def _taught(case: Case, facts: tuple[Addition, ...]) -> Teaching:
    learned = _with_forms(Learned(case.row, facts), case)
    main = _main(case, learned.row)
    learned = learned if main is None else learned.taking(main)
    learned = _with_lessons(learned, case, "cut", case.change.taken_out)
    learned = _with_lessons(learned, case, "keep", case.change.put_back)
    tried = effects(case.siblings, learned.row, approved(case)) if learned.additions else ()
    settled = _is_settled(case, _cleaned(case, learned.row))
    return Teaching(learned.row, learned.additions, tuple(tried), learned.unlearned, settled)


def _with_forms(learned: Learned, case: Case) -> Learned:
    """With the lines in which the publisher gives the facts that the hand corrected."""
    row, forms = learned.row, tuple(_forms(case))
    for form in forms:
        row = replace(row, **{form.key: (*getattr(row, form.key), form.value)})  # type: ignore[arg-type]  # a key of the table
    additions = (Addition(form.key, form.value, form.pages) for form in forms)
    unlearned = _own(case.change, frozenset(form.key for form in forms))
    return Learned(row, (*learned.additions, *additions), (*learned.unlearned, *unlearned))


def _with_lessons(learned: Learned, case: Case, way: Way, blocks: tuple[Block, ...]) -> Learned:
    """With a lesson for each block that the hand took out or put back, where no other lesson says so already."""
    pages = pages_of(case, way)
    for block in blocks:
        if _is_said(block, way, learned.row):
            continue
        found = lesson_for(block, way, pages)
        if found is not None:
            learned = learned.taking(found)
        else:
            problem = f'"{block.text[:80]}": every rule for it would change a story that is settled'
            learned = replace(learned, unlearned=(*learned.unlearned, problem))
    return learned


def _cleaned(case: Case, row: Publisher) -> Story | None:
    """The story as it would be cleaned with that table, ``None`` where its seed would not hold it."""
    return next((story for story in stories_of(changed(case.task, row)) if story.item == case.entry.item), None)


def _is_said(block: Block, way: Way, row: Publisher) -> bool:
    """Whether the publisher's table says already what the hand did to a block."""
    if way == "keep":
        return keep_listing(row).has(block)
    return cut_listing(row).has(block) or bool(row.main) and not selects(row.main, block)


def _main(case: Case, row: Publisher) -> Lesson | None:
    """The element of the story, where no fact of the story is lost that stands outside it."""
    gone = frozenset(map(id, case.change.taken_out))
    kept = tuple(block for block in case.story.blocks if id(block) not in gone)
    found = None if row.main else main_for((*kept, *case.change.put_back), case.change.taken_out, pages_around(case))
    if found is None:
        return None
    after = _cleaned(case, with_lesson(row, found))
    return found if after and not tuple(facts_changed((case.story,), (after,))) else None


def _forms(case: Case) -> Iterator[Form]:
    """The lines in which this publisher gives the facts that the hand corrected."""
    for key in case.change.own:
        if key in FORMS and (form := form_of(key, case.now, raw_blocks(case.task), shown_elsewhere(case))):
            yield form


def _own(change: Correction, said: frozenset[str]) -> Iterator[str]:
    if change.rewritten:
        count = "a paragraph" if change.rewritten == 1 else f"{change.rewritten} paragraphs"
        yield f"{count} in your own words: that stays this story's"
    for key in change.own:
        if key not in FORMS:
            yield f"{key}: each page's own, so no rule of a publisher says it"
        elif FORMS[key] not in said:
            yield f"{key}: no line of the raw file names just this in a form that holds on the other pages too"


def _task(shelf: Shelf, entry: Entry) -> Task:
    """The story's raw file, as a run would clean it."""
    seeds = {seed.name: seed for seed in list_seeds(shelf.settings.seeds)}
    seed = seeds.get(entry.seen[0].seed)
    if seed is None:
        raise CopydeskError(f"seeds/{entry.seen[0].seed}", "is gone", "Put the raw file back.")
    return _as_in_a_run(seed, shelf, open_folder(shelf))


def _as_in_a_run(seed: SeedFile, shelf: Shelf, folder: Folder) -> Task:
    task = task_of(seed, shelf.settings)
    return beside(task, folder.recurring(sha256(task.raw.data)))


def _row(named: str | None, story: Story, house: House) -> Publisher:
    """The publisher's table, or the one that would be made for it."""
    known = publisher_named(named, house) if named else None
    known = known or next((row for row in house.publishers if row.key == story.metadata.publisher_key), None)
    if known:
        return known
    if not named:
        raise CopydeskError(story.seed, "nobody says who published it", 'Add publisher: "…" to the story, then learn.')
    key = slug(named, story.guid)
    if any(row.key == key for row in house.publishers):
        raise SettingsError("sources.toml", f"[{key}] is another publisher", f'Add "{named}" to its names, or rename.')
    address = story.metadata.canonical_url
    host = urlsplit(address.value).hostname if address else None
    return Publisher(key, named, domains=(host.removeprefix("www."),) if host else ())


def _siblings(shelf: Shelf, row: Publisher, sha: str) -> Iterator[tuple[str, Task]]:
    """The other seeds of the publisher, as a run would clean them."""
    settings, folder = shelf.settings, open_folder(shelf)
    house = with_row(settings.house, row)
    shown = look_at(folder.seeds, settings)
    for seed, digest in folder.seeds.items():
        seen = shown.get(digest)  # none of a file that is gone by now
        if digest != sha and seen and publisher_of(seen.signs, house) == f"key {row.key}":
            try:
                yield seed.name, _as_in_a_run(seed, shelf, folder)
            except (HeldError, SettingsError):  # it is held, so there is no story to change
                continue


def _facts(change: Correction, row: Publisher) -> Iterator[Addition]:
    """What the changed facts say of the publisher."""
    for fact in change.facts:
        if fact.key == "publisher":
            if fact.before and fact.after and fold(fact.before) not in map(fold, (row.name, *row.names)):
                yield Addition("names", fact.before)
        elif fact.after:
            key = {"lang": "language"}.get(fact.key, fact.key)
            if getattr(row, key) is None:
                yield Addition(key, fact.after)


def _with_addition(row: Publisher, addition: Addition) -> Publisher:
    if addition.key in SINGLE:
        return replace(row, **{addition.key: addition.value})  # type: ignore[arg-type]  # a key of the table
    return replace(row, names=(*row.names, addition.value))


def _is_settled(case: Case, after: Story | None) -> bool:
    """Whether the story, cleaned with what was learned, has lost what the hand took out and has what it put back."""
    if after is None:
        return False
    told = {fold(block.text) for block in after.blocks}
    gone = {fold(block.text) for block in case.change.taken_out}
    back = {fold(block.text) for block in case.change.put_back}
    return told.isdisjoint(gone) and back <= told
