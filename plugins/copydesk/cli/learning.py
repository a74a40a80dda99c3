"""``copydesk learn``: a correction becomes a rule for its publisher, shown with what it would change, then written."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from copydesk.batch import hold
from copydesk.batch.content.shelf import Shelf, open_shelf
from copydesk.batch.files import read_if_there, write_atomically
from copydesk.cli.exits import HELD, PUBLISHED, USAGE
from copydesk.cli.normalizing import story_at
from copydesk.cli.surroundings import shown, site
from copydesk.errors import SettingsError
from copydesk.learning.sources import add
from copydesk.learning.teaching import Teaching, teach
from copydesk.learning.trial import Effect
from copydesk.settings import Settings
from copydesk.writing.ledgers.ledger import Entry

MOST_LINES = 6
"""Lines of one story's change that are shown."""


def run(arguments: Namespace) -> int:
    """Learn from one story; 0 where it is written or nothing is to be, 3 where the curator has yet to say so."""
    settings = site(arguments.settings)
    shelf = open_shelf(settings)
    entry = _entry(arguments.file, shelf)
    if entry is None:
        sys.stderr.write(f"copydesk: {shown(str(arguments.file))} is no story made from a seed\n")
        return USAGE
    teaching = teach(shelf, entry)
    _say(teaching, settings)
    if not teaching.additions:
        sys.stdout.write("Nothing to learn.\n")
        return PUBLISHED
    if not arguments.yes and not _agrees(settings):
        return HELD
    _write(teaching, settings)
    return PUBLISHED


def _entry(path: Path, shelf: Shelf) -> Entry | None:
    """The story at a path, or the one story made from the raw file there."""
    name = story_at(path, shelf.settings)
    if name is not None:
        return next((entry for entry in shelf.entries.values() if entry.path == name), None)
    whole = path.parent.resolve() / path.name
    seeds = shelf.settings.seeds
    seed = whole.relative_to(seeds).as_posix() if whole.is_relative_to(seeds) else None
    made = [entry for entry in shelf.entries.values() if entry.seen[0].seed == seed]
    return made[0] if len(made) == 1 else None


def _say(teaching: Teaching, settings: Settings) -> None:
    for line in told(teaching, _name(settings), settings.seeds.name):
        sys.stdout.write(f"{line}\n")


def told(teaching: Teaching, sources: str, seeds: str) -> Iterator[str]:
    """What was learned, what it would change, and what was not learned, for a terminal."""
    if teaching.additions:
        yield f"[{teaching.row.key}] in {sources} would get:"
    for addition in teaching.additions:
        pages = "" if addition.pages is None else f"  ({_pages(addition.pages)})"
        yield f'  {addition.key}  "{shown(addition.value)}"{pages}'
    if teaching.effects:
        yield "Other stories would change:"
    for effect in teaching.effects:
        yield from _effect(effect, seeds)
    yield from (f"not learned: {shown(reason)}" for reason in teaching.unlearned)
    if teaching.additions and not teaching.settled:
        yield "The story itself would still differ from your edit, so it stays guarded."


def _pages(count: int) -> str:
    if not count:
        return "seen on no other page of this publisher"
    return f"also on {count} other page{'' if count == 1 else 's'} of this publisher"


def _effect(effect: Effect, seeds: str) -> Iterator[str]:
    guarded = ", edited by hand: it would wait as a new version" if effect.approved else ""
    yield f"  {seeds}/{shown(effect.seed)}{guarded}"
    lines = [*(f"- {line}" for line in effect.leaving), *(f"+ {line}" for line in effect.coming)]
    yield from (f"    {shown(line)[:160]}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"    … and {len(lines) - MOST_LINES} more lines"
    yield from (f"    {shown(fact)}" for fact in effect.facts)
    if effect.publisher:
        yield f"    publisher: {shown(effect.publisher)}"


def _agrees(settings: Settings) -> bool:
    """Whether the curator says yes; where nobody can be asked, the answer is no."""
    if not sys.stdin.isatty():
        sys.stdout.write("Not written. Give --yes to write it.\n")
        return False
    sys.stdout.write(f"Write this to {_name(settings)}? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _write(teaching: Teaching, settings: Settings) -> None:
    """Put the rules into the file as it is now, in one step, while no build reads it."""
    with hold(settings):
        try:
            text = read_if_there(settings.sources) or ""
        except OSError as error:
            raise SettingsError(_name(settings), f"cannot be read ({error.strerror})", "Check the file.") from error
        write_atomically(settings.sources, add(text, teaching.row, teaching.additions, _name(settings)))
    sys.stdout.write(f"Written to {_name(settings)}. Run copydesk normalize to carry it out.\n")


def _name(settings: Settings) -> str:
    """The table of publishers as the curator knows it."""
    return os.path.relpath(settings.sources, settings.root)
